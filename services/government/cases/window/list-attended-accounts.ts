import type { Instant } from "../../../kernel/runtime.ts";
import { type PayoutAccount, readPayoutAccounts } from "../../../money/payout-accounts/index.ts";
import { type Attendance, isUnderWay } from "../mandate/attendance.ts";
import type { ApplicationStore } from "../store.ts";

/** To which accounts the person at a window can be paid; none once the attendance is over. */
export const listAttendedAccounts = async (
  { now, ...store }: ApplicationStore & { readonly now: Instant },
  attendance: Attendance,
): Promise<readonly PayoutAccount[]> =>
  isUnderWay(attendance, now) ? readPayoutAccounts(store, attendance.citizenId) : [];
