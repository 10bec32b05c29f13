import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { type Card, cardIdOf, isCardNumber } from "../card.ts";
import { getCurrentCard } from "../card-store.ts";
import type { CardId } from "../ids.ts";
import type { Operator } from "../operator.ts";
import { getOperator } from "../operator-store.ts";
import type { ArrearsLimit } from "./credit.ts";
import { decideRides } from "./decide-rides.ts";
import { correctionOfTap, type Pass, readsOf } from "./pass.ts";
import { readRides } from "./read-rides.ts";
import { isComplete, type Ride, readIn, tripIdOf, withPass } from "./ride.ts";
import { findTripsById, getTrip } from "./ride-store.ts";
import type { TapPorts } from "./submit-taps.ts";
import { gateOf, type TapProblem } from "./tap.ts";
import { getTap } from "./tap-store.ts";
import { statusOf, type Trip, type TripStatus } from "./trip.ts";
import { writeRides } from "./write-rides.ts";

export type Correction = {
  /** The operator's number of the tap that stands alone. */
  readonly tap: string;
  /** The card of the tap; without it the card is found by the number, and one of this moment may not be found yet. */
  readonly cardNumber?: string | undefined;
  /** Where and when the passenger passed the other gate. */
  readonly station: string;
  readonly at: Instant;
  readonly reason: string;
};

export type CorrectionRefusal =
  | { readonly code: "TAP_NOT_FOUND" }
  | { readonly code: "TRIP_NOT_CORRECTABLE"; readonly status: TripStatus }
  | ((TextProblem | TapProblem | { readonly code: "CORRECTION_DOES_NOT_FIT" | "CARD_NOT_NAMED" }) & {
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
  { tap: number, cardNumber, station, at, reason }: Correction,
): Promise<Result<Trip, CorrectionRefusal>> {
  const checked = checkText(reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!checked.ok) return err({ ...checked.error, path: ["reason"] });
  const operator = await getOperator(ports.database, ports.actor.id);
  if (!operator) return err({ code: "TAP_NOT_FOUND" });
  return decideUntilWritten({
    database: ports.database,
    about: `the trip of tap ${number}`,
    read: () => findTrips(ports, operator, number, cardNumber),
    decide: ([found, ...others]) => {
      if (!found) return err({ code: "TAP_NOT_FOUND" });
      if (others.length > 0) return err({ code: "CARD_NOT_NAMED", path: ["cardNumber"] });
      const { trip, card, book, entitlement, standing, clearing, rules: fares, ride } = found;
      const only = ride && aloneIn(ride);
      if (isComplete(trip) && correctionIn(trip, number)?.at === at) return unchanged(ok(trip));
      if (!ride || !only) return err({ code: "TRIP_NOT_CORRECTABLE", status: statusOf(trip) });
      const gate = gateOf(operator, station, only.isAirportLine);
      if (!gate.ok) return gate;
      const other: Pass = {
        ...only,
        ...{
          kind: only.kind === "ENTRY" ? "EXIT" : "ENTRY",
          at,
          ...gate.value,
          tap: correctionOfTap(number),
        },
        ...{ gate: undefined, again: undefined, said: undefined, correction: checked.value },
      };
      const rides = withPass(book.rides, other, card.id);
      if (at > ports.now || !rides.some((each) => isWhole(each, only, other))) {
        return err({ code: "CORRECTION_DOES_NOT_FIT", path: ["at"] });
      }
      const decided = decideRides(
        { card, book, entitlement, rules: fares, clearing, rides, standing },
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

/**
 * The trips of an operator's number, each with the card that is charged for it by now. There are several only where the
 * operator has used the number for taps of several cards, of which each stands alone.
 */
async function findTrips(
  ports: TapPorts,
  { partnerId }: Operator,
  number: string,
  cardNumber: string | undefined,
): Promise<readonly FoundTrip[]> {
  const named = cardNumber !== undefined;
  const by = { operator: partnerId, tap: number };
  const { cards, trips: known } = named
    ? { cards: cardsNamed(cardNumber), trips: undefined }
    : await findCards(ports, by);
  const found = await Promise.all(cards.map((card) => findTripOn(ports, by, card, known)));
  const trips = found.flatMap((each) => each ?? []);
  const alone = trips.filter(({ trip }) => !isComplete(trip));
  return alone.length > 0 ? alone : trips.slice(0, 1);
}

type FoundTrip = Awaited<ReturnType<typeof readRides>> & {
  readonly trip: Trip;
  readonly card: Card;
  /** Undefined where it has left the book. */
  readonly ride: Ride | undefined;
};

type By = Pick<Pass, "operator" | "tap">;

const cardsNamed = (number: string): readonly CardId[] => (isCardNumber(number) ? [cardIdOf(number)] : []);

/** A tap that stands alone has made its trip; one of before its card's rides kept its number has a record. */
async function findCards(ports: TapPorts, { operator, tap }: By) {
  const [taken, trips] = await Promise.all([
    getTap(ports, operator, tap),
    findTripsById(ports, tripIdOf(operator, tap)),
  ]);
  const cards = [...(taken?.trip ? [taken.trip.card] : []), ...trips.map(({ card }) => card)];
  return { cards: [...new Set(cards)], trips };
}

async function findTripOn(
  ports: TapPorts,
  by: By,
  id: CardId,
  known: readonly Trip[] | undefined,
): Promise<FoundTrip | undefined> {
  const card = await getCurrentCard(ports, id);
  if (!card) return undefined;
  // In this order: a correction that the rides hold already is found in the trip, and not refused.
  const rides = await readRides(ports, card);
  const ride = rides.book.rides.find((each) => readIn(each, by));
  if (!ride) {
    // It has left the book; a trip that was found before that was read may have been corrected since.
    const trips = known ?? (await findTripsById(ports, tripIdOf(by.operator, by.tap)));
    const place = trips.find((each) => each.card === id);
    const trip = place && (await getTrip(ports, place));
    return trip && { trip, card, ride, ...rides };
  }
  const trip = await getTrip(ports, ride);
  if (!trip) throw new Error("the trip of a tap is gone");
  return { trip, card, ride, ...rides };
}

const aloneIn = (ride: Ride): Pass | undefined => (isComplete(ride) ? undefined : (ride.entry ?? ride.exit));

/** The end that was put in for a tap. */
const correctionIn = ({ entry, exit, unused }: Ride, number: string): Pass | undefined =>
  [entry, exit, unused]
    .flatMap((end) => (end ? readsOf(end) : []))
    .find(({ tap }) => tap === correctionOfTap(number));

const isWhole = ({ entry, exit }: Ride, only: Pass, other: Pass): boolean =>
  [entry, exit].includes(only) && [entry, exit].includes(other);
