import type { CivilDate } from "../../../kernel/civil-date.ts";
import { heldFields, type Violation, violation } from "../../catalogue/index.ts";
import { isHolderNumber } from "../types/holder-number.ts";
import type { LicenceType } from "../types/licence-type.ts";
import { areasMeet, type LicenceMapping, type TrustedIssuer } from "./trust-part.ts";

/** The rest of the list, and our own type, by which a mapping lets licences fill materials or never does. */
export type AroundMapping = {
  /** The type of ours that is in force under its code. */
  readonly ownType: Pick<LicenceType, "content"> | undefined;
  /** Those of the mapping's region that are in the list. */
  readonly issuers: readonly TrustedIssuer[];
};

/**
 * Why no licence could fill a material by a mapping as the list stands, though nothing keeps it from coming into the list.
 * Nothing is said of a type that does not wholly stand for ours, for that is what such a mapping says.
 */
export function mappingWarnings(
  mapping: LicenceMapping,
  { ownType, issuers }: AroundMapping,
  today: CivilDate,
): readonly Violation[] {
  if (mapping.equivalence !== "FULL") return [];
  return [
    ...(ownType ? ofHolder(mapping, ownType) : []),
    ...(mapping.until !== undefined && mapping.until < today ? [violation("MAPPING_OVER", ["until"])] : []),
    ...(issuers.some((issuer) => mayIssue(issuer, mapping))
      ? []
      : [violation("MAPPING_WITHOUT_ISSUER", ["vct"])]),
  ];
}

/** By no other field can anybody tell that a licence is not somebody else's. */
function ofHolder(
  { fields, ownType: type }: LicenceMapping,
  { content }: Pick<LicenceType, "content">,
): Violation[] {
  const named = heldFields(content).filter(({ source }) => isHolderNumber(source));
  if (named.length === 0) return [violation("HOLDER_NUMBER_NOT_IN_TYPE", ["ownType"], { type })];
  const isMapped = named.some(({ path }) => fields.some(({ field }) => field === path[0]));
  const names = [...new Set(named.map(({ path }) => path[0] ?? ""))].join(", ");
  return isMapped ? [] : [violation("HOLDER_NUMBER_UNMAPPED", ["fields"], { fields: names })];
}

const mayIssue = ({ types, regions }: TrustedIssuer, mapping: LicenceMapping): boolean =>
  types.some(({ vct, typeCode }) => vct === mapping.vct && typeCode === mapping.typeCode) &&
  areasMeet(regions, mapping.regions);
