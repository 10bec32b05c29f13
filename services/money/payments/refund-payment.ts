import type { Event } from "../../kernel/commit/event.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import { isId } from "../../kernel/ids.ts";
import { CURRENCY, type Fen, fen, formatMoney } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { putTransfer, type Transfer, transferOf } from "../ledger/index.ts";
import type { ChannelAnswer } from "./channels/channel-answer.ts";
import { beginBy } from "./channels/channel-answer.ts";
import type { PayPorts } from "./make-payment.ts";
import type { AnswerProblem } from "./outcome.ts";
import {
  beginRefund,
  completeRefund,
  type Payment,
  partOf,
  type RefundProblem,
  withdrawRefund,
} from "./payment.ts";
import type { Reversal } from "./purpose.ts";
import { hearOfRefund, isOpenRefund, type Refund } from "./refund.ts";
import { changeOf, sourceOf } from "./settle-payment.ts";
import { getPayment, getRefund, putPayment, putRefund, refundKey } from "./store.ts";

export type RefundWish = {
  readonly payment: Payment;
  readonly amount: Fen;
  /** The part that goes back; may be left out where the payment has only one. */
  readonly about?: string | undefined;
  readonly reason: string;
  readonly idempotencyKey: string;
};

export type RefundRefusal =
  | RefundProblem
  | { readonly code: "IDEMPOTENCY_MISMATCH" }
  /** What was paid for has been used: less of it is left than is to go back. */
  | { readonly code: "ALREADY_SPENT" };

const ATTEMPTS_MAX = 5;

/**
 * Gives a payment back, or a part of it, the way it came. The amount is set aside in the commit that creates the
 * refund, so refunds never exceed the payment, however many are asked for at once.
 */
export async function refundPayment(
  ports: PayPorts,
  wish: RefundWish,
): Promise<Result<Refund, RefundRefusal>> {
  const { amount, about, reason } = wish;
  const id = idempotentId("rfd", ports.actor, "refundPayment", wish.idempotencyKey);
  const fingerprint = fingerprintOf([wish.payment.id, amount.toString(), about ?? "", reason]);
  let { payment } = wish;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const earlier = await getRefund(ports, id);
    if (earlier && earlier.fingerprint !== fingerprint) return err({ code: "IDEMPOTENCY_MISMATCH" });
    if (earlier) return ok(await askAboutRefund(ports, earlier));
    const begun = beginRefund(payment, { amount, about });
    if (!begun.ok) return begun;
    const refund: Refund = {
      ...{ id, payment: payment.id, payer: payment.payer, amount, about, reason, fingerprint },
      ...{ status: "CREATED", createdAt: ports.now() },
    };
    const created = await create(ports, { before: payment, after: begun.value }, refund);
    if (created) return ok(await askAboutRefund(ports, created));
    ports.database.forget();
    if (await isSpent(ports, payment, { amount, about })) return err({ code: "ALREADY_SPENT" });
    payment = (await getPayment(ports, payment.id)) ?? payment;
  }
  throw new Error(`payment ${payment.id} changed ${ATTEMPTS_MAX} times while a refund was begun`);
}

type Change = { readonly before: Payment; readonly after: Payment };

async function create(
  ports: PayPorts,
  { before, after: begun }: Change,
  refund: Refund,
): Promise<Refund | undefined> {
  const isPrefunded = begun.channel === "prefund";
  // What a partner paid from its prefunded account goes back there, and no channel has to be asked.
  const next: Refund = isPrefunded ? { ...refund, status: "SUCCEEDED", endedAt: refund.createdAt } : refund;
  const after = isPrefunded ? completeRefund(begun, refund) : begun;
  const effects = isPrefunded
    ? await movedBack(ports, after, next)
    : await ports.purposes.of(after).writes(ports).setAside(after, refund);
  if (!effects) return undefined;
  const done = await ports.commit({
    ...changeOf(ports, next, "refund"),
    reason: refund.reason,
    creates: refundKey(next),
    writes: [putPayment(ports, after, before), putRefund(ports, next), ...effects],
    ...(isPrefunded ? {} : followedUp(ports, next)),
  });
  return done.ok ? next : undefined;
}

/**
 * One event from the beginning to the end, as of a payment: delivered as payment.refunded when the money has gone back,
 * and until then its delivery asks the channel.
 */
function followedUp({ mode }: PayPorts, { id, payment, payer, amount }: Refund): { readonly event: Event } {
  const to = isId("ctz", payer) ? [payer] : [];
  const payload = { about: payment, refund: id, amount: formatMoney(amount) };
  return { event: { type: "refund.created", mode, to, payload } };
}

async function isSpent(
  ports: PayPorts,
  payment: Payment,
  { amount, about }: Pick<RefundWish, "amount" | "about">,
): Promise<boolean> {
  const part = partOf(payment, about);
  return part !== undefined && ports.purposes.of(payment).isSpent(ports, part, amount);
}

/** Asks the channel about a refund that has not ended, and settles what it says. */
export async function askAboutRefund(ports: PayPorts, refund: Refund): Promise<Refund> {
  if (!isOpenRefund(refund)) return refund;
  const payment = await paymentOf(ports, refund);
  const channel = payment.channel === "prefund" ? undefined : ports.channels[payment.channel];
  if (!channel) throw new Error(`the channel ${payment.channel} of ${payment.id} is not configured`);
  const { id: refundId, payment: paymentId, amount, createdAt: at } = refund;
  const order = { refundId, paymentId, amount, currency: CURRENCY, at } as const;
  const answer =
    ports.now() <= beginBy(order) ? await channel.refund(order) : await channel.queryRefund(order);
  const settled = await settleRefund(ports, refund, answer);
  return settled.ok ? settled.value : refund;
}

async function settleRefund(
  ports: PayPorts,
  refund: Refund,
  answer: ChannelAnswer,
): Promise<Result<Refund, AnswerProblem>> {
  let current = refund;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const heard = hearOfRefund(current, answer, ports.now());
    if (!heard.ok) {
      const change = { ...changeOf(ports, current, "refund"), action: "payments.refund.answer-refused" };
      await ports.commit({ ...change, reason: heard.error.code, writes: [] });
      return heard;
    }
    const next = heard.value;
    if (next.status === current.status) return ok(current);
    const effects = await effectsOf(ports, await paymentOf(ports, next), next);
    const done =
      effects &&
      (await ports.commit({
        ...changeOf(ports, next, "refund"),
        writes: [putRefund(ports, next, current.status), ...effects],
      }));
    if (done?.ok) return ok(next);
    ports.database.forget();
    current = (await getRefund(ports, refund.id)) ?? current;
  }
  throw new Error(`refund ${refund.id} changed ${ATTEMPTS_MAX} times while it was settled`);
}

async function paymentOf(ports: PayPorts, { payment: id }: Refund): Promise<Payment> {
  const payment = await getPayment(ports, id);
  if (!payment) throw new Error(`payment ${id} is gone`);
  return payment;
}

async function effectsOf(ports: PayPorts, payment: Payment, refund: Refund) {
  if (refund.status === "SUCCEEDED") {
    const after = completeRefund(payment, refund);
    const moved = await movedBack(ports, after, refund);
    return moved && [putPayment(ports, after, payment), ...moved];
  }
  if (refund.status !== "FAILED") return [];
  const freed = await ports.purposes.of(payment).writes(ports).letGo(payment, refund);
  return freed && [putPayment(ports, withdrawRefund(payment, refund), payment), ...freed];
}

async function movedBack(ports: PayPorts, payment: Payment, refund: Refund) {
  const back = await ports.purposes.of(payment).writes(ports).takeBack(payment, refund);
  if (!back) return undefined;
  return [
    ...back.writes,
    ...putTransfer(ports, backTransfer(payment, refund, back.debits), { hold: back.hold }),
  ];
}

function backTransfer(payment: Payment, refund: Refund, debits: Reversal["debits"]): Transfer {
  const { id, endedAt, amount } = refund;
  if (!endedAt) throw new Error(`refund ${id} has not ended`);
  const transfer = transferOf({
    at: endedAt,
    legs: [...debits, { account: sourceOf(payment), amount: fen(-amount) }],
    reason: "payments.refund.succeeded",
    cause: id,
  });
  if (!transfer.ok) throw new Error(`refund ${id} moves no whole amount: ${transfer.error.code}`);
  return transfer.value;
}
