import { regionText } from "../../../field/named-region.ts";
import { isRegionCode } from "../../../field/region.ts";
import type { Language, Message } from "../../../kernel/message.ts";
import { formPages, type LocalizedText, labelOf } from "../../catalogue/index.ts";
import { valueText } from "../rendering/values.ts";
import type { Disclosure, LicenceTypeContent } from "../types/licence-type.ts";
import type { LicenceContent } from "./electronic-licence.ts";

/** The name of a field for people, and the text that they read in it. */
export type FieldText = { readonly label: LocalizedText; readonly text: LocalizedText };

/** A field of a licence as people read it. */
export type ReadField = FieldText & {
  /** As the content has it. */
  readonly name: string;
  readonly disclosure: Disclosure;
};

/** The text of a region's code; undefined for what is none. */
export const regionTextOf = (code: string): Message | undefined =>
  isRegionCode(code) ? regionText(code) : undefined;

/** A field of a content as people read it; its text is empty where it says nothing. */
export function fieldText(
  { content: form }: Pick<LicenceTypeContent, "content">,
  content: LicenceContent,
  name: string,
): FieldText {
  const textIn = (language: Language): string =>
    valueText(content[name], [name], { form, language, regionText: regionTextOf });
  return { label: labelOf(form, [name]), text: { zh: textIn("zh"), en: textIn("en") } };
}

/**
 * The fields of a content as people read them, in the order of the type's pages; one that says nothing is left out, and so is one
 * of which the type does not say how much it tells.
 */
export function readFields(
  type: Pick<LicenceTypeContent, "content" | "disclosures">,
  content: LicenceContent,
): readonly ReadField[] {
  const onPages = formPages(type.content).flatMap(({ fields }) =>
    fields.map(({ path: [field = ""] }) => field),
  );
  return [...new Set(onPages)].flatMap((name) => {
    const disclosure = type.disclosures.find(({ field }) => field === name)?.disclosure;
    const read = fieldText(type, content, name);
    return disclosure && read.text.zh !== "" ? [{ name, ...read, disclosure }] : [];
  });
}
