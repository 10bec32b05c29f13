import { RouterProvider } from "@tanstack/react-router";
import { startFrontEnd } from "../shared/frame/start-front-end.tsx";
import { DESK } from "./desk.ts";
import { router } from "./router.tsx";

startFrontEnd(DESK, <RouterProvider router={router} />);
