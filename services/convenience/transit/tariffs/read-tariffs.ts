import type { RegionCode } from "../../../field/region.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { TransitStore } from "../card-store.ts";
import type { FareRule, TransitMode } from "../network/fare.ts";
import { fareRulesOf, proposedFares, type StandingFares, standingOn } from "./tariff.ts";
import { getTariffs } from "./tariff-store.ts";

/** The rules by which rides of a region are priced, in the order of their days. */
export const readFareRules = async (store: TransitStore, region: RegionCode): Promise<readonly FareRule[]> =>
  fareRulesOf(await getTariffs(store, region));

/** More than a city has in decades. */
export const SHOWN_USUALLY = 20;

type TariffsAsked = { readonly mode: TransitMode; readonly today: CivilDate; readonly first: number };

/** The latest fares of a mode as they stand on a day, the latest day first; of one day those that were published. */
export async function readTariffs(
  store: TransitStore,
  region: RegionCode,
  { mode, today, first }: TariffsAsked,
): Promise<readonly StandingFares[]> {
  const rules = (await readFareRules(store, region)).filter((rule) => rule.mode === mode);
  return rules
    .filter((rule, i) => rules[i + 1]?.effectiveFrom !== rule.effectiveFrom)
    .map((rule) => ({ ...rule, standing: standingOn(rule, rules, today) }))
    .toReversed()
    .slice(0, first);
}

/** The fares that wait for another's word, those first that would hold first. */
export async function readProposals(
  store: TransitStore,
  region: RegionCode,
): Promise<readonly StandingFares[]> {
  const { tariffs } = await getTariffs(store, region);
  const waiting = tariffs.flatMap((tariff) => (tariff.agreedBy === undefined ? proposedFares(tariff) : []));
  return waiting.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1));
}
