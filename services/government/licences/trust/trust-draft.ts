import { CODE_LENGTH_MAX, isCode } from "../../../field/code.ts";
import { isCreditCode } from "../../../field/credit-code.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import {
  readDepartment,
  readLegalBasis,
  startReading,
  type TermReader,
  tooLarge,
  type Violation,
} from "../../catalogue/index.ts";
import { type KeyAlgorithm, readPublicKey } from "./public-key.ts";
import { type LicenceMapping, partCode, type TrustedIssuer, type TrustedKey } from "./trust-part.ts";

type Absent = null | undefined;
type Open<T extends { readonly until?: unknown }> = Omit<T, "until"> & {
  readonly until?: T["until"] | Absent;
};

/** An issuer's draft as an editor sends it. */
export type IssuerInput = Omit<TrustedIssuer, "kind" | "code" | "creditCode" | "keys" | "types"> & {
  readonly creditCode: string;
  readonly keys: readonly KeyInput[];
  readonly types: readonly Open<TrustedIssuer["types"][number]>[];
};

type KeyInput = {
  readonly keyId: string;
  readonly algorithm: KeyAlgorithm;
  readonly publicKey: Readonly<Record<string, unknown>>;
  readonly from: Instant;
  readonly until?: Instant | Absent;
};

/** A mapping's draft as an editor sends it, with its name among those of its region. */
export type MappingInput = Open<Omit<LicenceMapping, "kind" | "code">> & { readonly name: string };

const LIMITS = {
  KEYS_MAX: 20,
  KEY_ID_LENGTH_MAX: 100,
  TYPES_MAX: 100,
  FIELDS_MAX: 100,
  FIELD_LENGTH_MAX: 64,
  VCT_LENGTH_MAX: 200,
  TYPE_CODE_LENGTH: 21,
  ADDRESS_LENGTH_MAX: 200,
} as const;

/** Brings an issuer's draft into its one form, and refuses what cannot be kept; a private key above all. */
export function checkIssuerDraft(input: IssuerInput): Result<TrustedIssuer, Violation> {
  const { region, creditCode } = input;
  if (!isCreditCode(creditCode))
    return err({ code: "CREDIT_CODE_INVALID", values: {}, path: ["creditCode"] });
  const read = startReading();
  const checked: TrustedIssuer = {
    ...{ kind: "ISSUER", code: partCode(region, creditCode), region, creditCode },
    name: read.name(input.name, "name"),
    platform: read.text(input.platform, LIMITS.ADDRESS_LENGTH_MAX, "platform"),
    keys: readKeys(read, input.keys),
    types: read.list(input.types, LIMITS.TYPES_MAX, "types", ({ from, until, ...type }, i) => ({
      ...readNames(read, type, "types", i),
      name: read.name(type.name, "types", i, "name"),
      ...days(from, until),
    })),
    ...readAnswered(read, input),
  };
  const problem = read.problem() ?? tooLarge(checked, "TRUST_TOO_LARGE");
  return problem ? err(problem) : ok(checked);
}

/** Brings a mapping's draft into its one form, and refuses what cannot be kept. */
export function checkMappingDraft(input: MappingInput): Result<LicenceMapping, Violation> {
  const { name, region, equivalence, from, until } = input;
  const code = partCode(region, name);
  if (!isCode(code) || !isCode(name)) {
    const max = String(CODE_LENGTH_MAX - partCode(region, "").length);
    return err({ code: "CODE_INVALID", values: { max }, path: ["name"] });
  }
  const read = startReading();
  const fields = read.list(input.fields, LIMITS.FIELDS_MAX, "fields", ({ field, claim }, i) => ({
    field: read.text(field, LIMITS.FIELD_LENGTH_MAX, "fields", i, "field"),
    claim: read.text(claim, LIMITS.FIELD_LENGTH_MAX, "fields", i, "claim"),
  }));
  refuseRepeated(
    read,
    "fields",
    "field",
    fields.map(({ field }) => field),
  );
  const checked: LicenceMapping = {
    ...{ kind: "MAPPING", code, region, ...readNames(read, input) },
    ...{ ownType: read.code(input.ownType, "ownType"), equivalence, fields, ...days(from, until) },
    ...readAnswered(read, input),
  };
  const problem = read.problem() ?? tooLarge(checked, "TRUST_TOO_LARGE");
  return problem ? err(problem) : ok(checked);
}

const days = <T>(from: T, until: T | Absent) => ({ from, ...(until ? { until } : {}) });

/** The names by which licences of a type are known. */
const readNames = (
  read: TermReader,
  { vct, typeCode }: { readonly vct: string; readonly typeCode: string },
  ...at: readonly string[]
) => ({
  vct: read.text(vct, LIMITS.VCT_LENGTH_MAX, ...at, "vct"),
  typeCode: read.text(typeCode, LIMITS.TYPE_CODE_LENGTH, ...at, "typeCode"),
});

const readAnswered = (
  read: TermReader,
  { department, regions, legalBasis }: Pick<TrustedIssuer, "department" | "regions" | "legalBasis">,
) => ({
  department: readDepartment(read, department),
  regions: read.set(regions, "regions"),
  legalBasis: readLegalBasis(read, legalBasis),
});

function readKeys(read: TermReader, keys: readonly KeyInput[]): TrustedKey[] {
  const found = read
    .list(keys, LIMITS.KEYS_MAX, "keys", ({ keyId, algorithm, publicKey, from, until }, i) => {
      const key = readPublicKey(algorithm, publicKey);
      if (!key) read.refuse({ code: "PUBLIC_KEY_INVALID", values: {}, path: ["keys", i, "publicKey"] });
      const named = {
        keyId: read.text(keyId, LIMITS.KEY_ID_LENGTH_MAX, "keys", i, "keyId"),
        ...days(from, until),
      };
      return key ? [{ ...key, ...named }] : [];
    })
    .flat();
  refuseRepeated(
    read,
    "keys",
    "keyId",
    found.map(({ keyId }) => keyId),
  );
  return found;
}

function refuseRepeated(read: TermReader, list: string, field: string, names: readonly string[]): void {
  const twice = names.findIndex((name, i) => names.indexOf(name) < i);
  if (twice < 0) return;
  const values = { value: names[twice] ?? "" };
  read.refuse({ code: "CODE_NOT_UNIQUE", values, path: [list, String(twice), field] });
}
