import { expect } from "vitest";
import { INDEX1, recordsTable } from "../../../../services/kernel/database/tables.ts";
import { nodesAt } from "../../../support/asking.ts";
import { brokenLink, trailOf } from "../../../support/audit-trail.ts";
import { at, type Json, textAt } from "../../../support/platform.ts";
import { addDays, dayAt } from "./calendar.ts";
import {
  type Actor,
  forApplicant,
  forOfficer,
  MARKET,
  type ModelCase,
  OFFICERS,
  POLICE,
  sees,
} from "./case.ts";
import { standing as licenceOn } from "./licence.ts";
import { APPEAL_DAYS, answerDue, awaitedBy, limitsOf } from "./limits.ts";
import type { Real } from "./real.ts";

const CASE = `...  on Application { status availableActions
  answer { dueOn isOverdue }
  clock { receivedOn acceptedOn isDeemedAccepted promisedOn statutoryOn warningOn warnedAt overdueAt deliveryOverdueAt
    pauses { from until overdueAt to } extension { workingDays } }
  correction { answerBy } decision { outcome } appeal { outcome overdueAt }
  progress { code state dueOn } }`;
const LIST = "{ edges { node { step dueOn application { id } } } }";

/** Holds a case, as all of them see it, against the model; `entries` are the lines of its audit trail. */
export async function compare(real: Real, i: number, one: ModelCase, now: number): Promise<void> {
  const { platform, applicant, officers, ids, licence: number } = real;
  const id = ids[i] ?? "";
  const query = async (token: string, text: string): Promise<Json> => {
    const answer = await platform.call({ token, query: `{ ${text} }` });
    if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  };
  const asked = OFFICERS.map(async (actor) => {
    const claims = takesSteps(actor) ? `claimedSteps(first: 100) ${LIST}` : "";
    const node = `node(id: "${id}") { ... on Application { status availableActions } }`;
    const data = await query(officers.get(actor.name)?.token ?? "", `${node} ${claims}`);
    const seen = at(data, "node");
    return {
      actions: seen === null ? "unseen" : inOrder(at(seen, "availableActions")),
      claimed: claims === "" ? [] : stepsIn(at(data, "claimedSteps"), id),
    };
  });
  const [mine, desks, trail, standing, ...theirs] = await Promise.all([
    query(
      applicant.token,
      `node(id: "${id}") { ${CASE} } licence(number: "${number}") { status validUntil }`,
    ),
    query(officers.get("sue")?.token ?? "", deskLists(real, one)),
    trailOf(platform.database(), recordsTable("live"), id),
    stepsInIndexes(real, id),
    ...asked,
  ]);
  const today = dayAt(now);
  const days = { today, due: answerDue(one), statutory: limitsOf(one).statutory };
  expect(viewOf(at(mine, "node"))).toEqual(expectedFor(one, today));
  if (one.licence) expect(at(mine, "licence")).toEqual(licenceOn(one.licence, today));
  expect(Object.fromEntries(theirs.map((each, n) => [OFFICERS[n]?.name, each]))).toEqual(
    Object.fromEntries(
      OFFICERS.map((actor) => [
        actor.name,
        {
          // Nobody reads a case of their own as an officer.
          actions:
            sees(actor, one) && !actor.isApplicant ? [...forOfficer(actor, one, days)].sort() : "unseen",
          claimed:
            takesSteps(actor) && !actor.isApplicant && sees(actor, one)
              ? entriesOf(one, ({ holder }) => holder === actor.name)
              : [],
        },
      ]),
    ),
  );
  expect(lists(desks, id)).toEqual(expectedLists(one));
  // A list holds each entry against its case; a total counts what its index has.
  expect(standing).toEqual(entriesOf(one, () => true).map(([step]) => step));
  expect([brokenLink(id, trail), trail.map(({ action }) => String(action).split(".").at(-1))]).toEqual([
    undefined,
    one.trail,
  ]);
}

/** The steps of a case whose entries stand in any list of a desk, by their records alone. */
async function stepsInIndexes({ platform }: Real, id: string): Promise<readonly string[]> {
  const wanted = { table: recordsTable("live"), pk: id, skPrefix: "task#", limit: 100 };
  const { items } = await platform.database().query(wanted);
  return items
    .flatMap((item) => (INDEX1.pk in item ? [String(item["sk"]).slice("task#".length)] : []))
    .sort();
}

const takesSteps = ({ roles }: Actor): boolean => roles.some((role) => role !== "SUPERVISOR");

const inOrder = (actions: Json): readonly string[] =>
  (Array.isArray(actions) ? actions : []).map((action) => String(action)).sort();

const viewOf = (node: Json) => {
  const pauses = at(node, "clock", "pauses");
  const flag = (name: string) => at(node, "clock", name) !== null;
  return {
    status: at(node, "status"),
    actions: inOrder(at(node, "availableActions")),
    dueOn: at(node, "answer", "dueOn"),
    isOverdue: at(node, "answer", "isOverdue"),
    receivedOn: at(node, "clock", "receivedOn"),
    acceptedOn: at(node, "clock", "acceptedOn"),
    isDeemed: at(node, "clock", "isDeemedAccepted"),
    promised: at(node, "clock", "promisedOn"),
    statutory: at(node, "clock", "statutoryOn"),
    warning: at(node, "clock", "warningOn"),
    flags: [flag("warnedAt"), flag("overdueAt"), flag("deliveryOverdueAt")],
    pauses: (Array.isArray(pauses) ? pauses : []).map((pause: Json) => [
      ...[at(pause, "until"), at(pause, "overdueAt") !== null, at(pause, "to") !== null],
    ]),
    extension: valueAt(node, "clock", "extension", "workingDays"),
    correctBy: valueAt(node, "correction", "answerBy"),
    decision: valueAt(node, "decision", "outcome"),
    isAppealOverdue: valueAt(node, "appeal", "overdueAt") !== null,
    appeal: at(node, "appeal") === null ? null : (valueAt(node, "appeal", "outcome") ?? "OPEN"),
    progress: progressIn(node),
  };
};

/** Null where something on the way is. */
function valueAt(json: Json, ...path: readonly string[]): Json {
  let here = json;
  for (const name of path) here = here === null ? null : at(here, name);
  return here;
}

function progressIn(node: Json): Readonly<Record<string, string>> {
  const progress = at(node, "progress");
  const steps: readonly Json[] = Array.isArray(progress) ? progress : [];
  return Object.fromEntries(
    steps.map((step) => [textAt(step, "code"), `${textAt(step, "state")} ${at(step, "dueOn")}`]),
  );
}

function expectedFor(one: ModelCase, today: string): ReturnType<typeof viewOf> {
  const { status, decision, received, accepted } = one;
  const limits = limitsOf(one);
  const dueOn = answerDue(one);
  const until = decision ? addDays(decision.on, APPEAL_DAYS) : "";
  return {
    ...{ status, actions: [...forApplicant(one, { today, appealUntil: until, due: awaitedBy(one) })].sort() },
    ...{ dueOn, isOverdue: dueOn !== null && dueOn < today },
    ...{ receivedOn: received ?? null, acceptedOn: accepted ?? null, isDeemed: one.isDeemed },
    ...limits,
    flags: [one.isWarned, one.isOverdue, one.isDeliveryOverdue],
    pauses: one.pauses.map(({ until, isOver, to }) => [until, isOver, to !== undefined]),
    extension: one.extension || null,
    correctBy: one.correctBy ?? null,
    decision: decision?.outcome ?? null,
    isAppealOverdue: one.isAppealOverdue,
    appeal: one.appeal ?? null,
    progress: Object.fromEntries(
      one.item.steps.map(({ code }) => {
        const task = one.tasks.find((each) => each.step.code === code);
        const isFinished = one.finished.some((each) => each.step.code === code);
        const open = task && `${task.holder ? "CLAIMED" : "WAITING"} ${dueIn(one, task)}`;
        return [code, isFinished ? "FINISHED null" : (open ?? "TO_COME null")];
      }),
    ),
  };
}

const DEPARTMENTS = [POLICE, MARKET];

const deskLists = ({ region }: Real, one: ModelCase): string =>
  DEPARTMENTS.flatMap((department, i) => {
    const where = `region: "${region}", department: "${department}", first: 100`;
    return [
      `waiting${i}: workQueue(${where}) ${LIST}`,
      ...one.item.steps.map(
        ({ code }) =>
          `step${i}_${code.replaceAll("-", "_")}: workQueue(${where}, item: "${one.item.code}", step: "${code}") ${LIST}`,
      ),
      `held${i}: heldSteps(${where}) ${LIST}`,
      `escalated${i}: escalations(${where}) ${LIST}`,
      `paused${i}: pausedApplications(${where}) ${LIST}`,
    ];
  }).join("\n");

type Entry = readonly [step: string, dueOn: string];

function stepsIn(list: Json, id: string): readonly Entry[] {
  return nodesAt(list)
    .filter((node) => textAt(node, "application", "id") === id)
    .map((node): Entry => [String(at(node, "step")), String(at(node, "dueOn"))])
    .sort();
}

function lists(data: Json, id: string): Readonly<Record<string, readonly Entry[]>> {
  if (typeof data !== "object" || data === null) throw new Error("no desks");
  return Object.fromEntries(Object.entries(data).map(([name, list]) => [name, stepsIn(list as Json, id)]));
}

/** While the clock stands still no step is due. */
const dueIn = ({ status }: ModelCase, { due }: ModelCase["tasks"][number]): string =>
  status === "PAUSED" ? "null" : due;

/** The open steps that stand in a list: while the clock stands still nobody finds one to take on. */
const entriesOf = (one: ModelCase, isIn: (task: ModelCase["tasks"][number]) => boolean): readonly Entry[] =>
  one.tasks
    .filter((task) => isIn(task) && (task.holder !== undefined || one.status !== "PAUSED"))
    .map((task): Entry => [task.step.code, dueIn(one, task)])
    .sort();

/** Overdue, and not decided, or still for longer than was told, or granted and not handed out; or appealed against; or nearly overdue, and nobody has it. */
const isEscalated = (one: ModelCase): boolean => {
  const { status, isWarned, isOverdue, isDeliveryOverdue, isComplaining, tasks, pauses } = one;
  return (
    isComplaining ||
    (status === "PAUSED" && pauses.some(({ to, isOver }) => !to && isOver)) ||
    (status === "IN_REVIEW" && isWarned && tasks.some(({ holder }) => !holder)) ||
    status === "APPEALED" ||
    (isOverdue && ["IN_REVIEW", "PAUSED"].includes(status)) ||
    (isDeliveryOverdue && status === "APPROVED")
  );
};

const expectedLists = (one: ModelCase): Readonly<Record<string, readonly Entry[]>> =>
  Object.fromEntries(
    DEPARTMENTS.flatMap((department, i) => {
      const of = (task: ModelCase["tasks"][number]) => task.department === department;
      const isOwn = department === one.department;
      return [
        [`waiting${i}`, entriesOf(one, (task) => of(task) && !task.holder)],
        ...one.item.steps.map(({ code }) => [
          `step${i}_${code.replaceAll("-", "_")}`,
          entriesOf(one, (task) => of(task) && !task.holder && task.step.code === code),
        ]),
        [`held${i}`, entriesOf(one, (task) => of(task) && task.holder !== undefined)],
        [`escalated${i}`, isOwn && isEscalated(one) ? [["null", "null"]] : []],
        [`paused${i}`, isOwn && one.status === "PAUSED" ? [["null", "null"]] : []],
      ];
    }),
  );
