import { type Fen, parseMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, parseInstant } from "../../../kernel/runtime.ts";
import { LINE_TYPES } from "../differences/difference-kinds.ts";

export const MOVEMENT_STATES = ["SUCCEEDED", "DECLINED", "PENDING"] as const;

/** A charge, a refund, or a charge that the payer's bank has taken back or given again, as one of the two sides has it on its books. */
export type Movement = {
  readonly type: (typeof LINE_TYPES)[number];
  readonly paymentId: string;
  /** Of refunds. */
  readonly refundId?: string | undefined;
  readonly amount: Fen;
  readonly currency: string;
  /** PENDING: has begun and not ended, or how it ended is not known. */
  readonly state: (typeof MOVEMENT_STATES)[number];
  /** The channel's transaction number, as far as it is known. */
  readonly channelNumber?: string | undefined;
  readonly at: Instant;
};

/** The columns of a channel's day file (docs/payment-gateway.md), in any order. */
export const DAY_FILE_COLUMNS = [
  "type",
  "paymentId",
  "refundId",
  "amount",
  "currency",
  "state",
  "number",
  "time",
] as const;
type Column = (typeof DAY_FILE_COLUMNS)[number];

/** Why a row of a day file cannot be compared. It never shows the value. */
export type DayFileProblem = {
  readonly code: "REQUIRED" | "NOT_OF_A_CHARGE" | "UNKNOWN_VALUE" | "NOT_AN_ID" | "NOT_MONEY" | "NOT_A_TIME";
  readonly column: Column;
};

const ID = /^[A-Za-z0-9_.:-]{1,64}$/;
const CURRENCY = /^[A-Z]{3}$/;

/** Reads a row of a day file, a text for each column; an error names all that is wrong with it. */
export function readDayFileRow(
  row: Readonly<Partial<Record<string, string>>>,
): Result<Movement, readonly DayFileProblem[]> {
  const problems: DayFileProblem[] = [];
  const read = <T>(column: Column, code: DayFileProblem["code"], as: (text: string) => T | undefined) => {
    const text = row[column] ?? "";
    const value = text === "" ? undefined : as(text);
    if (value === undefined) problems.push({ code: text === "" ? "REQUIRED" : code, column });
    return value;
  };
  const type = read("type", "UNKNOWN_VALUE", oneOf(LINE_TYPES));
  const paymentId = read("paymentId", "NOT_AN_ID", matching(ID));
  const refundId = type === "REFUND" ? read("refundId", "NOT_AN_ID", matching(ID)) : undefined;
  if (type !== "REFUND" && row["refundId"]) problems.push({ code: "NOT_OF_A_CHARGE", column: "refundId" });
  const amount = read("amount", "NOT_MONEY", readAmount);
  const currency = read("currency", "UNKNOWN_VALUE", matching(CURRENCY));
  const state = read("state", "UNKNOWN_VALUE", oneOf(MOVEMENT_STATES));
  // A movement that did not succeed may have no number.
  const isNumbered = state === "SUCCEEDED" || row["number"];
  const channelNumber = isNumbered ? read("number", "NOT_AN_ID", matching(ID)) : undefined;
  const at = read("time", "NOT_A_TIME", parseInstant);
  if (!type || !paymentId || amount === undefined || !currency || !state || !at || problems.length > 0)
    return err(problems);
  return ok({ type, paymentId, refundId, amount, currency, state, channelNumber, at });
}

const oneOf =
  <V extends string>(values: readonly V[]) =>
  (text: string): V | undefined =>
    values.find((value) => value === text);

const matching =
  (pattern: RegExp) =>
  (text: string): string | undefined =>
    pattern.test(text) ? text : undefined;

function readAmount(text: string): Fen | undefined {
  const amount = parseMoney(text);
  return amount.ok && amount.value > 0n ? amount.value : undefined;
}

export type Difference =
  /** The channel moved money that our books do not have. */
  | { readonly kind: "MISSING_HERE"; readonly theirs: Movement }
  /** Our books have money that the channel did not move. */
  | { readonly kind: "MISSING_THERE"; readonly ours: Movement }
  /** The same movement with another amount or currency. */
  | { readonly kind: "AMOUNT"; readonly theirs: Movement; readonly ours: Movement }
  | { readonly kind: "STATE"; readonly theirs: Movement; readonly ours: Movement };

/**
 * The differences between a channel's day and our books. A row of one side answers for one row of the other, so a
 * charge that the channel made twice is missing here once; so is one under a number that is not the one we know. A
 * movement that did not succeed moved no money, and nobody misses it. A movement that differs in amount and state is
 * listed for each.
 */
export function differences(theirs: readonly Movement[], ours: readonly Movement[]): readonly Difference[] {
  const ourGroups = groupsOf(ours);
  const theirGroups = groupsOf(theirs);
  const keys = new Set([...theirGroups.keys(), ...ourGroups.keys()]);
  return [...keys].flatMap((key) => compareGroup(theirGroups.get(key) ?? [], ourGroups.get(key) ?? []));
}

function groupsOf(movements: readonly Movement[]): ReadonlyMap<string, readonly Movement[]> {
  return Map.groupBy(movements, ({ type, paymentId, refundId }) => `${type} ${paymentId} ${refundId ?? ""}`);
}

type IsMatch = (theirs: Movement, ours: Movement) => boolean;

const hasSameNumber: IsMatch = (a, b) => a.channelNumber === b.channelNumber;
const hasSameMoney: IsMatch = (a, b) => a.amount === b.amount && a.currency === b.currency;
const hasSameState: IsMatch = (a, b) => a.state === b.state;
const mayBeSame: IsMatch = (a, b) =>
  hasSameNumber(a, b) || a.channelNumber === undefined || b.channelNumber === undefined;

/** From the surest to the least sure, so that no row takes the place of one that fits better. */
const MATCHES: readonly IsMatch[] = [
  (a, b) => hasSameNumber(a, b) && hasSameState(a, b) && hasSameMoney(a, b),
  (a, b) => hasSameNumber(a, b) && a.channelNumber !== undefined,
  (a, b) => mayBeSame(a, b) && hasSameState(a, b) && hasSameMoney(a, b),
  (a, b) => mayBeSame(a, b) && a.state === "SUCCEEDED",
  mayBeSame,
];

/** Rows of one charge or refund against each other; there is hardly ever more than one on a side. */
function compareGroup(theirs: readonly Movement[], ours: readonly Movement[]): readonly Difference[] {
  const restOfTheirs = [...theirs];
  let restOfOurs = ours;
  const found: Difference[] = [];
  for (const isMatch of MATCHES) {
    restOfOurs = restOfOurs.filter((our) => {
      const at = restOfTheirs.findIndex((their) => isMatch(their, our));
      const [their] = at < 0 ? [] : restOfTheirs.splice(at, 1);
      if (!their) return true;
      if (!hasSameMoney(their, our)) found.push({ kind: "AMOUNT", theirs: their, ours: our });
      if (!hasSameState(their, our)) found.push({ kind: "STATE", theirs: their, ours: our });
      return false;
    });
  }
  for (const their of restOfTheirs) if (hasMoved(their)) found.push({ kind: "MISSING_HERE", theirs: their });
  for (const our of restOfOurs) if (hasMoved(our)) found.push({ kind: "MISSING_THERE", ours: our });
  return found;
}

const hasMoved = ({ state }: Movement): boolean => state === "SUCCEEDED";
