import { addDays, type CivilDate, dateAt, midnight } from "../../../kernel/civil-date.ts";
import { isId } from "../../../kernel/ids.ts";
import { CURRENCY } from "../../../kernel/money.ts";
import { transfersBetween } from "../../ledger/index.ts";
import { CHARGEBACK_REVERSED, type Chargeback } from "../chargebacks/chargeback.ts";
import { getChargeback } from "../chargebacks/chargeback-store.ts";
import { type Payment, type PaymentChannel, wasPaid } from "../payment.ts";
import { chargeOf, type Refund } from "../refund.ts";
import { getPayment, getRefund, type PaymentStore } from "../store.ts";
import type { Movement } from "./reconcile-file.ts";

/**
 * A movement that was unknown at first is booked when the channel has told; nothing stays unknown so long unnoticed.
 */
const LATE_DAYS = 7;

/** The movements of a channel by our ledger on a civil day of Asia/Shanghai, by the channel's own time. */
export async function movementsOn(
  store: PaymentStore,
  channel: PaymentChannel,
  day: CivilDate,
): Promise<readonly Movement[]> {
  const movements: Movement[] = [];
  const seen = new Set<string>();
  const until = midnight(addDays(day, LATE_DAYS));
  for await (const { cause, reason } of transfersBetween(store, `channel:${channel}`, midnight(day), until)) {
    // A refund of what was not expected, and the difference itself, are booked here too; each movement counts once.
    const isReversal = reason === CHARGEBACK_REVERSED;
    const name = `${cause} ${isReversal}`;
    const movement = seen.has(name) ? undefined : await movementOf(store, cause, isReversal);
    seen.add(name);
    if (movement && dateAt(movement.at) === day) movements.push(movement);
  }
  return movements;
}

/** How we have a charge or a refund that a channel tells of, whenever it was; undefined for one that is not ours. */
export async function movementOf(
  store: PaymentStore,
  id: string,
  isReversal = false,
): Promise<Movement | undefined> {
  if (isId("pay", id)) {
    const payment = await getPayment(store, id);
    return payment && paidBy(payment);
  }
  if (isId("cbk", id)) {
    const chargeback = await getChargeback(store, id);
    const isThere = chargeback && (!isReversal || chargeback.againAt !== undefined);
    return isThere ? chargedBackOf(chargeback, isReversal) : undefined;
  }
  const refund = isId("rfd", id) ? await getRefund(store, id) : undefined;
  return refund && backOf(refund);
}

/** Whether a movement of ours went through this channel: another one's file tells of other money. */
export async function isThrough(
  store: PaymentStore,
  channel: PaymentChannel,
  { paymentId, refundId = "" }: Movement,
): Promise<boolean> {
  const refund = isId("rfd", refundId) ? await getRefund(store, refundId) : undefined;
  if (refund?.unexpected) return refund.unexpected.channel === channel;
  const id = refund?.payment ?? paymentId;
  return isId("pay", id) && (await getPayment(store, id))?.channel === channel;
}

/** Its reversal is a movement of its own, under the same number. */
const chargedBackOf = (
  { payment, amount, number, at, againAt }: Chargeback,
  isReversal: boolean,
): Movement => ({
  ...{ type: isReversal ? "REVERSAL" : "CHARGEBACK", paymentId: payment, amount, currency: CURRENCY },
  ...{ state: "SUCCEEDED", channelNumber: number, at: isReversal ? (againAt ?? at) : at },
});

const paidBy = (payment: Payment): Movement => ({
  type: "CHARGE",
  paymentId: payment.id,
  amount: payment.amount,
  currency: CURRENCY,
  state: wasPaid(payment) ? "SUCCEEDED" : payment.status === "FAILED" ? "DECLINED" : "PENDING",
  channelNumber: payment.channelNumber,
  at: payment.paidAt ?? payment.createdAt,
});

const STATES = { SUCCEEDED: "SUCCEEDED", FAILED: "DECLINED" } as const;

const backOf = (refund: Refund): Movement => ({
  type: "REFUND",
  paymentId: chargeOf(refund).paymentId,
  refundId: refund.id,
  amount: refund.amount,
  currency: CURRENCY,
  state: refund.status === "SUCCEEDED" || refund.status === "FAILED" ? STATES[refund.status] : "PENDING",
  channelNumber: refund.channelNumber,
  at: refund.paidAt ?? refund.createdAt,
});
