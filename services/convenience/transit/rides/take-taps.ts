import { fen } from "../../../kernel/money.ts";
import { err, ok } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type Card, notHoldersFrom } from "../card.ts";
import type { Operator } from "../operator.ts";
import { withBoarding } from "./bus-rides.ts";
import { type Admission, type ArrearsLimit, type EntryRefusal, mayEnter, type Standing } from "./credit.ts";
import { decideRides, type RideDecision, type RideFinding } from "./decide-rides.ts";
import { neededToEnter, passengerOf } from "./entry.ts";
import {
  GATE_REFUSALS,
  isSettled,
  type RefusalCode,
  type RefusedEntry,
  type RefusedTap,
} from "./refused-entry.ts";
import { type Ride, readIn, withPass } from "./ride.ts";
import type { CodeUse, TakenTap, Tap, TapRow } from "./tap.ts";
import { type Outcome, type Reason, refusalOf } from "./tap-outcome.ts";

/** A tap once checked, with all that it says as its operator has said it. */
export type CardTap = {
  readonly row: TapRow;
  readonly tap: Tap;
  readonly code?: { readonly id: string } | undefined;
  /** Tells it from another tap under its number. */
  readonly said: string;
};

/** All by which the taps of one card are decided. */
export type CardFinding = Omit<RideFinding, "rides" | "refused"> & {
  /** The card that was held to the gate; another one may have taken over from it, whose rides these are. */
  readonly tapped: Card;
  /** The uses of the taps' ride codes, by code. */
  readonly uses: ReadonlyMap<string, CodeUse>;
  /** The records of taps that were taken before a card's rides kept what was said, by number. */
  readonly earlier: ReadonlyMap<string, TakenTap>;
};

/** The outcome of a run of taps, to be written in one commit. */
export type TapsTaken = {
  /** None where nothing is to be written. */
  readonly action?: TapAction | undefined;
  readonly rides: readonly Ride[];
  /** Of the rides as they are, from the book as it was read. */
  readonly decision?: RideDecision | undefined;
  /** The taps on record as refused, as the book is to have them. */
  readonly refused: readonly RefusedTap[];
  /** The entries that are put on record as refused. */
  readonly entries: readonly RefusedEntry[];
  /** Those on record as refused that were taken after all. */
  readonly admitted: readonly RefusedTap[];
  /** The uses of ride codes, by code. */
  readonly uses: ReadonlyMap<string, CodeUse>;
  /** Of the entries that were let in, the one that stands only while a contract does. */
  readonly admission?: Admission | undefined;
  /** The numbers of the taps that make the difference. */
  readonly numbers: readonly string[];
};

export type TapAction =
  | "transit.tap.taken"
  | "transit.entry.refused"
  | "transit.ride-code.used-twice"
  | "transit.tap.not-the-holders";

/** The taps of a run with their outcomes, and those that are left for another commit. */
export type TapRun = {
  readonly outcomes: ReadonlyMap<TapRow, Outcome>;
  readonly taken: TapsTaken;
  readonly rest: readonly CardTap[];
};

/** A transaction holds 100 writes; beside these there are the book, the money and what it was decided on. */
const CHANGES_MAX = 60;

type Gate = { readonly operator: Operator; readonly now: Instant };

/**
 * Takes the taps of one card one after another, each on what the ones before it have left, as far as they go into one
 * commit: as many as fit, and of one action, by which they stand in the card's trail.
 */
export function takeTaps(found: CardFinding, taps: readonly CardTap[], gate: Gate): TapRun {
  const { rides, refused = [] } = found.book;
  let taken: TapsTaken = { rides, refused, entries: [], admitted: [], uses: new Map(), numbers: [] };
  const outcomes = new Map<TapRow, Outcome>();
  for (const [i, each] of taps.entries()) {
    const { outcome, next } = takeTap(found, taken, each, gate);
    if (next && !isOneCommit(taken, next)) return { outcomes, taken, rest: taps.slice(i) };
    outcomes.set(each.row, outcome);
    taken = next ?? taken;
  }
  return { outcomes, taken, rest: [] };
}

const isOneCommit = (before: TapsTaken, next: TapsTaken): boolean =>
  before.action === undefined || (before.action === next.action && changesOf(next) <= CHANGES_MAX);

const changesOf = ({ decision, entries, admitted, uses }: TapsTaken): number =>
  (decision?.trips.length ?? 0) + entries.length + admitted.length + uses.size;

type Step = { readonly outcome: Outcome; readonly next?: TapsTaken };

function takeTap(found: CardFinding, taken: TapsTaken, each: CardTap, gate: Gate): Step {
  const by = { operator: gate.operator.partnerId, tap: each.tap.number };
  const known = taken.rides.find((ride) => readIn(ride, by));
  if (known) return { outcome: repeatOutcome(found, taken, known, each, by) };
  if (found.card.region !== gate.operator.region)
    return { outcome: err({ code: "CARD_OF_ANOTHER_REGION", path: ["cardNumber"] }) };
  const before = taken.refused.find(({ operator, tap }) => operator === by.operator && tap === by.tap);
  if (before && isSettled(before))
    return { outcome: before.said === each.said ? refusalOf(before) : err({ code: "TAP_NUMBER_TAKEN" }) };
  const settled = whySettled(found, taken, each);
  if (settled) return refuse(found, taken, each, { ...by, ...settled, before }, refusalOf(settled));
  return takeRide(found, taken, each, { ...gate, by, before });
}

type By = Pick<RefusedTap, "operator" | "tap">;

/** A number that was taken before stands for what was said then, and for nothing else. */
function repeatOutcome(
  { book, earlier }: CardFinding,
  { decision }: TapsTaken,
  known: Ride,
  { tap, said }: CardTap,
  by: By,
): Outcome {
  const was = readIn(known, by)?.said ?? earlier.get(tap.number)?.fingerprint;
  if (was !== undefined && !was.startsWith(said)) return err({ code: "TAP_NUMBER_TAKEN" });
  const standing = decision?.after.rides ?? book.rides;
  return ok(standing.find((ride) => readIn(ride, by)) ?? known);
}

/** Why a tap is put on record and is no ride, whatever stands on the card. */
function whySettled(
  { tapped, uses }: CardFinding,
  taken: TapsTaken,
  { row, code }: CardTap,
): Reason | undefined {
  if (row.refusedFor) return { code: GATE_REFUSALS[row.refusedFor] };
  const use = code && (uses.get(code.id) ?? taken.uses.get(code.id));
  if (use) return { code: "RIDE_CODE_USED", since: use.at };
  const since = notHoldersFrom(tapped, row.at);
  return since && { code: "CARD_BLOCKED", since };
}

const ACTIONS: Readonly<Partial<Record<RefusalCode, TapAction>>> = {
  RIDE_CODE_USED: "transit.ride-code.used-twice",
  CARD_BLOCKED: "transit.tap.not-the-holders",
};

type Refused = By &
  Reason & {
    readonly values?: RefusedEntry["values"];
    /** As it was refused before, and not settled by that. */
    readonly before: RefusedTap | undefined;
  };

/** Puts a refused tap on record; one that stands there already stays as it is. */
function refuse(
  { tapped }: CardFinding,
  taken: TapsTaken,
  { row, tap, said }: CardTap,
  { before, values = {}, ...reason }: Refused,
  outcome: Outcome,
): Step {
  if (before?.said === said) return { outcome };
  const { at } = row;
  const place = { ...reason, card: tapped.id, at };
  const entry: RefusedEntry = { ...place, cardNumber: tap.cardNumber, ...gateOf(tap), values };
  return {
    outcome,
    next: {
      ...taken,
      action: ACTIONS[reason.code] ?? "transit.entry.refused",
      refused: [...taken.refused.filter((each) => each !== before), { ...place, said }],
      // An exit lets nobody in, so it has refused nobody.
      entries: row.kind === "EXIT" ? taken.entries : [...taken.entries, entry],
      numbers: [...taken.numbers, tap.number],
    },
  };
}

const gateOf = (tap: Tap): Pick<RefusedEntry, "mode" | "station" | "gate"> =>
  "pass" in tap
    ? { mode: "METRO", station: tap.pass.station, gate: tap.pass.gate }
    : { mode: "BUS", gate: tap.bus.gate };

type At = Gate & { readonly by: By; readonly before: RefusedTap | undefined };

/** Takes a tap as an end of a ride, or a ride; refuses it where its card may not begin one. */
function takeRide(found: CardFinding, taken: TapsTaken, each: CardTap, at: At): Step {
  const { card, entitlement, standing } = found;
  const { row, tap, code } = each;
  const { by, before, operator, now } = at;
  const rides = withTap(taken.rides, tap, card);
  const refused = taken.refused.filter((one) => one !== before);
  const decided = decideRides({ ...found, rides, refused }, now);
  const onRecord = (refusal: EntryRefusal | ArrearsLimit): Step => {
    const values = "values" in refusal ? refusal.values : {};
    return refuse(found, taken, each, { ...by, code: refusal.code, values, before }, err(refusal));
  };
  if (!decided.ok) return row.kind === "BUS" ? onRecord(decided.error) : { outcome: decided };
  const trip = decided.value.trips.find((one) => readIn(one, by));
  if (!trip) throw new Error("a tap has changed nothing");
  // A second read of the card lets nobody in.
  const isKnown = taken.rides.some(({ id, entry, bus }) => id === trip.id && (entry ?? bus) !== undefined);
  const passenger = passengerOf(card, entitlement, found.rules);
  const needs = isKnown ? undefined : neededToEnter({ ...card, passenger }, trip, tap, { operator, now });
  const may = needs === undefined ? ok<Admission>({}) : mayEnter(after(standing, taken.decision), needs);
  if (!may.ok) return onRecord(may.error);
  const use = { operator: by.operator, tap: by.tap, at: row.at };
  const next: TapsTaken = {
    ...{ ...taken, action: "transit.tap.taken", rides, decision: decided.value, refused },
    admitted: before && before.said === each.said ? [...taken.admitted, before] : taken.admitted,
    uses: code ? new Map([...taken.uses, [code.id, use]]) : taken.uses,
    admission: may.value.withholding ? may.value : taken.admission,
    numbers: [...taken.numbers, tap.number],
  };
  return { outcome: ok(trip), next };
}

/** The money once the rides before are paid. */
function after(standing: Standing, decision: RideDecision | undefined): Standing {
  if (!decision) return standing;
  const { account } = standing;
  return { ...standing, account: { ...account, spendable: fen(account.spendable - decision.bearing.card) } };
}

function withTap(rides: readonly Ride[], tap: Tap, { id: card }: Card): readonly Ride[] {
  if ("pass" in tap) return withPass(rides, tap.pass, card);
  return withBoarding(rides, tap.bus, card);
}
