import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { eachOf } from "../../../kernel/each-of.ts";
import { isId } from "../../../kernel/ids.ts";
import { CURRENCY, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { type BookPorts, bookDifference } from "../differences/book-difference.ts";
import {
  type Difference,
  type DifferenceKind,
  differenceIdOf,
  type Foreign,
  type KnownState,
  type Line,
  type Said,
} from "../differences/difference.ts";
import { getDifference, listUnresolved } from "../differences/difference-store.ts";
import { OTHER_MONEY } from "../outcome.ts";
import { type ChannelName, isOpen } from "../payment.ts";
import { type SettlePorts, settlePayment } from "../settle-payment.ts";
import { getPayment, type PaymentStore } from "../store.ts";
import { bookChargebacks, isOfChargeback } from "./book-chargebacks.ts";
import { movementOf } from "./our-movements.ts";
import { reconcileDay } from "./reconcile-day.ts";
import type { Difference as Found, Movement } from "./reconcile-file.ts";

export type BookedFile = {
  readonly booked: readonly Difference[];
  /** They have not ended on both sides yet, and are asked about. */
  readonly left: readonly Found[];
};

export type FilePorts = BookPorts & Pick<SettlePorts, "purposes">;

const PAGE = 100;

/** A chargeback and its reversal have a way of their own. */
type Booked = Movement & { readonly type: "CHARGE" | "REFUND" };
type Pair = { readonly theirs?: Booked | undefined; readonly ours?: Booked | undefined };

const isBooked = (side: Movement): side is Booked => side.type === "CHARGE" || side.type === "REFUND";

/**
 * Books all by which a channel's day and our books differ, and what its rows take back of earlier words. The same file read
 * again books nothing.
 */
export async function bookFile(
  ports: FilePorts,
  channel: ChannelName,
  day: CivilDate,
  theirs: readonly Movement[],
): Promise<BookedFile> {
  const { differences } = await reconcileDay(ports, channel, day, theirs);
  const pairs = pairsOf(differences);
  const ready = pairs.filter(isBookable);
  const chargebacks = await bookChargebacks(ports, channel, theirs, differences);
  const left = [...differences.filter((one) => !isReady(one) && !isOfChargeback(one)), ...chargebacks.left];
  const told = new Set(pairs.map((pair) => lineName(lineOf(pair))));
  const lines = theirs.filter(isBooked);
  const agreed = lines.filter((row) => !told.has(lineName(row)));
  const rows = new Set(lines.map(lineName));
  // The gateway told of it, and its own file of that day does not have it.
  const gone = (await listAllUnresolved(ports, channel)).filter(
    (one) => one.source === "GATEWAY" && dateAt(one.movedAt) === day && !rows.has(lineName(one)),
  );
  const takenBack = [...(await listEarlier(ports, channel, agreed)), ...gone];
  const booked: Difference[] = [...chargebacks.booked];
  for (const pair of ready) {
    booked.push(...(await book(ports, await saidOf(ports, channel, pair))));
    await endOtherwise(ports, pair);
  }
  for (const one of takenBack) booked.push(...(await book(ports, { ...saidBefore(one), effect: ZERO })));
  return { booked, left };
}

/** None where a side of it is not booked here. */
function pairOf(found: Found): Pair | undefined {
  const theirs = "theirs" in found ? found.theirs : undefined;
  const ours = "ours" in found ? found.ours : undefined;
  if ((theirs && !isBooked(theirs)) || (ours && !isBooked(ours))) return undefined;
  return { theirs, ours };
}

const isReady = (found: Found): boolean => {
  const pair = pairOf(found);
  return pair !== undefined && isBookable(pair);
};

/** A pair that differs in amount and state is listed twice, and booked once. */
function pairsOf(differences: readonly Found[]): readonly Pair[] {
  const pairs = differences.flatMap((found) => pairOf(found) ?? []);
  return pairs.filter(
    ({ theirs, ours }, i) => pairs.findIndex((one) => one.theirs === theirs && one.ours === ours) === i,
  );
}

/**
 * Neither side is under way; or the channel has ended a charge that is open here, with other money than was ordered, which
 * no answer of it can put right.
 */
const isBookable = (pair: Pair): boolean =>
  [pair.theirs, pair.ours].every((side) => side?.state !== "PENDING") || hasEndedOtherwise(pair);

const hasEndedOtherwise = ({ theirs, ours }: Pair): boolean =>
  theirs?.state === "SUCCEEDED" &&
  ours?.state === "PENDING" &&
  theirs.type === "CHARGE" &&
  (theirs.amount !== ours.amount || theirs.currency !== ours.currency);

/** The payment is for its own amount alone: it fails, what it would have paid is free, and the money is a difference. */
async function endOtherwise(ports: FilePorts, pair: Pair): Promise<void> {
  const id = pair.ours?.paymentId ?? "";
  if (!hasEndedOtherwise(pair) || !isId("pay", id)) return;
  const payment = await getPayment(ports, id);
  if (payment && isOpen(payment))
    await settlePayment(ports, payment, { state: "DECLINED", reason: OTHER_MONEY });
}

const KNOWN = { SUCCEEDED: "SUCCEEDED", DECLINED: "FAILED", PENDING: "PENDING" } as const satisfies Record<
  Movement["state"],
  KnownState
>;

/** The money that a side has moved in a currency that the ledger does not have. */
const foreignOf = (side: Movement | undefined): Foreign | undefined =>
  side?.state === "SUCCEEDED" && side.currency !== CURRENCY
    ? { amount: side.amount, currency: side.currency }
    : undefined;

const movedBy = (side: Movement | undefined): Fen =>
  side?.state === "SUCCEEDED" && !foreignOf(side) ? side.amount : ZERO;

async function saidOf(store: PaymentStore, channel: ChannelName, pair: Pair): Promise<Said> {
  const { theirs, ours } = pair;
  const line = lineOf(pair);
  const { type } = line;
  const more = movedBy(theirs) - movedBy(ours);
  const movedAt = (theirs ?? ours)?.at;
  if (!movedAt) throw new Error("a difference of nothing");
  const known = ours ?? (await movementOf(store, line.refundId ?? line.paymentId));
  const foreign = foreignOf(theirs);
  const isAgain = !ours && known !== undefined && type === "CHARGE" && !foreign;
  return {
    ...{ ...line, channel, movedAt, source: "DAY_FILE" },
    ...{ kind: isAgain ? "SECOND_CHARGE" : kindOf(pair, type) },
    ...{ known: known && KNOWN[known.state], knownAmount: known?.amount },
    foreign,
    effect: fen(type === "CHARGE" ? more : -more),
  };
}

const saidBefore = (one: Difference): Omit<Said, "effect"> => {
  const { type, paymentId, refundId, channelNumber, channel, kind, movedAt, known, knownAmount, source } =
    one;
  return { type, paymentId, refundId, channelNumber, channel, kind, movedAt, known, knownAmount, source };
};

/** The channel's line names it; ours where the channel has none. */
function lineOf({ theirs, ours }: Pair): Line & Pick<Booked, "type"> {
  const side = theirs ?? ours;
  if (!side) throw new Error("a difference of nothing");
  const { type, paymentId, refundId } = side;
  return { type, paymentId, refundId, channelNumber: theirs?.channelNumber ?? ours?.channelNumber };
}

function kindOf({ theirs, ours }: Pair, type: Booked["type"]): DifferenceKind {
  const isCharge = type === "CHARGE";
  if (foreignOf(theirs)) return "OTHER_CURRENCY";
  if (theirs?.state === "SUCCEEDED" && (ours?.state === "SUCCEEDED" || ours?.state === "PENDING"))
    return "OTHER_AMOUNT";
  if (theirs?.state !== "SUCCEEDED") return isCharge ? "MISSING_CHARGE" : "MISSING_REFUND";
  if (ours) return isCharge ? "LATE_SUCCESS" : "LATE_REFUND";
  return isCharge ? "UNKNOWN_CHARGE" : "UNKNOWN_REFUND";
}

const lineName = ({ type, paymentId, refundId = "", channelNumber = "" }: Line): string =>
  [type, paymentId, refundId, channelNumber].join(" ");

async function book(ports: BookPorts, said: Said): Promise<readonly Difference[]> {
  const booked = await bookDifference(ports, said);
  return booked ? [booked] : [];
}

/** The differences of before of rows that agree with the books now, resolved ones among them. */
async function listEarlier(
  ports: BookPorts,
  channel: ChannelName,
  agreed: readonly Booked[],
): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  await eachOf(agreed, async (row) => {
    const one = await getDifference(ports, differenceIdOf({ ...row, channel }, 1));
    if (one) found.push(one);
  });
  return found;
}

async function listAllUnresolved(ports: BookPorts, channel: ChannelName): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (let after: Parameters<typeof listUnresolved>[1]["after"]; ; ) {
    const { entries, more } = await listUnresolved(ports, { first: PAGE, ...(after ? { after } : {}) });
    found.push(...entries.map(({ node }) => node).filter((one) => one.channel === channel));
    after = entries.at(-1)?.position;
    if (!more || !after) return found;
  }
}
