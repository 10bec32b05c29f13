import { actorAs, type Context } from "../../../api/context.ts";
import { badInput } from "../../../api/errors.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import type { NodeLoaders } from "../../../api/node.ts";
import { namedBy, personalId } from "../../../api/personal-id.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { connection, paging } from "../../../api/relay.ts";
import { fromBase64url } from "../../../kernel/base64url.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { ZERO } from "../../../kernel/money.ts";
import type { Result } from "../../../kernel/result.ts";
import { TRANSIT_WORDS } from "../enum-words.ts";
import { type Correction, correctTrip } from "./correct-trip.ts";
import { findTrip, findTripOperator, listCardTrips, readMonthSpend, readStation } from "./read-trips.ts";
import { submitTaps } from "./submit-taps.ts";
import type { TapRefusal } from "./tap-outcome.ts";
import { correctionOf, costOf, entitlementIn, modeOf, statusOf, type Trip, tapsOf } from "./trip.ts";

export const transitTripNodes: NodeLoaders = {
  trp: async (id, context) => {
    const { kind } = context.actor;
    if (kind !== "CITIZEN" && kind !== "PARTNER") return undefined;
    const { consents, now } = context;
    const reader = { ...storeOf(context), actor: actorAs(context, "CITIZEN", "PARTNER"), consents, now };
    const named = kind === "PARTNER" ? namedBy(id, context) : undefined;
    const trip = await findTrip(reader, { record: named?.record ?? id, person: named?.citizen });
    return trip && { __typename: "TransitTrip", ...trip };
  },
};

export const transitTripResolvers: Resolvers = {
  Mutation: {
    submitTaps: async (_, { rows }, context) => {
      const stated = rows.map(
        ({ airportLine, station, gate, distanceKm, outsideCity, companion, refusedFor, ...row }) => ({
          ...row,
          ...{ isOutside: outsideCity ?? false, isCompanion: companion ?? false },
          // Not said of a regular line, which is what the others are told from.
          busService: row.busService && row.busService !== "REGULAR" ? row.busService : undefined,
          cardNumber: row.cardNumber ?? undefined,
          // A text that is no base64url is no code either.
          rideCode: row.rideCode == null ? undefined : (fromBase64url(row.rideCode) ?? new Uint8Array()),
          ...{ isAirportLine: airportLine ?? false, station: station ?? undefined, gate: gate ?? undefined },
          ...{ distanceKm: distanceKm ?? undefined, refusedFor: refusedFor ?? undefined },
        }),
      );
      const submitted = await submitTaps({ ...portsOf(context), secrets: context.secrets }, stated);
      if (submitted.ok) return submitted.value.map(tapOutcome);
      throw badInput(submitted.error.code, submitted.error.values);
    },
    correctTrip: async (_, { input }, context) => {
      const cardNumber = input.cardNumber ?? undefined;
      const corrected = await correctTrip(portsOf(context), { ...input, cardNumber } satisfies Correction);
      if (corrected.ok) return { __typename: "OperatedTrip", ...corrected.value };
      const { error } = corrected;
      if ("path" in error) return { __typename: "InvalidInput", ...error, path: ["input", ...error.path] };
      switch (error.code) {
        case "TAP_NOT_FOUND":
          return { __typename: "NotFound", ...error };
        case "TRIP_NOT_CORRECTABLE":
          return notAllowedNow(TRANSIT_WORDS.TransitTripStatus, error.status, []);
        case "CARD_ARREARS_LIMIT":
          return { __typename: "CardInArrears", ...error };
      }
    },
  },
  OperatedTrip: {
    status: statusOf,
    fare: costOf,
    loss: ({ charge }) => charge?.loss ?? ZERO,
    taps: (trip, _, { actor }) => (actor.kind === "PARTNER" ? [...tapsOf(trip, actor.id)] : []),
  },
  TransitCard: {
    trips: async (card, args, context) => {
      const { actor, secrets } = context;
      const list = `trips ${actor.mode} ${card.id}`;
      const page = paging<string>(args, list, secrets);
      const { entries, more } = await listCardTrips(storeOf(context), card, page);
      return connection(entries, more, { list, ...page }, secrets);
    },
    monthSpend: (card, _, context) => readMonthSpend(storeOf(context), card, context.now),
  },
  TransitTrip: {
    id: (trip, _, context) => tripIdFor(trip, context, context.subjects.of(trip)),
    mode: modeOf,
    status: statusOf,
    operator: async (trip, _, context) => (await findTripOperator(context, trip)) ?? null,
    entry: ({ entry }) => entry ?? null,
    exit: ({ exit }) => exit ?? null,
    boardedAt: ({ bus }) => bus?.at ?? null,
    companion: ({ bus }) => bus?.isCompanion ?? false,
    fare: costOf,
    price: ({ fare }) => fare ?? null,
    correction: (trip) => correctionOf(trip) ?? null,
  },
  TransitPrice: {
    percent: ({ percent }) => Number(percent),
    parts: ({ parts }) => [...parts],
    entitlement: ({ parts }) => entitlementIn(parts) ?? null,
  },
  TransitPass: {
    airportLine: ({ isAirportLine }) => isAirportLine,
    station: (pass, _, context) => readStation(context, pass),
  },
};

const storeOf = ({ database, actor }: Pick<Context, "database" | "actor">) => ({
  ...{ database, mode: actor.mode },
});

const portsOf = (context: Context) => ({
  ...{ database: context.database, commit: context.commit, mode: context.actor.mode },
  ...{ actor: actorAs(context, "PARTNER"), now: context.now, requestId: context.requestId },
});

/** For a partner one of its own, so that two cannot join what they know of the person. */
function tripIdFor({ id }: Trip, context: Context, citizen: CitizenId | undefined): string {
  if (context.actor.kind !== "PARTNER" || !citizen) return id;
  return personalId("trp", { citizen, record: id }, context);
}

/** The fate of the tap in this place of an operator's rows. */
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
    case "CARD_BLOCKED":
      return { __typename: "CardBlocked", ...error } as const;
    case "REFUSED_FOR_BALANCE":
    case "REFUSED_AS_LISTED":
    case "REFUSED_AT_GATE":
      return { __typename: "EntryRefused", ...error } as const;
    case "CARD_BELOW_MINIMUM":
    case "CARD_IN_ARREARS":
    case "HOLDER_IN_ARREARS":
    case "FARES_UNCOLLECTED":
    case "CARD_ARREARS_LIMIT":
      return { __typename: "CardInArrears", ...error } as const;
  }
}
