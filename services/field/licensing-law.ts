/** Numbers of the Administrative Licensing Law (中华人民共和国行政许可法, as amended 2019), each with its article. */

/**
 * Anything that is missing is told once, completely, on the spot or within five working days, or else the application
 * counts as accepted from its receipt (art. 32 (1) no. 4).
 */
export const ACCEPTANCE_WORKING_DAYS = 5;

/**
 * How a licence is handled: by one authority, or by several of a government jointly or in one place (联合办理、集中办理,
 * art. 26 (2)).
 */
export const HANDLINGS = ["ORDINARY", "JOINT"] as const;
export type Handling = (typeof HANDLINGS)[number];

/** A joint decision takes 45 working days at most (art. 42 (2), which leaves no room for other laws). */
export const JOINT_WORKING_DAYS_MAX = 45;

export const EXTENSION_APPROVERS = ["AUTHORITY_HEAD", "GOVERNMENT_HEAD"] as const;
export type ExtensionApprover = (typeof EXTENSION_APPROVERS)[number];

/**
 * By how many working days the time can be extended, once, and who approves it: ten by the head of the authority (art. 42 (1),
 * unless laws or regulations say otherwise), fifteen of joint handling by the head of the government at its level (art. 42 (2)).
 */
export const EXTENSION = {
  ORDINARY: { workingDays: 10, approver: "AUTHORITY_HEAD" },
  JOINT: { workingDays: 15, approver: "GOVERNMENT_HEAD" },
} as const satisfies Record<Handling, { workingDays: number; approver: ExtensionApprover }>;

/** A grant is delivered within ten working days of the decision, which do not count into its time (art. 44). */
export const DELIVERY_WORKING_DAYS = 10;

/**
 * A department's own review (复核) can be asked for within so many days of a refusal. No law has it: it stands beside the
 * remedies of `remedies.ts`, is as long as reconsideration can be asked for, and stops none of their limits.
 */
export const APPEAL_DAYS = 60;

/** It is answered within so many days of being asked for: no later than a reconsideration would be. */
export const APPEAL_DECISION_DAYS = 60;
