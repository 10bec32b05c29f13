import type { Event } from "../../kernel/commit/event.ts";
import {
  checkIdempotencyKey,
  fingerprintOf,
  type InvalidIdempotencyKey,
  idempotentId,
} from "../../kernel/commit/idempotency.ts";
import { isId } from "../../kernel/ids.ts";
import { type Fen, formatMoney } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { askAboutRefund } from "./ask-about-refund.ts";
import type { PayPorts } from "./ask-channel.ts";
import { beginRefund, completeRefund, type Payment, partOf, type RefundProblem } from "./payment.ts";
import type { Refund } from "./refund.ts";
import { changeOf } from "./settle-payment.ts";
import { returnMoney } from "./settle-refund.ts";
import { getPayment, getRefund, putPayment, putRefund, refundKey } from "./store.ts";

export type RefundWish = {
  /** The payment's id, as the caller gave it. */
  readonly payment: string;
  readonly amount: Fen;
  /** The part that goes back; may be left out where the payment has only one. */
  readonly about?: string | undefined;
  readonly reason: string;
  readonly idempotencyKey: string;
};

export type RefundRefusal =
  | RefundProblem
  | InvalidIdempotencyKey
  | (TextProblem & { readonly path: readonly string[] })
  | { readonly code: "NOT_FOUND" }
  | { readonly code: "IDEMPOTENCY_MISMATCH" }
  /** Less is left of what was paid for than is to go back: it has been used. */
  | { readonly code: "ALREADY_SPENT" };

const ATTEMPTS_MAX = 5;
const REASON_LENGTH = { min: 2, max: 200 };

/**
 * Gives a payment back, or a part of it, the way it came. The amount is set aside in the commit that creates the
 * refund, so refunds never exceed the payment, however many are asked for at once.
 */
export async function refundPayment(
  ports: PayPorts,
  wish: RefundWish,
): Promise<Result<Refund, RefundRefusal>> {
  const { amount, about } = wish;
  const key = checkIdempotencyKey(wish.idempotencyKey);
  if (!key.ok) return key;
  const checked = checkText(wish.reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!checked.ok) return err({ ...checked.error, path: ["reason"] });
  const reason = checked.value;
  let payment = isId("pay", wish.payment) ? await getPayment(ports, wish.payment) : undefined;
  if (!payment) return err({ code: "NOT_FOUND" });
  const id = idempotentId("rfd", ports.actor, "refundPayment", key.value);
  const fingerprint = fingerprintOf([payment.id, amount.toString(), about ?? "", reason]);
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
  // Money from a prefunded account goes back there, and no channel has to be asked.
  const next: Refund = isPrefunded ? { ...refund, status: "SUCCEEDED", endedAt: refund.createdAt } : refund;
  const after = isPrefunded ? completeRefund(begun, refund) : begun;
  const effects = isPrefunded
    ? await returnMoney(ports, after, next)
    : await ports.purposes.of(after).writes(ports).setAside(after, refund);
  if (!effects) return undefined;
  const done = await ports.commit({
    ...changeOf(ports, next, "refund"),
    reason: refund.reason,
    creates: refundKey(next),
    writes: [putPayment(ports, after, before), putRefund(ports, next), ...effects],
    ...(isPrefunded ? {} : { event: followUpEvent(ports, next) }),
  });
  return done.ok ? next : undefined;
}

/**
 * One event from the beginning to the end, as of a payment: delivered as payment.refunded when the money has gone back,
 * and until then its delivery asks the channel.
 */
function followUpEvent({ mode }: PayPorts, { id, payment, payer, amount }: Refund): Event {
  const to = isId("ctz", payer) ? [payer] : [];
  const payload = { about: payment, refund: id, amount: formatMoney(amount) };
  return { type: "refund.created", mode, to, payload };
}

async function isSpent(
  ports: PayPorts,
  payment: Payment,
  { amount, about }: Pick<RefundWish, "amount" | "about">,
): Promise<boolean> {
  const part = partOf(payment, about);
  return part !== undefined && ports.purposes.of(payment).isSpent(ports, part, amount);
}
