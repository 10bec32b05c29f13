import { addDays, plusWorkingDays } from "./calendar.ts";
import {
  type Actor,
  canTake,
  type Item,
  isOf,
  isTheirs,
  type ModelCase,
  OFFICERS,
  RENEWAL,
  stepsNow,
  type Task,
} from "./case.ts";
import { isKeptBack, type ModelLicence, receive, renew, undoRenewal } from "./licence.ts";
import { stoodStill } from "./limits.ts";

const CORRECTION_DAYS = 30;
const PAUSE_DAYS = 7;
const REVIEWS = ["REVIEWER", "INSPECTOR"];

export function newCase(item: Item, today: string, licence: ModelLicence): ModelCase {
  const begun = draftOf(item, today, item.code === RENEWAL.code ? licence : undefined);
  begun.licence?.asked.push(begun);
  return begun;
}

const draftOf = (item: Item, today: string, licence: ModelLicence | undefined): ModelCase => ({
  ...{ licence, handedIn: undefined, grantedAfter: undefined },
  ...{
    item,
    department: item.department,
    status: "DRAFT",
    isComplete: false,
    savedOn: today,
    hasKey: false,
    tasks: [],
    finished: [],
  },
  ...{ correctBy: undefined, received: undefined, accepted: undefined, isDeemed: false, pauses: [] },
  ...{
    extension: 0,
    isWarned: false,
    isOverdue: false,
    isDeliveryOverdue: false,
    decision: undefined,
    appeal: undefined,
  },
  ...{ complaints: 0, isComplaining: false, appealedOn: undefined, isAppealOverdue: false },
  setAside: [],
  trail: ["started"],
});

/** Until when a pause that begins today is expected to last. */
export const pauseEnd = (today: string): string => addDays(today, PAUSE_DAYS);

/** Into another status: steps whose turn it is then are open, those that were stay as they are. */
export function moveTo(one: ModelCase, status: string, today: string): void {
  one.status = status;
  one.tasks = stepsNow(one).map(
    (step): Task =>
      one.tasks.find((task) => task.step.code === step.code) ?? {
        ...{ step, due: plusWorkingDays(today, step.days), holder: undefined },
        department: step.department === one.item.department ? one.department : step.department,
      },
  );
}

/** Steps that are open are due so many working days later. */
function putOff({ tasks }: ModelCase, days: number): void {
  for (const task of tasks) task.due = plusWorkingDays(task.due, days);
}

/** The objects of an action, besides the case and its doer. */
export type Detail = {
  /** The step that is claimed, released, reassigned or finished. */
  readonly step: string;
  readonly to: string | undefined;
  /** The department to which a case is handed on. */
  readonly department: string;
  readonly workingDays: number;
  /** The form is filled in as the item asks for; where `isNamed` holds as well, it is not sent. */
  readonly isComplete: boolean;
  /** Only the field that the model's correction notices name is sent, also while the case is a draft. */
  readonly isNamed: boolean;
  readonly hasReason: boolean;
};

const taskAt = ({ tasks }: ModelCase, code: string): Task | undefined =>
  tasks.find(({ step }) => step.code === code);

/** Why an action that is allowed is refused all the same; undefined where it is done. */
export function refusalOf(
  one: ModelCase,
  action: string,
  detail: Detail,
  {
    actor,
    isDuplicate,
    today,
  }: { readonly actor: Actor | undefined; readonly isDuplicate: boolean; readonly today: string },
): string | undefined {
  const task = taskAt(one, detail.step);
  switch (action) {
    case "SAVE":
      return one.status === "CORRECTION" && !detail.isNamed ? "InvalidInput" : undefined;
    case "SUBMIT":
      if (!one.isComplete || isKeptBack(one, today)) return "FormIncomplete";
      // An application that is handed in once more after a correction was handed in before.
      return isDuplicate && one.status === "DRAFT" && !detail.hasReason ? "DuplicateApplication" : undefined;
    case "CLAIM":
      return task && actor && !task.holder && canTake(actor, one, task) ? undefined : "NotAllowedNow";
    case "RELEASE":
      return task?.holder !== undefined && task.holder === actor?.name ? undefined : "NotAllowedNow";
    case "FINISH_STEP":
      return task && actor && isTheirs(actor, one, task) && REVIEWS.includes(task.step.role)
        ? undefined
        : "NotAllowedNow";
    case "REASSIGN": {
      if (!task || !actor || !isOf(actor, task.department)) return "NotAllowedNow";
      const to = OFFICERS.find(({ name }) => name === detail.to);
      return to && (to.isApplicant || !canTake(to, one, task)) ? "InvalidInput" : undefined;
    }
    case "TRANSFER":
      return detail.department === one.department ? "InvalidInput" : undefined;
    case "APPROVE":
      return isKeptBack(one, today) ? "InvalidInput" : undefined;
    case "EXTEND":
      return detail.workingDays > (one.item.isJoint ? 15 : 10) ? "InvalidInput" : undefined;
    default:
      return undefined;
  }
}

const TRAIL: Readonly<Record<string, string>> = {
  ...{ SAVE: "saved", SUBMIT: "submitted", WITHDRAW: "withdrawn", APPEAL: "appealed" },
  ...{ CLAIM: "step-claimed", RELEASE: "step-released", REASSIGN: "step-reassigned", ACCEPT: "accepted" },
  TRANSFER: "transferred",
  ...{ REQUEST_CORRECTION: "correction-requested", FINISH_STEP: "step-finished", APPROVE: "approved" },
  ...{ REJECT: "rejected", PAUSE: "paused", RESUME: "resumed", EXTEND: "extended", DELIVER: "delivered" },
  ...{ REVOKE: "revoked", UPHOLD: "appeal-upheld", OVERTURN: "appeal-overturned" },
  ...{ COMPLAIN: "complained", ANSWER_COMPLAINT: "complaint-answered" },
};

/** The consequences of an action that is done. */
export function follow(one: ModelCase, action: string, detail: Detail, by: string, today: string): void {
  one.trail.push(TRAIL[action] ?? action);
  const task = taskAt(one, detail.step);
  switch (action) {
    case "SAVE":
      one.savedOn = today;
      // A save empties nothing that was filled in before, and one field alone completes no form.
      one.isComplete ||= detail.isComplete && !detail.isNamed;
      return;
    case "SUBMIT":
      one.hasKey = true;
      one.received = today;
      receive(one, today);
      moveTo(one, "SUBMITTED", today);
      break;
    case "WITHDRAW":
      moveTo(one, "WITHDRAWN", today);
      break;
    case "APPEAL":
      one.appeal = "OPEN";
      one.isAppealOverdue = false;
      one.appealedOn = today;
      moveTo(one, "APPEALED", today);
      break;
    case "CLAIM":
      if (task) task.holder = by;
      return;
    case "RELEASE":
      if (task) task.holder = undefined;
      return;
    case "REASSIGN":
      if (task) task.holder = detail.to;
      return;
    case "TRANSFER":
      for (const open of one.tasks.filter(({ department }) => department === one.department)) {
        open.department = detail.department;
        open.holder = undefined;
      }
      one.department = detail.department;
      return;
    case "REQUEST_CORRECTION":
      one.correctBy = addDays(today, CORRECTION_DAYS);
      one.received = undefined;
      moveTo(one, "CORRECTION", today);
      break;
    case "PAUSE":
      one.pauses.push({ from: today, until: pauseEnd(today), to: undefined, isOver: false });
      moveTo(one, "PAUSED", today);
      break;
    case "RESUME":
      for (const pause of one.pauses) {
        if (pause.to) continue;
        pause.to = today;
        putOff(one, stoodStill(pause));
      }
      moveTo(one, "IN_REVIEW", today);
      break;
    case "EXTEND":
      one.extension = detail.workingDays;
      putOff(one, detail.workingDays);
      one.isWarned = false;
      one.isOverdue = false;
      return;
    case "COMPLAIN":
      one.complaints += 1;
      one.isComplaining = true;
      return;
    case "ANSWER_COMPLAINT":
      one.isComplaining = false;
      return;
    case "REVOKE":
      undoRenewal(one);
      moveTo(one, "REVOKED", today);
      break;
    case "UPHOLD":
      one.appeal = "UPHELD";
      moveTo(one, "REJECTED", today);
      break;
    case "OVERTURN":
      reopen(one, today);
      break;
    default:
      endStep(one, action, { by, step: detail.step }, today);
      break;
  }
}

/** An action that ends the step that its officer holds. */
function endStep(
  one: ModelCase,
  action: string,
  { by, step }: { by: string; step: string },
  today: string,
): void {
  const actor = OFFICERS.find(({ name }) => name === by);
  const isMeant = (task: Task) => action !== "FINISH_STEP" || task.step.code === step;
  const own = actor && one.tasks.find((task) => isTheirs(actor, one, task) && isMeant(task));
  if (own) one.finished.push({ step: own.step, department: own.department, by });
  switch (action) {
    case "ACCEPT":
      one.accepted = today;
      moveTo(one, "IN_REVIEW", today);
      break;
    case "FINISH_STEP":
      moveTo(one, "IN_REVIEW", today);
      break;
    case "DELIVER":
      moveTo(one, "DELIVERED", today);
      break;
    default: {
      const isGrant = action === "APPROVE";
      const refusal = one.accepted ? "REJECTED" : "NOT_ACCEPTED";
      one.decision = { outcome: isGrant ? "APPROVED" : refusal, on: today, by };
      if (isGrant) renew(one, today);
      moveTo(one, isGrant ? "APPROVED" : "REJECTED", today);
      // Where nothing is handed out, the applicant has it with the decision.
      if (isGrant && one.tasks.length === 0) moveTo(one, "DELIVERED", today);
    }
  }
}

/** An appeal that was right: reviewed anew, on a new clock. */
function reopen(one: ModelCase, today: string): void {
  one.appeal = "OVERTURNED";
  if (one.decision) one.setAside.push(one.decision.by);
  one.finished = [];
  one.decision = undefined;
  one.received = undefined;
  one.accepted = today;
  one.isDeemed = false;
  // One that was refused in time and is decided anew after the end does not count as granted.
  if (one.grantedAfter !== undefined && one.grantedAfter < today) one.grantedAfter = undefined;
  one.pauses = [];
  one.extension = 0;
  one.isWarned = false;
  one.isOverdue = false;
  one.isDeliveryOverdue = false;
  moveTo(one, "IN_REVIEW", today);
}
