import type { ReactNode } from "react";

export type RowBar = {
  readonly key: string;
  readonly label: string;
  readonly value: number;
};

type RowBarsProps = {
  /** Says in a sentence what the picture shows; the table beside it has all of it. */
  readonly title: string;
  readonly rows: readonly RowBar[];
};

/** As wide as a phone's screen leaves it, so that its words have their size there. */
const WIDTH = 340;
const ROW_HEIGHT = 34;
/** A name stands above its bar, from where it has the whole breadth. */
const [NAME_BASE, BAR_TOP, BAR_HEIGHT] = [12, 17, 11];
/** Of the number behind a bar. */
const NUMBER_WIDTH = 44;
const FULL = WIDTH - NUMBER_WIDTH;
/** A name that is longer is cut: the table has it whole. */
const NAME_LENGTH_MAX = { wide: 27, narrow: 52 } as const;

/** Bars that lie, for names that are too long to stand under one. */
export function RowBars({ title, rows }: RowBarsProps): ReactNode {
  const most = Math.max(...rows.map(({ value }) => value), 1);
  return (
    <figure className="chart">
      <svg viewBox={`0 0 ${WIDTH} ${rows.length * ROW_HEIGHT}`} role="img" aria-label={title}>
        {rows.map(({ key, label, value }, i) => {
          const top = i * ROW_HEIGHT;
          const length = (value / most) * FULL;
          return (
            <g key={key}>
              <text x={0} y={top + NAME_BASE}>
                {shortened(label)}
              </text>
              <rect className="bar-1" x={0} y={top + BAR_TOP} width={length} height={BAR_HEIGHT} />
              <text x={length + 5} y={top + BAR_TOP + BAR_HEIGHT - 1}>
                {value}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}

function shortened(label: string): string {
  const max = /\p{Script=Han}/u.test(label) ? NAME_LENGTH_MAX.wide : NAME_LENGTH_MAX.narrow;
  return label.length > max ? `${label.slice(0, max - 1)}…` : label;
}
