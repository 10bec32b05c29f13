import type { Accent } from "../types/licence-template.ts";
import type { Ink } from "./rendering.ts";

/** Each has a contrast of at least 7 : 1 to white (WCAG 2.2, 1.4.6). */
export const ACCENT_INKS: Readonly<Record<Accent, Ink>> = {
  RED: "#9b1c1c",
  BLUE: "#174a8c",
  GREEN: "#14532d",
  BROWN: "#6b3e12",
  GREY: "#404040",
};

export const TEXT_INK: Ink = "#1a1a1a";
/** Of labels and notices, 7 : 1 too. */
export const QUIET_INK: Ink = "#4d4d4d";
/** Of a status in which a licence is not valid. */
export const ALARM_INK: Ink = "#9b1c1c";
export const RULE_INK: Ink = "#d0d0d0";
/** A copy's ground: it shows on paper, and the text above it is read. */
export const WATERMARK_INK: Ink = "#dcdcdc";
