import type { LocalizedText } from "../item-terms.ts";
import type { FormProblem } from "../service-item.ts";
import { entriesOf, isSchema, type Schema } from "./form-parts.ts";
import { WIDGETS } from "./form-widgets.ts";

/** Keywords of this platform's own about what people read of a form: nothing that is filled in is judged by them. */
export const WORD_KEYWORDS = ["x-label", "x-hint", "x-choices", "x-widget", "x-pages", "x-held"] as const;

const LABEL_LENGTH_MAX = 120;
const HINT_LENGTH_MAX = 500;
const PAGES_MAX = 30;

/** A page of a form as its editor states it: its title, and the names of its fields in their order. */
export type StatedPage = { readonly title: LocalizedText; readonly fields: readonly string[] };

/** A text in both languages; undefined for what is none. */
export function readText(value: unknown): LocalizedText | undefined {
  if (!isSchema(value)) return undefined;
  const { zh, en } = value;
  return typeof zh === "string" && typeof en === "string" ? { zh, en } : undefined;
}

/** Whether a text can be read in both languages. */
export const isSaid = (text: LocalizedText | undefined): text is LocalizedText =>
  text !== undefined && text.zh.trim() !== "" && text.en.trim() !== "";

/** The first label in both languages that some schemas of one value say, or their first title in whatever language that is. */
export function labelIn(schemas: readonly Schema[]): LocalizedText | undefined {
  const label = schemas.map((schema) => readText(schema["x-label"])).find(isSaid);
  if (label) return label;
  const title = schemas.map((schema) => schema["title"]).find((one) => typeof one === "string" && one !== "");
  return typeof title === "string" ? { zh: title, en: title } : undefined;
}

/** A form's pages as they are stated; undefined for a form of the time before there were pages. */
export function readPages(form: Schema): readonly StatedPage[] | undefined {
  const pages = form["x-pages"];
  if (!Array.isArray(pages)) return undefined;
  return pages.flatMap((page: unknown) => {
    const [title, fields] = isSchema(page) ? [readText(page["title"]), page["fields"]] : [];
    const names = Array.isArray(fields) ? fields.filter((name) => typeof name === "string") : [];
    return title ? [{ title, fields: names }] : [];
  });
}

/** Problems of how a schema says what people read. Whether it says all that they need is a matter of publication. */
export function wordProblems(schema: Schema, path: readonly string[]): readonly FormProblem[] {
  const problems: FormProblem[] = [];
  const refuse = (problem: string, ...more: readonly string[]) =>
    problems.push({ problem, path: [...path, ...more] });
  for (const [keyword, max] of [
    ["x-label", LABEL_LENGTH_MAX],
    ["x-hint", HINT_LENGTH_MAX],
  ] as const) {
    if (Object.hasOwn(schema, keyword) && !isShort(schema[keyword], max)) refuse(textOf(max), keyword);
  }
  const { "x-choices": choices, "x-widget": widget, "x-pages": pages, "x-held": held } = schema;
  if (held !== undefined && typeof held !== "string")
    refuse("must be the name of what the platform holds", "x-held");
  const areLabels =
    isSchema(choices) && entriesOf(choices).every(([, label]) => isShort(label, LABEL_LENGTH_MAX));
  if (choices !== undefined && !areLabels)
    refuse(`must have for each choice ${textOf(LABEL_LENGTH_MAX)}`, "x-choices");
  if (widget !== undefined && !WIDGETS.some((known) => known === widget))
    refuse(`must be one of ${WIDGETS.join(", ")}`, "x-widget");
  if (pages !== undefined && path.length > 0) refuse("must stand at the top of the form", "x-pages");
  else if (pages !== undefined && !arePages(pages))
    refuse(
      `must be at most ${PAGES_MAX} pages, each with a title in zh and en and a list of names, fields`,
      "x-pages",
    );
  return problems;
}

const textOf = (max: number): string =>
  `must be an object of two texts, zh and en, of at most ${max} characters`;

const isShort = (value: unknown, max: number): boolean => {
  const text = readText(value);
  return text !== undefined && text.zh.length <= max && text.en.length <= max;
};

const arePages = (pages: unknown): boolean =>
  Array.isArray(pages) &&
  pages.length <= PAGES_MAX &&
  pages.every(
    (page: unknown) =>
      isSchema(page) &&
      isShort(page["title"], LABEL_LENGTH_MAX) &&
      Array.isArray(page["fields"]) &&
      page["fields"].every((name) => typeof name === "string"),
  );
