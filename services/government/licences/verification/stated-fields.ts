import type { LocalizedText } from "../../catalogue/index.ts";
import type { LicenceVersion } from "../repository/electronic-licence.ts";
import { fieldText } from "../repository/licence-fields.ts";
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
  minimalFields(version, type).map((field) => {
    const { label, text } = fieldText(type, version.content, field);
    return { field, label, value: text };
  });
