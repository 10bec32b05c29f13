import { RouterProvider } from "@tanstack/react-router";
import { startFrontEnd } from "../shared/frame/start-front-end.tsx";
import { CONSOLE } from "./console.ts";
import { router } from "./router.tsx";

startFrontEnd(CONSOLE, <RouterProvider router={router} />);
