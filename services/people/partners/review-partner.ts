import type { Officer, Scope } from "../../kernel/actor.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import {
  approve,
  eventFor,
  grantLive,
  type Invalid,
  type Partner,
  type PartnerEvent,
  type PartnerNotAllowedNow,
  reinstate,
  reject,
  type SameOfficer,
  suspend,
  textOf,
} from "./partner.ts";
import { getPartner, putPartner } from "./store.ts";
import { DECISIONS_MAX, type Writes } from "./writes.ts";

export type Review =
  | { readonly action: "approve"; readonly scopes: readonly Scope[] }
  | { readonly action: "reject" | "grantLive" | "suspend" | "reinstate" };

export type ReviewRefusal = { readonly code: "NOT_FOUND" } | Invalid | PartnerNotAllowedNow | SameOfficer;

const REASON_LENGTH = { min: 2, max: 500 };

/** How each review stands in the audit trail. */
const DONE = {
  approve: "partners.partner.approved",
  reject: "partners.partner.rejected",
  grantLive: "partners.partner.live-granted",
  suspend: "partners.partner.suspended",
  reinstate: "partners.partner.reinstated",
} as const satisfies Record<Review["action"], string>;

/** What the representative is told. */
const EVENT = {
  approve: "partner.approved",
  reject: "partner.rejected",
  grantLive: "partner.live-granted",
  suspend: "partner.suspended",
  reinstate: "partner.reinstated",
} as const satisfies Record<Review["action"], PartnerEvent>;

/**
 * An officer's decision on a partner. It is written only if the partner still is what was decided from; otherwise
 * the decision is made anew, so that of two officers at once the second meets what the first one did.
 */
export async function reviewPartner(
  id: string,
  review: Review & { readonly reason: string },
  { actor, now }: { readonly actor: Officer; readonly now: Instant },
  { database, commit, requestId }: Writes,
): Promise<Result<Partner, ReviewRefusal>> {
  const reason = textOf(review.reason, REASON_LENGTH, ["reason"]);
  if (!reason.ok) return reason;
  if (!isId("ptn", id)) return err({ code: "NOT_FOUND" });
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const partner = await getPartner(database, id);
    if (!partner) return err({ code: "NOT_FOUND" });
    const next = decide(partner, review, actor);
    if (!next.ok) return next;
    const committed = await commit({
      actor,
      action: DONE[review.action],
      reason: reason.value,
      aggregate: id,
      table: "registry",
      at: now,
      requestId,
      writes: [putPartner(database, next.value, partner)],
      event: eventFor(partner, EVENT[review.action]),
    });
    if (committed.ok) return ok(next.value);
  }
  throw new Error("a partner changed again and again while it was being reviewed");
}

function decide(partner: Partner, review: Review, { id }: Officer): Result<Partner, ReviewRefusal> {
  switch (review.action) {
    case "approve":
      return approve(partner, review.scopes, id);
    case "reject":
      return reject(partner);
    case "grantLive":
      return grantLive(partner, id);
    case "suspend":
      return suspend(partner);
    case "reinstate":
      return reinstate(partner);
  }
}
