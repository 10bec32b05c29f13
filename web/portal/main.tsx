import { RouterProvider } from "@tanstack/react-router";
import { startFrontEnd } from "../shared/frame/start-front-end.tsx";
import { PORTAL } from "./portal.ts";
import { router } from "./router.tsx";

startFrontEnd(PORTAL, <RouterProvider router={router} />);
