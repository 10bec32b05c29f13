import { day } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import { FORM_TEXTS } from "../../shared/forms/form-texts.ts";
import type { Language } from "../../shared/settings/settings.ts";
import type { Text } from "../../shared/texts/text.ts";
import { asList, asText, asValues, type Values } from "../drafts/values.ts";

type Reading = {
  readonly language: Language;
  readonly say: (text: Text) => string;
  readonly regionName: (code: string) => string;
};

/** A value of a licence on a line of its own, with the names of the groups around it. */
export type ContentRow = { readonly at: string; readonly label: string; readonly text: string };

/** The values of a licence, in the order and by the labels of its type's content; a field that says nothing is left out. */
export function contentRows(form: Values, content: Values, reading: Reading): readonly ContentRow[] {
  return rowsIn({ form, reading }, form, content, { at: [], names: [] });
}

type Reader = { readonly form: Values; readonly reading: Reading };
type Place = { readonly at: readonly string[]; readonly names: readonly string[] };

/** The names of a schema's fields, those on its pages first. */
function namesIn({ "x-pages": pages, properties }: Values): readonly string[] {
  const onPages = asList(pages).flatMap((page) => asList(asValues(page)["fields"]).map(asText));
  return [...new Set([...onPages, ...Object.keys(asValues(properties))])];
}

function rowsIn(reader: Reader, schema: Values, values: Values, place: Place): readonly ContentRow[] {
  const fields = asValues(schema["properties"]);
  return namesIn(schema).flatMap((name) => {
    const field = resolved(reader.form, asValues(fields[name]));
    const here = { at: [...place.at, name], names: [...place.names, labelOf(field, name, reader.reading)] };
    return Object.hasOwn(values, name) ? rowsOf(reader, field, values[name], here) : [];
  });
}

function rowsOf(reader: Reader, schema: Values, value: unknown, place: Place): readonly ContentRow[] {
  const { form, reading } = reader;
  if (!Array.isArray(value)) {
    const isGroup = typeof value === "object" && value !== null;
    if (isGroup) return rowsIn(reader, schema, asValues(value), place);
    return rowOf(textOf(schema, value, reading), place);
  }
  const items = resolved(form, asValues(schema["items"]));
  if (value.every((entry) => typeof entry !== "object")) {
    const texts = value.map((entry) => textOf(items, entry, reading));
    return rowOf(texts.join(reading.language === "zh" ? "、" : ", "), place);
  }
  return value.flatMap((entry, i) => {
    const n = String(i + 1);
    const names = [...place.names.slice(0, -1), `${place.names.at(-1)} ${n}`];
    return rowsOf(reader, items, entry, { at: [...place.at, n], names });
  });
}

const rowOf = (text: string, { at, names }: Place): readonly ContentRow[] =>
  text === "" ? [] : [{ at: at.join("/"), label: names.join(" · "), text }];

/** A schema with what it refers to in the same form. */
function resolved(form: Values, schema: Values): Values {
  const [, name] = /^#\/\$defs\/(.+)$/.exec(asText(schema["$ref"])) ?? [];
  return name === undefined ? schema : { ...asValues(asValues(form["$defs"])[name]), ...schema };
}

const labelOf = ({ "x-label": label }: Values, name: string, { say }: Reading): string =>
  say(bothOf(label)) || name;

const bothOf = (label: unknown): Text => ({
  zh: asText(asValues(label)["zh"]),
  en: asText(asValues(label)["en"]),
});

function textOf(schema: Values, value: unknown, { say, language, regionName }: Reading): string {
  if (typeof value === "boolean") return say(value ? FORM_TEXTS.yes : FORM_TEXTS.no);
  if (typeof value === "number") return String(value);
  const text = asText(value);
  const chosen = say(bothOf(asValues(schema["x-choices"])[text]));
  if (chosen !== "") return chosen;
  switch (schema["format"]) {
    case "date":
      return /^\d{4}-\d{2}-\d{2}$/.test(text) ? day(text, language) : text;
    case "money":
      return /^\d+\.\d{2}$/.test(text) ? yuan(text) : text;
    case "region":
      return regionName(text);
    default:
      return text;
  }
}
