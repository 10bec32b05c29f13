export const STATUSES = [
  "DRAFT",
  "AWAITING_CONFIRMATION",
  "SUBMITTED",
  "CORRECTION",
  "IN_REVIEW",
  "PAUSED",
  "APPROVED",
  "DELIVERED",
  "REJECTED",
  "APPEALED",
  "ARCHIVED",
  "WITHDRAWN",
  "LAPSED",
  "REVOKED",
] as const;
export type Status = (typeof STATUSES)[number];

/** The acts for which somebody can ask: the applicant, or an officer. */
export const ACTIONS = [
  "SAVE",
  "SUBMIT",
  "CONFIRM",
  "WITHDRAW",
  "APPEAL",
  "CLAIM",
  "RELEASE",
  "REASSIGN",
  "TRANSFER",
  "ACCEPT",
  "REQUEST_CORRECTION",
  "FINISH_STEP",
  "APPOINT_INSPECTORS",
  "RECORD_FINDINGS",
  "SIGN_REPORT",
  "ORDER_REINSPECTION",
  "APPROVE",
  "REJECT",
  "PAUSE",
  "RESUME",
  "EXTEND",
  "DELIVER",
  "REVOKE",
  "UPHOLD",
  "OVERTURN",
  "COMPLAIN",
  "ANSWER_COMPLAINT",
] as const;
export type Action = (typeof ACTIONS)[number];

/** The acts of the clock alone. */
export type ClockAction = "LAPSE" | "DEEM_ACCEPTED" | "DEEM_GRANTED" | "ARCHIVE";

/** The acts of the item's rule, where it has one. */
export type RuleAction = "APPROVE_BY_RULE" | "REJECT_BY_RULE" | "ROUTE";

/** The consequence of the second signature under a report. */
export type ReportAction = "FINISH_INSPECTION";

/** The fate of a submission by somebody else than the subject, where it bears on money or a licence. */
export type SubmissionForOthers = "AWAIT_CONFIRMATION";

const DESK = { CLAIM: "stays", RELEASE: "stays", REASSIGN: "stays" } as const;

/** A complaint about delay is answered whatever has become of the case meanwhile. */
const ANSWERS = { ANSWER_COMPLAINT: "stays" } as const;
const COMPLAINTS = { ...ANSWERS, COMPLAIN: "stays" } as const;

const FILLED_IN = {
  SAVE: "stays",
  SUBMIT: "SUBMITTED",
  AWAIT_CONFIRMATION: "AWAITING_CONFIRMATION",
  WITHDRAW: "WITHDRAWN",
} as const;

/** Anything that moves a case. */
export type Move = Action | SubmissionForOthers | ClockAction | RuleAction | ReportAction;

/** The life of a case (办件): what leads from where to where. All else is refused. */
const TRANSITIONS = {
  DRAFT: { ...FILLED_IN, LAPSE: "LAPSED" },
  AWAITING_CONFIRMATION: { ...ANSWERS, CONFIRM: "SUBMITTED", WITHDRAW: "WITHDRAWN", LAPSE: "LAPSED" },
  SUBMITTED: {
    ...DESK,
    TRANSFER: "stays",
    ...COMPLAINTS,
    ACCEPT: "IN_REVIEW",
    DEEM_ACCEPTED: "IN_REVIEW",
    DEEM_GRANTED: "APPROVED",
    APPROVE_BY_RULE: "APPROVED",
    REJECT_BY_RULE: "REJECTED",
    ROUTE: "stays",
    REQUEST_CORRECTION: "CORRECTION",
    REJECT: "REJECTED",
    WITHDRAW: "WITHDRAWN",
  },
  CORRECTION: { ...ANSWERS, ...FILLED_IN, LAPSE: "LAPSED" },
  IN_REVIEW: {
    ...DESK,
    TRANSFER: "stays",
    ...COMPLAINTS,
    FINISH_STEP: "stays",
    APPOINT_INSPECTORS: "stays",
    RECORD_FINDINGS: "stays",
    SIGN_REPORT: "stays",
    FINISH_INSPECTION: "stays",
    ORDER_REINSPECTION: "stays",
    APPROVE: "APPROVED",
    DEEM_GRANTED: "APPROVED",
    REJECT: "REJECTED",
    PAUSE: "PAUSED",
    EXTEND: "stays",
    WITHDRAW: "WITHDRAWN",
  },
  PAUSED: {
    ...COMPLAINTS,
    RESUME: "IN_REVIEW",
    DEEM_GRANTED: "APPROVED",
    APPOINT_INSPECTORS: "stays",
    RECORD_FINDINGS: "stays",
    SIGN_REPORT: "stays",
    FINISH_INSPECTION: "stays",
    WITHDRAW: "WITHDRAWN",
  },
  APPROVED: { ...DESK, ...COMPLAINTS, DELIVER: "DELIVERED", REVOKE: "REVOKED" },
  DELIVERED: { ...ANSWERS, ARCHIVE: "ARCHIVED", REVOKE: "REVOKED" },
  REJECTED: { ...ANSWERS, APPEAL: "APPEALED", ARCHIVE: "ARCHIVED" },
  APPEALED: { ...ANSWERS, UPHOLD: "REJECTED", OVERTURN: "IN_REVIEW" },
  ARCHIVED: { ...ANSWERS, REVOKE: "REVOKED" },
  WITHDRAWN: ANSWERS,
  LAPSED: ANSWERS,
  REVOKED: ANSWERS,
} as const satisfies Record<Status, Partial<Record<Move, Status | "stays">>>;

/** Where an action leads from a status; undefined where it is not allowed. */
export function nextStatus(status: Status, action: Move): Status | undefined {
  const allowed: Partial<Record<Move, Status | "stays">> = TRANSITIONS[status];
  const next = allowed[action];
  return next === "stays" ? status : next;
}

/** A case that somebody still has to do something about. */
const OPEN_STATUSES: readonly Status[] = [
  "AWAITING_CONFIRMATION",
  "SUBMITTED",
  "CORRECTION",
  "IN_REVIEW",
  "PAUSED",
  "APPEALED",
];

/** Nothing more is due from anybody, unless it is appealed against or revoked. */
const ENDED_STATUSES: readonly Status[] = [
  "DELIVERED",
  "REJECTED",
  "ARCHIVED",
  "WITHDRAWN",
  "LAPSED",
  "REVOKED",
];

export const hasEnded = ({ status }: { readonly status: Status }): boolean => ENDED_STATUSES.includes(status);

export const isOpen = ({ status }: { readonly status: Status }): boolean => OPEN_STATUSES.includes(status);
