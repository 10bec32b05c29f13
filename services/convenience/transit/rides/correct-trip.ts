import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { getCurrentCard } from "../card-store.ts";
import { getOperator } from "../operator-store.ts";
import { isComplete, type Pass, type Ride, withPass } from "./ride.ts";
import { getRideBook, getTap, getTrip } from "./ride-store.ts";
import type { TapPorts } from "./submit-taps.ts";
import { gateOf, type TapProblem } from "./tap.ts";
import { statusOf, type Trip, type TripStatus } from "./trip.ts";
import { type ArrearsLimit, writeRides } from "./write-rides.ts";

export type Correction = {
  /** The operator's number of the tap that stands alone. */
  readonly tap: string;
  /** Where and when the passenger passed the other gate. */
  readonly station: string;
  readonly at: Instant;
  readonly reason: string;
};

export type CorrectionRefusal =
  | { readonly code: "TAP_NOT_FOUND" }
  | { readonly code: "TRIP_NOT_CORRECTABLE"; readonly status: TripStatus }
  | ((TextProblem | TapProblem | { readonly code: "CORRECTION_DOES_NOT_FIT" }) & {
      readonly path: readonly string[];
    })
  | ArrearsLimit;

const REASON_LENGTH = { min: 2, max: 200 };
const ATTEMPTS_MAX = 5;

/**
 * Puts in the end of a ride that no gate has seen. It is charged as a whole ride then, and what was charged before goes
 * back. The same correction again changes nothing.
 */
export async function correctTrip(
  ports: TapPorts,
  { tap: number, station, at, reason }: Correction,
): Promise<Result<Trip, CorrectionRefusal>> {
  const checked = checkText(reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!checked.ok) return err({ ...checked.error, path: ["reason"] });
  const operator = await getOperator(ports.database, ports.actor.id);
  for (let attempt = 1; operator && attempt <= ATTEMPTS_MAX; attempt += 1) {
    const tap = await getTap(ports, operator.partnerId, number);
    const place = tap?.trip;
    const card = place && (await getCurrentCard(ports, place.card));
    if (!place || !card) return err({ code: "TAP_NOT_FOUND" });
    const book = await getRideBook(ports, card.id);
    const ride = book.rides.find(({ id }) => id === place.id);
    const only = ride && aloneIn(ride);
    const trip = await getTrip(ports, place);
    if (!trip) throw new Error("the trip of a tap is gone");
    if (trip.correction && endAt(trip, at)?.tap === tapOf(number)) return ok(trip);
    if (!ride || !only) return err({ code: "TRIP_NOT_CORRECTABLE", status: statusOf(trip) });
    const gate = gateOf(operator, station, only.isAirportLine);
    if (!gate.ok) return gate;
    const other: Pass = {
      ...only,
      ...{ kind: only.kind === "ENTRY" ? "EXIT" : "ENTRY", at, station: gate.value, tap: tapOf(number) },
    };
    const rides = withPass(book.rides, other, card.id);
    if (at > ports.now || !rides.some((each) => isWhole(each, only, other))) {
      return err({ code: "CORRECTION_DOES_NOT_FIT", path: ["at"] });
    }
    const written = await writeRides(ports, {
      ...{ card, book, rides, action: "transit.trip.corrected", reason: checked.value },
      correction: { ride: ride.id, reason: checked.value },
    });
    if (written && !written.ok) return written;
    const corrected = written?.value.find(({ id }) => id === ride.id);
    if (corrected) return ok(corrected);
  }
  if (!operator) return err({ code: "TAP_NOT_FOUND" });
  throw new Error(`the trip of tap ${number} changed ${ATTEMPTS_MAX} times meanwhile`);
}

/** Stands where a gate's tap would. */
const tapOf = (number: string): string => `corrects ${number}`;

const aloneIn = (ride: Ride): Pass | undefined => (isComplete(ride) ? undefined : (ride.entry ?? ride.exit));

const endAt = ({ entry, exit }: Ride, at: Instant): Pass | undefined =>
  [entry, exit].find((end) => end?.at === at);

const isWhole = ({ entry, exit }: Ride, only: Pass, other: Pass): boolean =>
  [entry, exit].includes(only) && [entry, exit].includes(other);
