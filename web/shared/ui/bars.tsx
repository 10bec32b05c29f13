import type { ReactNode } from "react";
import { heightOf, levelOf, niceTop, PICTURE, Scale } from "./scale.tsx";

/** A bar, stacked from below. */
export type Bar = { readonly label: string; readonly parts: readonly number[] };

type BarsProps = {
  /** Says in a sentence what the picture shows; the table beside it has all of it. */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** A name for each part of a bar. */
  readonly legend: readonly string[];
  readonly unit: string;
};

/** Of a bar's place so much is bar. */
const BREADTH = 0.62;

/** A picture of its own, in SVG: a library would be a hundred times as large. */
export function Bars({ title, bars, legend, unit }: BarsProps): ReactNode {
  const top = niceTop(Math.max(...bars.map(totalOf), 1));
  const place = (PICTURE.width - PICTURE.left) / Math.max(bars.length, 1);
  return (
    <figure className="chart">
      <ul className="legend small">
        {legend.map((name, i) => (
          <li key={name}>
            <svg viewBox="0 0 16 16" aria-hidden="true">
              <rect className={`bar-${i + 1}`} width="16" height="16" />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <svg viewBox={`0 0 ${PICTURE.width} ${PICTURE.height}`} role="img" aria-label={title}>
        <text x={0} y={10}>
          {unit}
        </text>
        <Scale top={top} />
        {bars.map((bar, i) => (
          <Column key={bar.label} bar={bar} top={top} left={PICTURE.left + i * place} place={place} />
        ))}
      </svg>
    </figure>
  );
}

type ColumnProps = {
  readonly bar: Bar;
  readonly top: number;
  readonly left: number;
  readonly place: number;
};

function Column({ bar, top, left, place }: ColumnProps): ReactNode {
  const heights = bar.parts.map((part) => heightOf(part, top));
  const under = (i: number): number => heights.slice(0, i).reduce((sum, height) => sum + height, 0);
  return (
    <g>
      {heights.map((height, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the bar.
          key={i}
          className={`bar-${i + 1}`}
          x={left + (place * (1 - BREADTH)) / 2}
          y={levelOf(0, top) - under(i) - height}
          width={place * BREADTH}
          height={height}
        />
      ))}
      <text x={left + place / 2} y={PICTURE.height - 7} textAnchor="middle">
        {bar.label}
      </text>
    </g>
  );
}

const totalOf = ({ parts }: Bar): number => parts.reduce((sum, part) => sum + part, 0);
