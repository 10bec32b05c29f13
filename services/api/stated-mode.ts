import type { Mode } from "../kernel/actor.ts";
import type { Mode as StatedMode } from "./generated/types.ts";

/** The mode that somebody states who works in both, as officers do; live where they state none. */
export const modeOf = (stated: StatedMode | null | undefined): Mode => (stated === "TEST" ? "test" : "live");

export const statedMode = (mode: Mode): StatedMode => (mode === "test" ? "TEST" : "LIVE");
