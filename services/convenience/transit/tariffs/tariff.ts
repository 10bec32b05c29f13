import type { RegionCode } from "../../../field/region.ts";
import type { Officer } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import { isProposer } from "../../../kernel/four-eyes.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { FareRule, TransitMode } from "../network/fare.ts";
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

/**
 * With the proposal for a mode and day agreed to; the same where it was already. It has to be done before its day, so that
 * no ride that has begun changes its price. Until then it takes the place of what was agreed to for the day before.
 */
export function agree(
  before: Tariffs,
  place: Place,
  by: {
    readonly officer: Pick<Officer, "id" | "person">;
    readonly at: Instant;
    readonly today: CivilDate;
  },
): Result<{ readonly tariffs: Tariffs; readonly tariff: Tariff }, AgreeRefusal> {
  const ofDay = before.tariffs.filter(isOf(place));
  const proposed = ofDay.find(({ agreedBy }) => agreedBy === undefined);
  const [standing] = ofDay;
  if (!proposed) {
    return standing ? ok({ tariffs: before, tariff: standing }) : err({ code: "NOT_FOUND" });
  }
  if (isProposer(by.officer, proposed)) return err({ code: "SAME_OFFICER" });
  if (place.effectiveFrom <= by.today) return err({ code: "TARIFF_NOT_AHEAD", path: ["effectiveFrom"] });
  const tariff = { ...proposed, agreedBy: by.officer.id, agreedAt: by.at };
  const others = before.tariffs.filter((each) => !ofDay.includes(each));
  return ok({
    tariff,
    tariffs: { ...before, tariffs: [...others, tariff], revision: before.revision + 1 },
  });
}
