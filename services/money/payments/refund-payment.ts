import type { Stale } from "../../kernel/commit/commit.ts";
import { decideUntilWritten, STALE, unchanged } from "../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../kernel/commit/event.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import { isId } from "../../kernel/ids.ts";
import { type Fen, formatMoney } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { askAboutRefund } from "./ask-about-refund.ts";
import type { PayPorts } from "./ask-channel.ts";
import { type ChargedBack, leftOf } from "./chargebacks/chargeback.ts";
import { checkChargedBack, getChargedBack } from "./chargebacks/chargeback-store.ts";
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
  | (TextProblem & { readonly path: readonly string[] })
  | { readonly code: "NOT_FOUND" }
  | { readonly code: "IDEMPOTENCY_MISMATCH" }
  | NotBegun;

type NotBegun = {
  /**
   * ALREADY_SPENT: less is left of what was paid for than is to go back. TOO_MANY_REFUNDS_AT_ONCE: so many were asked
   * for at once that this one was overtaken each time; nothing of it stands, and it can be asked for again.
   */
  readonly code: "ALREADY_SPENT" | "TOO_MANY_REFUNDS_AT_ONCE";
};

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
  const checked = checkText(wish.reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!checked.ok) return err({ ...checked.error, path: ["reason"] });
  const reason = checked.value;
  const id = idempotentId("rfd", ports.actor, "refundPayment", wish.idempotencyKey);
  const fingerprint = fingerprintOf([wish.payment, amount.toString(), about ?? "", reason]);
  const begun = await decideUntilWritten({
    database: ports.database,
    about: `payment ${wish.payment}`,
    read: async () => {
      // In this order: what the payment has set aside for this very refund is found in the refund, and not refused.
      const payment = isId("pay", wish.payment) ? await getPayment(ports, wish.payment) : undefined;
      const earlier = payment && (await getRefund(ports, id));
      return { payment, earlier, charged: payment && (await getChargedBack(ports, payment.id)) };
    },
    decide: ({ payment, earlier, charged }) => {
      if (!payment || !charged) return err({ code: "NOT_FOUND" });
      if (earlier) {
        const isSame = earlier.fingerprint === fingerprint;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      const begun = beginRefund(payment, { amount, about });
      if (!begun.ok) return begun;
      const refundable = leftOf(payment, charged, about);
      if (amount > refundable) return err({ code: "REFUND_EXCEEDS_PAYMENT", refundable });
      const created: Refund = {
        ...{ id, payment: payment.id, payer: payment.payer, amount, about, reason, fingerprint },
        ...{ status: "CREATED", createdAt: ports.now(), charge: payment.charge },
      };
      if (payment.channel !== "prefund")
        return ok({ before: payment, after: begun.value, charged, answer: created });
      // Money from a prefunded account goes back there, and no channel has to be asked.
      const ended: Refund = { ...created, status: "SUCCEEDED", endedAt: created.createdAt };
      return ok({ before: payment, after: completeRefund(begun.value, ended), charged, answer: ended });
    },
    write: async ({ before, after, charged, answer: refund }): Promise<Result<void, Stale | NotBegun>> => {
      const done = await create(ports, { before, after, charged }, refund);
      if (done.ok) return done;
      ports.database.forget();
      return (await isSpent(ports, before, { amount, about })) ? err({ code: "ALREADY_SPENT" }) : done;
    },
    overtaken: err({ code: "TOO_MANY_REFUNDS_AT_ONCE" }),
  });
  return begun.ok ? ok(await askAboutRefund(ports, begun.value)) : begun;
}

type Change = { readonly before: Payment; readonly after: Payment; readonly charged: ChargedBack };

async function create(
  ports: PayPorts,
  { before, after, charged }: Change,
  refund: Refund,
): Promise<Result<void, Stale>> {
  const hasEnded = refund.status === "SUCCEEDED";
  const effects = hasEnded
    ? await returnMoney(ports, after, refund)
    : await ports.purposes.of(after).writes(ports).setAside(after, refund);
  if (!effects) return STALE;
  return ports.commit({
    ...changeOf(ports, refund, "refund"),
    reason: refund.reason,
    creates: refundKey(refund),
    writes: [
      putPayment(ports, after, before),
      putRefund(ports, refund),
      checkChargedBack(ports, charged),
      ...effects,
    ],
    ...(hasEnded ? {} : { event: refundEvent(ports, refund) }),
  });
}

/**
 * One event from the beginning to the end, as of a payment: delivered as payment.refunded when the money has gone back,
 * and until then its delivery asks the channel.
 */
export function refundEvent({ mode }: Pick<PayPorts, "mode">, { id, payment, payer, amount }: Refund): Event {
  const to = payer !== undefined && isId("ctz", payer) ? [payer] : [];
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
