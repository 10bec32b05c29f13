import { minuteAt } from "../../../kernel/civil-date.ts";
import { fill, type Language, type Message, type Values } from "../../../kernel/message.ts";
import { labelOf } from "../../catalogue/index.ts";
import type { LicenceTemplate, TemplateCell, TemplatePlace } from "../types/licence-template.ts";
import { codeOf, printable } from "./printable.ts";
import type { Covers, RenderedVersion, Rendering } from "./rendering.ts";
import { templateOf } from "./template-of.ts";
import { dayText, valueText } from "./values.ts";
import { NOTICES, PAGE_WORDS, STATUS_WORDS } from "./words.ts";

export type Cell = { readonly label: string; readonly value: string };

export type Block = {
  readonly heading: string | undefined;
  readonly columns: number;
  readonly cells: readonly Cell[];
};

/** All that a page says, as text that it can show. */
export type PageContent = {
  readonly template: LicenceTemplate;
  readonly language: Language;
  /** In the page's language, and in the other. */
  readonly titles: readonly [string, string];
  readonly number: Cell | undefined;
  readonly blocks: readonly Block[];
  /** Places that no cell names. */
  readonly places: readonly Cell[];
  /** In both languages. */
  readonly copy: readonly [string, string] | undefined;
  readonly status: { readonly texts: readonly [string, string]; readonly isValid: boolean } | undefined;
  readonly notices: readonly (readonly [string, string])[];
  readonly identifier: Cell;
  readonly verify: string;
  /** A value is longer than any page. */
  readonly isCut: boolean;
};

/** No page has room for more characters, however small. */
const VALUE_LENGTH_MAX = 10_000;

const CODES_MAX = 8;

/** The words of a page. `covers` tells the characters of its font. */
export function contentOf(rendering: Rendering, covers: Covers): PageContent {
  const { version, language, copy, status, madeAt, verify } = rendering;
  const missing = new Set<string>();
  const shown = (text: string): string => {
    const { text: lines, missing: some } = printable(text, covers);
    for (const one of some) missing.add(one);
    return lines;
  };
  const line = (text: string): string => shown(text.replaceAll("\n", " "));
  const both = (message: Message, values: Values = {}): readonly [string, string] => [
    line(fill(message, "zh", values)),
    line(fill(message, "en", values)),
  ];
  const template = templateOf(version.type);
  const { title } = template;
  let isCut = false;
  const cellOf = ({ label, value }: Cell): Cell => {
    const isLong = value.length > VALUE_LENGTH_MAX;
    isCut ||= isLong;
    const start = isLong ? `${[...value.slice(0, VALUE_LENGTH_MAX)].slice(0, -1).join("")}…` : value;
    return { label: line(label), value: shown(start) };
  };
  const chosen = chosenFields(rendering);
  const filled = blocksOf(rendering, template, chosen).map(({ heading, columns, cells }) => ({
    ...{ heading: heading === undefined ? undefined : line(heading), columns, cells: cells.map(cellOf) },
  }));
  const named = new Set(template.blocks.flatMap(({ cells }) => cells.flatMap((cell) => placeIn(cell) ?? [])));
  const place = (name: TemplatePlace): readonly Cell[] =>
    named.has(name) ? [] : [cellOf(placeCell(name, version, language))];
  const isPart = Object.keys(version.content).some((field) => !chosen.has(field));
  const said = {
    template,
    language,
    titles: [line(title[language]), line(title[language === "zh" ? "en" : "zh"])] as const,
    number: place("NUMBER")[0],
    blocks: filled,
    places: (["ISSUER", "ISSUED_ON", "VALID_UNTIL"] as const).flatMap(place),
    copy: copy && both(NOTICES.COPY, copy),
    status: status && { texts: both(STATUS_WORDS[status]), isValid: status === "VALID" },
    identifier: cellOf({ label: PAGE_WORDS.IDENTIFIER[language], value: version.identifier }),
    verify: line(verify),
  };
  const notices = [
    both(NOTICES.PREVAILS),
    both(NOTICES.MADE, { at: minuteAt(madeAt) }),
    both(NOTICES.VERIFY),
    ...(isPart ? [both(NOTICES.PART)] : []),
    ...(missing.size > 0 ? [both(NOTICES.MISSING, { codes: codesOf([...missing]) })] : []),
  ];
  return { ...said, notices, isCut };
}

const codesOf = (missing: readonly string[]): string =>
  [...missing.slice(0, CODES_MAX).map(codeOf), ...(missing.length > CODES_MAX ? ["…"] : [])].join(" ");

function chosenFields({ version, fields }: Rendering): ReadonlySet<string> {
  if (fields) return new Set(fields);
  const { disclosures } = version.type;
  return new Set(disclosures.flatMap(({ field, disclosure }) => (disclosure === "SENSITIVE" ? [] : [field])));
}

const placeIn = (cell: TemplateCell): TemplatePlace | undefined => ("place" in cell ? cell.place : undefined);

/** The template's blocks with what is shown; chosen fields that it does not name stand at the end. */
function blocksOf(
  rendering: Rendering,
  { blocks }: LicenceTemplate,
  chosen: ReadonlySet<string>,
): readonly Block[] {
  const { version, language } = rendering;
  const { content, type } = version;
  const reader = { form: type.content, language, regionText: rendering.regionText };
  const fieldCell = (field: string): readonly Cell[] => {
    if (!chosen.has(field) || !Object.hasOwn(content, field)) return [];
    const value = valueText(content[field], [field], reader);
    return value === "" ? [] : [{ label: labelOf(type.content, [field])[language], value }];
  };
  const named = new Set(
    blocks.flatMap(({ cells }) => cells.flatMap((cell) => ("field" in cell ? cell.field : []))),
  );
  const unnamed = Object.keys(content).filter((field) => !named.has(field));
  return [
    ...blocks.map(({ heading, columns, cells }) => ({
      heading: heading?.[language],
      columns,
      cells: cells.flatMap((cell) =>
        "field" in cell ? fieldCell(cell.field) : [placeCell(cell.place, version, language)],
      ),
    })),
    { heading: undefined, columns: 1, cells: unnamed.flatMap(fieldCell) },
  ].filter(({ cells }) => cells.length > 0);
}

function placeCell(place: TemplatePlace, version: RenderedVersion, language: Language): Cell {
  const { number, issuer, issuedOn, validUntil } = version;
  const values: Readonly<Record<TemplatePlace, string>> = {
    NUMBER: number,
    ISSUER: issuer.department.name[language],
    ISSUED_ON: dayText(issuedOn, language),
    VALID_UNTIL: validUntil ? dayText(validUntil, language) : PAGE_WORDS.ALWAYS[language],
  };
  return { label: PAGE_WORDS[place][language], value: values[place] };
}
