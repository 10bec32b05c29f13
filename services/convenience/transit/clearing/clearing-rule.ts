import type { RegionCode } from "../../../field/region.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../../kernel/ids.ts";
import { type Fen, fen } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type LineCode, type Network, type StationCode, shortestPath } from "../network/network.ts";

export const CLEARING_KINDS = ["EXIT", "FIXED", "DISTANCE"] as const;
export type ClearingKind = (typeof CLEARING_KINDS)[number];

/** An operator's line: by distance it has the share of the metres on it. */
export type OperatedLine = { readonly line: LineCode; readonly operator: PartnerId };

/**
 * How the operators of one ride by metro share what it costs, from a day on. Without a rule, and on lines to airports, the
 * operator at the exit has all of it.
 */
export type ClearingRule = {
  readonly effectiveFrom: CivilDate;
  readonly kind: ClearingKind;
  /** FIXED: the share of the operator at the entry, in thousandths; the one at the exit has the rest. */
  readonly entryPerMille: number;
  /** DISTANCE: who runs which line; the metres on any other line are the exit's. */
  readonly lines: readonly OperatedLine[];
  readonly proposedBy: OfficerId;
  readonly proposedPerson?: CitizenId | undefined;
  readonly proposedAt: Instant;
  /** Another officer's word, without which it does not count. */
  readonly agreedBy?: OfficerId | undefined;
  readonly agreedAt?: Instant | undefined;
};

/** The clearing of a region: every rule that there was, is, or was proposed. */
export type Clearing = {
  readonly region: RegionCode;
  readonly rules: readonly ClearingRule[];
  readonly revision: number;
};

export const noClearing = (region: RegionCode): Clearing => ({ region, rules: [], revision: 0 });

/** The rule of the day on which a ride begins, whenever its taps come in. */
export function ruleOn({ rules }: Clearing, day: CivilDate): ClearingRule | undefined {
  const agreed = rules.filter(
    ({ agreedBy, effectiveFrom }) => agreedBy !== undefined && effectiveFrom <= day,
  );
  return agreed.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))[0];
}

/** An operator's part of what a ride costs. */
export type Share = { readonly operator: PartnerId; readonly amount: Fen };

/** The weights of those who have a part, in the order in which they are met on the way; none is below 0. */
type Weight = { readonly operator: PartnerId; readonly weight: bigint };

/**
 * An amount in parts by their weights: each has the whole fen that are its own, and the rest goes fen by fen to the largest
 * remainders (Hare), of equal ones to the first. Parts of nothing are left out; together they are the amount.
 */
export function shareOut(amount: Fen, weights: readonly Weight[]): Share[] {
  const total = weights.reduce((sum, { weight }) => sum + weight, 0n);
  if (total <= 0n) throw new RangeError("shares of nothing");
  const parts = weights.map(({ operator, weight }, place) => ({
    ...{ operator, place, whole: (amount * weight) / total, rest: (amount * weight) % total },
  }));
  const left = amount - parts.reduce((sum, { whole }) => sum + whole, 0n);
  const byRest = parts.toSorted((a, b) => (a.rest === b.rest ? a.place - b.place : a.rest > b.rest ? -1 : 1));
  const luckier = new Set(byRest.slice(0, Number(left)).map(({ place }) => place));
  return parts
    .map(({ operator, whole, place }) => ({ operator, amount: fen(whole + (luckier.has(place) ? 1n : 0n)) }))
    .filter((share) => share.amount > 0n);
}

/** An end of a ride by metro, as far as clearing looks at it. */
type End = {
  readonly at: Instant;
  readonly station: StationCode;
  readonly isAirportLine: boolean;
  readonly operator: PartnerId;
};
type Ends = { readonly entry?: End | undefined; readonly exit?: End | undefined };

/** A charge with the shares that a rule gives of it; as it is where the operator at the exit has all. */
export function clear<C extends { readonly amount: Fen; readonly operator: PartnerId }>(
  charge: C,
  { entry, exit }: Ends,
  clearing: Clearing,
  network: Network | undefined,
): C & { readonly shares?: Share[] } {
  if (!entry || !exit || exit.isAirportLine || charge.amount <= 0n) return charge;
  const rule = ruleOn(clearing, dateAt(entry.at));
  const weights = rule && weightsOf(rule, { entry, exit, network });
  if (!weights) return charge;
  const shares = shareOut(charge.amount, weights);
  const isWhole = shares.length === 1 && shares[0]?.operator === charge.operator;
  return isWhole ? charge : { ...charge, shares };
}

type Way = {
  readonly entry: End;
  readonly exit: End;
  readonly network: Network | undefined;
};

const MILLE = 1_000n;

/** Undefined where the rule has nothing to say of this ride. */
function weightsOf(
  { kind, entryPerMille, lines }: ClearingRule,
  { entry, exit, network }: Way,
): readonly Weight[] | undefined {
  if (kind === "FIXED" && entry.operator !== exit.operator) {
    const first = BigInt(entryPerMille);
    return [
      { operator: entry.operator, weight: first },
      { operator: exit.operator, weight: MILLE - first },
    ];
  }
  if (kind !== "DISTANCE" || !network) return undefined;
  const way = shortestPath(network, "METRO", entry.station, exit.station);
  if (!way || way.metres === 0) return undefined;
  const operators = new Map(lines.map(({ line, operator }) => [line, operator]));
  const metres = new Map<PartnerId, bigint>();
  for (const [i, to] of way.stations.entries()) {
    const from = way.stations[i - 1];
    if (from === undefined) continue;
    const hop = hopOf(network, from, to);
    const operator = (hop.line && operators.get(hop.line)) ?? exit.operator;
    metres.set(operator, (metres.get(operator) ?? 0n) + BigInt(hop.metres));
  }
  return [...metres].map(([operator, weight]) => ({ operator, weight }));
}

/** The ride to the next station: how far, and on which line; of two lines on one track the first. */
function hopOf(network: Network, from: StationCode, to: StationCode) {
  const metres = network.hops.METRO.get(from)?.find((hop) => hop.to === to)?.metres;
  if (metres === undefined) throw new Error(`there is no way from ${from} to ${to}`);
  const linesAt = (code: StationCode) =>
    (network.stations.get(code)?.lines ?? []).filter(({ isAirportLine }) => !isAirportLine);
  const beyond = new Set(linesAt(to).map(({ code }) => code));
  return { metres, line: linesAt(from).find(({ code }) => beyond.has(code))?.code };
}
