import type { ReactNode } from "react";
import { levelOf, niceTop, PICTURE, Scale } from "./scale.tsx";

/** `at`: from 0 for the left edge to 1 for the right one. */
export type Point = { readonly at: number; readonly value: number };

type LineProps = {
  /** Says in a sentence what the picture shows; the table beside it has all of it. */
  readonly title: string;
  readonly points: readonly Point[];
  /** Words below the left and the right edge. */
  readonly edges: readonly [string, string];
  readonly unit: string;
};

const xOf = (at: number): number => PICTURE.left + at * (PICTURE.width - PICTURE.left);

/** A value over time, drawn as `Bars` are. */
export function Line({ title, points, edges, unit }: LineProps): ReactNode {
  const top = niceTop(Math.max(...points.map(({ value }) => value), 1));
  const drawn = points.map(({ at, value }) => `${xOf(at)},${levelOf(value, top)}`).join(" ");
  const ground = levelOf(0, top);
  const words = PICTURE.height - 7;
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`} role="img" aria-label={title}>
        <text x={0} y={10}>
          {unit}
        </text>
        <polygon
          className="line-under"
          points={`${xOf(points[0]?.at ?? 0)},${ground} ${drawn} ${xOf(points.at(-1)?.at ?? 1)},${ground}`}
        />
        <Scale top={top} />
        <polyline className="line-drawn" points={drawn} />
        <text x={PICTURE.left} y={words}>
          {edges[0]}
        </text>
        <text x={PICTURE.width} y={words} textAnchor="end">
          {edges[1]}
        </text>
      </svg>
    </figure>
  );
}
