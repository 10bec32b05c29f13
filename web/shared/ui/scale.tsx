import type { ReactNode } from "react";

/** As wide as a phone's screen leaves it, so that its words have their size there. */
export const PICTURE = { width: 340, height: 210, left: 34, below: 24, above: 24 } as const;
/** The height of the greatest value. */
const FULL = PICTURE.height - PICTURE.below - PICTURE.above;
const LINES = 4;

/** How far above the ground line a value stands. */
export const heightOf = (value: number, top: number): number => (value / top) * FULL;

/** Where a value stands, from above. */
export const levelOf = (value: number, top: number): number =>
  PICTURE.height - PICTURE.below - heightOf(value, top);

/** The lines behind a picture, with their values. */
export function Scale({ top }: { readonly top: number }): ReactNode {
  const marks = Array.from({ length: LINES + 1 }, (_, i) => (top / LINES) * i);
  return marks.map((mark) => {
    const y = levelOf(mark, top);
    return (
      <g key={mark}>
        <line x1={PICTURE.left} x2={PICTURE.width} y1={y} y2={y} stroke="#d3d9e0" />
        <text x={PICTURE.left - 5} y={y + 4} textAnchor="end">
          {mark}
        </text>
      </g>
    );
  });
}

/** The next round number of which a quarter is round as well. */
export function niceTop(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8, 10].find((each) => each * unit >= value) ?? 10;
  return Math.max(step * unit, LINES);
}
