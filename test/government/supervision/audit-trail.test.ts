import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { auditHash } from "../../../services/kernel/commit/audit-entry.ts";
import type { StoredItem } from "../../../services/kernel/database/database.ts";
import { keys } from "../../../services/kernel/database/tables.ts";
import { nodesAt } from "../../support/asking.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  allRounder,
  authorise,
  FOR_ENTERPRISES,
  newApplicant,
  newEnterprise,
  newOfficer,
  saveCase,
  startCase,
  startCasework,
  type TestOfficer,
} from "../cases/casework.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
let auditor: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
  officer = await allRounder(platform);
  auditor = await newOfficer(platform, { roles: ["AUDITOR"] });
});
beforeEach(async () => {
  applicant = await newApplicant(platform);
});
afterAll(() => platform.stop());

const VERIFIED = `{ __typename ... on AuditTrailVerification { entries isIntact lastHash next finding { kind sequence message } } }`;

async function verify(id: string, { more = "", by = auditor } = {}): Promise<Json> {
  const query = `{ done: verifyAuditTrail(application: "${id}"${more}) ${VERIFIED} }`;
  const answer = await platform.call({ token: by.token, query });
  return answer.errors.length > 0
    ? { error: at({ errors: answer.errors } as never, "errors", 0, "extensions", "code") }
    : at(answer.data, "done");
}

/** A case of eight entries: begun, saved, handed in, taken on, accepted, taken on, reviewed, taken on. */
async function longCase(): Promise<string> {
  const id = await acceptCase(platform, applicant, officer);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  await act(platform, officer, id, "decide", `releaseStep(id: "${id}", step: "decide")`);
  return id;
}

const trail = (id: string) => trailOf(platform.database(), "records-live", id);
const documents = () =>
  DynamoDBDocumentClient.from(platform.client, { marshallOptions: { removeUndefinedValues: true } });
const TABLE = "civigraph-test-records-live";
/** The deeds of somebody who can write to the table, past the platform. */
const write = (item: StoredItem) => documents().send(new PutCommand({ TableName: TABLE, Item: item }));
const remove = (id: string, sequence: number) =>
  documents().send(new DeleteCommand({ TableName: TABLE, Key: keys.auditEntry(id, sequence) }));
async function entryOf(id: string, sequence: number): Promise<StoredItem> {
  const entry = (await trail(id))[sequence - 1];
  if (!entry) throw new Error(`no entry ${sequence}`);
  return entry;
}
const rehashed = (id: string, entry: StoredItem): StoredItem => ({ ...entry, hash: auditHash(id, entry) });

const found = (kind: string, sequence: number) => ({ isIntact: false, finding: { kind, sequence } });

describe("verifyAuditTrail", () => {
  it("finds a trail as it was written intact, and tells its last hash", async () => {
    const id = await longCase();
    const entries = await trail(id);
    expect(await verify(id)).toEqual({
      ...{ __typename: "AuditTrailVerification", entries: entries.length, isIntact: true },
      ...{ lastHash: entries.at(-1)?.["hash"], next: null, finding: null },
    });
  });

  it.each([1, 3, 5, 9])("finds entry %i where it was changed", async (sequence) => {
    const id = await longCase();
    await write({ ...(await entryOf(id, sequence)), reason: "另有原因" });
    expect(await verify(id)).toMatchObject(found("CHANGED", sequence));
  });

  it("finds a changed entry whose hash was written anew, by the entry behind it", async () => {
    const id = await longCase();
    await write(rehashed(id, { ...(await entryOf(id, 4)), actor: "ofc_0000000000000000" }));
    expect(await verify(id)).toMatchObject(found("CHANGED", 4));
  });

  it.each([1, 4, 8])("finds entry %i where it was removed", async (sequence) => {
    const id = await longCase();
    await remove(id, sequence);
    expect(await verify(id)).toMatchObject(found("REMOVED", sequence));
  });

  it("finds a removed entry where the later ones were moved up to close the gap", async () => {
    const id = await longCase();
    const entries = await trail(id);
    for (const entry of entries.slice(5)) {
      const sequence = Number(entry["sequence"]) - 1;
      await write({ ...entry, ...keys.auditEntry(id, sequence), sequence });
    }
    await remove(id, entries.length);
    expect(await verify(id)).toMatchObject(found("REMOVED", 5));
  });

  it("finds newest entries that were removed, by the case that they made", async () => {
    const id = await longCase();
    const { length } = await trail(id);
    await remove(id, length);
    expect(await verify(id)).toMatchObject(found("REMOVED", length));
    await remove(id, length - 1);
    expect(await verify(id)).toMatchObject(found("REMOVED", length - 1));
  });

  it("finds an entry that was put between two, in a place of its own", async () => {
    const id = await longCase();
    const entry = await entryOf(id, 4);
    await write(rehashed(id, { ...entry, sk: `${keys.auditEntry(id, 4).sk}a`, before: entry["hash"] }));
    expect(await verify(id)).toMatchObject(found("INSERTED", 5));
  });

  it("finds an inserted entry where the later ones were moved down to make room", async () => {
    const id = await longCase();
    const entries = await trail(id);
    const before = await entryOf(id, 4);
    for (const entry of entries.slice(4).toReversed()) {
      const sequence = Number(entry["sequence"]) + 1;
      await write({ ...entry, ...keys.auditEntry(id, sequence), sequence });
    }
    const forged = { ...before, revision: undefined, action: "supervision.evaluation.evaluated" };
    await write(
      rehashed(id, { ...forged, ...keys.auditEntry(id, 5), sequence: 5, before: String(before["hash"]) }),
    );
    expect(await verify(id)).toMatchObject(found("INSERTED", 5));
  });

  it("finds an entry that was added to the end, well linked, without a change of the case", async () => {
    const id = await longCase();
    const last = (await trail(id)).at(-1) ?? {};
    const sequence = Number(last["sequence"]) + 1;
    const added = { ...last, ...keys.auditEntry(id, sequence), sequence, before: last["hash"] };
    await write(rehashed(id, added));
    expect(await verify(id)).toMatchObject(found("INSERTED", sequence));
    await write(rehashed(id, { ...added, revision: Number(last["revision"]) + 1 }));
    expect(await verify(id)).toMatchObject(found("INSERTED", sequence));
  });

  it("finds a trail that was rewritten with all its hashes, by an entry that is known from before", async () => {
    const id = await longCase();
    const entries = await trail(id);
    const hash = String(entries.at(-1)?.["hash"]);
    let before = "";
    for (const entry of entries) {
      const written = rehashed(id, { ...entry, reason: "另有原因", before });
      before = String(written["hash"]);
      await write(written);
    }
    expect(await verify(id)).toMatchObject({ isIntact: true });
    const { length } = entries;
    const known = `, known: { sequence: ${length}, hash: "${hash}" }`;
    expect(await verify(id, { more: known })).toMatchObject(found("CHANGED", length));
  });

  it("goes on behind 5,000 entries where the last answer ended", async () => {
    const id = textAt(await startCase(platform, applicant.token), "id");
    await saveCase(platform, applicant.token, id, { mobile: "13800138000" });
    const last = await entryOf(id, 2);
    const LENGTH = 5_003;
    const written: StoredItem[] = [last];
    for (let sequence = 3; sequence <= LENGTH; sequence += 1) {
      const before = written.at(-1)?.["hash"];
      const entry = { ...last, ...keys.auditEntry(id, sequence), sequence, before, revision: sequence };
      written.push(rehashed(id, entry));
    }
    for (let i = 1; i < written.length; i += 50) await Promise.all(written.slice(i, i + 50).map(write));
    const first = await verify(id);
    // The last that was read waits for what stands behind it.
    expect(first).toMatchObject({ entries: 4_999, isIntact: null, finding: null });
    // The case's record knows of none of these changes.
    expect(await verify(id, { more: `, after: "${textAt(first, "next")}"` })).toMatchObject({
      ...found("INSERTED", LENGTH),
      entries: LENGTH,
    });
  });

  it("is for auditors, of the case's region and department", async () => {
    const id = await longCase();
    expect(await verify(id, { by: officer })).toEqual({ error: "FORBIDDEN" });
    const elsewhere = await newOfficer(platform, { roles: ["AUDITOR"], region: "31" });
    expect(await verify(id, { by: elsewhere })).toEqual({ __typename: "NotFound" });
    expect(await verify("app_0000000000000000")).toEqual({ __typename: "NotFound" });
  });
});

describe("the trail as people read it", () => {
  const read = async (id: string, { token }: { readonly token: string }, language = "en") => {
    const answer = await platform.call({
      token,
      headers: { "accept-language": language },
      query: `{ node(id: "${id}") { ... on Application { auditTrail(first: 100) {
        edges { node { sequence text by role department reason${token === applicant.token ? "" : " officer { id }"} } } } } } }`,
    });
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return nodesAt(answer.data, "node", "auditTrail");
  };

  it("tells the applicant in plain words what happened, by role and department, never by name", async () => {
    const id = await acceptCase(platform, applicant, officer);
    await act(
      platform,
      officer,
      id,
      "review",
      `extendApplication(id: "${id}", workingDays: 3, reason: "材料需核实", approvedBy: "副主任 高建国")`,
    );
    const lines = await read(id, applicant);
    expect(lines[0]).toMatchObject({
      sequence: 1,
      by: "APPLICANT",
      text: "The applicant began the application.",
    });
    expect(lines[4]).toMatchObject({ by: "OFFICER", role: "ACCEPTOR", reason: null });
    expect(lines.at(-1)).toMatchObject({ by: "OFFICER", role: "SUPERVISOR", reason: "材料需核实" });
    expect(JSON.stringify(lines)).not.toContain(officer.id);
    expect((await read(id, applicant, "zh"))[2]).toMatchObject({ text: "申请人提交了申请。" });
  });

  it("names departments, roles, steps and materials, and shows nobody a code", async () => {
    const id = await acceptCase(platform, applicant, officer);
    for (const [language, names] of [
      [
        "en",
        [
          "An officer of Beijing Housing Provident Fund Management Centre (Acceptor) accepted the application.",
          "Acceptance",
        ],
      ],
      ["zh", ["北京住房公积金管理中心 受理人员受理了申请。", "受理"]],
    ] as const) {
      const lines = await read(id, officer, language);
      const said = lines.flatMap((line) => [textAt(line, "text"), String(at(line, "reason") ?? "")]);
      expect(said).toEqual(expect.arrayContaining([...names]));
      for (const text of said)
        expect(text).not.toMatch(/\b(?:[A-Z]{2,}[-_][A-Z]+|[a-z]{3,4}_\w+)\b|^accept$/);
    }
  });

  it("calls whose matter it is the applicant, whoever began it, and a proxy or agent one who acts for them", async () => {
    const proxy = await newApplicant(platform);
    await authorise(platform, applicant, proxy);
    const { data } = await platform.call({ token: proxy.token, query: "{ me { principals { ref } } }" });
    const person = textAt(data, "me", "principals", 0, "ref");
    const { creditCode: enterprise, representative } = await newEnterprise(platform);
    await authorise(platform, representative, proxy, { enterprise });
    for (const [whose, principal] of [
      [{ person }, applicant],
      [{ enterprise }, representative],
    ] as const) {
      const begun = await startCase(platform, proxy.token, { item: FOR_ENTERPRISES, for: whose });
      const id = textAt(begun, "id");
      await saveCase(platform, principal.token, id, {});
      const query = `{ node(id: "${id}") { ... on Application { auditTrail { edges { node { by text } } } } } }`;
      const read = await platform.call({ token: principal.token, query });
      expect(at(read.data, "node", "auditTrail", "edges")).toEqual([
        { node: { by: "OTHER_CITIZEN", text: "Somebody acting for the applicant began the application." } },
        { node: { by: "APPLICANT", text: "The applicant saved what was filled in." } },
      ]);
    }
  });

  it("tells officers of the case who it was, and no applicant may ask", async () => {
    const id = await acceptCase(platform, applicant, officer);
    expect((await read(id, officer)).at(-1)).toMatchObject({ officer: { id: officer.id } });
    const query = `{ node(id: "${id}") { ... on Application { auditTrail { edges { node { officer { id } } } } } } }`;
    const asked = await platform.call({ token: applicant.token, query });
    expect(asked.errors[0]?.extensions["code"]).toBe("FORBIDDEN");
  });

  it("is paged, and shown to nobody else", async () => {
    const id = await acceptCase(platform, applicant, officer);
    const page = async (token: string, after = "") => {
      const query = `{ node(id: "${id}") { ... on Application { auditTrail(first: 2${after}) {
        edges { node { sequence } } pageInfo { endCursor hasNextPage } } } } }`;
      return at((await platform.call({ token, query })).data, "node");
    };
    const first = await page(applicant.token);
    expect(first).toMatchObject({
      auditTrail: { edges: [{ node: { sequence: 1 } }, { node: { sequence: 2 } }] },
    });
    const cursor = textAt(first, "auditTrail", "pageInfo", "endCursor");
    expect(await page(applicant.token, `, after: "${cursor}"`)).toMatchObject({
      auditTrail: { edges: [{ node: { sequence: 3 } }, { node: { sequence: 4 } }] },
    });
    expect(await page((await newApplicant(platform)).token)).toBeNull();
  });
});
