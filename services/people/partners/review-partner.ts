import { isRegionCode } from "../../field/region.ts";
import type { Officer, Scope } from "../../kernel/actor.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { findNotice, NATIONAL_NOTICE, type RemedyNotice } from "../remedies/index.ts";
import { type Invalid, textOf } from "./application.ts";
import { findRegistration } from "./find-registration.ts";
import {
  approve,
  confirmRenewal,
  eventFor,
  grantLive,
  isAgainst,
  isOwnMatter,
  type Partner,
  type PartnerEvent,
  type PartnerNotAllowedNow,
  refuseRenewal,
  reinstate,
  reject,
  type SameOfficer,
  suspend,
} from "./partner.ts";
import { lapseReason } from "./register-statement.ts";
import { getPartner, putPartner } from "./store.ts";
import type { Writes } from "./writes.ts";

export type Review =
  | { readonly action: "approve"; readonly scopes: readonly Scope[] }
  | {
      readonly action: "reject" | "grantLive" | "confirmRenewal" | "refuseRenewal" | "suspend" | "reinstate";
    };

export type ReviewRefusal = { readonly code: "NOT_FOUND" } | Invalid | PartnerNotAllowedNow | SameOfficer;

const REASON_LENGTH = { min: 2, max: 500 };

/** How each review stands in the audit trail. */
const DONE = {
  approve: "partners.partner.approved",
  reject: "partners.partner.rejected",
  grantLive: "partners.partner.live-granted",
  confirmRenewal: "partners.partner.renewed",
  refuseRenewal: "partners.partner.renewal-refused",
  suspend: "partners.partner.suspended",
  reinstate: "partners.partner.reinstated",
} as const satisfies Record<Review["action"], string>;

/** The message to the representative. */
const EVENT = {
  approve: "partner.approved",
  reject: "partner.rejected",
  grantLive: "partner.live-granted",
  confirmRenewal: "partner.renewed",
  refuseRenewal: "partner.renewal-refused",
  suspend: "partner.suspended",
  reinstate: "partner.reinstated",
} as const satisfies Record<Review["action"], PartnerEvent>;

/**
 * An officer's decision on a partner. One that opens access stands on the register as it is at that moment
 * (STATEMENT_OUTDATED where it says something else by now than what is kept with the partner). It is written only if
 * the partner still is what was decided from; otherwise the decision is made anew, so that of two officers at once the
 * second meets what the first one did.
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
  return decideUntilWritten({
    database,
    about: `partner ${id}`,
    read: () => getPartner(database, id),
    decide: async (partner) => {
      if (!partner) return err({ code: "NOT_FOUND" });
      if (isOwnMatter(partner, actor)) return err({ code: "OFFICERS_OWN_MATTER", path: ["id"] });
      const next = decide(partner, review, actor);
      if (!next.ok) return next;
      const backed = await checkBacking(partner, next.value, { database, now });
      if (!backed.ok) return backed;
      const remedies = isAgainst(review.action, next.value)
        ? await findReviewNotice({ database, now }, actor)
        : undefined;
      const said = { action: review.action, reason: reason.value, at: now };
      const after = { ...next.value, review: { ...said, ...(remedies ? { remedies } : {}) } };
      return ok({ before: partner, after, guards: backed.value });
    },
    write: ({ before, after, guards }) =>
      commit({
        actor,
        action: DONE[review.action],
        reason: reason.value,
        aggregate: id,
        table: "registry",
        at: now,
        requestId,
        writes: [putPartner(database, after, before), ...guards],
        event: eventFor(before, EVENT[review.action]),
      }),
  });
}

/**
 * The remedies that a manager's decision names: those of the government for which they work, in whose name the platform
 * admits enterprises. One who works for the whole country decides for a body of it.
 */
async function findReviewNotice(
  ports: Parameters<typeof findNotice>[0],
  { jurisdiction: { regionPrefix, departments } }: Officer,
): Promise<RemedyNotice> {
  const region = [6, 4, 2].map((digits) => regionPrefix.slice(0, digits).padEnd(6, "0")).find(isRegionCode);
  const [department = "", ...others] = departments;
  return region
    ? findNotice(ports, { region, department: others.length > 0 ? "" : department })
    : NATIONAL_NOTICE;
}

/** The records that a decision that opens access has to find unchanged; nothing for one that closes it. */
async function checkBacking(
  partner: Partner,
  { status }: Partner,
  ports: Parameters<typeof findRegistration>[0],
): Promise<Result<readonly TransactItem[], Invalid>> {
  if (status !== "APPROVED" && status !== "LIVE") return ok([]);
  const registration = await findRegistration(ports, partner, partner.representative);
  return registration && !lapseReason(partner, registration)
    ? ok(registration.unchanged)
    : err({ code: "STATEMENT_OUTDATED", path: ["id"] });
}

function decide(partner: Partner, review: Review, officer: Officer): Result<Partner, ReviewRefusal> {
  switch (review.action) {
    case "approve":
      return approve(partner, review.scopes, officer);
    case "reject":
      return reject(partner);
    case "grantLive":
      return grantLive(partner, officer);
    case "confirmRenewal":
      return confirmRenewal(partner);
    case "refuseRenewal":
      return refuseRenewal(partner);
    case "suspend":
      return suspend(partner);
    case "reinstate":
      return reinstate(partner);
  }
}
