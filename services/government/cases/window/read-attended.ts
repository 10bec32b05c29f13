import { personAs } from "../../../field/subject.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type PayoutAccount, readPayoutAccounts } from "../../../money/payout-accounts/index.ts";
import { listPrincipals } from "../../../people/enterprises/index.ts";
import { findSubjectName } from "../find-subject-name.ts";
import { type Attendance, isUnderWay } from "../mandate/attendance.ts";
import type { ApplicationStore } from "../store.ts";

type Reader = ApplicationStore & { readonly now: Instant };

/** The name of the person at a window; undefined once the attendance is over. */
export const findAttendedName = async (
  { now, ...store }: Reader,
  attendance: Attendance,
): Promise<string | undefined> =>
  isUnderWay(attendance, now) ? findSubjectName(store, personAs(attendance.citizenId)) : undefined;

/** The accounts to which the person at a window can be paid; none once the attendance is over. */
export const listAttendedAccounts = async (
  { now, ...store }: Reader,
  attendance: Attendance,
): Promise<readonly PayoutAccount[]> =>
  isUnderWay(attendance, now) ? readPayoutAccounts(store, attendance.citizenId) : [];

/** Those for whom the person at a window may act; nobody once the attendance is over. */
export const listAttendedPrincipals = async (
  { now, ...store }: Reader,
  attendance: Attendance,
): ReturnType<typeof listPrincipals> =>
  isUnderWay(attendance, now) ? listPrincipals(store, attendance.citizenId, now) : [];
