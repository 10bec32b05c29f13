import type { Partner } from "../../../kernel/actor.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { formatDecimal } from "../../../kernel/decimal.ts";
import { eachOf } from "../../../kernel/each-of.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Card, cardIdOf } from "../card.ts";
import { getCard, getCurrentCard } from "../card-store.ts";
import type { Operator } from "../operator.ts";
import { getOperator } from "../operator-store.ts";
import { secondsAt, verifierOf } from "../ride-codes/issue-ride-credential.ts";
import { type RideCode, verifyCode } from "../ride-codes/ride-code.ts";
import { type Ride, tripIdOf, withPass } from "./ride.ts";
import { getCodeUse, getRideBook, getTap, getTrip, putCodeUse, putTap } from "./ride-store.ts";
import { checkTap, type TakenTap, type Tap, type TapProblem, type TapRow } from "./tap.ts";
import type { Trip } from "./trip.ts";
import { type ArrearsLimit, type RidePorts, writeRides } from "./write-rides.ts";

export type TapRefusal =
  | TapProblem
  | { readonly code: "NOT_AN_OPERATOR"; readonly path: readonly string[] }
  | { readonly code: "CARD_NOT_FOUND" | "CARD_OF_ANOTHER_REGION"; readonly path: readonly string[] }
  | { readonly code: "TAP_NUMBER_TAKEN" }
  /** Another tap has used this ride code; this one is on record, and nothing is charged for it. */
  | {
      readonly code: "RIDE_CODE_USED";
      readonly usedAt: Instant;
      readonly values: { readonly usedAt: string };
    }
  | ArrearsLimit;

export type TooManyTaps = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

export type TapPorts = RidePorts & { readonly actor: Partner };
type Ports = TapPorts & { readonly secrets: Secrets };
type Outcome = Result<Trip, TapRefusal>;

const TAPS_MAX = 55;
const ATTEMPTS_MAX = 12;

/** A row with the card that it names. */
type Named = { readonly row: TapRow; readonly cardNumber: string; readonly code?: RideCode | undefined };

/**
 * Takes an operator's taps, each for itself, in whatever order they come: a row that is refused stops no other, and one
 * that was taken before is answered by its trip as it stands. Those of one card are taken in the order of their times.
 */
export async function submitTaps(
  ports: Ports,
  rows: readonly TapRow[],
): Promise<Result<readonly Outcome[], TooManyTaps>> {
  if (rows.length > TAPS_MAX) return err({ code: "TOO_MANY", values: { max: String(TAPS_MAX) } });
  const operator = await getOperator(ports.database, ports.actor.id);
  if (!operator) return ok(rows.map(() => err({ code: "NOT_AN_OPERATOR", path: [] })));
  const outcomes = new Map<TapRow, Outcome>();
  const named = await eachOf(rows, async (row) => {
    const card = await readCardNumber(ports, row);
    if (!card.ok) outcomes.set(row, card);
    return card.ok ? { row, ...card.value } : undefined;
  });
  const taps = named.flatMap((tap) => tap ?? []);
  const cards = Map.groupBy(taps, ({ cardNumber }) => cardNumber).values();
  await eachOf([...cards], async (ofCard) => {
    for (const tap of ofCard.toSorted(byTime)) outcomes.set(tap.row, await submitTap(ports, operator, tap));
  });
  return ok(rows.flatMap((row) => outcomes.get(row) ?? []));
}

const byTime = ({ row: a }: Named, { row: b }: Named): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** By the number of a card that was held to the gate, or by a ride code, as it held when the gate has read it. */
async function readCardNumber(
  { secrets, mode }: Ports,
  { cardNumber, rideCode, at }: TapRow,
): Promise<Result<Omit<Named, "row">, TapProblem>> {
  if (cardNumber && !rideCode) return ok({ cardNumber });
  if (!rideCode || cardNumber) return err({ code: "CARD_OR_CODE", path: ["cardNumber"] });
  const code = await verifyCode(rideCode, secondsAt(at), verifierOf(secrets, mode));
  return code.ok
    ? ok({ cardNumber: code.value.cardNumber, code: code.value })
    : err({ code: "RIDE_CODE_REFUSED", values: { problem: code.error }, path: ["rideCode"] });
}

async function submitTap(ports: TapPorts, operator: Operator, named: Named): Promise<Outcome> {
  const { row, cardNumber, code } = named;
  const checked = checkTap({ ...row, cardNumber }, operator, ports.now);
  if (!checked.ok) return checked;
  const tap = checked.value;
  const by = { operator: operator.partnerId, fingerprint: fingerprintOf(contentOf(named)) };
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const [earlier, tapped, use] = await Promise.all([
      getTap(ports, by.operator, tap.number),
      getCard(ports, cardIdOf(tap.cardNumber)),
      code && getCodeUse(ports, code.id),
    ]);
    if (earlier) return repeatOutcome(ports, earlier, by.fingerprint);
    const card = tapped && (await getCurrentCard(ports, tapped.id));
    if (!card) return err({ code: "CARD_NOT_FOUND", path: ["cardNumber"] });
    if (card.region !== operator.region) return err({ code: "CARD_OF_ANOTHER_REGION", path: ["cardNumber"] });
    const done = use
      ? await refuse(ports, card, { ...by, number: tap.number, codeUsedAt: use.at })
      : await take(ports, card, tap, { ...by, at: row.at, code });
    if (done) return done;
    ports.database.forget();
  }
  throw new Error(`a tap of ${operator.partnerId} could not be written in ${ATTEMPTS_MAX} attempts`);
}

type By = Pick<TakenTap, "operator" | "fingerprint"> & {
  readonly at: Instant;
  readonly code: RideCode | undefined;
};

async function take(
  ports: TapPorts,
  card: Card,
  tap: Tap,
  { operator, fingerprint, at, code }: By,
): Promise<Outcome | undefined> {
  const book = await getRideBook(ports, card.id);
  const rides = withTap(book.rides, tap, card);
  const ride = rides.find((each) => hasTap(each, tap, operator));
  if (!ride) throw new Error("a tap is on none of its card's rides");
  const { card: listedOn, listedAt, id } = ride;
  const { number } = tap;
  const written = await writeRides(ports, {
    ...{ card, book, rides, action: "transit.tap.taken", reason: number },
    others: [
      putTap(ports, { operator, fingerprint, number, trip: { card: listedOn, listedAt, id } }),
      ...(code ? [putCodeUse(ports, code.id, { operator, tap: number, at })] : []),
    ],
  });
  if (!written?.ok) return written;
  const trip = written.value.find((each) => each.id === id);
  if (!trip) throw new Error("a tap has changed nothing");
  return ok(trip);
}

/** Puts on record that a ride code was used again. Undefined where its number was taken meanwhile. */
async function refuse(
  ports: TapPorts,
  { id }: Card,
  tap: TakenTap & { readonly codeUsedAt: Instant },
): Promise<Outcome | undefined> {
  const { actor, now: at, requestId, mode } = ports;
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    ...{ action: "transit.ride-code.used-twice", reason: tap.number },
    writes: [putTap(ports, tap)],
  });
  return done.ok ? refuseUsedCode(tap.codeUsedAt) : undefined;
}

const refuseUsedCode = (usedAt: Instant): Outcome =>
  err({ code: "RIDE_CODE_USED", usedAt, values: { usedAt } });

function withTap(rides: readonly Ride[], tap: Tap, { id: card }: Card): readonly Ride[] {
  if ("pass" in tap) return withPass(rides, tap.pass, card);
  const { bus } = tap;
  return [...rides, { id: tripIdOf(bus.operator, bus.tap), card, listedAt: bus.at, bus }];
}

const hasTap = ({ entry, exit, bus }: Ride, { number }: Tap, operator: TakenTap["operator"]): boolean =>
  [entry, exit, bus].some((end) => end?.tap === number && end.operator === operator);

/** A number that was taken before stands for what was said then, and for nothing else. */
async function repeatOutcome(ports: TapPorts, earlier: TakenTap, fingerprint: string): Promise<Outcome> {
  if (earlier.fingerprint !== fingerprint) return err({ code: "TAP_NUMBER_TAKEN" });
  if (earlier.codeUsedAt) return refuseUsedCode(earlier.codeUsedAt);
  const trip = earlier.trip && (await getTrip(ports, earlier.trip));
  if (!trip) throw new Error("the trip of a tap is gone");
  return ok(trip);
}

/** All that tells one tap from another, in one order. */
function contentOf({ row, cardNumber, code }: Named): readonly unknown[] {
  const { kind, at, station, isAirportLine, distanceKm } = row;
  const distance = distanceKm ? formatDecimal(distanceKm) : null;
  return [kind, at, cardNumber, station ?? null, isAirportLine, distance, code?.id ?? null];
}
