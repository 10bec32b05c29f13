import {
  type PublicKey,
  p256KeyOfPoint,
} from "../../../../services/government/licences/issuer-keys/public-key.ts";
import { SEED_BYTES, signingKeyOf } from "../../../../services/kernel/process/signing-key.ts";
import { everyNode } from "../../../support/asking.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { DEPARTMENT, typesOf } from "../types.ts";

const ISSUER = `... on TrustedIssuer { code region creditCode name { zh en } platform
  keys { keyId algorithm publicKey from until compromisedSince } types { vct typeCode name { zh en } from until }
  legalBasis { law article } department { code name { zh en } } regions }`;
const MAPPING = `... on LicenceMapping { code region vct typeCode ownType equivalence fields { field claim } from until
  legalBasis { law article } department { code name { zh en } } regions }`;
const PART = `__typename ${ISSUER} ${MAPPING}`;
const REFUSED = "... on Refusal { code message } ... on InvalidInput { path }";
const AGREED = `${PART} ${REFUSED} ... on NotAllowedNow { state availableActions }
  ... on NotPublishable { violations { code message path } }`;

type Changes = Readonly<Record<string, unknown>>;

/** A key of P-256 as a JWK, another for each seed. */
export const jwkOf = (seed: number): PublicKey =>
  p256KeyOfPoint(signingKeyOf(Buffer.alloc(SEED_BYTES, seed)).publicKey);

export const keyOf = (keyId: string, seed: number, changes: Changes = {}): Changes => ({
  ...{ keyId, algorithm: "ES256", publicKey: jwkOf(seed), from: "2026-01-01T00:00:00.000Z", until: null },
  ...changes,
});

const ANSWERED = {
  department: DEPARTMENT,
  regions: ["110000"],
  legalBasis: [{ law: "国务院关于在线政务服务的若干规定", article: "第十条" }],
};

/** The example of GB/T 36904-2018: an authority of Jilin. */
export const JILIN = "220000";
export const JILIN_OFFICE = "11220000013544541J";

export const TYPE = { vct: "urn:jilin:food", typeCode: "11220000013544541J001" };

/** An issuer's draft that can be agreed to, but for what a test changes. */
export const issuerDraft = (changes: Changes = {}): Changes => ({
  ...{ region: JILIN, creditCode: JILIN_OFFICE, name: { zh: "吉林省测试厅", en: "Jilin office" } },
  ...{ platform: "https://jilin.example/graphql", keys: [keyOf("k1", 1)], ...ANSWERED },
  types: [{ ...TYPE, name: { zh: "食品证", en: "Food permit" }, from: "2026-01-01", until: null }],
  ...changes,
});

/** A mapping's draft that can be agreed to, to a type of `draftOfType`. */
export const mappingDraft = (name: string, ownType: string, changes: Changes = {}): Changes => ({
  ...{ name, region: JILIN, ...TYPE, ownType, equivalence: "FULL", ...ANSWERED },
  fields: [
    { field: "name", claim: "holder" },
    { field: "until", claim: "expiry" },
  ],
  ...{ from: "2026-01-01", until: null },
  ...changes,
});

type By = { readonly token?: string; readonly draftRevision?: number };

/** The calls of editors and of the public about the trust list, through the real HTTP handler. */
export function trustOf(platform: TestPlatform) {
  const { run, editor, edit } = typesOf(platform);
  const draftIn = (kind: string, code: string, token?: string): Promise<Json> =>
    edit(
      `query ($kind: TrustKind!, $code: ID!) { result: trustDraft(kind: $kind, code: $code) {
        kind code draftRevision isChanged availableActions violations { code path } editors { id }
        draft { ${PART} } inForce { ${PART} } } }`,
      { kind, code },
      token,
    );
  const agree = async (kind: string, code: string, by: By = {}): Promise<Json> => {
    const draftRevision = by.draftRevision ?? at(await draftIn(kind, code, by.token), "draftRevision");
    const query = `mutation ($kind: TrustKind!, $code: ID!, $draftRevision: Int!, $reason: String!) {
      result: agreeToTrust(kind: $kind, code: $code, draftRevision: $draftRevision, reason: $reason) { ${AGREED} } }`;
    return edit(query, { kind, code, draftRevision, reason: "协议已签" }, by.token);
  };
  /** The codes of one of the list's two halves, asked for in pages of this size. */
  const walk = async (half: "issuers" | "mappings", version: number, first: number): Promise<string[]> => {
    const query = `query ($version: Int, $first: Int, $after: String) { result: trustList(version: $version) {
      ${half}(first: $first, after: $after) { edges { node { code } } pageInfo { hasNextPage endCursor } } } }`;
    const parts = await everyNode(async (after) => at(await run(query, { version, first, after }), half));
    return parts.map((one) => textAt(one, "code"));
  };
  return {
    ...{ run, editor, draftIn, agree, walk },
    saveIssuer: (input: object, token?: string): Promise<Json> =>
      edit(
        `mutation ($input: TrustedIssuerInput!) { result: saveTrustedIssuerDraft(input: $input) {
          __typename ${ISSUER} ${REFUSED} } }`,
        { input },
        token,
      ),
    saveMapping: (input: object, token?: string): Promise<Json> =>
      edit(
        `mutation ($input: LicenceMappingInput!) { result: saveLicenceMappingDraft(input: $input) {
          __typename ${MAPPING} ${REFUSED} } }`,
        { input },
        token,
      ),
    compromise: (issuer: string, keyId: string, since: string, token?: string): Promise<Json> =>
      edit(
        `mutation ($issuer: ID!, $keyId: ID!, $since: DateTime!, $reason: String!) { result: recordKeyCompromise(
          issuer: $issuer, keyId: $keyId, since: $since, reason: $reason) { __typename ${ISSUER} ${REFUSED} } }`,
        { issuer, keyId, since, reason: "对方来函" },
        token,
      ),
    /** The list in force, or a version of it, with its first page of each kind. */
    list: (version?: number): Promise<Json> =>
      run(
        `query ($version: Int) { result: trustList(version: $version) { version at act kind code
          issuers(first: 100) { edges { node { __typename ${ISSUER} } } }
          mappings(first: 100) { edges { node { __typename ${MAPPING} } } } } }`,
        { version },
      ),
    drafts: (token?: string): Promise<Json> =>
      edit("query { result: trustDrafts(first: 100) { edges { node { kind code } } } }", {}, token),
  };
}

/** The violations that are told, each as its code and its place. */
export function violationsIn(of: Json): (readonly [string, string])[] {
  const violations = at(of, "violations");
  return Array.isArray(violations)
    ? violations.map((one: Json) => [String(at(one, "code")), pathIn(one)] as const)
    : [];
}

export const pathIn = (of: Json): string => {
  const path = at(of, "path");
  return Array.isArray(path) ? path.join(".") : "";
};
