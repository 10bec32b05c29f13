import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { recordsTable } from "../../../services/kernel/database/tables.ts";
import { brokenLink, trailOf } from "../../support/audit-trail.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  type Applicant,
  acceptCase,
  act,
  allRounder,
  CHAOYANG,
  caseOf,
  desk,
  fileCase,
  meetOnMonday,
  mutateCase,
  newOfficer,
  RENT,
  RENT_FORM,
  saveCase,
  signedIn,
  startCase,
  startCasework,
  submitCase,
  type TestOfficer,
} from "./casework.ts";
import { runClocks } from "./clocks.ts";
import { drawingsOf, fillIn, newSaver, rentForm } from "./savers.ts";

/** Chance decides which of two comes first, so each race is run so often. */
const ROUNDS = 4;

let platform: TestPlatform;
let applicant: Applicant;
let officer: TestOfficer;
beforeAll(async () => {
  platform = await startCasework();
});
beforeEach(async () => {
  ({ applicant, officer } = await meetOnMonday(platform));
});
afterAll(() => platform.stop());

const GROUND = `ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
const approve = (id: string) => `approveApplication(id: "${id}", reason: "符合条件")`;
const reject = (id: string) => `rejectApplication(id: "${id}", reason: "不符合", ${GROUND})`;
const by = ({ token }: { readonly token: string }, mutation: string) => mutateCase(platform, token, mutation);
const withdraw = (id: string, who = applicant) =>
  by(who, `withdrawApplication(id: "${id}", reason: "不再租房")`);

/** Those that were done; the others have to be refusals that name state and actions. */
function doneOf(outcomes: readonly Json[]): readonly Json[] {
  const isDone = (one: Json) => textAt(one, "__typename") === "Application";
  for (const refused of outcomes.filter((one) => !isDone(one))) {
    expect(refused).toMatchObject({ __typename: "NotAllowedNow", availableActions: expect.anything() });
  }
  return outcomes.filter(isDone);
}

/** The audit trail's actions that one of these words ends; the trail is whole. */
async function entries(id: string, ...words: readonly string[]): Promise<readonly string[]> {
  const trail = await trailOf(platform.database(), recordsTable("live"), id);
  expect(brokenLink(id, trail)).toBeUndefined();
  return trail
    .map(({ action }) => String(action).split(".").at(-1) ?? "")
    .filter((action) => words.includes(action));
}

/** A case of this test's applicant whose decision an officer holds. */
async function atDecision(): Promise<string> {
  const id = await acceptCase(platform, applicant, officer);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  await by(officer, `claimStep(id: "${id}", step: "decide")`);
  return id;
}

const rounds = (name: string, race: () => Promise<void>) =>
  it.each(Array.from({ length: ROUNDS }, (_, i) => i + 1))(`${name} (%i)`, race);

describe("of those who do something at the same moment exactly one does it:", () => {
  rounds("officers who claim the same step", async () => {
    const id = await fileCase(platform, applicant);
    const officers = await Promise.all(Array.from({ length: 8 }, () => allRounder(platform)));
    const outcomes = await Promise.all(
      officers.map((one) => by(one, `claimStep(id: "${id}", step: "accept")`)),
    );
    expect(doneOf(outcomes)).toHaveLength(1);
    expect(await entries(id, "step-claimed")).toHaveLength(1);
    const claimed = await Promise.all(officers.map((one) => desk(platform, one.token, "claimedSteps")));
    expect(claimed.flat().map((entry) => entry.id)).toEqual([id]);
    const held = await newOfficer(platform, { roles: ["SUPERVISOR"] });
    const list = `heldSteps(region: "${CHAOYANG}", department: "BJ-GJJ", first: 100)`;
    expect((await desk(platform, held.token, list)).filter((entry) => entry.id === id)).toHaveLength(1);
  });

  rounds("an officer who decides, and one to whom the step is given meanwhile", async () => {
    const id = await atDecision();
    const other = await signedIn(platform, allRounder(platform));
    const supervisor = await allRounder(platform);
    const reassigned = `reassignStep(id: "${id}", step: "decide", to: "${other.id}", reason: "休假")`;
    const [approved, , rejected] = await Promise.all([
      by(officer, approve(id)),
      by(supervisor, reassigned),
      by(other, reject(id)),
    ]);
    const again = await by(other, reject(id));
    const decided = doneOf([approved, rejected, again]);
    expect(decided).toHaveLength(1);
    const outcome = textAt(decided[0] ?? null, "decision", "outcome");
    expect(await caseOf(platform, applicant.token, id)).toMatchObject({ decision: { outcome } });
    expect(await entries(id, "approved", "rejected")).toEqual([outcome.toLowerCase()]);
  });

  rounds("an officer who grants, and the applicant who takes it back", async () => {
    const id = await atDecision();
    const outcomes = await Promise.all([by(officer, approve(id)), withdraw(id)]);
    const [won, ...others] = doneOf(outcomes);
    expect(others).toEqual([]);
    const status = textAt(won ?? null, "status");
    expect(await caseOf(platform, applicant.token, id)).toMatchObject({ status });
    expect(await entries(id, "approved", "withdrawn")).toEqual([
      status === "WITHDRAWN" ? "withdrawn" : "approved",
    ]);
  });

  rounds(
    "an officer who grants at the moment at which the case is overdue: granted, and flagged or not",
    async () => {
      const id = await atDecision();
      platform.clock.set("2026-03-03T16:00:00.000Z");
      const [granted] = await Promise.all([
        by(officer, approve(id)),
        runClocks(platform),
        runClocks(platform),
      ]);
      expect(granted).toMatchObject({ status: "DELIVERED" });
      await runClocks(platform);
      expect(await caseOf(platform, applicant.token, id)).toMatchObject({ status: "DELIVERED" });
      expect(await entries(id, "approved")).toEqual(["approved"]);
      expect((await entries(id, "overdue")).length).toBeLessThan(2);
      const list = `escalations(region: "${CHAOYANG}", department: "BJ-GJJ", first: 100)`;
      const escalated = await desk(platform, officer.token, list);
      expect(escalated.filter((entry) => entry.id === id)).toEqual([]);
    },
  );

  rounds("an officer who asks for a correction, and the clock that counts the case as accepted", async () => {
    const id = await fileCase(platform, applicant);
    await by(officer, `claimStep(id: "${id}", step: "accept")`);
    platform.clock.set("2026-03-09T16:00:00.000Z");
    const ask = `requestCorrection(id: "${id}", input: { fields: [{ name: "monthlyRent", note: "不符" }] })`;
    const [asked] = await Promise.all([by(officer, ask), runClocks(platform)]);
    const isAsked = doneOf([asked]).length === 1;
    await runClocks(platform);
    expect(await caseOf(platform, applicant.token, id)).toMatchObject(
      isAsked
        ? { status: "CORRECTION", clock: { isDeemedAccepted: false } }
        : { status: "IN_REVIEW", clock: { isDeemedAccepted: true }, correction: null },
    );
    expect(await entries(id, "correction-requested", "deemed-accepted")).toHaveLength(1);
  });

  rounds("a submission sent by two keys", async () => {
    const id = textAt(await startCase(platform, applicant.token), "id");
    await saveCase(platform, applicant.token, id, RENT_FORM);
    const keys = [randomUUID(), randomUUID(), randomUUID()];
    const outcomes = await Promise.all(keys.map((key) => submitCase(platform, applicant.token, id, { key })));
    expect(doneOf(outcomes)).toHaveLength(1);
    expect(await entries(id, "submitted")).toHaveLength(1);
  });

  rounds("a submission sent several times by one key: once, and all are told the same", async () => {
    const id = textAt(await startCase(platform, applicant.token), "id");
    await saveCase(platform, applicant.token, id, RENT_FORM);
    const key = randomUUID();
    const send = () => submitCase(platform, applicant.token, id, { key });
    const outcomes = await Promise.all([send(), send(), send()]);
    for (const one of outcomes) expect(one).toMatchObject({ id, status: "SUBMITTED" });
    expect(await entries(id, "submitted")).toHaveLength(1);
  });

  rounds("drafts of the same item that are handed in without a reason", async () => {
    const ids = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const id = textAt(await startCase(platform, applicant.token), "id");
        await saveCase(platform, applicant.token, id, RENT_FORM);
        return id;
      }),
    );
    const outcomes = await Promise.all(ids.map((id) => submitCase(platform, applicant.token, id)));
    const types = outcomes.map((one) => textAt(one, "__typename")).sort();
    expect(types).toEqual(["Application", "DuplicateApplication", "DuplicateApplication"]);
    const won = textAt(outcomes.find((one) => textAt(one, "__typename") === "Application") ?? null, "id");
    for (const refused of outcomes.filter((one) => textAt(one, "__typename") !== "Application")) {
      expect(at(refused, "open", 0, "id")).toBe(won);
    }
  });

  rounds(
    "a rule that grants, and the applicant who takes it back: paid or withdrawn, and never both",
    async () => {
      const saver = await newSaver(platform);
      const id = await fillIn(platform, saver, RENT, rentForm(saver));
      const key = randomUUID();
      const send = () => submitCase(platform, saver.token, id, { key });
      await Promise.all([send(), send(), withdraw(id, saver)]);
      await send();
      const status = textAt(await caseOf(platform, saver.token, id), "status");
      expect(["DELIVERED", "WITHDRAWN"]).toContain(status);
      expect(await drawingsOf(platform, saver)).toEqual(status === "DELIVERED" ? ["2000.00"] : []);
      expect((await entries(id, "approved-by-rule", "withdrawn")).length).toBe(1);
    },
  );
});
