import { addDays, type CivilDate, dateAt, LAST_DAY, midnight } from "../../../kernel/civil-date.ts";
import type { CitizenId, PartnerId } from "../../../kernel/ids.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { LicenceCopyId, LicenceId } from "../ids.ts";
import { type ElectronicLicence, whyNotValid } from "../repository/electronic-licence.ts";

/** The verifier of a copy: a registered partner, or without `partner` anybody, as its holder has called them. */
export type CopyVerifier = { readonly name: string; readonly partner?: PartnerId | undefined };

/** The refused uses of a copy that are on record since the first of this hour. */
type Refusals = { readonly since: Instant; readonly count: number };

/** A copy of one version of a licence, for one verifier and one purpose (加注件). Its code is not kept. */
export type LicenceCopy = {
  readonly id: LicenceCopyId;
  readonly licence: LicenceId;
  readonly version: number;
  /** The holder, or one who binds the holder. */
  readonly sharedBy: CitizenId;
  readonly sharedAt: Instant;
  readonly verifier: CopyVerifier;
  readonly purpose: string;
  readonly case?: string | undefined;
  /** The fields that it shows, minimal ones among them. */
  readonly fields: readonly string[];
  /** Its last day. */
  readonly until: CivilDate;
  readonly uses: number;
  readonly used: number;
  readonly revokedAt?: Instant | undefined;
  readonly refusals?: Refusals | undefined;
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
};

/** With the day on which it is shared: as long as the copies of provinces' platforms hold (docs/decisions/licences.md). */
const DAYS_MAX = 90;
export const USES_MAX = 20;
/** So many refused uses go on record in an hour; the first of them is told. */
const REFUSALS_HEARD = 5;

export const COPY_FAULTS = [
  ...(["OTHER_VERIFIER", "REVOKED", "OVER", "USED_UP", "SUPERSEDED"] as const),
  ...(["LICENCE_SUSPENDED", "LICENCE_EXPIRED", "LICENCE_ENDED"] as const),
] as const;
/** Keeps a copy from being used. */
export type CopyFault = (typeof COPY_FAULTS)[number];

export type CopyStatus = "IN_FORCE" | "USED_UP" | "OVER" | "REVOKED";

/** A caller who uses a copy: a partner by its key, or anybody without one. */
export type CopyUser = { readonly partner?: PartnerId | undefined };

/** The last day that a copy shared now can have. */
export function lastDay({ validUntil = LAST_DAY }: ElectronicLicence["current"], now: Instant): CivilDate {
  const last = addDays(dateAt(now), DAYS_MAX - 1);
  return validUntil < last ? validUntil : last;
}

/** The first instant at which a copy no longer holds. */
export const endOf = ({ until }: Pick<LicenceCopy, "until">): Instant => midnight(addDays(until, 1));

/** How a copy stands by itself; its licence is another matter. */
export function copyStatus(
  { revokedAt, until, used, uses }: Pick<LicenceCopy, "revokedAt" | "until" | "used" | "uses">,
  now: Instant,
): CopyStatus {
  if (revokedAt !== undefined) return "REVOKED";
  if (now >= endOf({ until })) return "OVER";
  return used >= uses ? "USED_UP" : "IN_FORCE";
}

type Standing = Pick<ElectronicLicence, "current" | "suspended" | "ended">;

/** Why a licence stands no more as it was shared. */
export const licenceFault = (
  { version }: Pick<LicenceCopy, "version">,
  licence: Standing,
  now: Instant,
): CopyFault | undefined =>
  whyNotValid(licence, dateAt(now)) ?? (licence.current.version === version ? undefined : "SUPERSEDED");

/** Why a copy is not used now by this caller; another verifier is told nothing of how it stands. */
export function faultOf(
  copy: LicenceCopy,
  licence: Standing,
  by: CopyUser,
  now: Instant,
): CopyFault | undefined {
  if (copy.verifier.partner !== by.partner) return "OTHER_VERIFIER";
  const status = copyStatus(copy, now);
  return status === "IN_FORCE" ? licenceFault(copy, licence, now) : status;
}

/** The copy after one use more. */
export const usedOnce = (copy: LicenceCopy): LicenceCopy => ({
  ...{ ...copy, used: copy.used + 1, revision: copy.revision + 1 },
});

/**
 * The copy after a refused use, and whether its holder is told of it; undefined where as many are on record as one hour has: one
 * who has a code can neither fill the record nor flood the holder.
 */
export function refusedOnce(
  copy: LicenceCopy,
  now: Instant,
): { readonly copy: LicenceCopy; readonly isTold: boolean } | undefined {
  const { refusals, revision } = copy;
  const ofHour = refusals && now < plusMs(refusals.since, HOUR_MS) ? refusals : { since: now, count: 0 };
  if (ofHour.count >= REFUSALS_HEARD) return undefined;
  const counted = { since: ofHour.since, count: ofHour.count + 1 };
  return { copy: { ...copy, refusals: counted, revision: revision + 1 }, isTold: ofHour.count === 0 };
}

/** The copy after it was revoked; as it is, where that was so already. */
export const revoked = (copy: LicenceCopy, at: Instant): LicenceCopy =>
  copy.revokedAt === undefined ? { ...copy, revokedAt: at, revision: copy.revision + 1 } : copy;
