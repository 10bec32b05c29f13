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

/** A refused applicant may ask for reconsideration within 60 days (Administrative Reconsideration Law, art. 20 (1)). */
export const APPEAL_DAYS = 60;

/**
 * An appeal is decided within 60 days of its acceptance (Administrative Reconsideration Law as amended 2023, art. 62 (1),
 * ordinary procedure); calendar days, for art. 88 makes working days of three, five, seven and ten only. They count from
 * the day of the appeal here, which is never later.
 */
export const APPEAL_DECISION_DAYS = 60;

/** After an appeal was turned down the court can be asked for so many days (Administrative Litigation Law, art. 45). */
export const ACTION_DAYS = 15;

/** Against a decision itself, for so many months (Administrative Litigation Law, art. 46 (1)). */
export const ACTION_MONTHS = 6;
