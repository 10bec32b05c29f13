import fc from "fast-check";
import { expect, it } from "vitest";
import type { RegionCode } from "../../../services/field/region.ts";
import { personAs } from "../../../services/field/subject.ts";
import type { OnBehalf } from "../../../services/government/cases/actions.ts";
import {
  confirm,
  saveFields,
  submit,
  withdraw,
} from "../../../services/government/cases/applicant/applicant-case.ts";
import type { Application, Submitter } from "../../../services/government/cases/application.ts";
import { runClock } from "../../../services/government/cases/tick.ts";
import { transition } from "../../../services/government/cases/transition.ts";
import { addDays, date, dateAt, midnight } from "../../../services/kernel/civil-date.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { HOUR_MS, type Instant, plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";

const START = midnight(date("2026-03-02"));

type Party = "SUBJECT" | Submitter;
const PARTIES: readonly Party[] = ["SUBJECT", "CLERK", "PARTNER", "AGENT"];

type Move =
  | { readonly what: "SAVE" | "SUBMIT" | "CONFIRM" | "WITHDRAW"; readonly by: Party }
  /** The department asks for a correction. */
  | { readonly what: "CORRECT" }
  | { readonly what: "WAIT"; readonly hours: number };

const move: fc.Arbitrary<Move> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      what: fc.constantFrom("SAVE", "SUBMIT", "SUBMIT", "CONFIRM"),
      by: fc.constantFrom(...PARTIES),
    }),
  },
  { weight: 1, arbitrary: fc.record({ what: fc.constant("WITHDRAW"), by: fc.constantFrom(...PARTIES) }) },
  { weight: 3, arbitrary: fc.constant({ what: "CORRECT" }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant("WAIT"), hours: fc.integer({ min: 1, max: 10 * 24 }) }),
  },
  /** Longer than any answer is waited for, but a draft's. */
  {
    weight: 1,
    arbitrary: fc.record({ what: fc.constant("WAIT"), hours: fc.integer({ min: 14 * 24, max: 40 * 24 }) }),
  },
);

/** The life as it is told, in its plainest words. */
type Model = {
  status: string;
  /** The last day of an answer, while one is waited for. */
  until: string | undefined;
  /** The day on which the subject's own word came for what was handed in last. */
  word: string | undefined;
  correctBy: string | undefined;
  savedOn: string;
};

const draft = (): Application => {
  const citizenId = newId("ctz", systemRuntime);
  return {
    ...{ id: newId("app", systemRuntime), citizenId, subject: personAs(citizenId), capacity: "SELF" },
    ...{
      item: { code: "TEST", version: 1 },
      department: "BJ-GJJ",
      region: "110105" as RegionCode,
      channel: "ONLINE",
    },
    ...{ stage: "GENERAL", status: "DRAFT", createdAt: START, savedAt: START, tasks: [], finished: [] },
    clock: { promisedWorkingDays: 5, statutoryWorkingDays: 20, pauses: [] },
    ...{ revision: 1, creation: "test" },
  };
};

const factsAt = (now: Instant) => ({ steps: [], now, standsForSubject: false });

const asked = (by: Party, now: Instant): OnBehalf => ({
  ...factsAt(now),
  caller: by === "PARTNER" ? { kind: "PARTNER" } : { kind: "APPLICANT", isSubject: by !== "AGENT" },
});

/**
 * The case that the platform makes of a move; the same case where it refuses. `hasStake`: the item's grant moves money.
 */
function applied(case_: Application, one: Move, now: Instant, hasStake: boolean): Application {
  if (one.what === "WAIT") return runClock(case_, factsAt(now))?.application ?? case_;
  if (one.what === "CORRECT") {
    if (case_.status !== "SUBMITTED" || case_.correction) return case_;
    const { receivedOn: _, ...clock } = case_.clock;
    const answerBy = addDays(dateAt(now), 30);
    const correction = { at: now, by: newId("ofc", systemRuntime), fields: [], materials: [], answerBy };
    return transition(case_, "REQUEST_CORRECTION", { correction, clock }, factsAt(now));
  }
  const by = asked(one.by, now);
  const toConfirm = hasStake && one.by !== "SUBJECT" ? one.by : undefined;
  const submission = {
    key: newId("pay", systemRuntime),
    problems: [],
    others: [],
    hasRule: false,
    toConfirm,
  };
  const done = {
    SAVE: () => saveFields(case_, {}, {}, by),
    SUBMIT: () => submit(case_, submission, by),
    CONFIRM: () => confirm(case_, { ...submission, confirmedBy: "SIGN_IN" }, by),
    WITHDRAW: () => withdraw(case_, by),
  }[one.what]();
  if (!done.ok) return case_;
  return "application" in done.value ? done.value.application : done.value;
}

function follow(model: Model, one: Move, now: Instant, hasStake: boolean): void {
  const today = dateAt(now);
  const isOpen = model.status === "DRAFT" || model.status === "CORRECTION";
  const receive = () => Object.assign(model, { status: "SUBMITTED", word: today, until: undefined });
  switch (one.what) {
    case "SAVE":
      if (isOpen) model.savedOn = today;
      return;
    case "SUBMIT":
      if (!isOpen) return;
      if (hasStake && one.by !== "SUBJECT")
        Object.assign(model, { status: "AWAITING_CONFIRMATION", word: undefined, until: addDays(today, 15) });
      else receive();
      return;
    case "CONFIRM":
      // A clerk asks for the person at their window.
      if (model.status === "AWAITING_CONFIRMATION" && (one.by === "SUBJECT" || one.by === "CLERK")) receive();
      return;
    case "WITHDRAW":
      if (["DRAFT", "AWAITING_CONFIRMATION", "SUBMITTED", "CORRECTION"].includes(model.status))
        model.status = "WITHDRAWN";
      return;
    case "CORRECT":
      if (model.status === "SUBMITTED" && !model.correctBy)
        Object.assign(model, { status: "CORRECTION", word: undefined, correctBy: addDays(today, 30) });
      return;
    case "WAIT": {
      const last =
        model.status === "AWAITING_CONFIRMATION"
          ? model.until
          : model.status === "CORRECTION"
            ? model.correctBy
            : model.status === "DRAFT"
              ? addDays(date(model.savedOn), 90)
              : undefined;
      if (last !== undefined && today > last) model.status = "LAPSED";
    }
  }
}

it("nothing that bears on money or a licence reaches a department without its subject's own word", () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(fc.boolean(), fc.array(move, { minLength: 1, maxLength: 25 }), (hasStake, moves) => {
      const model: Model = {
        ...{ status: "DRAFT", until: undefined, word: undefined, correctBy: undefined },
        savedOn: dateAt(START),
      };
      let real = draft();
      let now = START;
      for (const one of moves) {
        if (one.what === "WAIT") now = plusMs(now, one.hours * HOUR_MS);
        // An application that is not answered counts as accepted, which is another matter.
        if (real.status === "SUBMITTED" && one.what === "WAIT") continue;
        real = applied(real, one, now, hasStake);
        follow(model, one, now, hasStake);
        seen.set(real.status, (seen.get(real.status) ?? 0) + 1);
        expect([real.status, real.clock.receivedOn]).toEqual([model.status, model.word]);
        if (real.status === "AWAITING_CONFIRMATION") {
          expect([hasStake, real.confirmation?.until, real.confirmation?.confirmedAt]).toEqual([
            ...[true, model.until, undefined],
          ]);
        }
      }
    }),
    { numRuns: 3_000 },
  );
  for (const status of ["AWAITING_CONFIRMATION", "SUBMITTED", "CORRECTION", "LAPSED", "WITHDRAWN"]) {
    expect(seen.get(status) ?? 0, status).toBeGreaterThan(100);
  }
});
