import { countsAsGranted, type ModelLicence } from "./licence.ts";

/**
 * The life of a case as it is told, in the plainest way and without a line of the platform's own code: whom it
 * allows what, and when.
 */
export type Step = {
  readonly code: string;
  readonly role: string;
  readonly days: number;
  readonly department: string;
  /** Steps of one group are open together. */
  readonly group: number;
  readonly fourEyes: boolean;
};

export type Item = {
  readonly code: string;
  readonly department: string;
  readonly promised: number;
  readonly statutory: number;
  /** Its time can be extended by fifteen days, and not by ten. */
  readonly isJoint: boolean;
  readonly steps: readonly Step[];
};

export type Task = {
  readonly step: Step;
  /** The department that takes it: the step's own, or that which the case was handed on to. */
  department: string;
  due: string;
  holder: string | undefined;
};

export type ModelCase = {
  readonly item: Item;
  /** Of a renewal: the licence that it asks for. */
  readonly licence: ModelLicence | undefined;
  /** The day on which it was handed in first. */
  handedIn: string | undefined;
  /** Asked for in time, it counts as granted where nobody decides by the end of this day. */
  grantedAfter: string | undefined;
  status: string;
  isComplete: boolean;
  savedOn: string;
  hasKey: boolean;
  tasks: Task[];
  /** The department that handles it: its item's, until it is handed on. */
  department: string;
  finished: { readonly step: Step; readonly department: string; readonly by: string }[];
  correctBy: string | undefined;
  received: string | undefined;
  accepted: string | undefined;
  isDeemed: boolean;
  /** `isOver`: it was flagged to have lasted longer than was told. */
  pauses: { readonly from: string; readonly until: string; to: string | undefined; isOver: boolean }[];
  extension: number;
  isWarned: boolean;
  isOverdue: boolean;
  isDeliveryOverdue: boolean;
  /** Complaints about delay so far, and whether the last one still waits for its answer. */
  complaints: number;
  isComplaining: boolean;
  decision: { readonly outcome: string; readonly on: string; readonly by: string } | undefined;
  appeal: "OPEN" | "UPHELD" | "OVERTURNED" | undefined;
  appealedOn: string | undefined;
  /** Those whose refusals were set aside: others decide anew. */
  setAside: string[];
  isAppealOverdue: boolean;
  /** The audit trail, entry by entry. */
  trail: string[];
};

export type Actor = {
  readonly name: string;
  readonly roles: readonly string[];
  /** None for one of all departments. */
  readonly departments: readonly string[];
  /** The applicant, as an officer. */
  readonly isApplicant?: boolean;
};

export const POLICE = "BJ-GA";
export const MARKET = "BJ-SCJG";

const STEP_ROLES = ["ACCEPTOR", "REVIEWER", "INSPECTOR", "DECIDER", "ISSUER"];

export const OFFICERS: readonly Actor[] = [
  { name: "ann", roles: STEP_ROLES, departments: [] },
  { name: "ben", roles: [...STEP_ROLES, "SUPERVISOR"], departments: [] },
  { name: "cho", roles: ["REVIEWER"], departments: [MARKET] },
  { name: "sue", roles: ["SUPERVISOR"], departments: [] },
  { name: "mia", roles: ["SUPERVISOR"], departments: [MARKET] },
  { name: "own", roles: [...STEP_ROLES, "SUPERVISOR"], departments: [], isApplicant: true },
];

const step = (code: string, role: string, days: number, group: number, more: Partial<Step> = {}): Step => ({
  ...{ code, role, days, group, department: POLICE, fourEyes: false, ...more },
});

/** Decided by people in three steps, and nothing is handed out. */
export const PLAIN: Item = {
  ...{ code: "TEST-PLAIN", department: POLICE, promised: 1, statutory: 3, isJoint: false },
  steps: [
    step("accept", "ACCEPTOR", 0, 0),
    step("review", "REVIEWER", 1, 1),
    step("decide", "DECIDER", 0, 2),
  ],
};

/** Two departments jointly, four eyes on the decision, and something to hand out. */
export const JOINT: Item = {
  ...{ code: "TEST-JOINT", department: POLICE, promised: 6, statutory: 15, isJoint: true },
  steps: [
    step("accept", "ACCEPTOR", 0, 0),
    step("review", "REVIEWER", 3, 1),
    step("second-review", "REVIEWER", 2, 1, { department: MARKET, fourEyes: true }),
    step("decide", "DECIDER", 1, 2, { fourEyes: true }),
    step("issue", "ISSUER", 5, 3),
  ],
};

/** A renewal of a licence: one that nobody decides by its end counts as granted. */
export const RENEWAL: Item = {
  ...{ code: "TEST-RENEWAL", department: MARKET, promised: 4, statutory: 20, isJoint: false },
  steps: [
    step("accept", "ACCEPTOR", 0, 0, { department: MARKET }),
    step("review", "REVIEWER", 2, 1, { department: MARKET }),
    step("decide", "DECIDER", 1, 2, { department: MARKET }),
  ],
};

/** The roles whose steps are open in a status. */
const OPEN_ROLES: Readonly<Record<string, readonly string[]>> = {
  SUBMITTED: ["ACCEPTOR"],
  IN_REVIEW: ["REVIEWER", "INSPECTOR", "DECIDER"],
  PAUSED: ["REVIEWER", "INSPECTOR", "DECIDER"],
  APPROVED: ["ISSUER"],
};

/** The steps that are to be taken now. */
export function stepsNow({ item, status, finished }: ModelCase): readonly Step[] {
  const left = item.steps.filter(
    ({ code, role }) => OPEN_ROLES[status]?.includes(role) && !finished.some((one) => one.step.code === code),
  );
  return left.filter(({ group }) => group === left[0]?.group);
}

const FOR_APPLICANTS: Readonly<Record<string, readonly string[]>> = {
  DRAFT: ["SAVE", "SUBMIT", "WITHDRAW"],
  CORRECTION: ["SAVE", "SUBMIT", "WITHDRAW"],
  SUBMITTED: ["WITHDRAW"],
  IN_REVIEW: ["WITHDRAW"],
  PAUSED: ["WITHDRAW"],
};

const COMPLAINTS_MAX = 5;

/** Whether the applicant can complain about delay; `due` is the last day of the answer that is waited for. */
function mayComplain(one: ModelCase, today: string, due: string | null): boolean {
  if (one.isComplaining || one.complaints >= COMPLAINTS_MAX) return false;
  const isOver = due !== null && due < today;
  if (one.status === "IN_REVIEW") return one.isDeemed || isOver;
  if (one.status === "PAUSED") return isOver || one.pauses.some(({ to, until }) => !to && until < today);
  return isOver && ["SUBMITTED", "APPROVED"].includes(one.status);
}

export type Days = {
  readonly today: string;
  /** The last day on which the law allows a decision, and so to extend the time for it, or to leave days out of it. */
  readonly statutory: string | null;
  /** The last day of an appeal. */
  readonly appealUntil: string;
  readonly due: string | null;
};

/** The applicant's acts. */
export function forApplicant(
  one: ModelCase,
  { today, appealUntil, due }: Omit<Days, "statutory">,
): readonly string[] {
  // A new refusal after one that was set aside can be reviewed, too.
  const isReviewed = one.appeal !== undefined && one.appeal !== "OVERTURNED";
  if (one.status === "REJECTED") return !isReviewed && today <= appealUntil ? ["APPEAL"] : [];
  const plain = countsAsGranted(one, today) ? [] : (FOR_APPLICANTS[one.status] ?? []);
  return mayComplain(one, today, due) ? [...plain, "COMPLAIN"] : plain;
}

/** Whether an officer of departments may see a case at all. */
export function sees({ departments }: Actor, { department, hasKey, tasks, finished }: ModelCase): boolean {
  if (!hasKey) return false;
  const involved = [department, ...[...tasks, ...finished].map((one) => one.department)];
  return departments.length === 0 || involved.some((each) => departments.includes(each));
}

/** An officer who has checked a case before does not take a step that asks for other eyes. */
const hasChecked = ({ name }: Actor, { finished }: ModelCase): boolean =>
  finished.some(({ by }) => by === name);

const isFor = (actor: Actor, one: ModelCase, { step: { role, fourEyes } }: Task): boolean =>
  actor.roles.includes(role) &&
  !(fourEyes && hasChecked(actor, one)) &&
  !(role === "DECIDER" && one.setAside.includes(actor.name));

export const isOf = ({ departments }: Actor, department: string): boolean =>
  departments.length === 0 || departments.includes(department);

/** Whether an officer may take a step that nobody has. */
export const canTake = (actor: Actor, one: ModelCase, task: Task): boolean =>
  isFor(actor, one, task) && isOf(actor, task.department);

/** Whether an officer has a step, and may end it. */
export const isTheirs = (actor: Actor, one: ModelCase, task: Task): boolean =>
  task.holder === actor.name && isFor(actor, one, task);

/** An officer's acts. */
export function forOfficer(
  actor: Actor,
  one: ModelCase,
  { today, due, statutory }: Omit<Days, "appealUntil">,
): readonly string[] {
  if (actor.isApplicant || !sees(actor, one)) return [];
  const { status, tasks } = one;
  const isSupervisor = actor.roles.includes("SUPERVISOR");
  const supervises = isSupervisor && isOf(actor, one.department);
  const held = tasks.filter((task) => isTheirs(actor, one, task));
  const holds = (...roles: readonly string[]) => held.some((task) => roles.includes(task.step.role));
  // An application that was not answered in time counts as accepted, also before the clocks have run.
  const isAccepting = status === "SUBMITTED" && holds("ACCEPTOR") && (due === null || today <= due);
  const isDesk = ["SUBMITTED", "IN_REVIEW", "APPROVED"].includes(status);
  const isReviewer =
    status === "APPEALED" && supervises && ![...one.setAside, one.decision?.by].includes(actor.name);
  const isLawful = statutory === null || today <= statutory;
  const takesSteps = actor.roles.some((role) => STEP_ROLES.includes(role));
  const allowed: Readonly<Record<string, boolean>> = {
    CLAIM: isDesk && tasks.some((task) => !task.holder && canTake(actor, one, task)),
    RELEASE: isDesk && takesSteps && tasks.some(({ holder }) => holder === actor.name),
    REASSIGN: isDesk && isSupervisor && tasks.some(({ department }) => isOf(actor, department)),
    TRANSFER: ["SUBMITTED", "IN_REVIEW"].includes(status) && (supervises || holds("ACCEPTOR")),
    ACCEPT: isAccepting,
    REQUEST_CORRECTION: isAccepting && !one.correctBy,
    FINISH_STEP: status === "IN_REVIEW" && holds("REVIEWER", "INSPECTOR"),
    APPROVE: status === "IN_REVIEW" && holds("DECIDER"),
    REJECT: isAccepting || (status === "IN_REVIEW" && holds("DECIDER")),
    PAUSE: status === "IN_REVIEW" && held.length > 0 && isLawful,
    RESUME: status === "PAUSED" && (supervises || held.length > 0),
    EXTEND: status === "IN_REVIEW" && supervises && one.extension === 0 && isLawful,
    DELIVER: status === "APPROVED" && holds("ISSUER"),
    REVOKE:
      ["APPROVED", "DELIVERED", "ARCHIVED"].includes(status) &&
      supervises &&
      one.decision?.outcome === "APPROVED",
    UPHOLD: isReviewer,
    OVERTURN: isReviewer,
    ANSWER_COMPLAINT: supervises && one.isComplaining,
  };
  const isGranted = countsAsGranted(one, today);
  return Object.keys(allowed).filter(
    (action) => allowed[action] && (!isGranted || action === "ANSWER_COMPLAINT"),
  );
}

/** Roles that may ask for an action at all; anybody who has none of them is turned away at the door. */
export const ASKED_BY: Readonly<Record<string, readonly string[]>> = {
  ...{ CLAIM: STEP_ROLES, RELEASE: STEP_ROLES, REASSIGN: ["SUPERVISOR"], ACCEPT: ["ACCEPTOR"] },
  TRANSFER: ["ACCEPTOR", "SUPERVISOR"],
  ...{ REQUEST_CORRECTION: ["ACCEPTOR"], FINISH_STEP: ["REVIEWER", "INSPECTOR"], APPROVE: ["DECIDER"] },
  ...{ REJECT: ["ACCEPTOR", "DECIDER"], PAUSE: ["REVIEWER", "INSPECTOR", "DECIDER"], DELIVER: ["ISSUER"] },
  RESUME: ["REVIEWER", "INSPECTOR", "DECIDER", "SUPERVISOR"],
  ...{ EXTEND: ["SUPERVISOR"], REVOKE: ["SUPERVISOR"], UPHOLD: ["SUPERVISOR"], OVERTURN: ["SUPERVISOR"] },
  ANSWER_COMPLAINT: ["SUPERVISOR"],
};
