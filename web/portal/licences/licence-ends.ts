import { addDays, dateAt } from "../../shared/format/dates.ts";
import type { ElectronicLicenceStatus } from "../../shared/generated/graphql.ts";

/** All that tells when a licence ends. */
type Ending = { readonly status: ElectronicLicenceStatus; readonly validUntil: string | null };

/** So many days before its end a licence is one that ends soon. */
const SOON_DAYS = 60;

/** Behind every day. */
const NEVER = "9999-12-31";

/** Whether it is valid, and its last day is at most 60 days from now. */
export const endsSoon = ({ status, validUntil }: Ending, today = dateAt(new Date())): boolean =>
  status === "VALID" && validUntil !== null && validUntil <= addDays(today, SOON_DAYS);

/** "EARLY": it cannot be asked for yet; "LATE": not in time any more. */
export type RenewalPhase = "EARLY" | "IN_TIME" | "LATE";

/** Where a day stands in the time in which a renewal can be asked for. */
export const phaseOf = (
  { opensOn, inTimeUntil }: { readonly opensOn: string; readonly inTimeUntil: string },
  today = dateAt(new Date()),
): RenewalPhase => (today < opensOn ? "EARLY" : today <= inTimeUntil ? "IN_TIME" : "LATE");

const isOver = ({ status }: Ending): boolean => status !== "VALID" && status !== "SUSPENDED";

/** The one that ends soonest first, and behind all others those that are over. */
export const byEnd = <T extends Ending>(licences: readonly T[]): readonly T[] =>
  licences.toSorted(
    (one, other) =>
      Number(isOver(one)) - Number(isOver(other)) ||
      (one.validUntil ?? NEVER).localeCompare(other.validUntil ?? NEVER),
  );
