import { RouterProvider } from "@tanstack/react-router";
import { loadConfig } from "../shared/config.ts";
import { startFrontEnd } from "../shared/frame/start-front-end.tsx";
import { PORTAL } from "./portal.ts";
import { router } from "./router.ts";

// Asked for beside a page's own script, not once that has come. A page that needs it says so where it fails.
loadConfig().catch(() => undefined);
startFrontEnd(PORTAL, <RouterProvider router={router} />);
