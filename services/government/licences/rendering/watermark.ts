import { LEADING } from "./body.ts";
import { WATERMARK_INK } from "./colours.ts";
import { ems, setIn } from "./measure.ts";
import type { Drawn } from "./rendering.ts";

const DEGREES = -30;
const SIN = Math.sin((DEGREES * Math.PI) / 180);
const COS = Math.cos((DEGREES * Math.PI) / 180);

/** A copy's words across the whole ground of a page, so that no part of it can be used without them. */
export function watermarkOf(
  texts: readonly string[],
  { width, height, size }: { readonly width: number; readonly height: number; readonly size: number },
): readonly Drawn[] {
  const tile = width * 0.7;
  const sets = texts.map((text) => setIn(text, { width: tile, size, lines: 2, least: 0.6 }));
  const lines = sets.flatMap((set) => set.lines.map((text) => ({ text, size: set.size })));
  const step = { across: tile + size * 3, down: (lines.length + 1.2) * size * LEADING };
  const reach = Math.hypot(width, height) / 2;
  const drawn: Drawn[] = [];
  for (let v = -reach, row = 0; v < reach; v += step.down, row += 1) {
    for (let u = -reach - (row % 2) * (step.across / 2); u < reach; u += step.across) {
      for (const [i, line] of lines.entries()) {
        const [along, below] = [u, v + i * size * LEADING];
        const lineWidth = ems(line.text) * line.size;
        const at = (shift: number) => ({
          x: width / 2 + (along + shift) * COS - below * SIN,
          y: height / 2 + (along + shift) * SIN + below * COS,
        });
        const seen = [0, lineWidth / 2, lineWidth].map(at);
        if (!seen.some(({ x, y }) => x > 0 && x < width && y > 0 && y < height)) continue;
        drawn.push({
          ...{ kind: "WATERMARK", ...line, ...at(0), width: lineWidth },
          ...{ ink: WATERMARK_INK, degrees: DEGREES },
        });
      }
    }
  }
  return drawn;
}
