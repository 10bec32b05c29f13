import { regionText } from "../../../field/named-region.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Message, Values } from "../../../kernel/message.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type FormJudge, isOffered } from "../../catalogue/index.ts";
import type { PublishedType } from "../types/licence-type.ts";
import { coversDay, type LicenceMapping, type TrustedIssuer, type TrustedType } from "./trust-part.ts";

/** The outcome of a licence's verification, live or by its signature; a reason is in words, without a full stop. */
export type Verdict =
  | { readonly kind: "VALID" }
  | { readonly kind: "NOT_VALID" | "UNKNOWN"; readonly reason: Message };

/** A licence of another region, as it was shown. */
export type ForeignLicence = {
  /** The region whose platform it came from. */
  readonly region: RegionCode;
  /** The credit code of its issuer, as the licence states it. */
  readonly issuer: string;
  readonly vct: string;
  readonly issuedOn: CivilDate;
  /** Its statements, as far as they were disclosed. */
  readonly claims: Readonly<Record<string, unknown>>;
  readonly verdict: Verdict;
};

/** The use that is to be made of it: where, and on which day. */
export type Use = { readonly at: RegionCode; readonly on: CivilDate };

/** A type of ours in force, and the judge of its content. */
export type OwnType = { readonly type: PublishedType; readonly judge: FormJudge };

/** All that is in force about licences of other regions. */
export type Recognition = {
  readonly issuers: readonly TrustedIssuer[];
  readonly mappings: readonly LicenceMapping[];
  readonly ownType: (code: string) => OwnType | undefined;
};

/** A licence of another region as one of ours: it fills a material as that would. */
export type Recognised = {
  readonly type: PublishedType;
  readonly content: Readonly<Record<string, unknown>>;
  readonly issuer: TrustedIssuer;
  /** Its own type, as the issuer was trusted with it. */
  readonly foreignType: TrustedType;
  readonly mapping: LicenceMapping;
};

export const NOT_RECOGNISED = [
  ...(["UNTRUSTED_REGION", "UNTRUSTED_ISSUER", "TYPE_OUTSIDE_ISSUER", "UNMAPPED", "NOT_EQUIVALENT"] as const),
  ...(["PARTIAL", "FOREIGN_LICENCE_NOT_VALID", "FOREIGN_LICENCE_UNKNOWN", "CONTENT_UNFIT"] as const),
] as const;

/** The applicant is told which licence was not used and why: each code has its text, and these are its values. */
export type NotRecognised = { readonly code: (typeof NOT_RECOGNISED)[number]; readonly values: Values };

type Found<T> = Result<T, NotRecognised>;
const no = (code: NotRecognised["code"], values: Values) => err({ code, values });

/**
 * Whether a licence of another region counts as one of ours, and as which. It counts only where its issuer was trusted with
 * its type on the day of its issue, a mapping in force on the day of its use says that the type is wholly equivalent, it was
 * verified and found valid, and what it says stands up to the schema of our own type. Errors: the first of these that fails.
 */
export function recogniseLicence(
  licence: ForeignLicence,
  { at, on }: Use,
  recognition: Recognition,
): Found<Recognised> {
  const trusted = trustedType(licence, at, recognition.issuers);
  if (!trusted.ok) return trusted;
  const { values, issuer, foreignType } = trusted.value;
  const mapped = mappedType(licence, foreignType.typeCode, { at, on }, recognition);
  if (!mapped) return no("UNMAPPED", values);
  const { mapping, own } = mapped;
  const told = { ...values, own: own.type.name };
  if (mapping.equivalence === "NONE") return no("NOT_EQUIVALENT", told);
  if (mapping.equivalence === "PARTIAL") return no("PARTIAL", told);
  const { verdict } = licence;
  if (verdict.kind !== "VALID") {
    const code = verdict.kind === "NOT_VALID" ? "FOREIGN_LICENCE_NOT_VALID" : "FOREIGN_LICENCE_UNKNOWN";
    return no(code, { ...values, reason: verdict.reason });
  }
  const content = contentOf(licence.claims, mapping);
  const findings = own.judge(content, on);
  if (findings.length > 0) return no("CONTENT_UNFIT", { ...told, fields: fieldsOf(findings) });
  return ok({ type: own.type, content, issuer, foreignType, mapping });
}

/** Names of a licence that are looked up before anything is verified. */
type NamedLicence = Pick<ForeignLicence, "region" | "issuer" | "vct" | "issuedOn">;

type TrustedAs = Pick<Recognised, "issuer" | "foreignType"> & { readonly values: Values };

/** The issuer as it is trusted with the licence's type, for its use there. Errors: UNTRUSTED_REGION, UNTRUSTED_ISSUER, TYPE_OUTSIDE_ISSUER. */
export function trustedType(
  { region, issuer, vct, issuedOn }: NamedLicence,
  at: RegionCode,
  issuers: readonly TrustedIssuer[],
): Found<TrustedAs> {
  const known = { licence: vct, region: regionText(region) };
  const ofRegion = issuers.filter((one) => one.region === region && isOffered(one.regions, at));
  if (ofRegion.length === 0) return no("UNTRUSTED_REGION", known);
  const found = ofRegion.find(({ creditCode }) => creditCode === issuer);
  if (!found) return no("UNTRUSTED_ISSUER", { ...known, issuer });
  const ofType = found.types.filter((one) => one.vct === vct);
  const values = { ...known, licence: ofType[0]?.name ?? vct, issuer: found.name };
  const type = ofType.find((one) => coversDay(one, issuedOn));
  return type
    ? ok({ values, issuer: found, foreignType: type })
    : no("TYPE_OUTSIDE_ISSUER", { ...values, day: issuedOn });
}

/** No mapping to a type that is no longer in force: there is nothing that the licence could stand for. */
function mappedType(
  licence: NamedLicence,
  typeCode: string,
  use: Use,
  { mappings, ownType }: Recognition,
): { readonly mapping: LicenceMapping; readonly own: OwnType } | undefined {
  const mapping = mappingFor(licence, typeCode, use, mappings);
  const own = mapping && ownType(mapping.ownType);
  return own && { mapping, own };
}

/** The mapping in force of a licence's type, for its use there on that day. */
export const mappingFor = (
  { region, vct }: Pick<NamedLicence, "region" | "vct">,
  typeCode: string,
  { at, on }: Use,
  mappings: readonly LicenceMapping[],
): LicenceMapping | undefined =>
  mappings.find(
    (one) =>
      one.region === region &&
      one.vct === vct &&
      one.typeCode === typeCode &&
      isOffered(one.regions, at) &&
      coversDay(one, on),
  );

/** A claim that was not disclosed is no field of the content: the schema tells whether it can be without. */
const contentOf = (claims: ForeignLicence["claims"], { fields }: LicenceMapping): Recognised["content"] =>
  Object.fromEntries(
    fields.flatMap(({ field, claim }) => (Object.hasOwn(claims, claim) ? [[field, claims[claim]]] : [])),
  );

const fieldsOf = (findings: ReturnType<FormJudge>): string => {
  const names = findings.map(({ instancePath, params }) => {
    const missing: unknown = params["missingProperty"];
    return instancePath.split("/")[1] ?? (typeof missing === "string" ? missing : "");
  });
  return [...new Set(names.filter((name) => name !== ""))].join(", ");
};
