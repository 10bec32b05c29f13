import { QUIET_INK, RULE_INK, TEXT_INK } from "./colours.ts";
import { ems, firstLines, type SetText, setIn, wrap } from "./measure.ts";
import type { Block, Cell } from "./page-content.ts";
import type { Drawn, Ink } from "./rendering.ts";

/** A line of text takes this many sizes from one to the next, and its baseline lies so far below its top. */
export const LEADING = 1.4;
const ASCENT = 1.05;

/** The place of the blocks on the page. */
export type Room = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly size: number;
  readonly accent: Ink;
};

export type Body = {
  readonly drawn: readonly Drawn[];
  readonly isCut: boolean;
  /** Cells for which there is no room. */
  readonly leftOut: number;
};

/** Larger where there is room, smaller where there is not. */
const SCALES = [1.25, 1.1, 1, 0.92, 0.84, 0.76, 0.68, 0.6, 0.53, 0.46];
/** Five points, in millimetres: smaller is not printed. */
const SIZE_MIN = 1.76;
/** Where the smallest text is too long, no value takes more lines than these. */
const LINES = [40, 30, 24, 20, 16, 12, 10, 8, 6, 5, 4, 3, 2, 1];

/** The blocks in their room: as large as it allows; then with the longest values cut; then without the last cells. */
export function setBody(blocks: readonly Block[], room: Room): Body {
  const scales = SCALES.filter((scale) => room.size * scale >= SIZE_MIN);
  const smallest = scales.at(-1) ?? 1;
  for (const scale of scales) {
    const whole = compose(blocks, room, scale, Number.POSITIVE_INFINITY);
    if (whole.height <= room.height) return { ...whole, leftOut: 0 };
  }
  for (const lines of LINES) {
    const cut = compose(blocks, room, smallest, lines);
    if (cut.height <= room.height) return { ...cut, leftOut: 0 };
  }
  return asManyAsFit(blocks, (fewer) => compose(fewer, room, smallest, 1), room.height);
}

/** Each cell takes room, so half of those in question are tried at a time. */
function asManyAsFit(
  blocks: readonly Block[],
  set: (fewer: readonly Block[]) => Composed,
  height: number,
): Body {
  const count = blocks.reduce((sum, { cells }) => sum + cells.length, 0);
  let [shown, tooMany] = [0, count];
  let body: Body = { drawn: [], isCut: false, leftOut: count };
  while (tooMany - shown > 1) {
    const tried = Math.floor((shown + tooMany) / 2);
    const composed = set(firstCells(blocks, tried));
    if (composed.height > height) tooMany = tried;
    else {
      shown = tried;
      body = { ...composed, leftOut: count - tried };
    }
  }
  return body;
}

function firstCells(blocks: readonly Block[], count: number): readonly Block[] {
  let left = count;
  return blocks.flatMap((block) => {
    const cells = block.cells.slice(0, Math.max(0, left));
    left -= block.cells.length;
    return cells.length > 0 ? [{ ...block, cells }] : [];
  });
}

type Composed = { readonly drawn: readonly Drawn[]; readonly height: number; readonly isCut: boolean };

function compose(blocks: readonly Block[], room: Room, scale: number, max: number): Composed {
  const size = room.size * scale;
  const drawn: Drawn[] = [];
  let y = room.y;
  let isCut = false;
  const keep = (part: Composed): void => {
    drawn.push(...part.drawn);
    y += part.height;
    isCut ||= part.isCut;
  };
  for (const { heading, columns, cells } of blocks) {
    if (heading !== undefined) keep(headingAt(heading, { ...room, y, size }));
    for (let i = 0; i < cells.length; i += columns)
      keep(rowAt(cells.slice(i, i + columns), columns, { ...room, y, size }, max));
    y += size * 0.6;
  }
  return { drawn, height: y - room.y, isCut };
}

function headingAt(text: string, { x, y, width, size, accent }: Room): Composed {
  const bar = size * 0.28;
  const indent = size * 0.7;
  const set = setIn(text, { width: width - indent, size: size * 1.08, lines: 2, least: 0.7 });
  const height = set.lines.length * set.size * LEADING;
  return {
    drawn: [
      { kind: "BOX", x, y: y + size * 0.2, width: bar, height: height - size * 0.1, ink: accent },
      ...linesAt(set, { x: x + indent, y, ink: accent }),
    ],
    height: height + size * 0.35,
    isCut: set.isCut,
  };
}

function rowAt(cells: readonly Cell[], columns: number, room: Room, max: number): Composed {
  const { x, y, width, size } = room;
  const gutter = size * 1.2;
  const column = (width - gutter * (columns - 1)) / columns;
  const labelWidth = column * (columns === 1 ? 0.26 : 0.34);
  const valueWidth = column - labelWidth;
  const set = cells.map(({ label, value }, i) => {
    const labels = setIn(label, { width: labelWidth - size * 0.5, size: size * 0.9, lines: 3, least: 0.75 });
    const inRoom = valueWidth / size;
    const values = { ...firstLines(wrap(value, inRoom), max, inRoom), size };
    const left = x + i * (column + gutter);
    return {
      drawn: [
        ...linesAt(labels, { x: left, y: y + (size - labels.size) * ASCENT, ink: QUIET_INK }),
        ...linesAt(values, { x: left + labelWidth, y, ink: TEXT_INK }),
      ],
      height: Math.max(labels.lines.length * labels.size, values.lines.length * size) * LEADING,
      isCut: labels.isCut || values.isCut,
    };
  });
  const height = Math.max(...set.map((one) => one.height)) + size * 0.3;
  return {
    drawn: [
      ...set.flatMap((one) => one.drawn),
      { kind: "BOX", x, y: y + height, width, height: 0.1, ink: RULE_INK },
    ],
    height: height + size * 0.15,
    isCut: set.some((one) => one.isCut),
  };
}

/** Lines under each other, from their top; in the middle of `within`, where it is given. */
export const linesAt = (
  { lines, size }: Pick<SetText, "lines" | "size">,
  { x, y, ink, within }: { x: number; y: number; ink: Ink; within?: number },
): readonly Drawn[] =>
  lines.map((text, i) => {
    const width = ems(text) * size;
    const left = within === undefined ? x : x + (within - width) / 2;
    return { kind: "TEXT", text, x: left, y: y + size * (ASCENT + i * LEADING), size, width, ink };
  });
