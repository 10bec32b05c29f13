import { err, ok } from "../../../kernel/result.ts";
import type { FindAttended } from "../../../money/payout-accounts/index.ts";
import { findServing } from "./mandate.ts";

/** Whom a clerk serves by an attendance of their own that is not over, but never themselves. */
export const findAttended: FindAttended = async (ports, clerk, attendance) => {
  const serving = await findServing(ports, clerk, attendance);
  if (!serving.ok) {
    const { code } = serving.error;
    return err({ code: code === "ATTENDANCE_OVER" ? code : "ATTENDANCE_NOT_FOUND" });
  }
  const { citizen } = serving.value;
  const isOwn = clerk.person === undefined || clerk.person === citizen;
  return isOwn ? err({ code: "OFFICERS_OWN_MATTER" }) : ok(citizen);
};
