import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { eachOf } from "../../../kernel/each-of.ts";
import { isId } from "../../../kernel/ids.ts";
import { ZERO } from "../../../kernel/money.ts";
import { type BookPorts, bookDifference } from "../differences/book-difference.ts";
import { type Difference, differenceIdOf, type Said, saidBefore } from "../differences/difference.ts";
import { getDifference, listUnresolved } from "../differences/difference-store.ts";
import { OTHER_MONEY } from "../outcome.ts";
import { type ChannelName, isOpen } from "../payment.ts";
import { isOpenRefund } from "../refund.ts";
import { type SettlePorts, settlePayment } from "../settle-payment.ts";
import { settleRefund } from "../settle-refund.ts";
import { getPayment, getRefund } from "../store.ts";
import { uncancelled } from "./cancel-dispute.ts";
import { hasEndedOtherwise, isBookable, lineName, lineOf, type Pair, pairOf, pairsOf } from "./pair.ts";
import { reconcileDay } from "./reconcile-day.ts";
import type { Difference as Found, Movement } from "./reconcile-file.ts";
import { saidOf } from "./said-of-pair.ts";

export type BookedFile = {
  readonly booked: readonly Difference[];
  /** They have not ended on both sides yet, and are asked about. */
  readonly left: readonly Found[];
};

export type FilePorts = BookPorts & Pick<SettlePorts, "purposes">;

const PAGE = 100;

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
  const told = new Set(pairs.map((pair) => lineName(lineOf(pair))));
  const agreed = theirs.filter((row) => !told.has(lineName(row)));
  const rows = new Set(theirs.map(lineName));
  // The gateway told of it, and its own file of that day does not have it.
  const gone = (await listAllUnresolved(ports, channel)).filter(
    (one) => one.source === "GATEWAY" && dateAt(one.movedAt) === day && !rows.has(lineName(one)),
  );
  const takenBack = [...(await listEarlier(ports, channel, agreed)), ...gone];
  const booked: Difference[] = [];
  for (const pair of pairs.filter(isBookable)) {
    const said = await uncancelled(ports, await saidOf(ports, channel, pair));
    if (said) booked.push(...(await book(ports, said)));
    await endOtherwise(ports, pair);
  }
  for (const one of takenBack) booked.push(...(await book(ports, { ...saidBefore(one), effect: ZERO })));
  return { booked, left: differences.filter((one) => !isBookable(pairOf(one))) };
}

/**
 * A payment is for its own amount alone: it fails, what it would have paid is free, and the money is a difference. A refund
 * likewise.
 */
async function endOtherwise(ports: FilePorts, pair: Pair): Promise<void> {
  if (!hasEndedOtherwise(pair)) return;
  const { paymentId, refundId = "" } = lineOf(pair);
  const payment = !refundId && isId("pay", paymentId) ? await getPayment(ports, paymentId) : undefined;
  if (payment && isOpen(payment)) await settlePayment(ports, payment, ENDED_OTHERWISE);
  const refund = isId("rfd", refundId) ? await getRefund(ports, refundId) : undefined;
  if (refund && isOpenRefund(refund)) await settleRefund(ports, refund, ENDED_OTHERWISE);
}

const ENDED_OTHERWISE = { state: "DECLINED", reason: OTHER_MONEY } as const;

async function book(ports: BookPorts, said: Said): Promise<readonly Difference[]> {
  const booked = await bookDifference(ports, said);
  return booked ? [booked] : [];
}

/** The differences of before of rows that agree with the books now, resolved ones among them. */
async function listEarlier(
  ports: BookPorts,
  channel: ChannelName,
  agreed: readonly Movement[],
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
