import fc from "fast-check";
import { expect } from "vitest";
import { type Json, textAt } from "../../../support/platform.ts";
import { runClocks } from "../clocks.ts";
import { addDays, dayAt, midnight } from "./calendar.ts";
import {
  type Actor,
  ASKED_BY,
  canTake,
  type Days,
  forApplicant,
  forOfficer,
  isOf,
  isTheirs,
  JOINT,
  MARKET,
  type ModelCase,
  OFFICERS,
  PLAIN,
  POLICE,
  RENEWAL,
  sees,
} from "./case.ts";
import { nextTick, tick } from "./clock.ts";
import { compare } from "./compare.ts";
import type { ModelLicence } from "./licence.ts";
import { APPEAL_DAYS, answerDue, awaitedBy, keepLawful, limitsOf } from "./limits.ts";
import { type Detail, follow, newCase, refusalOf } from "./moves.ts";
import { ask, begin, findDeemed, type Real } from "./real.ts";

const COMMANDS_MAX = 80;

/** Beyond it the model's calendar would end before a case's limits do. */
const LAST_DAY = midnight("2026-10-31");
export const HOUR_MS = 3_600_000;

type Model = { readonly cases: ModelCase[]; readonly licence: ModelLicence; now: number };
export type Command = fc.AsyncCommand<Model, Real>;

const appealUntil = ({ decision }: ModelCase): string => (decision ? addDays(decision.on, APPEAL_DAYS) : "");

const daysOf = (one: ModelCase, now: number): Days => ({
  ...{ today: dayAt(now), appealUntil: appealUntil(one) },
  ...{ due: answerDue(one), statutory: limitsOf(one).statutory },
});

const allowedTo = (actor: Actor | undefined, one: ModelCase, now: number): readonly string[] =>
  actor
    ? forOfficer(actor, one, daysOf(one, now))
    : forApplicant(one, { ...daysOf(one, now), due: awaitedBy(one) });

const OPEN = ["SUBMITTED", "CORRECTION", "IN_REVIEW", "PAUSED", "APPEALED"];

const caseAt = ({ cases }: Model, i: number): ModelCase => {
  const one = cases[i];
  if (!one) throw new Error(`no case ${i}`);
  return one;
};

export type Wish = {
  readonly i: number;
  readonly action: string;
  readonly actor: Actor | undefined;
  readonly detail: Detail;
};

/** A command that asks for one thing. */
export const askFor = (wish: Wish): Command =>
  command(`${nameOf(wish.actor)} asks ${wish.action}`, (model, real) => act(model, real, wish));

/** Asks the platform for what somebody wants, and holds its answer and all that it shows then against the model. */
async function act(model: Model, real: Real, { i, action, actor, detail }: Wish): Promise<void> {
  const one = caseAt(model, i);
  const roles = ASKED_BY[action];
  const answering = ask(real, i, action, actor, detail);
  if (actor && !actor.roles.some((role) => roles?.includes(role))) {
    await expect(answering).rejects.toThrow("FORBIDDEN");
  } else judge(model, { i, action, actor, detail }, await answering);
  await compare(real, i, one, model.now);
}

function judge(model: Model, { i, action, actor, detail }: Wish, answer: Json): void {
  const one = caseAt(model, i);
  const type = textAt(answer, "__typename");
  const isUnseen = actor !== undefined && !sees(actor, one);
  if (action === "REPEAT" || isUnseen) {
    expect(type).toBe(isUnseen ? "NotFound" : "Application");
    return;
  }
  const allowed = allowedTo(actor, one, model.now);
  const isDuplicate = model.cases.some(
    (other) => other !== one && other.item === one.item && OPEN.includes(other.status),
  );
  const refusal = allowed.includes(action)
    ? refusalOf(one, action, detail, { actor, isDuplicate, today: dayAt(model.now) })
    : "NotAllowedNow";
  expect(type).toBe(refusal ?? "Application");
  if (refusal === "NotAllowedNow") {
    expect(answer).toMatchObject({
      state: one.status,
      availableActions: expect.arrayContaining([...allowed]),
    });
  }
  if (refusal) return;
  follow(one, action, detail, actor?.name ?? "", dayAt(model.now));
  keepLawful(one);
}

const detail: fc.Arbitrary<Detail> = fc.record({
  step: fc.constantFrom("accept", "review", "second-review", "decide", "issue"),
  to: fc.option(fc.constantFrom(...OFFICERS.map(({ name }) => name)), { nil: undefined }),
  workingDays: fc.integer({ min: 1, max: 16 }),
  isComplete: fc.boolean(),
  isNamed: fc.boolean(),
  hasReason: fc.boolean(),
  department: fc.constantFrom(POLICE, MARKET),
});

/** Mostly the first of two. */
const which = fc.constantFrom(0, 0, 0, 1);
const ACTORS = [undefined, ...OFFICERS];
const command = (text: string, run: Command["run"], check: Command["check"] = () => true): Command => ({
  ...{ run, check },
  toString: () => text,
});
const nameOf = (actor: Actor | undefined): string => actor?.name ?? "applicant";

/** How often each is chosen among what is allowed, so that lives are long and get far. */
const WEIGHTS: Readonly<Record<string, number>> = {
  ...{ SAVE: 3, SUBMIT: 30, CLAIM: 20, ACCEPT: 30, FINISH_STEP: 40, APPROVE: 20, REJECT: 10, DELIVER: 20 },
  ...{ APPEAL: 30, OVERTURN: 20, UPHOLD: 8, RESUME: 20, PAUSE: 6, EXTEND: 5, REQUEST_CORRECTION: 6 },
  ...{ REASSIGN: 6, TRANSFER: 4, RELEASE: 3, REVOKE: 2, WITHDRAW: 1 },
  ...{ COMPLAIN: 10, ANSWER_COMPLAINT: 8 },
};
const INCOMPLETE = { SAVE: 20, SUBMIT: 3 };

function weightOf(one: ModelCase, action: string): number {
  const first = one.isComplete ? {} : INCOMPLETE;
  return { ...WEIGHTS, ...first }[action] ?? 1;
}

/** Something that the model allows, with a step that it is possible for. */
const allowed = fc.tuple(which, fc.nat(), fc.nat(), detail).map(([i, n, m, wanted]) => {
  const choose = (model: Model): Wish | undefined => {
    const one = caseAt(model, i);
    const wishes = ACTORS.flatMap((actor) =>
      allowedTo(actor, one, model.now).map((action) => ({ i, action, actor })),
    );
    const byAction = [...Map.groupBy(wishes, ({ action }) => action)];
    const tickets = byAction.flatMap(([action, same]) => Array(weightOf(one, action)).fill(same));
    const same: typeof wishes = tickets[n % Math.max(tickets.length, 1)] ?? [];
    const wish = same[m % Math.max(same.length, 1)];
    return wish && { ...wish, detail: detailFor(one, wish, wanted) };
  };
  return command(
    `allowed ${n} ${m} of case ${i} ${JSON.stringify(wanted)}`,
    async (model, real) => {
      const wish = choose(model);
      if (wish) await act(model, real, wish);
    },
    (model) => choose(model) !== undefined,
  );
});

function detailFor(one: ModelCase, { action, actor }: Omit<Wish, "detail">, wanted: Detail): Detail {
  const fits = one.tasks.filter((task) => {
    if (action === "CLAIM") return actor && !task.holder && canTake(actor, one, task);
    if (action === "FINISH_STEP") return actor && isTheirs(actor, one, task);
    if (action === "REASSIGN") return actor && isOf(actor, task.department);
    return action === "RELEASE" ? task.holder === actor?.name : task.step.code === wanted.step;
  });
  return {
    ...wanted,
    step: (fits[0] ?? one.tasks[0])?.step.code ?? wanted.step,
    // A draft is mostly filled in at once, a correction is mostly what was asked for.
    isComplete: wanted.isComplete || wanted.hasReason,
    isNamed: one.status === "CORRECTION" && (wanted.isNamed || wanted.isComplete),
  };
}

/** Anything that anybody may think of. */
const anything = fc
  .tuple(which, fc.constantFrom(...ACTORS), fc.nat(), detail)
  .map(([i, actor, n, wanted]) => {
    const actions = actor
      ? Object.keys(ASKED_BY)
      : ["SAVE", "SUBMIT", "SAVE", "APPEAL", "SUBMIT", "WITHDRAW"];
    const action = actions[n % actions.length] ?? "";
    return command(`${nameOf(actor)} asks ${action} of case ${i} ${JSON.stringify(wanted)}`, (model, real) =>
      act(model, real, { i, action, actor, detail: wanted }),
    );
  });

const repeated = which.map((i) =>
  command(
    `the applicant hands case ${i} in again by the same key`,
    (model, real) => act(model, real, { i, action: "REPEAT", actor: undefined, detail: NOTHING }),
    ({ cases }) => cases[i]?.hasKey === true,
  ),
);
export const NOTHING: Detail = {
  ...{ step: "", to: undefined, workingDays: 1, isComplete: false, isNamed: false, hasReason: false },
  department: POLICE,
};

/** Time goes on; nothing happens by that alone. */
const later = (text: string, by: (model: Model) => number): Command =>
  command(
    text,
    async (model, real) => {
      const to = by(model);
      model.now = to;
      real.platform.clock.set(new Date(to).toISOString());
      for (const [i, one] of model.cases.entries()) await compare(real, i, one, to);
    },
    (model) => by(model) > model.now && by(model) < LAST_DAY,
  );

const hoursLater = fc
  .integer({ min: 1, max: 12 * 24 })
  .map((hours) => later(`${hours} hours later`, ({ now }) => now + hours * HOUR_MS));

/** To the moment at which something comes to happen by itself, or just before. */
const toTheTick = fc.tuple(which, fc.boolean()).map(([i, isBefore]) =>
  later(`${isBefore ? "just before" : "at"} what comes next of case ${i}`, (model) => {
    const at = nextTick(caseAt(model, i))?.at ?? 0;
    return isBefore ? at - 1 : at;
  }),
);

/** To the last moment of the licence that renewals ask for, or the first behind it. */
export const toLicenceEnd = (isBefore: boolean): Command =>
  later(`${isBefore ? "just before" : "at"} the licence's end`, ({ licence }) => {
    const end = midnight(addDays(licence.until, 1));
    return isBefore ? end - 1 : end;
  });
const atLicenceEnd = fc.boolean().map(toLicenceEnd);

export const clocks = command("the clocks run", async (model, real) => {
  // One pass does one thing to a case.
  for (let pass = 0; pass < 6; pass += 1) await runClocks(real.platform);
  // Of two that come to count as granted at once one is, and which is nobody's to say.
  const first = (await findDeemed(real))[0] ?? 0;
  for (const one of [...model.cases.slice(first), ...model.cases.slice(0, first)]) {
    tick(one, model.now);
    keepLawful(one);
  }
  for (const [i, one] of model.cases.entries()) await compare(real, i, one, model.now);
});

const anew = fc.tuple(which, fc.constantFrom(PLAIN, JOINT, RENEWAL)).map(([i, item]) =>
  command(
    `case ${i} is followed by another, ${item.code}`,
    async (model, real) => {
      await begin(real, i, item);
      model.cases[i] = newCase(item, dayAt(model.now), model.licence);
      await compare(real, i, caseAt(model, i), model.now);
    },
    ({ cases }) => ["WITHDRAWN", "LAPSED", "REVOKED", "ARCHIVED"].includes(cases[i]?.status ?? ""),
  ),
);

export const lives = fc.commands(
  [
    // A choice of commands is made evenly: what moves a life along stands here more than once.
    ...Array.from({ length: 10 }, () => allowed),
    ...[anything, anything, repeated, hoursLater, toTheTick, atLicenceEnd, fc.constant(clocks), anew],
  ],
  { maxCommands: COMMANDS_MAX, size: "max" },
);
