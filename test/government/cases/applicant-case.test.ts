import { describe, expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import { personAs } from "../../../services/field/subject.ts";
import type { OnBehalf } from "../../../services/government/cases/actions.ts";
import {
  appeal,
  complain,
  confirm,
  type Submission,
  saveFields,
  submit,
  withdraw,
} from "../../../services/government/cases/applicant/applicant-case.ts";
import type { Application, Confirmation } from "../../../services/government/cases/application.ts";
import type { NamedProblem } from "../../../services/government/cases/form-problem.ts";
import { date } from "../../../services/kernel/civil-date.ts";
import type { OfficerId } from "../../../services/kernel/ids.ts";
import { type Instant, plusMs } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";

const MONDAY = "2026-03-02T02:00:00.000Z" as Instant;
/** Tuesday in Beijing, and still Monday in London. */
const TUESDAY = "2026-03-02T16:00:00.000Z" as Instant;
const OFFICER: OfficerId = "ofc_0000000000000001";
const CITIZEN = "ctz_000000000000000000000001";

const DRAFT: Application = {
  ...{ id: "app_1", citizenId: CITIZEN, subject: personAs(CITIZEN), capacity: "SELF" },
  ...{ item: { code: "TEST", version: 1 }, department: "BJ-GJJ", region: "110105" as RegionCode },
  ...{ channel: "ONLINE", stage: "GENERAL", status: "DRAFT", createdAt: MONDAY, savedAt: MONDAY },
  ...{ tasks: [], finished: [], revision: 4, creation: "test" },
  clock: { promisedWorkingDays: 5, statutoryWorkingDays: 20, pauses: [] },
};
const ASKED: Confirmation = { askedAt: TUESDAY, by: "CLERK", until: date("2026-03-18") };
const CORRECTION = {
  ...{ at: MONDAY, by: OFFICER, materials: [], answerBy: date("2026-04-01") },
  fields: [
    { name: "rent", note: "?" },
    { name: "floor", note: "?" },
  ],
} as const;
const TO_CORRECT: Application = {
  ...{ ...DRAFT, status: "CORRECTION", submittedAt: MONDAY, submission: "s1", correction: CORRECTION },
  confirmation: { ...ASKED, askedAt: MONDAY, confirmedAt: MONDAY, confirmedBy: "CODE" },
};

const at = (now: Instant, isSubject = true): OnBehalf => ({
  ...{ steps: [], now, standsForSubject: false, caller: { kind: "APPLICANT", isSubject } },
});
const BY = at(TUESDAY);
const SUBMISSION: Submission = { key: "s2", problems: [], others: [], hasRule: false };
const RENT = { zh: "租金", en: "Rent" };
const PROBLEM: NamedProblem = { code: "FORM_FIELD_MISSING", path: ["rent"], label: RENT };

describe("an application that is handed in", () => {
  it("by its subject is received on that day of Beijing, with its rule to be asked where it has one", () => {
    const handedIn = {
      ...{ ...DRAFT, status: "SUBMITTED", submission: "s2", submittedAt: TUESDAY, revision: 5 },
      clock: { ...DRAFT.clock, receivedOn: "2026-03-03" },
    };
    expect(must(submit(DRAFT, SUBMISSION, BY))).toEqual(handedIn);
    expect(must(submit(DRAFT, { ...SUBMISSION, hasRule: true }, BY))).toEqual({
      ...{ ...handedIn, ruling: "PENDING" },
    });
  });

  it("by somebody else waits for the subject for fifteen days, and is received by nobody", () => {
    const waiting = must(submit(DRAFT, { ...SUBMISSION, hasRule: true, toConfirm: "CLERK" }, BY));
    expect(waiting).toEqual({
      ...{ ...DRAFT, status: "AWAITING_CONFIRMATION", submission: "s2", confirmation: ASKED, revision: 5 },
    });
    const confirmedAt = plusMs(TUESDAY, 3_600_000);
    const wish = { problems: [], hasRule: true, confirmedBy: "CODE" } as const;
    expect(must(confirm(waiting, wish, at(confirmedAt)))).toEqual({
      ...{ ...waiting, status: "SUBMITTED", submittedAt: confirmedAt, ruling: "PENDING", revision: 6 },
      ...{ confirmation: { ...ASKED, confirmedAt, confirmedBy: "CODE" } },
      clock: { ...DRAFT.clock, receivedOn: "2026-03-03" },
    });
  });

  it("for the second time by its subject says nothing of the word for the first", () => {
    const again = must(submit(TO_CORRECT, SUBMISSION, BY));
    expect(again).toEqual({
      ...{ ...TO_CORRECT, status: "SUBMITTED", submission: "s2", confirmation: undefined, revision: 5 },
      // As before: when it was first received.
      ...{ submittedAt: MONDAY, correction: { ...CORRECTION, answeredAt: TUESDAY } },
      clock: { ...DRAFT.clock, receivedOn: "2026-03-03" },
    });
  });

  it("for the second time by somebody else asks for the subject's word anew", () => {
    const again = must(submit(TO_CORRECT, { ...SUBMISSION, toConfirm: "CLERK" }, BY));
    expect([again.status, again.confirmation]).toEqual(["AWAITING_CONFIRMATION", ASKED]);
    expect([again.correction, again.clock]).toEqual([CORRECTION, DRAFT.clock]);
    const wish = { problems: [], hasRule: false, confirmedBy: "SIGN_IN" } as const;
    const confirmed = must(confirm(again, wish, at(plusMs(TUESDAY, 1_000))));
    expect(confirmed.correction).toEqual({ ...CORRECTION, answeredAt: plusMs(TUESDAY, 1_000) });
    expect(confirmed.submittedAt).toBe(MONDAY);
  });

  it("while another is open needs a reason, and none where it is corrected", () => {
    const beside = { ...SUBMISSION, others: ["app_2", "app_3"] };
    expect(submit(DRAFT, beside, BY)).toEqual({
      ...{ ok: false, error: { code: "DUPLICATE_APPLICATION", open: ["app_2", "app_3"] } },
    });
    const reasoned = { ...beside, duplicateReason: "两套住房" };
    expect(must(submit(DRAFT, reasoned, BY)).duplicateReason).toBe("两套住房");
    expect(must(submit(DRAFT, { ...reasoned, others: [] }, BY))).not.toHaveProperty("duplicateReason");
    expect(must(submit(TO_CORRECT, beside, BY)).status).toBe("SUBMITTED");
    expect(must(submit(TO_CORRECT, reasoned, BY))).not.toHaveProperty("duplicateReason");
  });

  it("with something missing is not, nor is it confirmed so", () => {
    const incomplete = { ok: false, error: { code: "FORM_INCOMPLETE", problems: [PROBLEM] } };
    expect(submit(DRAFT, { ...SUBMISSION, problems: [PROBLEM], others: ["app_2"] }, BY)).toEqual(incomplete);
    const waiting = must(submit(DRAFT, { ...SUBMISSION, toConfirm: "AGENT" }, BY));
    const wish = { problems: [PROBLEM], hasRule: false, confirmedBy: "SIGN_IN" } as const;
    expect(confirm(waiting, wish, BY)).toEqual(incomplete);
    // An agent is told that it is not theirs to say, whatever is missing.
    expect(confirm(waiting, wish, at(TUESDAY, false))).toMatchObject({ error: { code: "NOT_ALLOWED_NOW" } });
    expect(submit(waiting, { ...SUBMISSION, problems: [PROBLEM] }, BY)).toEqual({
      ok: false,
      error: {
        ...{ code: "NOT_ALLOWED_NOW", state: "AWAITING_CONFIRMATION" },
        availableActions: ["CONFIRM", "WITHDRAW"],
      },
    });
  });
});

describe("a form that is filled in", () => {
  it("keeps what stands, replaces what is given, and loses what is emptied", () => {
    const saved = must(saveFields(DRAFT, { a: 1, b: 2, c: 3 }, { b: 4, c: null, d: false }, BY));
    expect(saved.form).toEqual({ a: 1, b: 4, d: false });
    expect(saved.application).toEqual({ ...DRAFT, savedAt: TUESDAY, revision: 5 });
  });

  it("to correct it takes the fields that the notice names, and no second one", () => {
    expect(must(saveFields(TO_CORRECT, { rent: 1, city: "京" }, { rent: 2 }, BY)).form).toEqual({
      ...{ rent: 2, city: "京" },
    });
    const closed = { ok: false, error: { code: "FIELD_NOT_OPEN", path: ["form", "city"] } };
    expect(saveFields(TO_CORRECT, { rent: 1 }, { rent: 2, city: "沪" }, BY)).toEqual(closed);
    expect(saveFields({ ...TO_CORRECT, correction: undefined }, {}, { city: "沪" }, BY)).toEqual(closed);
  });

  it("that was handed in is not, and neither is one that was taken back", () => {
    const handedIn = must(submit(DRAFT, SUBMISSION, BY));
    const withdrawn = must(withdraw(handedIn, BY));
    expect(withdrawn).toEqual({ ...handedIn, status: "WITHDRAWN", endedAt: TUESDAY, revision: 6 });
    for (const one of [handedIn, withdrawn]) {
      expect(saveFields(one, { a: 1 }, { a: 2 }, BY)).toMatchObject({ error: { code: "NOT_ALLOWED_NOW" } });
    }
    expect(withdraw(withdrawn, BY).ok).toBe(false);
  });
});

describe("the second remedy", () => {
  it("a complaint stands behind the one that was answered, and beside none that is open", () => {
    const first = { at: MONDAY, text: "?", submission: "c1", answer: "!", answeredAt: MONDAY } as const;
    const late: Application = {
      ...{ ...DRAFT, status: "SUBMITTED", submittedAt: MONDAY, complaints: [first] },
      clock: { ...DRAFT.clock, receivedOn: date("2026-02-02") },
    };
    const second = { text: "??", submission: "c2" };
    const complained = must(complain(late, second, BY));
    expect(complained).toEqual({
      ...{ ...late, complaints: [first, { at: TUESDAY, ...second }], revision: 5 },
    });
    const { complaints: _, ...quiet } = late;
    expect(must(complain(quiet, second, BY)).complaints).toEqual([{ at: TUESDAY, ...second }]);
    expect(complain(complained, { text: "???", submission: "c3" }, BY).ok).toBe(false);
  });

  it("an appeal is none", () => {
    const decision = { outcome: "REJECTED", at: MONDAY, by: OFFICER, reason: "依法决定" } as const;
    const refused: Application = { ...DRAFT, status: "REJECTED", submittedAt: MONDAY, decision };
    const appealed = must(appeal(refused, "不服", BY));
    expect(appealed).toEqual({
      ...{ ...refused, status: "APPEALED", appeal: { at: TUESDAY, reason: "不服" }, revision: 5 },
    });
    const upheld: Application = { ...appealed, status: "REJECTED" };
    expect(appeal(upheld, "仍不服", BY).ok).toBe(false);
  });
});
