import { isComplete, type Ride } from "./ride.ts";
import type { TripFare } from "./trip-fare.ts";

export const TRIP_STATUSES = ["OPEN", "COMPLETED", "INCOMPLETE"] as const;
export type TripStatus = (typeof TRIP_STATUSES)[number];

/** A ride as its passenger reads it. */
export type Trip = Ride & {
  /** How its price came about; none for one of which an end is missing. */
  readonly fare?: TripFare | undefined;
  /** Why an operator has put in the end that was missing. */
  readonly correction?: string | undefined;
};

/** OPEN while its other end is waited for, INCOMPLETE once it was charged without. */
export function statusOf(trip: Ride): TripStatus {
  if (isComplete(trip)) return "COMPLETED";
  return trip.charge ? "INCOMPLETE" : "OPEN";
}
