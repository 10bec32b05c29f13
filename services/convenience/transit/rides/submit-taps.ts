import type { Partner } from "../../../kernel/actor.ts";
import { decideUntilWritten, STALE, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { formatDecimal } from "../../../kernel/decimal.ts";
import { eachOf } from "../../../kernel/each-of.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Card, cardIdOf, notHoldersFrom } from "../card.ts";
import { getCard, getCurrentCard } from "../card-store.ts";
import type { Operator } from "../operator.ts";
import { getOperator } from "../operator-store.ts";
import { secondsAt, verifierOf } from "../ride-codes/issue-status-list.ts";
import { type RideCode, verifyCode } from "../ride-codes/ride-code.ts";
import { type ArrearsLimit, type EntryRefusal, mayEnter } from "./credit.ts";
import { neededToEnter, passengerOf } from "./entry.ts";
import { keyOf, readsOf } from "./pass.ts";
import { readRides } from "./read-rides.ts";
import { type Ride, tripIdOf, withPass } from "./ride.ts";
import { getTrip } from "./ride-store.ts";
import { type CodeUse, checkTap, type TakenTap, type Tap, type TapProblem, type TapRow } from "./tap.ts";
import { getCodeUse, getTap, putCodeUse, putTap } from "./tap-store.ts";
import type { Trip } from "./trip.ts";
import { decideRides, type RidePorts, writeRides } from "./write-rides.ts";

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
  /** Every gate had to refuse the card by then: the tap is on record, and the ride is the operator's own. */
  | { readonly code: "CARD_BLOCKED"; readonly from: Instant; readonly values: { readonly from: string } }
  | EntryRefusal
  | ArrearsLimit;

export type TooManyTaps = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

export type TapPorts = RidePorts & { readonly actor: Partner };
type Ports = TapPorts & { readonly secrets: Secrets };
type Outcome = Result<Trip, TapRefusal>;

const TAPS_MAX = 55;

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
  const { number } = tap;
  const by = { operator: operator.partnerId, number, fingerprint: fingerprintOf(contentOf(named)) };
  const done = await decideUntilWritten({
    database: ports.database,
    about: `tap ${number} of ${by.operator}`,
    read: () => readTap(ports, by, tap, code),
    decide: async ({ earlier, use, tapped, card, book, entitlement, standing, clearing }) => {
      if (earlier) return unchanged(ok(await repeatOutcome(ports, earlier, by.fingerprint)));
      // Another batch has taken it between the read of the tap and that of its card's rides.
      if (book?.rides.some((ride) => hasTap(ride, tap, by.operator))) return STALE;
      if (!tapped || !card || !book || !standing || !clearing)
        return err({ code: "CARD_NOT_FOUND", path: ["cardNumber"] });
      if (card.region !== operator.region)
        return err({ code: "CARD_OF_ANOTHER_REGION", path: ["cardNumber"] });
      const refused = whyRefused({ tapped, use }, row.at);
      if (refused) {
        const after = { ...by, ...refused };
        return ok({ before: undefined, after, card, answer: refuse(refused) });
      }
      const rides = withTap(book.rides, tap, card);
      const decided = decideRides({ card, entitlement, clearing, book, rides, standing }, ports.now);
      if (!decided.ok) return decided;
      const trip = decided.value.trips.find((each) => hasTap(each, tap, by.operator));
      if (!trip) throw new Error("a tap has changed nothing");
      const passenger = passengerOf(card, entitlement);
      // A second read of the card lets nobody in.
      const isKnown = book.rides.some(({ id, entry }) => id === trip.id && entry !== undefined);
      const needs = isKnown
        ? undefined
        : neededToEnter({ ...card, passenger }, trip, tap, { operator, now: ports.now });
      const may = needs === undefined ? ok(undefined) : mayEnter(standing, needs);
      return may.ok ? ok({ ...decided.value, trip: placeOf(trip), answer: ok(trip) }) : may;
    },
    write: (decided) =>
      "trips" in decided
        ? writeRides(ports, decided, {
            ...{ action: "transit.tap.taken", reason: number },
            others: [
              putTap(ports, { ...by, trip: decided.trip }),
              ...(code
                ? [putCodeUse(ports, code.id, { operator: by.operator, tap: number, at: row.at })]
                : []),
            ],
          })
        : recordRefused(ports, decided.card, decided.after),
  });
  return done.ok ? done.value : done;
}

type By = Pick<TakenTap, "operator" | "number" | "fingerprint">;

/** The records of a tap, of the use of its code, and of its card, which may have taken over from the one tapped. */
async function readTap(ports: TapPorts, { operator, number }: By, tap: Tap, code: RideCode | undefined) {
  const [earlier, tapped, use] = await Promise.all([
    getTap(ports, operator, number),
    getCard(ports, cardIdOf(tap.cardNumber)),
    code && getCodeUse(ports, code.id),
  ]);
  const card = tapped && (await getCurrentCard(ports, tapped.id));
  return { earlier, use, tapped, card, ...(card && (await readRides(ports, card))) };
}

const placeOf = ({ card, listedAt, id }: Trip): NonNullable<TakenTap["trip"]> => ({ card, listedAt, id });

/** Why a tap is put on record and charged to nobody. */
type Refused = Pick<TakenTap, "codeUsedAt" | "notHoldersFrom">;

type Judged = { readonly tapped: Card; readonly use: CodeUse | undefined };

function whyRefused({ tapped, use }: Judged, at: Instant): Refused | undefined {
  if (use) return { codeUsedAt: use.at };
  const from = notHoldersFrom(tapped, at);
  return from && { notHoldersFrom: from };
}

/** Puts on record that a ride code was used again, or that a gate has let in a card that it had to refuse. */
function recordRefused({ commit, ...ports }: TapPorts, { id }: Card, tap: TakenTap) {
  const { actor, now: at, requestId, mode } = ports;
  const action = tap.codeUsedAt ? "transit.ride-code.used-twice" : "transit.tap.not-the-holders";
  return commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    ...{ action, reason: tap.number },
    writes: [putTap(ports, tap)],
  });
}

function refuse({ codeUsedAt, notHoldersFrom: from }: Refused): Outcome {
  if (codeUsedAt) return err({ code: "RIDE_CODE_USED", usedAt: codeUsedAt, values: { usedAt: codeUsedAt } });
  if (from) return err({ code: "CARD_BLOCKED", from, values: { from } });
  throw new Error("a tap that was taken has a trip");
}

function withTap(rides: readonly Ride[], tap: Tap, { id: card }: Card): readonly Ride[] {
  if ("pass" in tap) return withPass(rides, tap.pass, card);
  const { bus } = tap;
  return [...rides, { id: tripIdOf(bus.operator, bus.tap), card, listedAt: bus.at, bus }];
}

const hasTap = ({ entry, exit, bus }: Ride, { number: tap }: Tap, operator: TakenTap["operator"]): boolean =>
  [...[entry, exit].flatMap((end) => (end ? readsOf(end) : [])), ...(bus ? [bus] : [])].some(
    (read) => keyOf(read) === keyOf({ operator, tap }),
  );

/** A number that was taken before stands for what was said then, and for nothing else. */
async function repeatOutcome(ports: TapPorts, earlier: TakenTap, fingerprint: string): Promise<Outcome> {
  if (earlier.fingerprint !== fingerprint) return err({ code: "TAP_NUMBER_TAKEN" });
  if (!earlier.trip) return refuse(earlier);
  const trip = await getTrip(ports, earlier.trip);
  if (!trip) throw new Error("the trip of a tap is gone");
  return ok(trip);
}

/** All that tells one tap from another, in one order. */
function contentOf({ row, cardNumber, code }: Named): readonly unknown[] {
  const { kind, at, station, isAirportLine, gate, distanceKm, busService } = row;
  const distance = distanceKm ? formatDecimal(distanceKm) : null;
  const said = [kind, at, cardNumber, station ?? null, isAirportLine, distance, code?.id ?? null];
  return [...said, ...(busService ? [busService] : []), ...(gate ? [gate] : [])];
}
