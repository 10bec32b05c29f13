import { actorAs, type Context } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { personalId } from "../../../api/personal-id.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, paging } from "../../../api/relay.ts";
import { fromBase64url } from "../../../kernel/base64url.ts";
import { dateAt, monthOf } from "../../../kernel/civil-date.ts";
import type { CitizenId, PartnerId } from "../../../kernel/ids.ts";
import { ZERO } from "../../../kernel/money.ts";
import type { Result } from "../../../kernel/result.ts";
import { stationIn } from "../network/network.ts";
import { networkIn } from "../network/networks.ts";
import { getOperator } from "../operator-store.ts";
import { type Correction, correctTrip } from "./correct-trip.ts";
import { getRideBook, listTrips } from "./ride-store.ts";
import { submitTaps, TAPS_MAX, type TapRefusal } from "./submit-taps.ts";
import { statusOf, type Trip } from "./trip.ts";
import { spentIn } from "./trip-fare.ts";

export const transitTripResolvers: Resolvers = {
  Mutation: {
    submitTaps: async (_, { rows }, context) => {
      if (rows.length > TAPS_MAX) throw badInput("TOO_MANY", { max: String(TAPS_MAX) });
      const stated = rows.map(({ airportLine, station, distanceKm, cardNumber, rideCode, ...row }) => ({
        ...row,
        cardNumber: cardNumber ?? undefined,
        // What is no base64url is no code either.
        rideCode: rideCode == null ? undefined : (fromBase64url(rideCode) ?? new Uint8Array()),
        ...{ isAirportLine: airportLine ?? false, station: station ?? undefined },
        distanceKm: distanceKm ?? undefined,
      }));
      return (await submitTaps({ ...portsOf(context), secrets: context.secrets }, stated)).map(tapOutcome);
    },
    correctTrip: async (_, { input }, context) => {
      const corrected = await correctTrip(portsOf(context), input satisfies Correction);
      if (corrected.ok) return { __typename: "OperatedTrip", ...corrected.value };
      const { error } = corrected;
      if ("path" in error) return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
      switch (error.code) {
        case "TAP_NOT_FOUND":
          return { __typename: "NotFound", ...error };
        case "TRIP_NOT_CORRECTABLE":
          return notAllowedNow(error.status, []);
        case "CARD_ARREARS_LIMIT":
          return { __typename: "CardInArrears", ...error };
      }
    },
  },
  OperatedTrip: {
    status: statusOf,
    fare: ({ charge }) => charge?.amount ?? ZERO,
  },
  TransitCard: {
    trips: async ({ id }, args, { database, actor, secrets }) => {
      const list = `trips ${actor.mode} ${id}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await listTrips({ database, mode: actor.mode }, id, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
    monthSpend: async ({ id }, _, { database, actor, now }) =>
      spentIn((await getRideBook({ database, mode: actor.mode }, id)).spent, monthOf(dateAt(now))),
  },
  TransitTrip: {
    id: (trip, _, context) => tripIdFor(trip, context, context.subjects.of(trip)),
    mode: ({ bus }) => (bus ? "BUS" : "METRO"),
    status: statusOf,
    operator: async (trip, _, { database }) => (await getOperator(database, operatorOf(trip))) ?? null,
    entry: ({ entry }) => entry ?? null,
    exit: ({ exit }) => exit ?? null,
    boardedAt: ({ bus }) => bus?.at ?? null,
    fare: ({ charge }) => charge?.amount ?? ZERO,
    price: ({ fare }) => fare ?? null,
    correction: ({ correction }) => correction ?? null,
  },
  TransitPrice: { percent: ({ percent }) => Number(percent) },
  TransitPass: {
    airportLine: ({ isAirportLine }) => isAirportLine,
    station: async ({ operator, station }, _, { database }) => {
      const region = (await getOperator(database, operator))?.region;
      const network = region && networkIn(region);
      const found = network && stationIn(network, station);
      if (!found) throw new Error(`the station ${station} of a trip is no longer known`);
      return found;
    },
  },
};

const portsOf = (context: Context) => ({
  ...{ database: context.database, commit: context.commit, mode: context.actor.mode },
  ...{ actor: actorAs(context, "PARTNER"), now: context.now, requestId: context.requestId },
});

/** For a partner one of its own, so that two cannot join what they know of the person. */
function tripIdFor({ id }: Trip, context: Context, citizen: CitizenId | undefined): string {
  if (context.actor.kind !== "PARTNER" || !citizen) return id;
  return personalId("trp", { citizen, record: id }, context);
}

function operatorOf({ charge, entry, exit, bus }: Trip): PartnerId {
  const operator = charge?.operator ?? (exit ?? entry ?? bus)?.operator;
  if (!operator) throw new Error("a trip has at least one end");
  return operator;
}

/** What became of the tap in this place of an operator's rows. */
function tapOutcome(outcome: Result<Trip, TapRefusal>, i: number) {
  if (outcome.ok) return { __typename: "OperatedTrip", ...outcome.value } as const;
  const { error } = outcome;
  if ("path" in error) {
    return { __typename: "InvalidInput", ...error, path: ["rows", String(i), ...error.path] } as const;
  }
  switch (error.code) {
    case "TAP_NUMBER_TAKEN":
      return { __typename: "NumberTaken", ...error } as const;
    case "RIDE_CODE_USED":
      return { __typename: "RideCodeUsed", ...error } as const;
    case "CARD_ARREARS_LIMIT":
      return { __typename: "CardInArrears", ...error } as const;
  }
}
