import { createRootRoute } from "@tanstack/react-router";
import { DeskFrame } from "../desk-frame.tsx";

export const root = createRootRoute({ component: DeskFrame });
