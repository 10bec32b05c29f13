import type { Text } from "../../shared/texts/text.ts";
import { asList, asText, asValues, type Values, withValue } from "./values.ts";

/** A page of a form: its title, and the names of its fields in their order. */
export type PageOfForm = { readonly title: Text; readonly fields: readonly string[] };

/** A form, and how it gets its next shape. */
export type FormEditing = { readonly form: Values; readonly change: (form: Values) => void };

/** A form of nothing yet, in its outline. */
export const blankForm = (): Values => ({
  ...{ type: "object", "x-label": { zh: "", en: "" }, "x-pages": [], properties: {}, required: [] },
});

export const pagesOf = (form: Values): readonly PageOfForm[] =>
  asList(form["x-pages"]).map((page) => {
    const { title, fields } = asValues(page);
    const { zh, en } = asValues(title);
    return { title: { zh: asText(zh), en: asText(en) }, fields: asList(fields).map(asText) };
  });

export const propertiesOf = (form: Values): Values => asValues(form["properties"]);
export const schemaOf = (form: Values, name: string): Values => asValues(propertiesOf(form)[name]);
export const isRequired = (form: Values, name: string): boolean => asList(form["required"]).includes(name);

/** The fields that stand on no page, which the platform does not publish. */
export function strayFields(form: Values): readonly string[] {
  const placed = new Set(pagesOf(form).flatMap(({ fields }) => fields));
  return Object.keys(propertiesOf(form)).filter((name) => !placed.has(name));
}

const withPages = (form: Values, pages: readonly PageOfForm[]): Values => ({ ...form, "x-pages": pages });

const changedAt = (form: Values, at: number, change: (page: PageOfForm) => PageOfForm): Values =>
  withPages(
    form,
    pagesOf(form).map((page, i) => (i === at ? change(page) : page)),
  );

export const withPage = (form: Values): Values =>
  withPages(form, [...pagesOf(form), { title: { zh: "", en: "" }, fields: [] }]);

export const withTitle = (form: Values, at: number, title: Text): Values =>
  changedAt(form, at, (page) => ({ ...page, title }));

/** Its fields stay, on no page. */
export const withoutPage = (form: Values, at: number): Values =>
  withPages(
    form,
    pagesOf(form).filter((_, i) => i !== at),
  );

export const withSchema = (form: Values, name: string, schema: Values): Values =>
  withValue(form, ["properties", name], schema);

/** A new field, at the end of a page, called by a name that is still free. */
export function withField(form: Values, at: number): Values {
  const taken = propertiesOf(form);
  let n = Object.keys(taken).length + 1;
  while (Object.hasOwn(taken, `field${n}`)) n += 1;
  const name = `field${n}`;
  const schema = { type: "string", maxLength: 200, "x-label": { zh: "", en: "" } };
  return changedAt(withSchema(form, name, schema), at, (page) => ({
    ...page,
    fields: [...page.fields, name],
  }));
}

export function withoutField(form: Values, name: string): Values {
  const properties = Object.fromEntries(Object.entries(propertiesOf(form)).filter(([one]) => one !== name));
  const pages = pagesOf(form).map((page) => ({
    ...page,
    fields: page.fields.filter((one) => one !== name),
  }));
  const required = asList(form["required"]).filter((one) => one !== name);
  return { ...withPages(form, pages), properties, required };
}

/** Another name for a field; nothing where it is taken. Conditions and rules that name it are the editor's to change. */
export function renamed(form: Values, from: string, to: string): Values {
  if (from === to || to === "" || Object.hasOwn(propertiesOf(form), to)) return form;
  const named = (name: unknown): unknown => (name === from ? to : name);
  const properties = Object.fromEntries(
    Object.entries(propertiesOf(form)).map(([name, schema]) => [name === from ? to : name, schema]),
  );
  const pages = pagesOf(form).map((page) => ({ ...page, fields: page.fields.map(named).map(asText) }));
  return { ...withPages(form, pages), properties, required: asList(form["required"]).map(named) };
}

export const withRequired = (form: Values, name: string, isNeeded: boolean): Values => ({
  ...form,
  required: [...asList(form["required"]).filter((one) => one !== name), ...(isNeeded ? [name] : [])],
});

/** To the end of another page. */
export const movedTo = (form: Values, name: string, at: number): Values =>
  withPages(
    form,
    pagesOf(form).map((page, i) => {
      const fields = page.fields.filter((one) => one !== name);
      return { ...page, fields: i === at ? [...fields, name] : fields };
    }),
  );

/** One place up within its page. */
export const movedUp = (form: Values, name: string): Values =>
  withPages(
    form,
    pagesOf(form).map((page) => {
      const at = page.fields.indexOf(name);
      const before = page.fields[at - 1];
      if (at < 1 || before === undefined) return page;
      return { ...page, fields: page.fields.with(at - 1, name).with(at, before) };
    }),
  );
