import { type CitizenId, newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { type Asker, askerOf, everyNode } from "../../support/asking.ts";
import { at, type Call, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { forPeople } from "../catalogue/items.ts";

const TYPE = `code typeCode definedBy version name { zh en } department { code name { zh en } } regions
  legalBasis { law article } holderKind content disclosures { field disclosure } validity { kind months field }
  issuers { department { code name { zh en } } creditCode regions from until } assurance vct publishedAt
  directory { definerLevel issuerLevel items { code name { zh en } } }
  template { sheet accent title { zh en } blocks { heading { zh en } columns cells { field place sensitive } } }`;
const OUTCOME = `__typename ... on LicenceType { ${TYPE} } ... on Refusal { code message } ... on InvalidInput { path }`;
const PUBLISHED = `${OUTCOME} ... on NotAllowedNow { state availableActions }
  ... on NotPublishable { violations { code message path } }`;

/** A department that issues licences in Beijing. */
export const DEPARTMENT = { code: "BJ-TEST", name: { zh: "测试局", en: "Office of tests" } };

const CONTENT = {
  type: "object",
  properties: { name: { type: "string", maxLength: 50 }, until: { type: "string", format: "date" } },
  required: ["name", "until"],
  additionalProperties: false,
};

const ISSUER = {
  ...{ department: DEPARTMENT, creditCode: "11100000000013338W", regions: ["110000"] },
  ...{ from: "2020-01-01", until: null },
};

type Changes = Readonly<Record<string, unknown>>;

/** The draft of a type that can be published, but for what a test changes; of an issuer and the content in part. */
export const draftOfType = (code: string, serial: number, changes: Changes = {}): Changes => ({
  ...{ code, typeCode: `11100000000013338W${String(serial).padStart(3, "0")}`, vct: `urn:test:${code}` },
  ...{ name: { zh: "证照", en: "A licence" }, department: DEPARTMENT, regions: ["110000"] },
  legalBasis: [{ law: "中华人民共和国行政许可法", article: "第三十九条" }],
  ...{ holderKind: "PERSON", validity: { kind: "STATED", field: "until" }, assurance: "HIGH" },
  disclosures: [
    { field: "name", disclosure: "MINIMAL" },
    { field: "until", disclosure: "ORDINARY" },
  ],
  ...changes,
  content: { ...forPeople(CONTENT), ...(changes["content"] ?? {}) },
  issuers: listOf(changes["issuers"] ?? [{}]).map((issuer) => ({ ...ISSUER, ...Object(issuer) })),
});

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

type Editor = { readonly region?: string; readonly departments?: string[]; readonly person?: CitizenId };

/** The calls of editors and of the public about licence types, through the real HTTP handler. */
export function typesOf(platform: TestPlatform) {
  const run = askerOf(platform);
  const editor = async ({ person = newId("ctz", systemRuntime), ...jurisdiction }: Editor = {}) => ({
    person,
    token: await platform.tokens.officer({ roles: ["CATALOGUE_EDITOR"], person, ...jurisdiction }),
  });
  const edit = async (query: string, variables: Call["variables"], token?: string): Promise<Json> =>
    run(query, variables, { token: token ?? (await editor()).token });
  const edited = (code: string, token?: string): Promise<Json> =>
    edit(
      `query ($code: ID!) { result: editedLicenceType(code: $code) {
        draftRevision availableActions violations { code path } } }`,
      { code },
      token,
    );
  /** The codes of a whole list, asked for in pages of this size. */
  const walk = async (field: string, first: number, by: Asker = {}): Promise<string[]> => {
    const query = `query ($first: Int, $after: String) { result: ${field}(first: $first, after: $after) {
      edges { node { code } } pageInfo { hasNextPage endCursor } } }`;
    const types = await everyNode((after) => run(query, { first, after }, by));
    return types.map((type) => textAt(type, "code"));
  };
  const save = (input: object, token?: string): Promise<Json> =>
    edit(
      `mutation ($input: LicenceTypeInput!) { result: saveLicenceTypeDraft(input: $input) { ${OUTCOME} } }`,
      { input },
      token,
    );
  /** Of the draft as it stands, where none is named. */
  const publish = async (
    code: string,
    by: { token?: string; draftRevision?: number } = {},
  ): Promise<Json> => {
    const draftRevision = by.draftRevision ?? at(await edited(code, by.token), "draftRevision");
    const query = `mutation ($code: ID!, $draftRevision: Int!, $reason: String!) {
      result: publishLicenceType(code: $code, draftRevision: $draftRevision, reason: $reason) { ${PUBLISHED} } }`;
    return edit(query, { code, draftRevision, reason: "依法公布" }, by.token);
  };
  return {
    ...{ run, editor, edit, edited, save, publish },
    /** Saves a draft and publishes it. Throws what keeps it out of force. */
    putInForce: async (draft: Changes): Promise<void> => {
      await save(draft);
      const published = await publish(String(draft["code"]));
      if (textAt(published, "__typename") !== "LicenceType") throw new Error(JSON.stringify(published));
    },
    ofPublic: (code: string, version?: number): Promise<Json> =>
      run(
        `query ($code: ID!, $version: Int) { result: licenceType(code: $code, version: $version) { ${TYPE} } }`,
        { code, version },
      ),
    listed: (first: number) => walk("licenceTypes", first),
    listedEdited: async (first: number, token?: string) =>
      walk("editedLicenceTypes", first, { token: token ?? (await editor()).token }),
  };
}
