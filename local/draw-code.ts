import { correction, generate, mode } from "lean-qr";

/** Two rows of a QR code in one line of the terminal; dark on light, whatever the terminal's colours are. */
const BLACK_ON_WHITE = "\u001b[30;107m";
const RESET = "\u001b[0m";
const HALVES = { none: " ", upper: "▀", lower: "▄", both: "█" } as const;
const MARGIN = 2;

/** A code as gates and counters read it: its bytes as they are, with the least correction, because a screen is clean. */
export function drawCode(code: Uint8Array): string {
  const { size, get } = generate(mode.bytes(code), { minCorrectionLevel: correction.L });
  const span = Array.from({ length: size + 2 * MARGIN }, (_, i) => i - MARGIN);
  const lines = span
    .filter((_, i) => i % 2 === 0)
    .map((y) => span.map((x) => half(get(x, y), get(x, y + 1))).join(""));
  return lines.map((line) => `${BLACK_ON_WHITE}${line}${RESET}`).join("\n");
}

const half = (upper: boolean, lower: boolean): string =>
  HALVES[upper ? (lower ? "both" : "upper") : lower ? "lower" : "none"];
