import { addDays, midnight } from "../../kernel/civil-date.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { Application } from "./application.ts";
import { nextStatus } from "./life.ts";

type Undecidable = Pick<Application, "status" | "clock">;

/** When a renewal that nobody decides comes to count as granted; undefined for all other cases, and for one that was decided. */
export function deemedGrantAt({ status, clock: { undecided } }: Undecidable): Instant | undefined {
  const isGranted = undecided?.fate === "GRANTED" && nextStatus(status, "DEEM_GRANTED") !== undefined;
  return isGranted ? midnight(addDays(undecided.after, 1)) : undefined;
}

/**
 * Since when a renewal counts as granted because its licence ended undecided (Administrative Licensing Law, art. 50 (2)): from that
 * moment on it is, also before its clock has run, and nobody refuses, grants or withdraws it any more.
 */
export function deemedGrantedSince(application: Undecidable, now: Instant): Instant | undefined {
  const at = deemedGrantAt(application);
  return at !== undefined && at <= now ? at : undefined;
}
