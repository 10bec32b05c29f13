import { createHash } from "node:crypto";
import type { RegionCode } from "../../../field/region.ts";
import { addWorkingDays } from "../../../field/working-days.ts";
import type { Actor, Officer } from "../../../kernel/actor.ts";
import { addDays, type CivilDate, dateAt, midnight } from "../../../kernel/civil-date.ts";
import { isHandOf, type Said } from "../../../kernel/four-eyes.ts";
import { base32, type CitizenId, type OfficerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { CaseCounter } from "../../figures/index.ts";
import type { EvaluationId } from "../ids.ts";

/** The five levels of 好差评, the best first; the last two are bad (差评). */
export const LEVELS = [
  "VERY_SATISFIED",
  "SATISFIED",
  "BASICALLY_SATISFIED",
  "DISSATISFIED",
  "VERY_DISSATISFIED",
] as const;
export type Level = (typeof LEVELS)[number];

const COUNTERS = {
  VERY_SATISFIED: "evaluated5",
  SATISFIED: "evaluated4",
  BASICALLY_SATISFIED: "evaluated3",
  DISSATISFIED: "evaluated2",
  VERY_DISSATISFIED: "evaluated1",
} as const satisfies Record<Level, CaseCounter>;

export const counterOf = (level: Level): CaseCounter => COUNTERS[level];

/** The subjects of an evaluation. */
export const TAGS = ["EFFICIENCY", "GUIDANCE", "CONVENIENCE", "USABILITY", "ATTITUDE", "COMPETENCE"] as const;
export type Tag = (typeof TAGS)[number];

/**
 * A bad evaluation is verified and put right by whom it is assigned to, called back, and the evaluator may appeal. The
 * State Council's opinion (国办发〔2019〕51号, no. 11) asks for each of these and for a time limit; the fifteen working days
 * are those that provinces have set for it.
 */
const PUT_RIGHT_WORKING_DAYS = 15;

export const EVALUATION_STATUSES = [
  "RECORDED",
  "OPEN",
  "ASSIGNED",
  "PUT_RIGHT",
  "CALLED_BACK",
  "APPEALED",
  "CLOSED",
] as const;
export type EvaluationStatus = (typeof EVALUATION_STATUSES)[number];

export const EVALUATION_ACTIONS = ["ASSIGN", "PUT_RIGHT", "CALL_BACK", "APPEAL", "UPHOLD", "REOPEN"] as const;
export type EvaluationAction = (typeof EVALUATION_ACTIONS)[number];

/** The closed loop of a bad evaluation; a good one is only recorded. */
const TRANSITIONS = {
  RECORDED: {},
  OPEN: { ASSIGN: "ASSIGNED" },
  ASSIGNED: { ASSIGN: "ASSIGNED", PUT_RIGHT: "PUT_RIGHT" },
  PUT_RIGHT: { CALL_BACK: "CALLED_BACK" },
  CALLED_BACK: { APPEAL: "APPEALED" },
  APPEALED: { UPHOLD: "CLOSED", REOPEN: "OPEN" },
  CLOSED: {},
} as const satisfies Record<EvaluationStatus, Partial<Record<EvaluationAction, EvaluationStatus>>>;

const WORDS_LENGTH = { min: 2, max: 1_000 };

export type WordsProblem = TextProblem & { readonly path: readonly string[] };

/** The words of somebody about a decision or its handling, as they are kept; `path` leads to them in the input. */
export function checkWords(text: string, ...path: readonly string[]): Result<string, WordsProblem> {
  const checked = checkText(text, WORDS_LENGTH.min, WORDS_LENGTH.max);
  return checked.ok ? checked : err({ ...checked.error, path });
}

/** How an applicant evaluates one decision, and what came of it. */
export type Evaluation = {
  readonly id: EvaluationId;
  readonly application: ApplicationId;
  /** The person who evaluates it: the applicant, or who may act in the case besides. */
  readonly citizenId: CitizenId;
  readonly region: RegionCode;
  readonly department: string;
  /** The stage of the item's roll-out under which the case began: an evaluation counts with it. */
  readonly stage: "PILOT" | "GENERAL";
  readonly item: string;
  readonly decidedAt: Instant;
  /** None where a rule decided. */
  readonly decidedBy?: OfficerId | undefined;
  /** The officer who decided as a person, and so below; records from before that was kept have none. */
  readonly deciderPerson?: CitizenId | undefined;
  readonly level: Level;
  readonly tags: readonly Tag[];
  readonly comment?: string | undefined;
  readonly at: Instant;
  /** Tells a repeated one from another. */
  readonly submission: string;
  readonly input: string;
  readonly status: EvaluationStatus;
  /** Until when a bad one has to be put right. */
  readonly dueOn?: CivilDate | undefined;
  readonly overdueAt?: Instant | undefined;
  readonly assignee?: OfficerId | undefined;
  readonly assigneePerson?: CitizenId | undefined;
  readonly measures?: Said | undefined;
  readonly callBack?: (Said & { readonly isSatisfied: boolean }) | undefined;
  readonly appeal?: { readonly reason: string; readonly at: Instant; readonly answer?: Said } | undefined;
  readonly revision: number;
};

/** A list of bad evaluations: of a department in a region, or of who has to put them right. */
export type EvaluationList =
  | { readonly region: string; readonly department: string }
  | { readonly assignee: OfficerId };

/** Each decision is evaluated once, so its evaluation is known by it. */
export function evaluationId(application: ApplicationId, decidedAt: Instant): EvaluationId {
  const digest = createHash("sha256")
    .update(JSON.stringify([application, decidedAt]))
    .digest();
  return `evl_${base32(digest.subarray(0, 10))}`;
}

export const isBad = (level: Level): boolean => level === "DISSATISFIED" || level === "VERY_DISSATISFIED";

export type Opinion = Pick<
  Evaluation,
  | "application"
  | "citizenId"
  | "region"
  | "department"
  | "item"
  | "stage"
  | "decidedAt"
  | "decidedBy"
  | "deciderPerson"
  | "level"
  | "tags"
  | "comment"
  | "submission"
  | "input"
>;

/** How somebody evaluates a decision; a bad one opens the loop in which it is put right. */
export const evaluationOf = (said: Opinion, now: Instant): Evaluation => ({
  ...said,
  ...{ id: evaluationId(said.application, said.decidedAt), at: now, revision: 1 },
  ...(isBad(said.level) ? { status: "OPEN", dueOn: dueAfter(now) } : { status: "RECORDED" }),
});

const dueAfter = (now: Instant): CivilDate => addWorkingDays(dateAt(now), PUT_RIGHT_WORKING_DAYS);

export type EvaluationCaller = { readonly kind: "APPLICANT" } | Officer;

export type NotAllowed = {
  readonly code: "NOT_ALLOWED_NOW";
  readonly state: EvaluationStatus;
  readonly availableActions: readonly EvaluationAction[];
};

const nextStatus = (status: EvaluationStatus, action: EvaluationAction): EvaluationStatus | undefined => {
  const allowed: Partial<Record<EvaluationAction, EvaluationStatus>> = TRANSITIONS[status];
  return allowed[action];
};

const evaluationActions = (evaluation: Evaluation, caller: EvaluationCaller): readonly EvaluationAction[] =>
  EVALUATION_ACTIONS.filter(
    (action) =>
      nextStatus(evaluation.status, action) !== undefined &&
      (caller.kind === "APPLICANT"
        ? action === "APPEAL" && !evaluation.appeal
        : mayOfficer(action, evaluation, caller)),
  );

/**
 * The actions that a reader has on an evaluation. A clerk who serves its applicant has the applicant's.
 */
export function actionsOf(
  evaluation: Evaluation,
  reader: Actor,
  { servedFor }: { readonly servedFor?: CitizenId },
): readonly EvaluationAction[] {
  if (servedFor !== undefined || reader.kind === "CITIZEN")
    return evaluationActions(evaluation, { kind: "APPLICANT" });
  return reader.kind === "OFFICER" ? evaluationActions(evaluation, reader) : [];
}

/**
 * Nobody handles an evaluation of their own decision, or as the person who made it; who put it right does not judge it.
 * Neither does anybody under another officer's id.
 */
function mayOfficer(action: EvaluationAction, evaluation: Evaluation, officer: Officer): boolean {
  const { assignee, assigneePerson, measures, citizenId } = evaluation;
  if (officer.person === undefined || officer.person === citizenId) return false;
  if (hasDecidedIt(officer, evaluation)) return false;
  if (action === "PUT_RIGHT") return officer.id === assignee;
  if (action === "APPEAL" || !officer.roles.includes("SUPERVISOR")) return false;
  if (action === "ASSIGN") return true;
  return !isHandOf(officer, { by: assignee, person: assigneePerson }) && !isHandOf(officer, measures);
}

/** Whether an officer made the decision that is evaluated. */
export const hasDecidedIt = (
  officer: Pick<Officer, "id" | "person">,
  { decidedBy, deciderPerson }: Evaluation,
): boolean => isHandOf(officer, { by: decidedBy, person: deciderPerson });

export const refusalFor = (evaluation: Evaluation, caller: EvaluationCaller): NotAllowed => ({
  code: "NOT_ALLOWED_NOW",
  state: evaluation.status,
  availableActions: evaluationActions(evaluation, caller),
});

/** The evaluation after what this caller does about it; errors: NOT_ALLOWED_NOW with what they can do. */
export function takeAction(
  evaluation: Evaluation,
  action: EvaluationAction,
  caller: EvaluationCaller,
  change: Partial<Omit<Evaluation, "id" | "status" | "revision">>,
): Result<Evaluation, NotAllowed> {
  const status = nextStatus(evaluation.status, action);
  return status && evaluationActions(evaluation, caller).includes(action)
    ? ok({ ...evaluation, ...change, status, revision: evaluation.revision + 1 })
    : err(refusalFor(evaluation, caller));
}

/** A case that is handled anew: by somebody who is still to be named, by the calendar from today on. */
export const renewHandling = (now: Instant) => ({
  dueOn: dueAfter(now),
  overdueAt: undefined,
  assignee: undefined,
  assigneePerson: undefined,
});

/** When the time to put it right is over; undefined where it is not awaited, or was flagged already. */
export const overdueFrom = ({ status, dueOn, overdueAt }: Evaluation): Instant | undefined =>
  dueOn && !overdueAt && (status === "OPEN" || status === "ASSIGNED")
    ? midnight(addDays(dueOn, 1))
    : undefined;

export function flagOverdue(evaluation: Evaluation, now: Instant): Evaluation | undefined {
  const from = overdueFrom(evaluation);
  if (!from || from > now) return undefined;
  return { ...evaluation, overdueAt: now, revision: evaluation.revision + 1 };
}
