import { type Fields, isFields, readFields } from "../fields.ts";

/** The name of a claim, or the names that lead to one inside of others. */
export type ClaimName = string | readonly string[];

/** The things that a token may say of its bearer: docs/operators.md has each. */
const CLAIM_USES = [
  ...(["citizen", "mode", "name", "idNumber"] as const),
  ...(["officer", "roles", "region", "departments", "person"] as const),
] as const;
export type ClaimUse = (typeof CLAIM_USES)[number];

/** Under which names an issuer says them. A claim that is not named is not read. */
export type ClaimNames = Readonly<Partial<Record<ClaimUse, ClaimName>>>;

/** How a token says that its bearer's name and number are proven; EVERY_ACCOUNT where its issuer has no other accounts. */
export type Proof =
  | "EVERY_ACCOUNT"
  | { readonly claim: ClaimName; readonly values: readonly (string | boolean)[] };

/** An issuer's claims as they are stated, in JSON. */
export type StatedClaims = {
  readonly names: ClaimNames;
  readonly proof: Proof | undefined;
  /** Whether an officer of whose region a token says nothing has the whole country. */
  readonly isRegionOptional: boolean;
};

/**
 * For example `{"name":"name","idNumber":["id","number"],"proof":{"claim":"acr","values":["L3"]}}`. Undefined for what
 * makes no sense: an unknown use, a name or number without the other or without a proof, an officer without roles and
 * region.
 */
export function claimNamesIn(json: string): StatedClaims | undefined {
  const { proof: statedProof, ...stated } = readFields(json);
  const entries = Object.entries(stated);
  if (entries.length === 0 || !entries.every(([use, name]) => isUse(use) && isClaimName(name)))
    return undefined;
  const names: ClaimNames = Object.fromEntries(entries);
  const proof = proofIn(statedProof);
  const identity = [names.name, names.idNumber, proof].filter((one) => one !== undefined);
  if (identity.length !== 0 && identity.length !== 3) return undefined;
  if (statedProof !== undefined && !proof) return undefined;
  const isWhole = !names.officer || (names.roles && names.region);
  return isWhole ? { names, proof, isRegionOptional: false } : undefined;
}

function proofIn(stated: unknown): Proof | undefined {
  if (stated === "EVERY_ACCOUNT") return stated;
  if (!isFields(stated)) return undefined;
  const { claim, values }: Fields = stated;
  if (!isClaimName(claim) || !Array.isArray(values) || values.length === 0) return undefined;
  const readable = values.filter((value) => isText(value) || typeof value === "boolean");
  return readable.length === values.length ? { claim, values: readable } : undefined;
}

const isUse = (name: string): name is ClaimUse => CLAIM_USES.some((use) => use === name);

const isClaimName = (value: unknown): value is ClaimName => isText(value) || isTexts(value);

const isTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.length > 0 && value.every(isText);

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";
