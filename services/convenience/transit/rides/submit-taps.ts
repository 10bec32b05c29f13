import type { Partner } from "../../../kernel/actor.ts";
import { decideUntilWritten, STALE, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { formatDecimal } from "../../../kernel/decimal.ts";
import { eachInTurn, eachOf } from "../../../kernel/each-of.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Card } from "../card.ts";
import type { Operator } from "../operator.ts";
import { getOperator } from "../operator-store.ts";
import { secondsAt, verifierOf } from "../ride-codes/issue-status-list.ts";
import { type RideCode, verifyCode } from "../ride-codes/ride-code.ts";
import { readTapped } from "./read-tapped.ts";
import { putRefusedEntry, updateTakenAfterAll } from "./refused-entry-store.ts";
import { pruneBook, type RideBook } from "./ride.ts";
import { putRideBook } from "./ride-store.ts";
import { type CardTap, type TapAction, type TapsTaken, takeTaps } from "./take-taps.ts";
import { checkTap, type Tap, type TapProblem, type TapRow } from "./tap.ts";
import type { Outcome, TapRefusal } from "./tap-outcome.ts";
import { putCodeUse } from "./tap-store.ts";
import { lastOf, type RidePorts, writeRides } from "./write-rides.ts";

export type TooManyTaps = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

export type TapPorts = RidePorts & { readonly actor: Partner };
type Ports = TapPorts & { readonly secrets: Secrets };

const TAPS_MAX = 55;

/**
 * Takes an operator's taps, each for itself, in whatever order they come: a row that is refused stops no other, and one
 * that was taken before is answered by its trip as it stands. Those of one card are taken in the order of their times, and
 * written together.
 */
export async function submitTaps(
  ports: Ports,
  rows: readonly TapRow[],
): Promise<Result<readonly Outcome[], TooManyTaps>> {
  if (rows.length > TAPS_MAX) return err({ code: "TOO_MANY", values: { max: String(TAPS_MAX) } });
  const operator = await getOperator(ports.database, ports.actor.id);
  if (!operator) return ok(rows.map(() => err({ code: "NOT_AN_OPERATOR", path: [] })));
  const outcomes = new Map<TapRow, Outcome>();
  const checked = await eachOf(rows, async (row) => {
    const tap = await checkRow(ports, operator, row);
    if (!tap.ok) outcomes.set(row, tap);
    return tap.ok ? tap.value : undefined;
  });
  const cards = Map.groupBy(
    checked.flatMap((tap) => tap ?? []),
    ({ tap }) => tap.cardNumber,
  );
  // All are read at once, so that their records are asked for together.
  const read = await Promise.all(
    [...cards.values()].map(async (ofCard) => {
      const taps = ofCard.toSorted(byTime);
      return { taps, found: await readTapped(ports, operator, taps) };
    }),
  );
  await eachInTurn(read, async ({ taps, found }) => {
    for (const [row, outcome] of await takeCardTaps(ports, operator, taps, found)) outcomes.set(row, outcome);
  });
  return ok(rows.flatMap((row) => outcomes.get(row) ?? []));
}

const byTime = ({ row: a }: CardTap, { row: b }: CardTap): number => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0);

/** A tap of a card that was held to the gate, or of a ride code, as it held when the gate has read it. */
async function checkRow(
  { secrets, mode, now }: Ports,
  operator: Operator,
  row: TapRow,
): Promise<Result<CardTap, TapRefusal>> {
  const named = await readCardNumber({ secrets, mode }, row);
  if (!named.ok) return named;
  const { cardNumber, code } = named.value;
  const tap = checkTap({ ...row, cardNumber }, operator, now);
  if (!tap.ok) return tap;
  const said = fingerprintOf(contentOf(row, cardNumber, code)).slice(0, SAID_LENGTH);
  return ok({ row, tap: saying(tap.value, said), code, said });
}

/** Enough to tell one tap from another under its number. */
const SAID_LENGTH = 11;

const saying = (tap: Tap, said: string): Tap =>
  "pass" in tap ? { ...tap, pass: { ...tap.pass, said } } : { ...tap, bus: { ...tap.bus, said } };

async function readCardNumber(
  { secrets, mode }: Pick<Ports, "secrets" | "mode">,
  { cardNumber, rideCode, at }: TapRow,
): Promise<Result<{ readonly cardNumber: string; readonly code?: RideCode }, TapProblem>> {
  if (cardNumber && !rideCode) return ok({ cardNumber });
  if (!rideCode || cardNumber) return err({ code: "CARD_OR_CODE", path: ["cardNumber"] });
  const code = await verifyCode(rideCode, secondsAt(at), verifierOf(secrets, mode));
  return code.ok
    ? ok({ cardNumber: code.value.cardNumber, code: code.value })
    : err({ code: "RIDE_CODE_REFUSED", values: { problem: code.error }, path: ["rideCode"] });
}

/** All that tells one tap from another, in one order. */
function contentOf(row: TapRow, cardNumber: string, code: RideCode | undefined): readonly unknown[] {
  const { kind, at, station, isAirportLine, gate, distanceKm, busService, refusedFor } = row;
  const { isOutside, isCompanion } = row;
  const distance = distanceKm ? formatDecimal(distanceKm) : null;
  const said = [kind, at, cardNumber, station ?? null, isAirportLine, distance, code?.id ?? null];
  const flags = { ...(isOutside ? { isOutside } : {}), ...(isCompanion ? { isCompanion } : {}) };
  const others = [busService, gate, refusedFor].flatMap((each) => each ?? []);
  return [...said, ...others, ...(isOutside || isCompanion ? [flags] : [])];
}

type Outcomes = (readonly [TapRow, Outcome])[];
type Found = Awaited<ReturnType<typeof readTapped>>;

/** The taps of one card in the order of their times: in one commit, or in as many as they need. */
async function takeCardTaps(
  ports: TapPorts,
  operator: Operator,
  taps: readonly CardTap[],
  known: Found,
): Promise<Outcomes> {
  const outcomes: Outcomes = [];
  let [rest, read]: [readonly CardTap[], Found | "ANEW"] = [taps, known];
  // No race: each turn decides on taps of its own, and ends with those that are left for another commit.
  while (rest.length > 0) {
    const run = await takeRun(ports, operator, rest, read);
    outcomes.push(...run.outcomes);
    [rest, read] = [run.rest, "ANEW"];
  }
  return outcomes;
}

async function takeRun(ports: TapPorts, operator: Operator, taps: readonly CardTap[], known: Found | "ANEW") {
  let first = known;
  const done = await decideUntilWritten({
    database: ports.database,
    about: `taps of ${operator.partnerId}`,
    read: async () => {
      const found = first === "ANEW" ? await readTapped(ports, operator, taps) : first;
      first = "ANEW";
      return found;
    },
    decide: (found) => {
      if (!found) return unchanged(ok({ outcomes: taps.map(notFound), rest: [] }));
      // Its card was read before another one has taken over from it.
      if (found.book.movedTo) return STALE;
      const { outcomes, taken, rest } = takeTaps(found, taps, { operator, now: ports.now });
      const answer = { outcomes: [...outcomes], rest };
      const { action } = taken;
      if (!action) return unchanged(ok(answer));
      const { card, book: before } = found;
      return ok({ before, after: { ...taken, action }, card, answer });
    },
    write: ({ before, after, card }) => writeTaps(ports, card, before, after),
  });
  return done.ok ? done.value : done.error;
}

const notFound = ({ row }: CardTap): readonly [TapRow, Outcome] => [
  row,
  err({ code: "CARD_NOT_FOUND", path: ["cardNumber"] }),
];

type Taken = TapsTaken & { readonly action: TapAction };

/** The rides, or the taps that were refused, with their numbers as the reason. */
function writeTaps(ports: TapPorts, card: Card, book: RideBook, taken: Taken) {
  const { actor, now: at, requestId, mode, commit } = ports;
  const { action, decision, refused, entries, admitted, uses, numbers, admission } = taken;
  const reason = numbers.join(", ");
  if (decision) {
    const used = [...uses].map(([id, use]) => putCodeUse(ports, id, use));
    const instead = admitted.map((each) => updateTakenAfterAll(ports, each, at));
    return writeRides(ports, decision, { action, reason, others: [...used, ...instead], admission });
  }
  const after = pruneBook({ ...book, refused, revision: book.revision + 1 }, at);
  const keepsHead = putRideBook(ports, card.id, after, book.revision);
  return commit({
    ...{ actor, at, requestId, action, reason, aggregate: card.id, table: recordsTable(mode) },
    ...{ ...lastOf(book), keepsHead },
    writes: [keepsHead, ...entries.map((entry) => putRefusedEntry(ports, entry))],
  });
}
