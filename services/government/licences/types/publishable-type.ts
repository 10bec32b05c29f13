import { isTypeCode } from "../../../field/licence-identifier.ts";
import { isFields } from "../../../kernel/fields.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  bothOf,
  type FormReview,
  formViolations,
  isOffered,
  lawTexts,
  missingLists,
  missingTexts,
  type NotPublishable,
  type Violation,
  violation,
} from "../../catalogue/index.ts";
import { RESERVED_NAMES } from "../reserved-names.ts";
import { directoryNames, directoryViolations } from "./directory-entry.ts";
import { isVct, type LicenceTypeContent, type TypeHead } from "./licence-type.ts";
import { templateViolations } from "./publishable-template.ts";

const MONTHS_MAX = 1_200;

/**
 * Whether a draft may be published: no licence without a law, an issuer and a holder who can read it. The head is that of the
 * version in force, whose identity the next one keeps: licences of both are found by it.
 */
export function publishableType(
  draft: LicenceTypeContent,
  head: TypeHead | undefined,
  review: FormReview,
): Result<LicenceTypeContent, NotPublishable> {
  const violations = [
    ...missingParts(draft),
    ...(isTypeCode(draft.typeCode) ? [] : [violation("TYPE_CODE_INVALID", ["typeCode"])]),
    ...(isVct(draft.vct) ? [] : [violation("VCT_INVALID", ["vct"])]),
    ...formViolations(draft.content, review).map(({ path: [, ...path], ...rest }) => ({
      ...rest,
      path: ["content", ...path],
    })),
    ...reservedNames(draft.content, ["content"]),
    ...wrongDisclosures(draft),
    ...wrongValidity(draft),
    ...wrongIssuers(draft),
    ...templateViolations(draft),
    ...directoryViolations(draft.directory),
    ...changedIdentity(draft, head),
  ];
  return violations.length > 0 ? err({ code: "NOT_PUBLISHABLE", violations }) : ok(draft);
}

const missingParts = ({
  name,
  department,
  regions,
  legalBasis,
  issuers,
  directory,
}: LicenceTypeContent): Violation[] => [
  ...missingLists([
    ["TYPE_LEGAL_BASIS_MISSING", "legalBasis", legalBasis],
    ["REGION_MISSING", "regions", regions],
    ["ISSUER_MISSING", "issuers", issuers],
  ]),
  ...missingTexts([
    ...bothOf(name, "name"),
    ...bothOf(department.name, "department", "name"),
    ...lawTexts(legalBasis),
    ...issuers.flatMap((issuer, i) =>
      bothOf(issuer.department.name, "issuers", String(i), "department", "name"),
    ),
    ...directoryNames(directory).flatMap(({ name: of, at }) => bothOf(of, ...at)),
  ]),
];

const propertiesOf = ({ content }: LicenceTypeContent): Readonly<Record<string, unknown>> =>
  isFields(content["properties"]) ? content["properties"] : {};

/** A credential could not say a field of such a name, at whatever depth it stands. */
function reservedNames(schema: unknown, path: readonly string[]): Violation[] {
  if (!isFields(schema)) return [];
  const properties = isFields(schema["properties"]) ? Object.entries(schema["properties"]) : [];
  return [
    ...properties.flatMap(([name, field]) => {
      const at = [...path, "properties", name];
      const own = RESERVED_NAMES.includes(name)
        ? [violation("CONTENT_NAME_RESERVED", at, { field: name })]
        : [];
      return [...own, ...reservedNames(field, at)];
    }),
    ...reservedNames(schema["items"], [...path, "items"]),
  ];
}

/** Each field has one; something is shown even where as little as possible is. */
function wrongDisclosures(draft: LicenceTypeContent): Violation[] {
  const fields = Object.keys(propertiesOf(draft));
  const stated = draft.disclosures.map(({ field }) => field);
  const isShown = draft.disclosures.some(({ disclosure }) => disclosure === "MINIMAL");
  return [
    ...fields
      .filter((field) => !stated.includes(field))
      .map((field) => violation("DISCLOSURE_MISSING", ["disclosures", field], { field })),
    ...stated
      .filter((field) => !fields.includes(field))
      .map((field) => violation("DISCLOSURE_OF_NOTHING", ["disclosures", field], { field })),
    ...(isShown ? [] : [violation("DISCLOSURE_NEVER_MINIMAL", ["disclosures"])]),
  ];
}

/** A day that ends a licence is one that every licence states. */
function wrongValidity(draft: LicenceTypeContent): Violation[] {
  const { validity, content } = draft;
  if (validity.kind === "MONTHS") {
    const { months } = validity;
    const values = { min: "1", max: String(MONTHS_MAX) };
    return Number.isInteger(months) && months >= 1 && months <= MONTHS_MAX
      ? []
      : [violation("VALIDITY_OUT_OF_RANGE", ["validity", "months"], values)];
  }
  if (validity.kind === "PERMANENT") return [];
  if (validity.field === "") return [violation("VALIDITY_FIELD_MISSING", ["validity", "field"])];
  const properties = propertiesOf(draft);
  const field = Object.hasOwn(properties, validity.field) ? properties[validity.field] : undefined;
  const isDay = isFields(field) && field["type"] === "string" && field["format"] === "date";
  const required = content["required"];
  return isDay && Array.isArray(required) && required.includes(validity.field)
    ? []
    : [violation("VALIDITY_FIELD_UNFIT", ["validity", "field"], { field: validity.field })];
}

const wrongIssuers = ({ issuers, regions }: LicenceTypeContent): Violation[] =>
  issuers.flatMap((issuer, i) => {
    const at = (...path: readonly string[]) => ["issuers", String(i), ...path];
    return [
      ...(issuer.regions.length === 0 ? [violation("REGION_MISSING", at("regions"))] : []),
      ...(issuer.regions.every((region) => isOffered(regions, region))
        ? []
        : [violation("ISSUER_OUTSIDE_REGIONS", at("regions"))]),
      ...(issuer.until !== undefined && issuer.until < issuer.from
        ? [violation("ISSUER_PERIOD_REVERSED", at("until"))]
        : []),
    ];
  });

const IDENTITY = ["typeCode", "vct", "holderKind"] as const;

const changedIdentity = (draft: LicenceTypeContent, head: TypeHead | undefined): Violation[] =>
  IDENTITY.filter((field) => head !== undefined && head[field] !== draft[field]).map((field) =>
    violation("TYPE_IDENTITY_CHANGED", [field]),
  );
