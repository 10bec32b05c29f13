import type { RegionCode } from "../../../field/region.ts";
import type { Officer } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { isProposer } from "../../../kernel/four-eyes.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type FareRule, fareRuleOn, type TransitMode } from "../network/fare.ts";
import { FARE_RULES } from "../network/fare-rules.ts";

/** All fares of a mode from a day on, as an operator or an officer for it has proposed them. */
export type Tariff = {
  readonly rule: FareRule;
  readonly proposedBy: OfficerId | PartnerId;
  /** The person behind an officer's id. */
  readonly proposedPerson?: CitizenId | undefined;
  readonly proposedAt: Instant;
  /** A treasurer's word, without which they do not hold. */
  readonly agreedBy?: OfficerId | undefined;
  readonly agreedAt?: Instant | undefined;
};

/** The fares of a region beside those that the platform ships: every tariff that there was, is, or was proposed. */
export type Tariffs = {
  readonly region: RegionCode;
  readonly tariffs: readonly Tariff[];
  readonly revision: number;
};

export const noTariffs = (region: RegionCode): Tariffs => ({ region, tariffs: [], revision: 0 });

/** The rules that hold in a region, in the order of their days; of one day that which was published. */
export const fareRulesOf = ({ region, tariffs }: Tariffs): readonly FareRule[] =>
  [
    ...FARE_RULES.filter((rule) => rule.region === region),
    ...tariffs.flatMap(({ rule, agreedBy }) => (agreedBy === undefined ? [] : rule)),
  ].toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : a.effectiveFrom > b.effectiveFrom ? 1 : 0));

/** How fares stand on a day: as they wait, as they are still to come, as they price, as later ones have replaced them. */
export type Standing = "PROPOSED" | "TO_COME" | "IN_FORCE" | "REPLACED";

/** Fares as they are told, with their proposal while they wait. */
export type StandingFares = FareRule & { readonly standing: Standing; readonly proposal?: Tariff };

/** How fares that were published stand among the rules of their region: those are in force by which rides are priced. */
export function standingOn(
  { mode, region, effectiveFrom }: Pick<FareRule, "mode" | "region" | "effectiveFrom">,
  rules: readonly FareRule[],
  today: CivilDate,
): Standing {
  if (effectiveFrom > today) return "TO_COME";
  const ruling = fareRuleOn(rules, { mode, region, on: today });
  return ruling?.effectiveFrom === effectiveFrom ? "IN_FORCE" : "REPLACED";
}

export const proposedFares = (proposal: Tariff): StandingFares => ({
  ...{ ...proposal.rule, standing: "PROPOSED", proposal },
});

type Place = { readonly mode: TransitMode; readonly effectiveFrom: CivilDate };

const isOf =
  ({ mode, effectiveFrom }: Place) =>
  ({ rule }: Tariff): boolean =>
    rule.mode === mode && rule.effectiveFrom === effectiveFrom;

/** So many days may wait for another's word. */
const PROPOSALS_MAX = 4;

/** With a proposal; it takes the place of one for the same mode and day that nobody has agreed to. Errors: TOO_MANY. */
export function withProposal(
  before: Tariffs,
  proposal: Tariff,
): Result<Tariffs, { readonly code: "TOO_MANY"; readonly values: { readonly max: string } }> {
  const isSame = isOf(proposal.rule);
  const others = before.tariffs.filter((each) => !isSame(each) || each.agreedBy !== undefined);
  if (others.filter(({ agreedBy }) => agreedBy === undefined).length >= PROPOSALS_MAX)
    return err({ code: "TOO_MANY", values: { max: String(PROPOSALS_MAX) } });
  return ok({ ...before, tariffs: [...others, proposal], revision: before.revision + 1 });
}

export type AgreeRefusal =
  | { readonly code: "NOT_FOUND" }
  /** Four eyes: whoever proposes fares does not agree to them. */
  | { readonly code: "SAME_OFFICER" }
  | { readonly code: "TARIFF_NOT_AHEAD"; readonly path: readonly string[] };

type Word = {
  readonly officer: Pick<Officer, "id" | "person">;
  readonly today: CivilDate;
};

/** The rule that keeps an officer from agreeing to a proposal; undefined where none does. */
export function whyNotAgreed(
  proposal: Tariff,
  { officer, today }: Word,
): Exclude<AgreeRefusal, { readonly code: "NOT_FOUND" }> | undefined {
  if (isProposer(officer, proposal)) return { code: "SAME_OFFICER" };
  const isBegun = proposal.rule.effectiveFrom <= today;
  return isBegun ? { code: "TARIFF_NOT_AHEAD", path: ["effectiveFrom"] } : undefined;
}

/**
 * With the proposal for a mode and day agreed to; the same where it was already. It has to be done before its day, so that
 * no ride that has begun changes its price. Until then it takes the place of what was agreed to for the day before.
 */
export function agree(
  before: Tariffs,
  place: Place,
  by: Word & { readonly at: Instant },
): Result<{ readonly tariffs: Tariffs; readonly tariff: Tariff }, AgreeRefusal> {
  const ofDay = before.tariffs.filter(isOf(place));
  const proposed = ofDay.find(({ agreedBy }) => agreedBy === undefined);
  const [standing] = ofDay;
  if (!proposed) {
    return standing ? ok({ tariffs: before, tariff: standing }) : err({ code: "NOT_FOUND" });
  }
  const refusal = whyNotAgreed(proposed, by);
  if (refusal) return err(refusal);
  const tariff = { ...proposed, agreedBy: by.officer.id, agreedAt: by.at };
  const others = before.tariffs.filter((each) => !ofDay.includes(each));
  return ok({
    tariff,
    tariffs: { ...before, tariffs: [...others, tariff], revision: before.revision + 1 },
  });
}
