import { regionText } from "../../../field/named-region.ts";
import { isRegionCode } from "../../../field/region.ts";
import type { Language, Message } from "../../../kernel/message.ts";
import { formPages, type LocalizedText, labelOf } from "../../catalogue/index.ts";
import { valueText } from "../rendering/values.ts";
import type { Disclosure, LicenceTypeContent } from "../types/licence-type.ts";
import type { LicenceContent } from "./electronic-licence.ts";

/** A field of a licence as people read it. */
export type ReadField = {
  /** As the content has it. */
  readonly name: string;
  readonly label: LocalizedText;
  readonly text: LocalizedText;
  readonly disclosure: Disclosure;
};

/** The text of a region's code; undefined for what is none. */
export const regionTextOf = (code: string): Message | undefined =>
  isRegionCode(code) ? regionText(code) : undefined;

/**
 * The fields of a content as people read them, in the order of the type's pages; one that says nothing is left out, and so is one
 * of which the type does not say how much it tells.
 */
export function readFields(
  { content: form, disclosures }: Pick<LicenceTypeContent, "content" | "disclosures">,
  content: LicenceContent,
): readonly ReadField[] {
  const textIn = (name: string, language: Language): string =>
    valueText(content[name], [name], { form, language, regionText: regionTextOf });
  const onPages = formPages(form).flatMap(({ fields }) => fields.map(({ path: [field = ""] }) => field));
  return [...new Set(onPages)].flatMap((name) => {
    const disclosure = disclosures.find(({ field }) => field === name)?.disclosure;
    const text = { zh: textIn(name, "zh"), en: textIn(name, "en") };
    return disclosure && text.zh !== "" ? [{ name, label: labelOf(form, [name]), text, disclosure }] : [];
  });
}
