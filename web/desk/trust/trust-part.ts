import { readFragment } from "../../shared/generated/fragment-masking.ts";
import type { Text } from "../../shared/texts/text.ts";
import type { Spec } from "../drafts/specs.ts";
import type { Values } from "../drafts/values.ts";
import type { DeskOfficer } from "../use-officer.ts";
import { issuerSections, issuerValues } from "./issuer-values.ts";
import { mappingSections, mappingValues } from "./mapping-values.ts";
import { ISSUER, MAPPING, type TrustPart } from "./trust-operations.ts";

/** A part as the platform has it, to be typed on and to be compared. */
export const partValues = (part: TrustPart): Values =>
  part.__typename === "TrustedIssuer"
    ? issuerValues(readFragment(ISSUER, part))
    : mappingValues(readFragment(MAPPING, part));

/** All that its editor asks for. */
export const partSpecs = ({ __typename }: TrustPart, officer: DeskOfficer): readonly Spec[] =>
  (__typename === "TrustedIssuer" ? issuerSections(officer) : mappingSections(officer)).flatMap(
    ({ specs }) => specs,
  );

/** How a part is called: an issuer by its name, a mapping by that which editors gave it. */
export function partName(part: TrustPart): Text {
  if (part.__typename === "TrustedIssuer") return readFragment(ISSUER, part).name;
  const { code } = readFragment(MAPPING, part);
  return { zh: code, en: code };
}
