import { correction, generate } from "lean-qr";
import { fill } from "../../../kernel/message.ts";
import type { Sheet } from "../types/licence-template.ts";
import { type Body, LEADING, linesAt, setBody } from "./body.ts";
import { ACCENT_INKS, ALARM_INK, QUIET_INK, TEXT_INK } from "./colours.ts";
import { ems, type SetText, setIn } from "./measure.ts";
import { type Cell, contentOf, type PageContent } from "./page-content.ts";
import {
  type Covers,
  type Drawn,
  type Ink,
  type Layout,
  type Rendering,
  VERIFY_LENGTH_MAX,
} from "./rendering.ts";
import { watermarkOf } from "./watermark.ts";
import { NOTICES, PAGE_WORDS } from "./words.ts";

/** Millimetres. The notices of a card are 5 points high. */
const SHEETS = {
  A4_PORTRAIT: { width: 210, height: 297, margin: 18, title: 10, text: 4.4, notice: 2.5, qr: 34 },
  A4_LANDSCAPE: { width: 297, height: 210, margin: 16, title: 10, text: 4.2, notice: 2.4, qr: 34 },
  CARD: { width: 148, height: 105, margin: 7, title: 5.6, text: 3, notice: 1.8, qr: 25 },
} as const satisfies Readonly<Record<Sheet, object>>;

type Measures = (typeof SHEETS)[Sheet];

/**
 * Sets a page of a licence: one sheet, on which nothing is cut or left out without its saying so. `covers` tells the
 * characters of the font that it is drawn with. Throws RangeError for a `verify` of more than VERIFY_LENGTH_MAX characters.
 */
export function layOut(rendering: Rendering, covers: Covers): Layout {
  if (rendering.verify.length > VERIFY_LENGTH_MAX) throw new RangeError("too long for a QR code on a page");
  const content = contentOf(rendering, covers);
  const sheet = SHEETS[content.template.sheet];
  const code = qrOf(rendering);
  let told: Told = { isCut: content.isCut, leftOut: 0 };
  for (;;) {
    const page = compose(content, sheet, code, told);
    const isTold = page.isCut === told.isCut && page.leftOut === told.leftOut;
    if (isTold)
      return {
        ...{ width: sheet.width, height: sheet.height, title: content.titles[0] },
        ...{ language: content.language, drawn: page.drawn },
      };
    // A notice takes room, so more may be cut then, and never less.
    told = {
      isCut: page.isCut || told.isCut,
      leftOut: Math.max(page.leftOut, told.leftOut),
    };
  }
}

/** A page already says this of its gaps. */
type Told = { readonly isCut: boolean; readonly leftOut: number };

type Part = { readonly drawn: readonly Drawn[]; readonly height: number; readonly isCut: boolean };

function compose(content: PageContent, sheet: Measures, code: Code, told: Told): Told & Pick<Body, "drawn"> {
  const { width, height, margin, text } = sheet;
  const accent = ACCENT_INKS[content.template.accent];
  const inner = width - 2 * margin;
  const head = headOf(content, sheet, accent);
  const foot = footOf(content, sheet, code, told);
  const top = margin + head.height;
  const bottom = height - margin - foot.height;
  const room = { x: margin, y: top, width: inner, height: bottom - top - text, size: text, accent };
  const body = setBody(content.blocks, room);
  const watermark = content.copy ? watermarkOf(content.copy, { width, height, size: text }) : [];
  const moved = foot.drawn.map((one) => ({ ...one, y: one.y + bottom }));
  return {
    drawn: [...watermark, ...frames(sheet, accent), ...head.drawn, ...body.drawn, ...moved],
    isCut: head.isCut || body.isCut || foot.isCut || told.isCut,
    leftOut: Math.max(body.leftOut, told.leftOut),
  };
}

const frames = ({ width, height, margin }: Measures, ink: Ink): readonly Drawn[] =>
  [
    { inset: margin * 0.4, stroke: margin * 0.06 },
    { inset: margin * 0.52, stroke: margin * 0.015 },
  ].map(({ inset, stroke }) => ({
    ...({ kind: "FRAME", x: inset, y: inset, stroke, ink } as const),
    ...{ width: width - 2 * inset, height: height - 2 * inset },
  }));

/** Parts under each other, in the middle of the sheet. */
function headOf({ titles, number, copy, status }: PageContent, sheet: Measures, accent: Ink): Part {
  const { margin, title, text } = sheet;
  const width = sheet.width - 2 * margin;
  const stack: { set: SetText; ink: Ink; after: number }[] = [];
  const put = (said: string, ink: Ink, how: { size: number; lines: number; least: number }, after: number) =>
    stack.push({ set: setIn(said, { width, ...how }), ink, after });
  const small = { size: text * 0.8, lines: 3, least: 0.6 };
  for (const said of copy ?? []) put(said, ALARM_INK, small, text * 0.2);
  if (status && !status.isValid)
    put(status.texts.join("  "), ALARM_INK, { ...small, size: text }, text * 0.2);
  put(titles[0], accent, { size: title, lines: 2, least: 0.5 }, title * 0.1);
  put(titles[1], accent, { size: title * 0.42, lines: 2, least: 0.6 }, text * 0.8);
  if (number) put(`${number.label}  ${number.value}`, TEXT_INK, { ...small, lines: 2 }, text * 0.5);
  return stacked(stack, { x: margin, y: margin, within: width });
}

function stacked(
  stack: readonly { readonly set: SetText; readonly ink: Ink; readonly after: number }[],
  { x, y: top, within }: { readonly x: number; readonly y: number; readonly within?: number },
): Part {
  let y = top;
  const drawn: Drawn[] = [];
  for (const { set, ink, after } of stack) {
    drawn.push(...linesAt(set, { x, y, ink, ...(within === undefined ? {} : { within }) }));
    y += set.lines.length * set.size * LEADING + after;
  }
  return { drawn, height: y - top, isCut: stack.some(({ set }) => set.isCut) };
}

/** The code, and beside it what stands on every page; from 0 downward. */
function footOf(content: PageContent, sheet: Measures, code: Code, { isCut, leftOut }: Told): Part {
  const { margin, qr, text, notice } = sheet;
  const x = margin + qr + text;
  const width = sheet.width - margin - x;
  const size = text * 0.85;
  const placed = joined(content.places.map(sentence), width / size).map((said, i, all) => ({
    ...{ set: setIn(said, { width, size, lines: 2, least: 0.7 }) },
    ...{ ink: TEXT_INK, after: i === all.length - 1 ? notice * 0.8 : 0 },
  }));
  const { identifier, status, language, verify } = content;
  const notices: (readonly [string, string])[] = [
    ...(status?.isValid ? [status.texts] : []),
    ...content.notices,
    ...(isCut ? [bothOf("CUT")] : []),
    ...(leftOut > 0 ? [bothOf("LEFT_OUT", { count: String(leftOut) })] : []),
  ];
  const said = [
    notices.map(([chinese]) => chinese).join(""),
    notices.map(([, english]) => english).join(" "),
    sentence(identifier),
    verify,
  ];
  const small = said.map((one) => ({
    set: setIn(one, { width, size: notice, lines: NOTICE_LINES_MAX, least: 0.8 }),
    ...{ ink: QUIET_INK, after: notice * 0.15 },
  }));
  const beside = stacked([...placed, ...small], { x, y: 0 });
  const label = `${PAGE_WORDS.QR[language]}: ${verify}`;
  return {
    drawn: [{ kind: "QR", x: margin, y: 0, size: qr, rows: code, label }, ...beside.drawn],
    height: Math.max(qr, beside.height),
    isCut: beside.isCut,
  };
}

const NOTICE_LINES_MAX = 8;

/** Sentences on as few lines as hold them whole. */
function joined(sentences: readonly string[], room: number): readonly string[] {
  const lines: string[] = [];
  for (const next of sentences) {
    const last = lines.pop();
    const together = last === undefined ? next : `${last}    ${next}`;
    if (last === undefined || ems(together) <= room) lines.push(together);
    else lines.push(last, next);
  }
  return lines;
}

const sentence = ({ label, value }: Cell): string => `${label}  ${value}`;

const bothOf = (code: "CUT" | "LEFT_OUT", values = {}): readonly [string, string] => [
  fill(NOTICES[code], "zh", values),
  fill(NOTICES[code], "en", values),
];

/** The rows of a QR code, with the white around it that readers need. */
type Code = readonly string[];

const QUIET_ZONE = 4;

function qrOf({ verify }: Rendering): Code {
  const { size, get } = generate(verify, { minCorrectionLevel: correction.M });
  const span = Array.from({ length: size + 2 * QUIET_ZONE }, (_, i) => i - QUIET_ZONE);
  return span.map((y) => span.map((x) => (get(x, y) ? "1" : "0")).join(""));
}
