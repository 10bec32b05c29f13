import { QueryCommand } from "@aws-sdk/lib-dynamodb";
import { expect } from "vitest";
import type { DraftInput } from "../../../services/government/catalogue/index.ts";
import { physicalName } from "../../../services/kernel/database/tables.ts";
import { at, type Call, type Json, type TestPlatform } from "../../support/platform.ts";

const ITEM = `id code version name { zh en } department { code name { zh en } } regions
  legalBasis { law article } audiences channels visits promisedWorkingDays statutoryWorkingDays form
  materials { code name { zh en } required replacedByLicence filledBy } steps { code name { zh en } role workingDays }
  fee { amount basis } rollOut { region stage since } publishedAt`;

const OUTCOME = `__typename ... on ServiceItem { ${ITEM} } ... on Refusal { code message }`;
const PUBLISH_OUTCOME = `${OUTCOME} ... on InvalidInput { path } ... on NotAllowedNow { state availableActions }
  ... on NotPublishable { violations { code message path } }`;

/** A draft as JSON carries it. */
export const inputOf = ({ fee, ...draft }: DraftInput): object => ({
  ...draft,
  fee: { ...fee, amount: `${fee.amount / 100n}.${String(fee.amount % 100n).padStart(2, "0")}` },
});

/** The calls of an editor's and a citizen's front-end, through the real HTTP handler. */
export function catalogueOf(platform: TestPlatform, editorToken: () => Promise<string>) {
  const run = async (query: string, variables: Call["variables"] = {}, token?: string): Promise<Json> => {
    const { data, errors } = await platform.call({ query, variables, ...(token ? { token } : {}) });
    expect(errors).toEqual([]);
    return at(data, "result");
  };
  const edit = async (query: string, variables: Call["variables"], token?: string): Promise<Json> =>
    run(query, variables, token ?? (await editorToken()));
  /** 0 where the caller sees none, which is none's. */
  const revisionOf = async (code: string, token?: string): Promise<number> => {
    const query = "query ($code: ID!) { result: editedItem(code: $code) { draftRevision } }";
    const found = await edit(query, { code }, token);
    return found === null ? 0 : Number(at(found, "draftRevision"));
  };
  return {
    run,
    save: (input: object, token?: string): Promise<Json> =>
      edit(
        `mutation ($input: ServiceItemInput!) {
          result: saveServiceItemDraft(input: $input) { ${OUTCOME} ... on InvalidInput { path } } }`,
        { input },
        token,
      ),
    /** Of the draft as it stands, where none is named. */
    publish: async (
      code: string,
      token?: string,
      { reason = "依法公布", draftRevision }: { reason?: string; draftRevision?: number } = {},
    ): Promise<Json> =>
      edit(
        `mutation ($code: ID!, $draftRevision: Int!, $reason: String!) {
          result: publishServiceItem(code: $code, draftRevision: $draftRevision, reason: $reason) { ${PUBLISH_OUTCOME} } }`,
        { code, reason, draftRevision: draftRevision ?? (await revisionOf(code, token)) },
        token,
      ),
    rollOut: (code: string, region: string, stage: string, token?: string): Promise<Json> =>
      edit(
        `mutation ($code: ID!, $region: RegionCode!, $stage: RollOutStage!) {
          result: rollOutServiceItem(code: $code, region: $region, stage: $stage, reason: "试点") { ${PUBLISH_OUTCOME} } }`,
        { code, region, stage },
        token,
      ),
    draft: (code: string, token?: string): Promise<Json> =>
      edit(`query ($code: ID!) { result: serviceItemDraft(code: $code) { ${ITEM} } }`, { code }, token),
    item: (code: string, more: { region?: string; version?: number } = {}): Promise<Json> =>
      run(
        `query ($code: ID!, $region: RegionCode, $version: Int) {
          result: serviceItem(code: $code, region: $region, version: $version) { ${ITEM} } }`,
        { code, ...more },
      ),
    node: (id: string, token?: string): Promise<Json> =>
      run(
        `query ($id: ID!) { result: node(id: $id) { id ... on ServiceItem { code version } } }`,
        { id },
        token,
      ),
    /** The codes that the public's list shows. */
    listed: async (
      region: string,
      filter: { audience?: string; lifeEvent?: string; search?: string } = {},
    ): Promise<string[]> => {
      const list = await run(
        `query ($region: RegionCode!, $audience: Audience, $lifeEvent: LifeEvent, $search: String) {
          result: serviceItems(region: $region, audience: $audience, lifeEvent: $lifeEvent, search: $search, first: 100) {
            edges { node { code } } } }`,
        { region, ...filter },
      );
      const edges = at(list, "edges");
      return Array.isArray(edges) ? edges.map((edge: Json) => String(at(edge, "node", "code"))) : [];
    },
  };
}

/** An item's audit trail. */
export const historyOf = (platform: TestPlatform, code: string) => historyIn(platform, `item:${code}`);

/** The trail of a thing of the registry. */
export async function historyIn(
  { ports, documents }: TestPlatform,
  aggregate: string,
): Promise<{ readonly action: unknown; readonly reason: unknown }[]> {
  const { Items = [] } = await documents.send(
    new QueryCommand({
      TableName: physicalName(ports.config.tablePrefix, "registry"),
      KeyConditionExpression: "pk = :pk",
      ExpressionAttributeValues: { ":pk": `audit#${aggregate}` },
    }),
  );
  return Items.map(({ action, reason }) => ({ action, reason }));
}
