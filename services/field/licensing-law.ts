/** Numbers of the Administrative Licensing Law (中华人民共和国行政许可法, as amended 2019), each with its article. */

/**
 * Anything that is missing is told once, completely, on the spot or within five working days, or else the application
 * counts as accepted from its receipt (art. 32 (1) no. 4).
 */
export const ACCEPTANCE_WORKING_DAYS = 5;

/** With the leader's approval ten working days more, once (art. 42 (1)). */
export const EXTENSION_WORKING_DAYS_MAX = 10;

/** A grant is delivered within ten working days of the decision (art. 44). */
export const DELIVERY_WORKING_DAYS = 10;

/**
 * A department's own review (复核) can be asked for within so many days of a refusal. No law has it: it stands beside the
 * remedies of `remedies.ts`, is as long as reconsideration can be asked for, and stops none of their limits.
 */
export const APPEAL_DAYS = 60;

/** It is answered within so many days of being asked for: no later than a reconsideration would be. */
export const APPEAL_DECISION_DAYS = 60;
