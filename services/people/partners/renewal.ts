import type { CitizenId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Contact } from "./application.ts";
import type { Partner, PartnerNotAllowedNow, PartnerStatus } from "./partner.ts";
import type { Backing, Lapse } from "./register-statement.ts";

/** Where a partner goes when the register's statement fails it, and when it is renewed on another; no officer's act. */
const BY_THE_REGISTER = {
  PENDING: { lapse: "PENDING", renew: "PENDING" },
  APPROVED: { lapse: "APPROVED", renew: "APPROVED" },
  LIVE: { lapse: "LAPSED" },
  LAPSED: { lapse: "LAPSED", renew: "RENEWING" },
  RENEWING: { lapse: "LAPSED", renew: "RENEWING" },
  SUSPENDED: { lapse: "SUSPENDED" },
  REJECTED: {},
} as const satisfies Record<PartnerStatus, Partial<Record<"lapse" | "renew", PartnerStatus>>>;

/**
 * The register no longer carries what the partner was reviewed on: its live keys stop, and nobody opens them again but
 * by a renewal. A suspended one goes back to no live access either. Undefined where this change was met already, or
 * there is nothing to stop.
 */
export function lapse(partner: Partner, because: Lapse): Partner | undefined {
  const known = partner.lapse;
  if (known?.reason === because.reason && known.revision === because.revision) return undefined;
  const next: Partial<Record<"lapse" | "renew", PartnerStatus>> = BY_THE_REGISTER[partner.status];
  if (next.lapse === undefined) return undefined;
  const interrupted = partner.statusBefore;
  return {
    ...partner,
    ...{ status: next.lapse, lapse: because, revision: partner.revision + 1 },
    ...(interrupted === "LIVE" || interrupted === "RENEWING" ? { statusBefore: "LAPSED" } : {}),
  };
}

/** The person who renews a partner, and the statement on which they do so. */
export type Renewal = Backing & {
  readonly representative: CitizenId;
  /** The contact whom the platform reaches from now on; as before without it. */
  readonly contact?: Contact;
};

/** Lays a partner on another statement, for its review; before live access was granted, that review is still to come. */
export function renew(
  partner: Partner,
  { representative, statement, capacity, contact = partner.contact }: Renewal,
): Result<Partner, PartnerNotAllowedNow> {
  const next: Partial<Record<"lapse" | "renew", PartnerStatus>> = BY_THE_REGISTER[partner.status];
  if (next.renew === undefined) {
    return err({ code: "NOT_ALLOWED_NOW", state: partner.status, availableActions: [] });
  }
  const { lapse: reason, ...rest } = partner;
  const { name } = statement;
  const renewed = { ...rest, ...{ name, representative, statement, capacity, contact, status: next.renew } };
  // Until the review, why it lapsed stays to be seen.
  const kept = next.renew === "RENEWING" && reason ? { lapse: reason } : {};
  return ok({ ...renewed, ...kept, revision: partner.revision + 1 });
}
