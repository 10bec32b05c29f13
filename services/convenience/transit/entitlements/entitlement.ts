import { isOfAge } from "../../../field/legal-capacity.ts";
import type { RegionCode } from "../../../field/region.ts";
import { addMonths, type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { CitizenId, PartnerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Card } from "../card.ts";
import { ENTITLEMENT_RULES, entitlementRuleOn } from "../network/entitlement-rules.ts";
import type { CardKind, EntitlementKind } from "../network/fare.ts";
import type { Period } from "../network/riding-right.ts";

export const PROOF_KINDS = ["CERTIFICATE", "REGISTER", "WINDOW"] as const;

/** The proof by which a clerk has gone. */
export type Proof = {
  readonly kind: (typeof PROOF_KINDS)[number];
  /** Of a certificate. */
  readonly number?: string | undefined;
};

/** One word of an operator that a person has a right to ride, for a period. */
export type Grant = Period & {
  /** Tells the call that made it from any other. */
  readonly id: string;
  readonly proof: Proof;
  readonly by: PartnerId;
  readonly at: Instant;
  /** The last day, where it has ended before its time, and why. */
  readonly ended?: { readonly on: CivilDate; readonly reason: string } | undefined;
};

/** The grant of a call, by the call's own id: the same call again is told from another. */
export type MadeGrant = {
  readonly id: string;
  readonly fingerprint: string;
  readonly holder: CitizenId;
  readonly kind: EntitlementKind;
  readonly region: RegionCode;
};

/** The right of one person to ride at another price: its grants, in the order in which they were made. */
export type Entitlement = {
  readonly holder: CitizenId;
  readonly kind: EntitlementKind;
  /** None where the law holds in all of China. */
  readonly region?: RegionCode | undefined;
  readonly grants: readonly Grant[];
  readonly revision: number;
};

/** Where an entitlement of a kind holds that was granted in a region: the region, or none for all of China. */
export const reachOf = (kind: EntitlementKind, region: RegionCode): RegionCode | undefined =>
  ENTITLEMENT_RULES.some((rule) => rule.kind === kind && !rule.region) ? undefined : region;

/** The days on which it holds, grant by grant. */
export const periodsOf = ({ grants }: Pick<Entitlement, "grants">): readonly Period[] =>
  grants.map(({ from, until, ended }) => ({ from, until: ended && ended.on < until ? ended.on : until }));

/** The proof that an operator has seen when it handed a card out; it goes with the card, whoever holds it. */
export function provenOf({ kind, proven, issuer, issuedAt, region }: Card): Period | undefined {
  if (kind === "STANDARD") return undefined;
  if (proven || !issuer) return proven;
  const from = dateAt(issuedAt);
  const rule = entitlementRuleOn(kind, from, region);
  return rule && { from, until: addMonths(from, Math.min(rule.monthsMax, PROVEN_MONTHS)) };
}

/** An operator that names no end has seen a proof for so long. */
export const PROVEN_MONTHS = 12;

/** The days on which a card's rides are priced by its kind; on others they cost the standard fare. */
export const entitledDays = (card: Card, entitlement: Entitlement | undefined): readonly Period[] => [
  ...[provenOf(card) ?? []].flat(),
  ...(entitlement ? periodsOf(entitlement) : []),
];

export type GrantProblem = {
  readonly code:
    | "NO_SUCH_ENTITLEMENT"
    | "ENTITLEMENT_FROM_PAST"
    | "ENTITLEMENT_PERIOD_REVERSED"
    | "ENTITLEMENT_TOO_LONG"
    | "ENTITLEMENT_TOO_YOUNG"
    | "CERTIFICATE_NUMBER_MISSING"
    | "CERTIFICATE_NUMBER_INVALID";
  readonly values?: Readonly<Record<string, string>>;
  readonly path: readonly string[];
};

const CERTIFICATE = /^[\p{L}\p{N}-]{4,40}$/u;

/** Whether an operator may grant so much today to a person who was born on a day, as far as a register knows it. */
export function checkGrant(
  kind: CardKind,
  region: RegionCode,
  { from, until, proof }: Period & { readonly proof: Proof },
  { today, bornOn }: { readonly today: CivilDate; readonly bornOn: CivilDate | undefined },
): Result<EntitlementKind, GrantProblem> {
  const rule = kind === "STANDARD" ? undefined : entitlementRuleOn(kind, from, region);
  if (!rule) return err({ code: "NO_SUCH_ENTITLEMENT", path: ["kind"] });
  // A ride that was paid stays paid.
  if (from < today) return err({ code: "ENTITLEMENT_FROM_PAST", path: ["from"] });
  if (until < from) return err({ code: "ENTITLEMENT_PERIOD_REVERSED", path: ["until"] });
  if (until > addMonths(from, rule.monthsMax)) {
    const values = { months: String(rule.monthsMax) };
    return err({ code: "ENTITLEMENT_TOO_LONG", values, path: ["until"] });
  }
  const young = tooYoung(kind, region, { on: from, bornOn });
  if (young) return err({ ...young, path: ["kind"] });
  const path = ["proof", "number"];
  if (proof.kind === "CERTIFICATE" && !proof.number) return err({ code: "CERTIFICATE_NUMBER_MISSING", path });
  if (proof.number !== undefined && !CERTIFICATE.test(proof.number)) {
    return err({ code: "CERTIFICATE_NUMBER_INVALID", path });
  }
  return ok(rule.kind);
}

export type TooYoung = {
  readonly code: "ENTITLEMENT_TOO_YOUNG";
  readonly values: { readonly age: string };
};

/** Whether somebody is not yet of the age that a kind of card is for, as far as a register knows when they were born. */
export function tooYoung(
  kind: CardKind,
  region: RegionCode,
  { on, bornOn }: { readonly on: CivilDate; readonly bornOn: CivilDate | undefined },
): TooYoung | undefined {
  const age = kind === "STANDARD" ? undefined : entitlementRuleOn(kind, on, region)?.ageFrom;
  if (age === undefined || !bornOn || isOfAge(bornOn, age, on)) return undefined;
  return { code: "ENTITLEMENT_TOO_YOUNG", values: { age: String(age) } };
}

/** More renewals than anybody needs to look back on. */
const GRANTS_MAX = 20;

/** With one more grant. */
export const withGrant = (before: Entitlement, grant: Grant): Entitlement => ({
  ...before,
  grants: [...before.grants, grant].slice(-GRANTS_MAX),
  revision: before.revision + 1,
});

/** Ended with a day, which is the last on which it holds; undefined where nothing of it holds then or later. */
export function endedOn(before: Entitlement, on: CivilDate, reason: string): Entitlement | undefined {
  const days = periodsOf(before);
  const isRunning = (i: number): boolean => (days[i]?.until ?? on) > on;
  if (!days.some((_, i) => isRunning(i))) return undefined;
  return {
    ...before,
    grants: before.grants.map((grant, i) => (isRunning(i) ? { ...grant, ended: { on, reason } } : grant)),
    revision: before.revision + 1,
  };
}
