import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { getCurrentCard } from "../card-store.ts";
import type { Operator } from "../operator.ts";
import { getOperator } from "../operator-store.ts";
import type { ArrearsLimit } from "./credit.ts";
import type { Pass } from "./pass.ts";
import { readRides } from "./read-rides.ts";
import { isComplete, type Ride, withPass } from "./ride.ts";
import { getTrip } from "./ride-store.ts";
import type { TapPorts } from "./submit-taps.ts";
import { gateOf, type TapProblem } from "./tap.ts";
import { getTap } from "./tap-store.ts";
import { statusOf, type Trip, type TripStatus } from "./trip.ts";
import { decideRides, writeRides } from "./write-rides.ts";

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
  if (!operator) return err({ code: "TAP_NOT_FOUND" });
  return decideUntilWritten({
    database: ports.database,
    about: `the trip of tap ${number}`,
    read: () => findTrip(ports, operator, number),
    decide: (found) => {
      if (!found) return err({ code: "TAP_NOT_FOUND" });
      const { trip, card, book, entitlement, standing, clearing } = found;
      const ride = book.rides.find(({ id }) => id === trip.id);
      const only = ride && aloneIn(ride);
      if (trip.correction && endAt(trip, at)?.tap === tapOf(number)) return unchanged(ok(trip));
      if (!ride || !only) return err({ code: "TRIP_NOT_CORRECTABLE", status: statusOf(trip) });
      const gate = gateOf(operator, station, only.isAirportLine);
      if (!gate.ok) return gate;
      const other: Pass = {
        ...only,
        ...{ kind: only.kind === "ENTRY" ? "EXIT" : "ENTRY", at, ...gate.value, tap: tapOf(number) },
        ...{ gate: undefined, again: undefined },
      };
      const rides = withPass(book.rides, other, card.id);
      if (at > ports.now || !rides.some((each) => isWhole(each, only, other))) {
        return err({ code: "CORRECTION_DOES_NOT_FIT", path: ["at"] });
      }
      const correction = { ride: ride.id, reason: checked.value };
      const decided = decideRides(
        { card, book, entitlement, clearing, rides, standing, correction },
        ports.now,
      );
      if (!decided.ok) return decided;
      const corrected = decided.value.trips.find(({ id }) => id === ride.id);
      if (!corrected) throw new Error("a correction has changed nothing");
      return ok({ ...decided.value, answer: corrected });
    },
    write: (decided) =>
      writeRides(ports, decided, { action: "transit.trip.corrected", reason: checked.value }),
  });
}

/** The trip of an operator's tap, with the card that is charged for it by now. */
async function findTrip(ports: TapPorts, { partnerId }: Operator, number: string) {
  const place = (await getTap(ports, partnerId, number))?.trip;
  const card = place && (await getCurrentCard(ports, place.card));
  if (!card) return undefined;
  // In this order: a correction that the rides hold already is found in the trip, and not refused.
  const rides = await readRides(ports, card);
  const trip = await getTrip(ports, place);
  if (!trip) throw new Error("the trip of a tap is gone");
  return { trip, card, ...rides };
}

/** Stands where a gate's tap would. */
const tapOf = (number: string): string => `corrects ${number}`;

const aloneIn = (ride: Ride): Pass | undefined => (isComplete(ride) ? undefined : (ride.entry ?? ride.exit));

const endAt = ({ entry, exit }: Ride, at: Instant): Pass | undefined =>
  [entry, exit].find((end) => end?.at === at);

const isWhole = ({ entry, exit }: Ride, only: Pass, other: Pass): boolean =>
  [entry, exit].includes(only) && [entry, exit].includes(other);
