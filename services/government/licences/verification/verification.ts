import type { Actor } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import { heldFields } from "../../catalogue/index.ts";
import {
  type ElectronicLicence,
  type ElectronicLicenceStatus,
  type LicenceVersion,
  statusOf,
} from "../repository/electronic-licence.ts";
import { valueAt } from "../repository/licence-content.ts";
import { HOLDER_NUMBERS } from "../types/holder-number.ts";
import type { LicenceType } from "../types/licence-type.ts";

/** A version of a licence that an identifier names. */
export type NamedVersion = { readonly licence: ElectronicLicence; readonly version: LicenceVersion };

export type VersionStatus = ElectronicLicenceStatus | "SUPERSEDED";

/** How a version stands on a day. One whose place another has taken stays so, no matter how its licence ends. */
export const versionStatusOf = ({ licence, version }: NamedVersion, on: CivilDate): VersionStatus =>
  version.version === licence.current.version ? statusOf(licence, on) : "SUPERSEDED";

/** So many of the last characters of a holder's number are asked for: day of birth, sequence number and check. */
const ENDING_LENGTH = 6;

/**
 * The numbers by which a version knows its holder: an enterprise's credit code, or the identity number that the platform had filled
 * in for the person; none where its content states none.
 */
export function holderNumbers(
  { licence, version }: NamedVersion,
  { content }: Pick<LicenceType, "content">,
): readonly string[] {
  if (licence.holder.kind === "ENTERPRISE") return [licence.holder.creditCode];
  return heldFields(content).flatMap(({ path, source }) => {
    const value = source === HOLDER_NUMBERS.PERSON ? valueAt(version.content, path) : undefined;
    return typeof value === "string" && value.length >= ENDING_LENGTH ? [value] : [];
  });
}

/** Whether one of the numbers ends so. */
export const isEndingOf = (numbers: readonly string[], ending: string): boolean =>
  ending.length === ENDING_LENGTH &&
  numbers.some((number) => number.slice(-ENDING_LENGTH) === ending.toUpperCase());

/** The fields of a content that its type calls MINIMAL, in the type's order. */
export const minimalFields = (
  { content }: Pick<LicenceVersion, "content">,
  { disclosures }: Pick<LicenceType, "disclosures">,
): readonly string[] =>
  disclosures.flatMap(({ field, disclosure }) =>
    disclosure === "MINIMAL" && Object.hasOwn(content, field) ? [field] : [],
  );

export const OUTCOMES = [
  ...(["CONFIRMED", "WRONG_ENDING", "NOT_HEARD", "BY_CONSENT"] as const),
  ...(["CODE_READ", "CODE_REFUSED", "PRESENTED"] as const),
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** A verification of a licence, as its holder reads of it. Of a person who verifies the kind alone is kept. */
export type Verification = {
  readonly at: Instant;
  readonly by: Actor["kind"];
  /** The partner's name. */
  readonly partner?: string | undefined;
  /** As the partner has stated it when it asked a wallet. */
  readonly purpose?: string | undefined;
  readonly outcome: Outcome;
};

export const verificationBy = (
  actor: Actor,
  at: Instant,
  outcome: Outcome,
  purpose?: string,
): Verification => ({
  ...{ at, by: actor.kind, outcome },
  ...(purpose === undefined ? {} : { purpose }),
  ...(actor.kind === "PARTNER" ? { partner: actor.name } : {}),
});

const KEPT_DAYS = 90;

/** Until when a verification is kept. */
export const keptUntil = ({ at }: Pick<Verification, "at">): Instant => plusMs(at, KEPT_DAYS * DAY_MS);

/** The first instant whose verifications are still kept. */
export const keptSince = (now: Instant): Instant => plusMs(now, -KEPT_DAYS * DAY_MS);
