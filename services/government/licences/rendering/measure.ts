/**
 * How wide characters are, in thousandths of the size: the printable ones of ASCII in Source Han Sans SC, from the space on.
 * Any other takes a whole size, as Han characters do, or less.
 */
const ASCII_WIDTHS = [
  224, 323, 475, 555, 555, 921, 680, 278, 338, 338, 467, 555, 278, 347, 278, 392, 555, 555, 555, 555, 555,
  555, 555, 555, 555, 555, 278, 278, 555, 555, 555, 474, 946, 607, 657, 638, 687, 588, 552, 689, 728, 293,
  536, 646, 543, 812, 722, 742, 632, 742, 636, 597, 599, 721, 575, 878, 573, 531, 603, 338, 392, 338, 555,
  559, 606, 564, 618, 509, 620, 554, 325, 563, 607, 275, 276, 552, 285, 926, 611, 606, 620, 620, 388, 468,
  377, 607, 521, 802, 498, 521, 474, 338, 269, 338, 555,
];

const SPACE = 0x20;
/** They stand on other characters, or choose a form of them. */
const WITHOUT_WIDTH = /^[\p{Mn}\p{Me}]$/u;
/** Dashes of two and of three characters' width. */
const LONG_DASH = /[\u2E3A\u2E3B]/;

function widthOf(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  const ascii = ASCII_WIDTHS[code - SPACE];
  if (ascii !== undefined) return ascii / 1_000;
  if (WITHOUT_WIDTH.test(character)) return 0;
  return LONG_DASH.test(character) ? 2.5 : 1;
}

/** The width of a text in sizes: of 1 for each Han character. No font of a screen or a page is much wider. */
export const ems = (text: string): number => {
  let sum = 0;
  for (const character of text) sum += widthOf(character);
  return sum;
};

/** Whether every character is one of which the width is known, and no bound of it. */
export const isMeasured = (text: string): boolean =>
  /^[ -~\p{Script=Han}\u3001-\u303F\uFF01-\uFF60]*$/u.test(text);

const NEVER_FIRST = /^[\s!%),.:;?\]}¢°·’”‰′″℃、。〃々〉》」』】〕〗！％），．：；？］｝～…—]/u;
const NEVER_LAST = /[$([{£¥‘“〈《「『【〔〖（［｛￥]$/u;
const OF_WORDS = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Arabic}\p{Nd}!-~]/u;

/** Whether a line may end between two characters: after a space, and beside a Han character, but for what clings to it. */
function mayBreak(before: string, after: string): boolean {
  if (before === " ") return after !== " ";
  if (NEVER_FIRST.test(after) || NEVER_LAST.test(before)) return false;
  return !(OF_WORDS.test(before) && OF_WORDS.test(after));
}

const SEGMENTER = new Intl.Segmenter("zh", { granularity: "grapheme" });

/** The lines of a text in a room of so many sizes. A word that is longer than a line is broken where the line ends. */
export const wrap = (text: string, room: number): readonly string[] =>
  text.split("\n").flatMap((paragraph) => wrapLine(paragraph, room));

function wrapLine(text: string, room: number): readonly string[] {
  const characters = Array.from(SEGMENTER.segment(text), ({ segment }) => segment);
  const lines: string[] = [];
  let [from, breakAt, width] = [0, 0, 0];
  for (const [i, character] of characters.entries()) {
    width += ems(character);
    if (width > room && i > from && character !== " ") {
      const end = breakAt > from ? breakAt : i;
      lines.push(characters.slice(from, end).join("").trimEnd());
      from = end;
      width = ems(characters.slice(from, i + 1).join(""));
    }
    if (mayBreak(character, characters[i + 1] ?? "")) breakAt = i + 1;
  }
  lines.push(characters.slice(from).join("").trimEnd());
  return lines;
}

const CUT = "…";

/** The first `max` lines; where there are more, the last of them ends with a mark. */
export function firstLines(
  lines: readonly string[],
  max: number,
  room: number,
): { readonly lines: readonly string[]; readonly isCut: boolean } {
  if (lines.length <= max) return { lines, isCut: false };
  const kept = lines.slice(0, max);
  const last = Array.from(SEGMENTER.segment(kept.pop() ?? ""), ({ segment }) => segment);
  while (last.length > 0 && ems(last.join("")) > room - ems(CUT)) last.pop();
  return { lines: [...kept, `${last.join("")}${CUT}`], isCut: true };
}

/** A text that is set: lines of one size. */
export type SetText = { readonly lines: readonly string[]; readonly size: number; readonly isCut: boolean };

/** A text in its place: smaller where it would take more lines than there are, down to `least` of its size, and then cut. */
export function setIn(
  text: string,
  { width, size, lines: max, least = 1 }: { width: number; size: number; lines: number; least?: number },
): SetText {
  const STEPS = 5;
  for (let step = 0; step < STEPS; step += 1) {
    const smaller = size * (1 - ((1 - least) * step) / STEPS);
    const lines = wrap(text, width / smaller);
    if (lines.length <= max) return { lines, size: smaller, isCut: false };
  }
  const smallest = size * least;
  return { ...firstLines(wrap(text, width / smallest), max, width / smallest), size: smallest };
}
