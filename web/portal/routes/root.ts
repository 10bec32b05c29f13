import { createRootRoute } from "@tanstack/react-router";
import { PortalFrame } from "../portal-frame.tsx";

export const root = createRootRoute({ component: PortalFrame });
