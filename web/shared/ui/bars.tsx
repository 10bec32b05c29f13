import type { ReactNode } from "react";

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

/** As wide as a phone's screen leaves it, so that its words have their size there. */
const [WIDTH, HEIGHT] = [340, 210];
const [LEFT, BELOW, ABOVE] = [34, 24, 24];
const FULL = HEIGHT - BELOW - ABOVE;
/** Of a bar's place so much is bar. */
const BREADTH = 0.62;
const LINES = 4;

/** A picture of its own, in SVG: a library would be a hundred times as large. */
export function Bars({ title, bars, legend, unit }: BarsProps): ReactNode {
  const top = niceTop(Math.max(...bars.map(totalOf), 1));
  const place = (WIDTH - LEFT) / Math.max(bars.length, 1);
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
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title}>
        <text x={0} y={10}>
          {unit}
        </text>
        <Scale top={top} />
        {bars.map((bar, i) => (
          <Column key={bar.label} bar={bar} top={top} left={LEFT + i * place} place={place} />
        ))}
      </svg>
    </figure>
  );
}

function Scale({ top }: { readonly top: number }): ReactNode {
  const marks = Array.from({ length: LINES + 1 }, (_, i) => (top / LINES) * i);
  return marks.map((mark) => {
    const y = HEIGHT - BELOW - (mark / top) * FULL;
    return (
      <g key={mark}>
        <line x1={LEFT} x2={WIDTH} y1={y} y2={y} stroke="#d3d9e0" />
        <text x={LEFT - 5} y={y + 4} textAnchor="end">
          {mark}
        </text>
      </g>
    );
  });
}

type ColumnProps = {
  readonly bar: Bar;
  readonly top: number;
  readonly left: number;
  readonly place: number;
};

function Column({ bar, top, left, place }: ColumnProps): ReactNode {
  const heights = bar.parts.map((part) => (part / top) * FULL);
  const under = (i: number): number => heights.slice(0, i).reduce((sum, height) => sum + height, 0);
  return (
    <g>
      {heights.map((height, i) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place in the bar.
          key={i}
          className={`bar-${i + 1}`}
          x={left + (place * (1 - BREADTH)) / 2}
          y={HEIGHT - BELOW - under(i) - height}
          width={place * BREADTH}
          height={height}
        />
      ))}
      <text x={left + place / 2} y={HEIGHT - 7} textAnchor="middle">
        {bar.label}
      </text>
    </g>
  );
}

const totalOf = ({ parts }: Bar): number => parts.reduce((sum, part) => sum + part, 0);

/** The next round number of which a quarter is round as well. */
function niceTop(value: number): number {
  const unit = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 4, 6, 8, 10].find((each) => each * unit >= value) ?? 10;
  return Math.max(step * unit, LINES);
}
