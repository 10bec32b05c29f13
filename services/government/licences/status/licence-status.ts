/*
 * The statuses of licences, and their places in status lists. Needs nothing of the platform: phones import it with
 * status-list.ts.
 */

/** In the order of their values in a list: those of the standard, and of ours SUPERSEDED in place of "application specific". */
export const LICENCE_STATUSES = ["VALID", "INVALID", "SUSPENDED", "SUPERSEDED"] as const;
export type LicenceStatus = (typeof LICENCE_STATUSES)[number];

/** The platform's lists have so many places, and so have the standard's own examples. */
export const LIST_SIZE = 2 ** 20;

/** The place of one version of a licence in the status lists of its mode; no other version ever has it. */
export type StatusPlace = { readonly list: number; readonly index: number };

/** A place of a list whose licence is not valid. */
export type StatusException = { readonly index: number; readonly status: LicenceStatus };
