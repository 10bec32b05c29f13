import { actorAs, type Context } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import type { Resolvers, TransitTariffInput } from "../../../api/generated/types.ts";
import { pageSize } from "../../../api/relay.ts";
import { modeOf } from "../../../api/stated-mode.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { isProposer } from "../../../kernel/four-eyes.ts";
import { type FareRule, percentsOf } from "../network/fare.ts";
import { findLineName, findStationName } from "../network/find-names.ts";
import { findRoute } from "../network/find-route.ts";
import { quoteFare } from "../network/quote-fare.ts";
import { agreeToTariff, mayAgree, proposeTariff } from "./change-tariffs.ts";
import type { StatedRule } from "./check-tariff.ts";
import { readFareRules, readProposals, readTariffs, SHOWN_USUALLY } from "./read-tariffs.ts";

/** Behind "07:00". */
const SECONDS = ":00.000";

/** The rule that an input states: all that is dated in it begins with it. */
function ruleOf(input: TransitTariffInput): StatedRule {
  const { region, mode, effectiveFrom, distance, overstay, earlyBird, modeChange, source } = input;
  const dated = { effectiveFrom, source };
  return {
    ...{ region, mode, ...dated, distance: distanceOf(distance) },
    cards: input.cards ?? [],
    ...(input.cardsOutside ? { cardsOutside: input.cardsOutside } : {}),
    monthlySpend: (input.monthlySpend ?? []).map(({ from, percent }) => ({ from, percent: BigInt(percent) })),
    ...(overstay ? { overstay } : {}),
    ownLines: (input.ownLines ?? []).map(({ line, distance: of, overstay: own }) => ({
      ...{ ...dated, line, distance: distanceOf(of), ...(own ? { overstay: own } : {}) },
    })),
    earlyBird: earlyBird
      ? [
          {
            ...{ ...dated, stations: earlyBird.stations, percent: BigInt(earlyBird.percent) },
            until: `${earlyBird.until}${SECONDS}`,
          },
        ]
      : [],
    walkedTransfers: (input.walkedTransfers ?? []).map(({ stations, minutes }) => ({
      ...{ ...dated, stations: pairOf(stations), minutes },
    })),
    modeChanges: modeChange ? [{ ...dated, ...modeChange, from: mode === "METRO" ? "BUS" : "METRO" }] : [],
  };
}

/** As many stations as are no pair are none. */
function pairOf(stations: readonly string[]): readonly [string, string] {
  const [one = "", other = one] = stations;
  return stations.length === 2 ? [one, other] : [one, one];
}

const distanceOf = ({ bands, step }: TransitTariffInput["distance"]): FareRule["distance"] => ({
  bands: bands.map(({ upToKm, price }) => ({ ...(upToKm ? { upToKm } : {}), price })),
  ...(step ? { step } : {}),
});

const storeOf = ({ database, actor }: Pick<Context, "database" | "actor">) => ({
  ...{ database, mode: actor.mode },
});

/** The code of a station whose network is not known any more. */
const namesOf = (stations: readonly string[], language: Context["language"]): string[] =>
  stations.map((station) => findStationName(station)?.[language] ?? station);

type StatedMode = Parameters<typeof modeOf>[0];

/** A partner's key has its mode; an officer states the one that is meant. */
function portsOf(context: Context, stated: StatedMode) {
  const { database, commit, now, requestId } = context;
  const actor = actorAs(context, "OFFICER", "PARTNER");
  const mode = actor.kind === "PARTNER" ? actor.mode : modeOf(stated);
  return { database, commit, now, requestId, actor, mode };
}

export const tariffResolvers: Resolvers = {
  Query: {
    transitFare: async (_, { mode, region, on, airportLine, outsideCity, ...asked }, context) => {
      const quoted = quoteFare(
        await readFareRules(storeOf(context), region),
        { mode, region, on },
        {
          ...{ ...asked, isAirportLine: airportLine, isOutside: outsideCity ?? false },
          ...{ line: asked.line ?? undefined, minutes: asked.minutes ?? 0, entry: asked.entry ?? undefined },
        },
      );
      if (quoted.ok) return quoted.value;
      throw badInput(quoted.error.code, quoted.error.values);
    },
    transitRoute: async (_, question, context) => {
      const rules = await readFareRules(storeOf(context), question.region);
      const found = findRoute(rules, { ...question, enteredAt: question.enteredAt ?? undefined });
      if (found.ok) return found.value;
      throw badInput(found.error.code, found.error.values);
    },
    transitTariffs: async (_, { region, mode, first }, context) => {
      const asked = { mode, today: dateAt(context.now), first: pageSize(first ?? SHOWN_USUALLY) };
      return [...(await readTariffs(storeOf(context), region, asked))];
    },
    proposedTransitTariffs: async (_, { region, dataMode }, context) => [
      ...(await readProposals(portsOf(context, dataMode), region)),
    ],
  },
  Mutation: {
    proposeTransitTariff: async (_, { input, dataMode }, context) => {
      const proposed = await proposeTariff(portsOf(context, dataMode), ruleOf(input));
      if (proposed.ok) return { __typename: "TransitTariff", ...proposed.value };
      const { error } = proposed;
      return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
    },
    agreeToTransitTariff: async (_, { dataMode, ...place }, context) => {
      const ports = { ...portsOf(context, dataMode), actor: actorAs(context, "OFFICER") };
      const agreed = await agreeToTariff(ports, place);
      if (agreed.ok) return { __typename: "TransitTariff", ...agreed.value };
      const { error } = agreed;
      if ("path" in error) return { __typename: "InvalidInput", ...error };
      return error.code === "SAME_OFFICER"
        ? { __typename: "SameOfficer", ...error }
        : { __typename: "NotFound", ...error };
    },
  },
  TransitTariff: {
    cards: ({ cards }) => percentsOf(cards),
    cardsOutside: ({ cardsOutside }) => (cardsOutside ? percentsOf(cardsOutside) : null),
    monthlySpend: ({ monthlySpend }) => [...monthlySpend],
    overstay: ({ overstay }) => overstay ?? null,
    ownLines: ({ ownLines }) => [...ownLines],
    earlyBird: ({ earlyBird }) => [...earlyBird],
    walkedTransfers: ({ walkedTransfers }) => [...walkedTransfers],
    modeChanges: ({ modeChanges }) => [...modeChanges],
    isOwn: ({ proposal }, _, context) =>
      proposal ? isProposer(actorAs(context, "OFFICER"), proposal) : null,
    availableActions: ({ proposal }, _, context) =>
      proposal && mayAgree(proposal, actorAs(context, "OFFICER"), context.now)
        ? ["agreeToTransitTariff"]
        : [],
  },
  DistanceFare: { bands: ({ bands }) => [...bands], step: ({ step }) => step ?? null },
  FareBand: { upToKm: ({ upToKm }) => upToKm ?? null },
  SpendStep: { percent: ({ percent }) => Number(percent) },
  LineFare: {
    lineName: ({ line }, _, { language }) => findLineName(line)?.[language] ?? null,
    overstay: ({ overstay }) => overstay ?? null,
  },
  EarlyBird: {
    stations: ({ stations }) => [...stations],
    stationNames: ({ stations }, _, { language }) => namesOf(stations, language),
    until: ({ until }) => until.slice(0, -SECONDS.length),
    percent: ({ percent }) => Number(percent),
  },
  WalkedTransfer: {
    stations: ({ stations }) => [...stations],
    stationNames: ({ stations }, _, { language }) => namesOf(stations, language),
  },
};
