import type { CreditCode } from "../../../field/credit-code.ts";
import { type LicenceIdentifier, licenceIdentifier } from "../../../field/licence-identifier.ts";
import type { RegionCode } from "../../../field/region.ts";
import type { Subject } from "../../../field/subject.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../../cases/index.ts";
import type { Department, LicenceAct } from "../../catalogue/index.ts";
import type { LicenceId } from "../ids.ts";
import type { LicenceStatus, StatusPlace } from "../status/licence-status.ts";

/** The content of a licence, as its type has it. */
export type LicenceContent = Readonly<Record<string, unknown>>;

/** The acts that make a version. */
export type VersionAct = Extract<LicenceAct, "ISSUE" | "CHANGE" | "RENEW" | "REISSUE"> | "UNDO" | "IMPORT";

/** A version of a licence. It never changes; the next one takes its place. */
export type LicenceVersion = {
  readonly version: number;
  /** The version of its type. */
  readonly typeVersion: number;
  readonly content: LicenceContent;
  readonly issuer: { readonly department: Department; readonly creditCode: CreditCode };
  readonly issuedOn: CivilDate;
  readonly issuedAt: Instant;
  /** Its last day; none for one that is always valid. */
  readonly validUntil?: CivilDate | undefined;
  readonly act: VersionAct;
  /** The case by whose decision it was made; none of one that a register states. */
  readonly application?: ApplicationId | undefined;
  /** Its own in the status lists. */
  readonly place: StatusPlace;
};

/** An act that said how a licence stands, and the case by whose decision it was done; none where a register says so. */
export type Standing = { readonly at: Instant; readonly application?: ApplicationId | undefined };

/**
 * A licence of the repository (电子证照) as it stands, with its version in force. It is suspended while it has a `suspended`, and
 * has ended once it has an `ended`.
 */
export type ElectronicLicence = {
  readonly id: LicenceId;
  /** Its type's code, by which materials name it. */
  readonly type: string;
  readonly typeCode: string;
  /** 流水号, of which no two licences of a type have one. */
  readonly number: string;
  /** The person or the enterprise whose it is; of a thing the one who holds that. */
  readonly holder: Subject;
  readonly region: RegionCode;
  /** Its authority's own register states it, and has the last word on it. Without, a decision here has issued it. */
  readonly origin?: "REGISTER" | undefined;
  readonly current: LicenceVersion;
  readonly suspended?: Standing | undefined;
  readonly ended?: (Standing & { readonly how: "CANCELLED" | "REVOKED" }) | undefined;
  /** Counts changes: what is decided on one revision is written over no other. */
  readonly revision: number;
};

export type ElectronicLicenceStatus = "VALID" | "SUSPENDED" | "EXPIRED" | "CANCELLED" | "REVOKED";

/** How it stands on a day; an end and a suspension are told before that its time is over. */
export function statusOf(
  { current, suspended, ended }: Pick<ElectronicLicence, "current" | "suspended" | "ended">,
  on: CivilDate,
): ElectronicLicenceStatus {
  if (ended) return ended.how;
  if (suspended) return "SUSPENDED";
  return current.validUntil !== undefined && current.validUntil < on ? "EXPIRED" : "VALID";
}

/** The status of its version in force in the status lists; an end of its time is told by the credential itself. */
export const listedStatus = ({
  suspended,
  ended,
}: Pick<ElectronicLicence, "suspended" | "ended">): LicenceStatus =>
  ended ? "INVALID" : suspended ? "SUSPENDED" : "VALID";

/**
 * The case by whose decision it stands so: the one that has ended or suspended it, or else made the version in force; none where
 * a register says so.
 */
export const decidedIn = ({ current, suspended, ended }: ElectronicLicence): ApplicationId | undefined =>
  (ended ?? suspended ?? current).application;

/** The identifier of its version in force (GB/T 36904-2018). */
export const identifierOf = ({ typeCode, number, current }: ElectronicLicence): LicenceIdentifier =>
  licenceIdentifier({
    ...{ typeCode, issuer: current.issuer.creditCode, serial: number, version: current.version },
  });

const WHY_NOT_VALID = {
  VALID: undefined,
  SUSPENDED: "LICENCE_SUSPENDED",
  EXPIRED: "LICENCE_EXPIRED",
  CANCELLED: "LICENCE_ENDED",
  REVOKED: "LICENCE_ENDED",
} as const satisfies Record<ElectronicLicenceStatus, string | undefined>;

/** Why a licence is not valid on a day; undefined for one that is. */
export const whyNotValid = (
  licence: Pick<ElectronicLicence, "current" | "suspended" | "ended">,
  on: CivilDate,
): NotValid | undefined => WHY_NOT_VALID[statusOf(licence, on)];

export type NotValid = "LICENCE_SUSPENDED" | "LICENCE_EXPIRED" | "LICENCE_ENDED";

/** Keeps an act from being done to a licence as it stands. */
export type LicenceNotInForce = { readonly code: NotValid | "LICENCE_NOT_SUSPENDED" };

type Acts = Exclude<LicenceAct, "ISSUE">;

/** The states in which each act can be done; of all others its refusal says why not. */
const ALLOWED = {
  CHANGE: ["VALID"],
  RENEW: ["VALID"],
  REISSUE: ["VALID"],
  SUSPEND: ["VALID"],
  RESUME: ["SUSPENDED"],
  CANCEL: ["VALID", "SUSPENDED", "EXPIRED"],
} as const satisfies Record<Acts, readonly ElectronicLicenceStatus[]>;

/** Whether an act can be done to a licence on a day. */
export function whyNotDone(
  licence: ElectronicLicence,
  act: Acts,
  on: CivilDate,
): LicenceNotInForce | undefined {
  const allowed: readonly ElectronicLicenceStatus[] = ALLOWED[act];
  return allowed.includes(statusOf(licence, on))
    ? undefined
    : { code: whyNotValid(licence, on) ?? "LICENCE_NOT_SUSPENDED" };
}

/** All of a version that its act does not count or keep. */
export type NewVersion = Omit<LicenceVersion, "version" | "act">;

/** The next version, which takes the place of the one in force. */
export function nextVersion(
  licence: ElectronicLicence,
  act: VersionAct,
  made: NewVersion,
): ElectronicLicence {
  const current = { ...made, act, version: licence.current.version + 1 };
  return { ...licence, current, revision: licence.revision + 1 };
}

/** The licence after an act that makes no version. */
export function standAnew(
  licence: ElectronicLicence,
  act: "SUSPEND" | "RESUME" | "CANCEL",
  by: Standing,
): ElectronicLicence {
  const { suspended: _, ...rest } = licence;
  const revision = licence.revision + 1;
  switch (act) {
    case "SUSPEND":
      return { ...licence, suspended: by, revision };
    case "RESUME":
      return { ...rest, revision };
    case "CANCEL":
      return { ...licence, ended: { ...by, how: "CANCELLED" }, revision };
  }
}

/** The version that an act of a case has made; undefined where there is none, and where a register has spoken since. */
export function versionMadeBy(
  versions: readonly LicenceVersion[],
  application: ApplicationId,
  act: LicenceAct,
): number | undefined {
  const made = versions.find((one) => one.application === application && one.act === act)?.version;
  const isStatedSince = versions.some((one) => one.act === "IMPORT" && one.version > (made ?? 0));
  return isStatedSince ? undefined : made;
}

/** The outcome for a licence of the taking back of a case's grant. */
export type Undoing =
  | { readonly how: "NOTHING" }
  | { readonly how: "STANDS"; readonly licence: ElectronicLicence }
  /** The next version says what the one of this number said. */
  | { readonly how: "VERSION"; readonly from: number };

/**
 * The licence after the grant of a case was taken back: what it had issued is revoked, a version that it had made gives way, with
 * all that came after, to one that says what the version before said; what it had suspended is valid again, what it had resumed is
 * suspended, what it had cancelled stands. Nothing, where the case has done nothing that still holds. `made` is the number of the
 * version that the case has made.
 */
export function undoAct(
  licence: ElectronicLicence,
  made: number | undefined,
  act: LicenceAct,
  by: Required<Standing>,
): Undoing {
  const { ended, ...notEnded } = licence;
  const { suspended } = licence;
  const revision = licence.revision + 1;
  const isOwn = (one: Standing | undefined): boolean => one?.application === by.application;
  switch (act) {
    case "ISSUE":
      return ended?.how === "REVOKED"
        ? { how: "NOTHING" }
        : { how: "STANDS", licence: { ...licence, ended: { ...by, how: "REVOKED" }, revision } };
    case "CHANGE":
    case "RENEW":
    case "REISSUE":
      return made === undefined || ended ? { how: "NOTHING" } : { how: "VERSION", from: made - 1 };
    case "SUSPEND":
      return isOwn(suspended)
        ? { how: "STANDS", licence: standAnew(licence, "RESUME", by) }
        : { how: "NOTHING" };
    case "RESUME":
      return suspended || ended
        ? { how: "NOTHING" }
        : { how: "STANDS", licence: standAnew(licence, "SUSPEND", by) };
    case "CANCEL":
      return isOwn(ended) ? { how: "STANDS", licence: { ...notEnded, revision } } : { how: "NOTHING" };
  }
}
