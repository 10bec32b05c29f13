import type { Mode } from "../../kernel/actor.ts";

/** The mode that a clerk means; their own is always live. */
export const modeOf = (mode: "LIVE" | "TEST" | null | undefined): Mode => (mode === "TEST" ? "test" : "live");
