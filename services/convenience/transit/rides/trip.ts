import type { PartnerId } from "../../../kernel/ids.ts";
import { type Fen, ZERO } from "../../../kernel/money.ts";
import { ENTITLEMENT_KINDS, type EntitlementKind, type TransitMode } from "../network/fare.ts";
import { boardingsOf } from "./boarding.ts";
import { isSeen, readsOf } from "./pass.ts";
import { isComplete, type Ride } from "./ride.ts";
import type { TripFare } from "./trip-fare.ts";

export const TRIP_STATUSES = ["OPEN", "COMPLETED", "INCOMPLETE"] as const;
export type TripStatus = (typeof TRIP_STATUSES)[number];

/** A ride as its passenger reads it. */
export type Trip = Ride & {
  /** How its price came about; none for one of which an end is missing. */
  readonly fare?: TripFare | undefined;
  /** As trips kept it before their passes did. */
  readonly correction?: string | undefined;
};

/** Why an operator has put in an end of a trip that no gate has seen; undefined where gates have seen all of it. */
export const correctionOf = ({ entry, exit, unused, correction }: Trip): string | undefined =>
  [entry, exit, unused]
    .flatMap((end) => (end ? readsOf(end) : []))
    .find((read) => read.correction !== undefined)?.correction ?? correction;

/** The numbers of an operator's taps that belong to a trip, in the order of their times. */
export const tapsOf = ({ entry, exit, bus }: Ride, operator: PartnerId): readonly string[] =>
  [...[entry, exit].flatMap((end) => (end ? readsOf(end) : [])), ...(bus ? boardingsOf(bus) : [])]
    .filter((read) => read.operator === operator && isSeen(read))
    .map(({ tap }) => tap);

/** The operator that is owed the ride's price, or whose tap is the last of it. */
export function operatorOf({ charge, entry, exit, bus }: Ride): PartnerId {
  const operator = charge?.operator ?? (exit ?? entry ?? bus)?.operator;
  if (!operator) throw new Error("a trip has at least one end");
  return operator;
}

export const modeOf = ({ bus }: Ride): TransitMode => (bus ? "BUS" : "METRO");

/** The price of a ride as far as it is known: nothing while it is open. */
export const costOf = ({ charge }: Ride): Fen => charge?.amount ?? ZERO;

/** OPEN while its other end is waited for, INCOMPLETE once it was charged without. */
export function statusOf(trip: Ride): TripStatus {
  if (isComplete(trip)) return "COMPLETED";
  return trip.charge ? "INCOMPLETE" : "OPEN";
}

/** The entitlement by which a ride was free. */
export const entitlementIn = (parts: TripFare["parts"]): EntitlementKind | undefined => {
  const kind = parts.find((part) => part.kind === "ENTITLEMENT")?.values["kind"];
  return ENTITLEMENT_KINDS.find((each) => each === kind);
};
