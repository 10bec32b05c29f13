import type { Partner } from "../platform/actor.ts";
import { formatDecimal } from "../platform/decimal.ts";
import { eachOf } from "../platform/each-of.ts";
import { fingerprintOf } from "../platform/idempotency.ts";
import { err, ok, type Result } from "../platform/result.ts";
import { type Card, cardIdOf } from "./card.ts";
import { getCard, getCurrentCard } from "./card-store.ts";
import type { Operator } from "./operator.ts";
import { getOperator } from "./operator-store.ts";
import { type Ride, tripIdOf, withPass } from "./ride.ts";
import { getRideBook, getTap, getTrip, putTap } from "./ride-store.ts";
import { checkTap, type TakenTap, type Tap, type TapProblem, type TapRow } from "./tap.ts";
import type { Trip } from "./trip.ts";
import { type ArrearsLimit, type RidePorts, writeRides } from "./write-rides.ts";

export type TapRefusal =
  | TapProblem
  | { readonly code: "NOT_AN_OPERATOR"; readonly path: readonly string[] }
  | { readonly code: "CARD_NOT_FOUND" | "CARD_OF_ANOTHER_REGION"; readonly path: readonly string[] }
  | { readonly code: "TAP_NUMBER_TAKEN" }
  | ArrearsLimit;

export type TapPorts = RidePorts & { readonly actor: Partner };
type Outcome = Result<Trip, TapRefusal>;

export const TAPS_MAX = 500;
const ATTEMPTS_MAX = 12;

/**
 * Takes an operator's taps, each for itself, in whatever order they come: a row that is refused stops no other, and one
 * that was taken before is answered by its trip as it stands. Those of one card are taken in the order of their times.
 */
export async function submitTaps(ports: TapPorts, rows: readonly TapRow[]): Promise<readonly Outcome[]> {
  const operator = await getOperator(ports.database, ports.actor.id);
  if (!operator) return rows.map(() => err({ code: "NOT_AN_OPERATOR", path: [] }));
  const outcomes = new Map<TapRow, Outcome>();
  const cards = Map.groupBy(rows, ({ cardNumber }) => cardNumber).values();
  await eachOf([...cards], async (taps) => {
    for (const row of taps.toSorted(byTime)) outcomes.set(row, await submitTap(ports, operator, row));
  });
  return rows.flatMap((row) => outcomes.get(row) ?? []);
}

const byTime = (a: TapRow, b: TapRow): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

async function submitTap(ports: TapPorts, operator: Operator, row: TapRow): Promise<Outcome> {
  const checked = checkTap(row, operator, ports.now);
  if (!checked.ok) return checked;
  const tap = checked.value;
  const fingerprint = fingerprintOf(contentOf(row));
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const [earlier, tapped] = await Promise.all([
      getTap(ports, operator.partnerId, tap.number),
      getCard(ports, cardIdOf(tap.cardNumber)),
    ]);
    if (earlier) return asBefore(ports, earlier, fingerprint);
    const card = tapped && (await getCurrentCard(ports, tapped.id));
    if (!card) return err({ code: "CARD_NOT_FOUND", path: ["cardNumber"] });
    if (card.region !== operator.region) return err({ code: "CARD_OF_ANOTHER_REGION", path: ["cardNumber"] });
    const written = await take(ports, card, tap, { operator: operator.partnerId, fingerprint });
    if (written) return written;
  }
  throw new Error(`a tap of ${operator.partnerId} could not be written in ${ATTEMPTS_MAX} attempts`);
}

async function take(
  ports: TapPorts,
  card: Card,
  tap: Tap,
  by: Pick<TakenTap, "operator" | "fingerprint">,
): Promise<Outcome | undefined> {
  const book = await getRideBook(ports, card.id);
  const rides = withTap(book.rides, tap, card);
  const ride = rides.find((each) => hasTap(each, tap, by.operator));
  if (!ride) throw new Error("a tap is on none of its card's rides");
  const { card: listedOn, listedAt, id } = ride;
  const taken: TakenTap = { ...by, number: tap.number, trip: { card: listedOn, listedAt, id } };
  const written = await writeRides(ports, {
    ...{ card, book, rides, action: "transit.tap.taken", reason: tap.number },
    others: () => [putTap(ports, taken)],
  });
  if (!written?.ok) return written;
  const trip = written.value.find((each) => each.id === id);
  if (!trip) throw new Error("a tap has changed nothing");
  return ok(trip);
}

function withTap(rides: readonly Ride[], tap: Tap, { id: card }: Card): readonly Ride[] {
  if ("pass" in tap) return withPass(rides, tap.pass, card);
  const { bus } = tap;
  return [...rides, { id: tripIdOf(bus.operator, bus.tap), card, listedAt: bus.at, bus }];
}

const hasTap = ({ entry, exit, bus }: Ride, { number }: Tap, operator: TakenTap["operator"]): boolean =>
  [entry, exit, bus].some((end) => end?.tap === number && end.operator === operator);

/** A number that was taken before stands for what was said then, and for nothing else. */
async function asBefore(ports: TapPorts, earlier: TakenTap, fingerprint: string): Promise<Outcome> {
  if (earlier.fingerprint !== fingerprint) return err({ code: "TAP_NUMBER_TAKEN" });
  const trip = await getTrip(ports, earlier.trip);
  if (!trip) throw new Error("the trip of a tap is gone");
  return ok(trip);
}

/** All that tells one tap from another, in one order. */
const contentOf = ({
  kind,
  at,
  cardNumber,
  station,
  isAirportLine,
  distanceKm,
}: TapRow): readonly unknown[] => [
  ...[kind, at, cardNumber, station ?? null, isAirportLine],
  distanceKm ? formatDecimal(distanceKm) : null,
];
