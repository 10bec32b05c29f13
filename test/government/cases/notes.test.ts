import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { ApplicationId } from "../../../services/government/cases/ids.ts";
import {
  NOTES_MAX,
  oneMoreNote,
  REPLIES_IN_A_ROW_MAX,
} from "../../../services/government/cases/notes/note.ts";
import { getApplication } from "../../../services/government/cases/store.ts";
import { idempotentId } from "../../../services/kernel/commit/idempotency.ts";
import { isId } from "../../../services/kernel/ids.ts";
import { toldTo } from "../../kernel/outbox/events.ts";
import { trailOf } from "../../support/audit-trail.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { sweep } from "../../support/sweep.ts";
import {
  type Applicant,
  act,
  allRounder,
  authorise,
  caseOf,
  FOR_ENTERPRISES,
  fileCase,
  mutateCase,
  newApplicant,
  newOfficer,
  RENT_FORM,
  receive,
  revokeAuthority,
  saveCase,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "./casework.ts";

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
let id: string;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  applicant = await newApplicant(platform);
  officer = await allRounder(platform);
  id = await fileCase(platform, applicant);
});
afterAll(() => platform.stop());

const NOTE = `__typename ... on CaseNote { id kind text at inReplyTo } ... on Refusal { code message }
  ... on InvalidInput { path } ... on NotAllowedNow { state availableActions }`;

async function write(
  token: string,
  field: "writeInternalNote" | "writeNoteToApplicant" | "replyToNote",
  about: string,
  text: string,
  key = randomUUID(),
): Promise<Json> {
  const name = field === "replyToNote" ? "note" : "id";
  const query = `mutation ($about: ID!, $text: String!, $key: ID!) {
    note: ${field}(${name}: $about, text: $text, idempotencyKey: $key) { ${NOTE} } }`;
  const { data, errors } = await platform.call({ token, query, variables: { about, text, key } });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  platform.clock.advance(1);
  return at(data, "note");
}

/** The texts that somebody reads on the case, newest first. */
async function notesAs(
  caller: { readonly token?: string; readonly apiKey?: string },
  { of = id, args = "" } = {},
): Promise<Json> {
  const query = `{ node(id: "${of}") { ... on Application { notes${args} {
    edges { cursor node { kind text } } pageInfo { hasNextPage } } } } }`;
  const { data, errors } = await platform.call({ query, ...caller });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const node = at(data, "node");
  return node === null ? null : at(node, "notes");
}

function textsOf(notes: Json): readonly string[] {
  const edges = at(notes, "edges");
  return Array.isArray(edges) ? edges.map((edge) => textAt(edge, "node", "text")) : [];
}

const conversation = async (): Promise<string> => {
  await write(officer.token, "writeInternalNote", id, "请核对租赁备案");
  const asked = await write(officer.token, "writeNoteToApplicant", id, "请问租期何时开始？");
  await write(applicant.token, "replyToNote", textAt(asked, "id"), "三月一日");
  await write(officer.token, "writeInternalNote", id, "已核对");
  return textAt(asked, "id");
};

describe("notes on a case", () => {
  it("are all there for officers who handle it, newest first", async () => {
    await conversation();
    expect(at(await notesAs(officer), "edges")).toMatchObject([
      { node: { kind: "INTERNAL", text: "已核对" } },
      { node: { kind: "FROM_APPLICANT", text: "三月一日" } },
      { node: { kind: "TO_APPLICANT", text: "请问租期何时开始？" } },
      { node: { kind: "INTERNAL", text: "请核对租赁备案" } },
    ]);
  });

  it("show the applicant what goes between them and the officers, and never an internal one", async () => {
    await conversation();
    expect(textsOf(await notesAs(applicant))).toEqual(["三月一日", "请问租期何时开始？"]);
  });

  it("show a partner no internal one either, and no id by which it could be told again", async () => {
    await conversation();
    const partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "APPLICATIONS_READ"] });
    const ref = await seedConsent(platform, partner, applicant.id, ["APPLICATIONS_READ"]);
    const read = (fields: string) =>
      platform.call({
        apiKey: partner.liveKey,
        query: `query ($ref: ID!) { citizen(ref: $ref) { applications { edges { node {
          notes { edges { node { ${fields} } } } } } } } }`,
        variables: { ref },
      });
    const { data } = await read("text");
    const [texts, internal] = [JSON.stringify(data), "请核对租赁备案"];
    expect(texts).toContain("三月一日");
    expect(texts).not.toContain(internal);
    for (const field of ["id", "inReplyTo", "officer { id }"]) {
      expect((await read(field)).errors[0]?.extensions["code"]).toBe("FORBIDDEN");
    }
  });

  it("are read page by page, by each in the order of time, and none twice", async () => {
    for (let i = 1; i <= 5; i += 1) {
      await write(officer.token, i % 2 ? "writeInternalNote" : "writeNoteToApplicant", id, `第 ${i} 条`);
    }
    const read = async (caller: { readonly token: string }): Promise<string[][]> => {
      const pages: string[][] = [];
      for (let after = ""; ; ) {
        const page = await notesAs(caller, { args: `(first: 2${after})` });
        pages.push([...textsOf(page)]);
        if (at(page, "pageInfo", "hasNextPage") === false) return pages;
        after = `, after: "${textAt(page, "edges", 1, "cursor")}"`;
      }
    };
    expect((await read(officer)).flat()).toEqual(["第 5 条", "第 4 条", "第 3 条", "第 2 条", "第 1 条"]);
    expect((await read(applicant)).flat()).toEqual(["第 4 条", "第 2 条"]);
  });

  it("cannot be read by anybody with a cursor that another reader was given", async () => {
    await conversation();
    const page = await notesAs(officer, { args: "(first: 1)" });
    const after = textAt(page, "edges", 0, "cursor");
    await expect(notesAs(applicant, { args: `(first: 1, after: "${after}")` })).rejects.toThrow(
      "BAD_USER_INPUT",
    );
  });
});

it("a partner's cursors tell no id either, by which two partners could find that they know the same person", async () => {
  const asked = await conversation();
  const partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "APPLICATIONS_READ"] });
  const ref = await seedConsent(platform, partner, applicant.id, ["APPLICATIONS_READ"]);
  const { data } = await platform.call({
    apiKey: partner.liveKey,
    query: `query ($ref: ID!) { citizen(ref: $ref) { applications { edges { cursor node {
      notes { edges { cursor } } } } } } }`,
    variables: { ref },
  });
  const cursors = JSON.stringify(data).match(/(?<="cursor":")[^"]+/g) ?? [];
  expect(cursors).toHaveLength(3);
  for (const secret of [id, asked, applicant.id]) {
    for (const cursor of cursors) {
      expect(cursor).not.toContain(secret.slice(secret.indexOf("_") + 1));
      expect(Buffer.from(cursor, "base64url").toString("latin1")).not.toContain(secret);
    }
  }
});

describe("a note to the applicant", () => {
  const told = async () => (await toldTo(platform.database(), applicant.id)).map(({ type }) => type);

  it("is told to them, and an internal one is not", async () => {
    await write(officer.token, "writeInternalNote", id, "请核对租赁备案");
    await sweep(platform);
    expect(await told()).not.toContain("application.note-written");
    await write(officer.token, "writeNoteToApplicant", id, "请问租期何时开始？");
    await sweep(platform);
    expect(await told()).toContain("application.note-written");
  });

  it("is told to the person whose matter it is and to their proxy, who is told nothing once the authority ends", async () => {
    const proxy = await newApplicant(platform);
    const authority = textAt(await authorise(platform, applicant, proxy), "id");
    const { data } = await platform.call({ token: proxy.token, query: "{ me { principals { ref } } }" });
    const whose = { person: textAt(data, "me", "principals", 0, "ref") };
    const begun = await startCase(platform, proxy.token, { item: FOR_ENTERPRISES, for: whose });
    const about = textAt(begun, "id");
    await saveCase(platform, proxy.token, about, RENT_FORM);
    await submitCase(platform, proxy.token, about);
    const notes = async (who: Applicant) => {
      await sweep(platform);
      const all = await toldTo(platform.database(), who.id);
      return all.filter(({ type }) => type === "application.note-written").length;
    };
    await write(officer.token, "writeNoteToApplicant", about, "请问租期何时开始？");
    expect([await notes(applicant), await notes(proxy)]).toEqual([1, 1]);
    await revokeAuthority(platform, applicant.token, authority);
    await write(officer.token, "writeNoteToApplicant", about, "请补充租赁备案号");
    expect([await notes(applicant), await notes(proxy)]).toEqual([2, 1]);
  });

  it("is replied to by its applicant alone; to others it is unknown, and so is an internal one", async () => {
    const asked = textAt(await write(officer.token, "writeNoteToApplicant", id, "请补充说明"), "id");
    const internal = textAt(await write(officer.token, "writeInternalNote", id, "存疑"), "id");
    const unknown = { __typename: "NotFound", code: "NOTE_NOT_FOUND" };
    const stranger = await newApplicant(platform);
    expect(await write(stranger.token, "replyToNote", asked, "我来回答")).toMatchObject(unknown);
    expect(await write(applicant.token, "replyToNote", internal, "我来回答")).toMatchObject(unknown);
    const reply = await write(applicant.token, "replyToNote", asked, "说明如下");
    expect(reply).toMatchObject({ kind: "FROM_APPLICANT", inReplyTo: asked });
    expect(await write(applicant.token, "replyToNote", textAt(reply, "id"), "再补充")).toMatchObject(unknown);
  });

  it("is replied to at a window by the person present, and the clerk's name stands in the audit trail alone", async () => {
    const asked = textAt(await write(officer.token, "writeNoteToApplicant", id, "请问租期何时开始？"), "id");
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const other = textAt(await receive(platform, clerk, (await newApplicant(platform)).idNumber), "id");
    const replyIn = async (where: string | null): Promise<Json> => {
      const answer = await platform.call({
        token: clerk.token,
        query: `mutation ($note: ID!, $key: ID!, $where: ID) { note: replyToNote(note: $note, text: "三月一日",
          idempotencyKey: $key, attendance: $where) { ${NOTE} ... on CaseNote { officer { id } } } }`,
        variables: { note: asked, key: randomUUID(), where },
      });
      return at(answer.data, "note");
    };
    expect(await replyIn(null)).toMatchObject({ __typename: "NotFound", code: "ATTENDANCE_NOT_FOUND" });
    expect(await replyIn(other)).toMatchObject({ __typename: "NotFound", code: "NOTE_NOT_FOUND" });
    const attendance = textAt(await receive(platform, clerk, applicant.idNumber), "id");
    const reply = await replyIn(attendance);
    expect(reply).toMatchObject({ kind: "FROM_APPLICANT", inReplyTo: asked, officer: null });
    const [entry] = await trailOf(platform.database(), "records-live", textAt(reply, "id"));
    expect(entry).toMatchObject({ actor: clerk.id, reason: attendance });
  });

  it("is neither written nor replied to once the case has ended; an internal one still is", async () => {
    const asked = await conversation();
    await mutateCase(platform, applicant.token, `withdrawApplication(id: "${id}", reason: "不再需要")`);
    const refused = { __typename: "NotAllowedNow", state: "WITHDRAWN", availableActions: [] };
    expect(await write(applicant.token, "replyToNote", asked, "还有一事")).toMatchObject(refused);
    expect(await write(officer.token, "writeNoteToApplicant", id, "已撤回")).toMatchObject(refused);
    expect(await write(officer.token, "writeInternalNote", id, "归档备查")).toMatchObject({
      kind: "INTERNAL",
    });
  });
});

describe("whoever writes notes", () => {
  it("handles the case: any other officer's case answers as an unknown one", async () => {
    const roles = ["REVIEWER"] as const;
    const others = [
      await newOfficer(platform, { roles, region: "31" }),
      await newOfficer(platform, { roles, departments: ["SH-GJJ"] }),
      await newOfficer(platform, { roles, person: applicant.id }),
      await newOfficer(platform, { roles, person: "" }),
    ];
    for (const other of others) {
      expect(await write(other.token, "writeInternalNote", id, "看一看")).toMatchObject({
        __typename: "NotFound",
        code: "APPLICATION_NOT_FOUND",
      });
    }
  });

  it("reads nothing of a case of their own", async () => {
    await conversation();
    const own = await newOfficer(platform, { roles: ["SUPERVISOR"], person: applicant.id });
    expect(await caseOf(platform, own.token, id)).toBeNull();
  });

  it("at a window is shown what the applicant is shown, and no internal note", async () => {
    await conversation();
    const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"] });
    const attendance = textAt(await receive(platform, clerk, applicant.idNumber), "id");
    const { data } = await platform.call({
      token: clerk.token,
      query: `{ attendance(id: "${attendance}") { applications { notes { edges { node { text } } } } } }`,
    });
    expect(textsOf(at(data, "attendance", "applications", 0, "notes"))).toEqual([
      "三月一日",
      "请问租期何时开始？",
    ]);
  });

  it("reads no case without a role that handles, supervises or audits cases", async () => {
    for (const role of ["REGISTRAR", "PARTNER_MANAGER", "TREASURER", "WINDOW_CLERK"] as const) {
      const one = await newOfficer(platform, { roles: [role] });
      expect(await caseOf(platform, one.token, id), role).toBeNull();
    }
    const auditor = await newOfficer(platform, { roles: ["AUDITOR"] });
    expect(await caseOf(platform, auditor.token, id)).toMatchObject({ id });
  });

  it("writes nothing on a draft, which is the applicant's alone", async () => {
    const draft = textAt(await startCase(platform, applicant.token), "id");
    expect(await write(officer.token, "writeInternalNote", draft, "提前看看")).toMatchObject({
      code: "APPLICATION_NOT_FOUND",
    });
  });

  it("has one note for one idempotency key, however often it is sent", async () => {
    const key = randomUUID();
    const send = (text: string) => write(officer.token, "writeNoteToApplicant", id, text, key);
    const all = await Promise.all([send("请补充说明"), send("请补充说明"), send("请补充说明")]);
    expect(new Set(all.map((one) => textAt(one, "id"))).size).toBe(1);
    expect(textsOf(await notesAs(applicant))).toEqual(["请补充说明"]);
    expect(await send("另一条")).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
  });

  it("does not lose one of several that are written at once", async () => {
    const texts = ["甲甲", "乙乙", "丙丙"];
    await Promise.all(texts.map((text) => write(officer.token, "writeInternalNote", id, text)));
    expect([...textsOf(await notesAs(officer))].sort()).toEqual([...texts].sort());
  });

  it("writes so much and no more, and nothing unseen", async () => {
    expect(await write(officer.token, "writeInternalNote", id, "字".repeat(1_001))).toMatchObject({
      code: "TEXT_LENGTH",
      path: ["text"],
    });
    expect(await write(officer.token, "writeInternalNote", id, "a\u202eb")).toMatchObject({
      code: "CONTROL_CHARACTERS",
    });
  });

  it("replies so often in a row until an officer has written again", async () => {
    const asked = textAt(await write(officer.token, "writeNoteToApplicant", id, "请补充说明"), "id");
    const reply = () => write(applicant.token, "replyToNote", asked, "补充如下");
    for (let i = 0; i < REPLIES_IN_A_ROW_MAX; i += 1)
      expect(await reply()).toMatchObject({ text: "补充如下" });
    expect(await reply()).toMatchObject({ code: "TOO_MANY_REPLIES", path: ["note"] });
    await write(officer.token, "writeNoteToApplicant", id, "收到");
    expect(await reply()).toMatchObject({ text: "补充如下" });
  });

  it("replies with the last reply that they may, sent again while the first call writes it, once", async () => {
    const asked = textAt(await write(officer.token, "writeNoteToApplicant", id, "请补充说明"), "id");
    for (let i = 1; i < REPLIES_IN_A_ROW_MAX; i += 1)
      await write(applicant.token, "replyToNote", asked, "补充如下");
    const key = randomUUID();
    const last = () => write(applicant.token, "replyToNote", asked, "最后一条", key);
    const first: Json[] = [];
    const actor = { kind: "CITIZEN", mode: "live", id: applicant.id } as const;
    platform.gate.delayRead(idempotentId("note", actor, "replyToNote", key), async () => {
      first.push(await last());
    });
    expect(await last()).toEqual(first[0]);
    expect(first[0]).toMatchObject({ text: "最后一条" });
  });

  it("fills no case with more notes than it can hold", async () => {
    const application = await getApplication({ database: platform.database(), mode: "live" }, caseId(id));
    if (!application) throw new Error("no case");
    const facts = {
      ...{ steps: [], now: platform.clock.now(), standsForSubject: false },
      caller: { kind: "APPLICANT", isSubject: true },
    } as const;
    const count = (notes: number) =>
      oneMoreNote(application, { notes, repliesInARow: 0 }, { kind: "INTERNAL", ...facts });
    expect(count(NOTES_MAX - 1)).toMatchObject({ ok: true });
    expect(count(NOTES_MAX)).toMatchObject({ error: { code: "TOO_MANY_NOTES" } });
  });
});

it("a note says nothing in the audit trail of its case, which the applicant reads", async () => {
  const trail = () => trailOf(platform.database(), "records-live", id);
  const before = (await trail()).length;
  await conversation();
  expect((await trail()).length).toBe(before);
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  expect((await trail()).length).toBe(before + 2);
});

function caseId(text: string): ApplicationId {
  if (!isId("app", text)) throw new Error(`${text} is no case`);
  return text;
}
