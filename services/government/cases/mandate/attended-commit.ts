import type { Commit } from "../../../kernel/commit/commit.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Acting } from "./acting-party.ts";
import { type Attendance, isUnderWay } from "./attendance.ts";
import { type AttendanceStore, getAttendance, writeOn } from "./attendance-store.ts";

/**
 * The commit of a clerk who serves somebody: each of their changes writes the attendance on, and stands only while that is
 * not over. So no use case can forget it, and none slips in while the ticket ends: the commit finds its state changed, and
 * the decision is taken again. A later decision of the platform itself is no act of the clerk.
 */
export const commitIn =
  (ports: AttendanceStore & { readonly commit: Commit }, { id, clerk }: Attendance): Commit =>
  (change) => {
    const { actor, reason = id, writes, at } = change;
    if (actor.kind !== "OFFICER" || actor.id !== clerk) return ports.commit(change);
    return ports.commit({ ...change, reason, writes: [...writes, writeOn(ports, id, at)] });
  };

/** Whether the attendance has ended since the request began, in which a clerk acts. */
export async function hasEndedMeanwhile(
  ports: AttendanceStore & { readonly now: Instant },
  acting: Pick<Acting, "kind"> & { readonly attendance?: Attendance },
): Promise<boolean> {
  if (!acting.attendance) return false;
  const found = await getAttendance(ports, acting.attendance.id);
  return !found || !isUnderWay(found, ports.now);
}
