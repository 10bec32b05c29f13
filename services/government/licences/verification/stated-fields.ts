import { regionText } from "../../../field/named-region.ts";
import { isRegionCode } from "../../../field/region.ts";
import type { Language } from "../../../kernel/message.ts";
import { type LocalizedText, labelOf } from "../../catalogue/index.ts";
import { valueText } from "../rendering/values.ts";
import type { LicenceVersion } from "../repository/electronic-licence.ts";
import type { LicenceType } from "../types/licence-type.ts";
import { minimalFields } from "./verification.ts";

/** A field of a content, as people read it. */
export type StatedField = {
  readonly field: string;
  readonly label: LocalizedText;
  readonly value: LocalizedText;
};

/** The least of what a version says, as people read it. */
export const statedFields = (
  version: Pick<LicenceVersion, "content">,
  type: Pick<LicenceType, "content" | "disclosures">,
): readonly StatedField[] =>
  minimalFields(version, type).map(({ field, value }) => {
    const textIn = (language: Language): string =>
      valueText(value, [field], { form: type.content, language, regionText: regionNamed });
    return { field, label: labelOf(type.content, [field]), value: { zh: textIn("zh"), en: textIn("en") } };
  });

const regionNamed = (code: string): LocalizedText | undefined =>
  isRegionCode(code) ? regionText(code) : undefined;
