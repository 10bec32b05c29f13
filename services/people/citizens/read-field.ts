import type { Message } from "../../kernel/message.ts";
import type { FieldWords } from "../../kernel/service.ts";

declare module "../../kernel/parts.ts" {
  interface Parts {
    /** How people read the fields of all services that are on record when they are read. */
    readonly fieldWords: FieldWords;
  }
}

/** A field that was read, and how people read it: "Housing-fund account: Balance". */
export type ReadField = { readonly field: string; readonly name: Message };

/** Parts of a list, which say nothing that its entries do not. */
const isOfList = (type: string): boolean => /(?:Connection|Edge)$/.test(type);

/** The fields of a record, each as "Type.field". One that the schema has no more is shown as it was recorded. */
export const namedFields = (fields: readonly string[], words: FieldWords): readonly ReadField[] =>
  fields.flatMap((field) => {
    const [type = "", name = ""] = field.split(".");
    if (isOfList(type)) return [];
    const of = Object.hasOwn(words, type) ? words[type] : undefined;
    const own = of && Object.hasOwn(of.fields, name) ? of.fields[name] : undefined;
    const text = (language: keyof Message): string =>
      of && own ? `${of.name[language]}${language === "zh" ? "：" : ": "}${own[language]}` : field;
    return [{ field, name: { zh: text("zh"), en: text("en") } }];
  });
