import { isTypeCode } from "../../../field/licence-identifier.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { isFields } from "../../../kernel/fields.ts";
import {
  bothOf,
  isOffered,
  isSecondEditor,
  lawTexts,
  missingLists,
  missingTexts,
  type Violation,
  violation,
} from "../../catalogue/index.ts";
import { isVct, type LicenceType } from "../types/licence-type.ts";
import { isSameKey } from "./public-key.ts";
import {
  areasMeet,
  type LicenceMapping,
  overlaps,
  type TrustDraft,
  type TrustedIssuer,
  type TrustHead,
  type TrustPart,
} from "./trust-part.ts";

/** The rest of the list that a part has to go with. */
export type Beside = {
  /** The part as it stands in the list now. */
  readonly head: TrustHead | undefined;
  /** Of a mapping: the type of ours that is in force under its code, and all mappings of the same region. */
  readonly ownType: LicenceType | undefined;
  readonly mappings: readonly LicenceMapping[];
};

/** Whether a draft says something that nobody has agreed to. */
export const isOpen = ({ revision }: TrustDraft, head: TrustHead | undefined): boolean =>
  head?.draftRevision !== revision;

/** Four eyes: what an officer has written down is agreed to by one who has not. */
export const mayAgree = (
  draft: TrustDraft,
  head: TrustHead | undefined,
  officer: Pick<Officer, "id" | "person">,
): boolean => isOpen(draft, head) && isSecondEditor(draft, officer);

/** All that keeps a draft from coming into the list. */
export const trustViolations = (part: TrustPart, beside: Beside): readonly Violation[] => [
  ...missingLists([
    ["TRUST_LEGAL_BASIS_MISSING", "legalBasis", part.legalBasis],
    ["REGION_MISSING", "regions", part.regions],
  ]),
  ...missingTexts([...bothOf(part.department.name, "department", "name"), ...lawTexts(part.legalBasis)]),
  ...(isForeign(part) ? [] : [violation("REGION_NOT_FOREIGN", ["region"])]),
  ...(part.kind === "ISSUER" ? ofIssuer(part, beside) : ofMapping(part, beside)),
];

/** Nobody trusts their own region by this list: neither one around it, nor one in it. */
const isForeign = ({ region, regions }: TrustPart): boolean => !areasMeet(regions, [region]);

const isReversed = ({ from, until }: { readonly from: string; readonly until?: string }): boolean =>
  until !== undefined && until < from;

const reversed = (spans: readonly { readonly from: string; readonly until?: string }[], list: string) =>
  spans.flatMap((span, i) =>
    isReversed(span) ? [violation("TRUST_PERIOD_REVERSED", [list, String(i), "until"])] : [],
  );

const wrongNames = (
  { vct, typeCode }: { readonly vct: string; readonly typeCode: string },
  ...at: readonly string[]
): Violation[] => [
  ...(isTypeCode(typeCode) ? [] : [violation("TYPE_CODE_INVALID", [...at, "typeCode"])]),
  ...(isVct(vct) ? [] : [violation("VCT_INVALID", [...at, "vct"])]),
];

const ofIssuer = (issuer: TrustedIssuer, { head }: Beside): readonly Violation[] => [
  ...missingLists([
    ["KEY_MISSING", "keys", issuer.keys],
    ["TRUSTED_TYPE_MISSING", "types", issuer.types],
  ]),
  ...missingTexts([
    ...bothOf(issuer.name, "name"),
    ...issuer.types.flatMap(({ name }, i) => bothOf(name, "types", String(i), "name")),
    ...issuer.keys.map(({ keyId }, i) => [keyId, ["keys", String(i), "keyId"]] as const),
  ]),
  ...(isPlatform(issuer.platform) ? [] : [violation("PLATFORM_ADDRESS_INVALID", ["platform"])]),
  ...issuer.types.flatMap((type, i) => wrongNames(type, "types", String(i))),
  ...reversed(issuer.types, "types"),
  ...reversed(issuer.keys, "keys"),
  ...wrongKeys(issuer, head),
];

/** An address of the web that names a place and nothing else: no sign-in, no query. */
function isPlatform(text: string): boolean {
  const url = URL.parse(text);
  if (url?.protocol !== "https:") return false;
  return url.username === "" && url.password === "" && url.search === "" && url.hash === "";
}

/** A key's id stays its own, and a key that was given away does not come back under another. */
function wrongKeys({ keys }: TrustedIssuer, head: TrustHead | undefined): Violation[] {
  const before = head?.part.kind === "ISSUER" ? head.part.keys : [];
  const compromised = (head?.compromises ?? []).map(({ key }) => key);
  return keys.flatMap((key, i) => {
    const at = ["keys", String(i), "publicKey"];
    const { keyId } = key;
    const known = [...before, ...compromised].find((one) => one.keyId === keyId);
    if (known && !isSameKey(known, key)) return [violation("KEY_ID_TAKEN", at, { keyId })];
    const isBack = compromised.some((one) => one.keyId !== keyId && isSameKey(one, key));
    if (isBack) return [violation("KEY_COMPROMISED", at)];
    const isTwice = keys.some((one, j) => j < i && isSameKey(one, key));
    return isTwice ? [violation("KEY_NOT_UNIQUE", at)] : [];
  });
}

function ofMapping(mapping: LicenceMapping, { head, ownType, mappings }: Beside): readonly Violation[] {
  const path = ["vct"];
  const other = mappings.find((one) => one.code !== mapping.code && isRival(one, mapping));
  return [
    ...wrongNames(mapping),
    ...(isReversed(mapping) ? [violation("TRUST_PERIOD_REVERSED", ["until"])] : []),
    ...(ownType
      ? ofOwnType(mapping, ownType)
      : [violation("OWN_TYPE_UNKNOWN", ["ownType"], { type: mapping.ownType })]),
    ...(other ? [violation("MAPPING_OVERLAPS", path, { code: other.code })] : []),
    ...changedIdentity(mapping, head),
  ];
}

/** Whether two mappings would both speak of one licence: of one type by either of its names, on one day, in one place. */
const isRival = (one: LicenceMapping, other: LicenceMapping): boolean =>
  one.region === other.region &&
  (one.vct === other.vct || one.typeCode === other.typeCode) &&
  overlaps(one, other) &&
  areasMeet(one.regions, other.regions);

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === "string") : [];

function ofOwnType({ equivalence, fields, regions }: LicenceMapping, ownType: LicenceType): Violation[] {
  const { properties, required } = ownType.content;
  const names = isFields(properties) ? Object.keys(properties) : [];
  const mapped = fields.map(({ field }) => field);
  const unmapped = equivalence === "FULL" ? textsIn(required).filter((name) => !mapped.includes(name)) : [];
  return [
    ...fields.flatMap(({ field, claim }, i) => [
      ...(names.includes(field)
        ? []
        : [violation("FIELD_UNKNOWN", ["fields", String(i), "field"], { field })]),
      ...(claim === "" ? [violation("TEXT_MISSING", ["fields", String(i), "claim"])] : []),
    ]),
    ...unmapped.map((field) => violation("FIELD_UNMAPPED", ["fields", field], { field })),
    ...(regions.every((region) => isOffered(ownType.regions, region))
      ? []
      : [violation("MAPPING_OUTSIDE_TYPE", ["regions"])]),
  ];
}

const MAPPING_IDENTITY = ["vct", "typeCode"] as const;

const changedIdentity = (mapping: LicenceMapping, head: TrustHead | undefined): Violation[] => {
  const before = head?.part;
  return before?.kind !== "MAPPING"
    ? []
    : MAPPING_IDENTITY.filter((field) => before[field] !== mapping[field]).map((field) =>
        violation("MAPPING_IDENTITY_CHANGED", [field]),
      );
};
