import type { Event } from "../../kernel/commit/event.ts";
import { idempotentId } from "../../kernel/commit/idempotency.ts";
import { isId } from "../../kernel/ids.ts";
import { type Fen, formatMoney, ZERO } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { putTransfer, whyNotPosted } from "../ledger/index.ts";
import { askChannel, type PayPorts } from "./ask-channel.ts";
import { createPayment, type Payer, type Payment, type PaymentChannel } from "./payment.ts";
import type { NotPayable, Payable } from "./purpose.ts";
import { changeOf, paymentTransfer } from "./settle-payment.ts";
import { getPayment, keyOf, putPayment } from "./store.ts";

export type PayWish<N extends NotPayable> = {
  readonly payer: Payer;
  readonly channel: PaymentChannel;
  readonly idempotencyKey: string;
  /** Names the mutation, so that a key of one is not taken for a key of another. */
  readonly operation: string;
  /** Tells this input from any other. */
  readonly fingerprint: string;
  /** Reads what is to be paid, as it stands now; asked again when it has changed meanwhile. */
  readonly payable: () => Promise<Result<Payable, N>>;
};

export type PayRefusal =
  | { readonly code: "IDEMPOTENCY_MISMATCH" }
  | { readonly code: "CHANNEL_UNKNOWN" }
  | { readonly code: "INSUFFICIENT_FUNDS"; readonly spendable: Fen; readonly needed: Fen };

const ATTEMPTS_MAX = 5;

/**
 * Makes a payment and asks its channel for the money. With the key of an earlier call it goes on with that call's
 * payment, whatever became of the answer: nobody is charged twice.
 */
export async function makePayment<N extends NotPayable>(
  ports: PayPorts,
  wish: PayWish<N>,
): Promise<Result<Payment, N | PayRefusal>> {
  const { payer, channel, fingerprint } = wish;
  if (!paysThrough(ports, payer, channel)) return err({ code: "CHANNEL_UNKNOWN" });
  const id = idempotentId("pay", ports.actor, wish.operation, wish.idempotencyKey);
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const earlier = await getPayment(ports, id);
    if (earlier && earlier.fingerprint !== fingerprint) return err({ code: "IDEMPOTENCY_MISMATCH" });
    if (earlier) return ok(await askChannel(ports, earlier));
    const payable = await wish.payable();
    if (!payable.ok && payable.error.payment === id) {
      // The same call, sent twice, has begun between the two reads.
      ports.database.forget();
      continue;
    }
    if (!payable.ok) return payable;
    const { guards = [], ...what } = payable.value;
    const payment = createPayment({ id, payer, channel, fingerprint, ...what }, ports.now());
    const begin = channel === "prefund" ? payFromPrefund : create;
    const made = await begin(ports, payment, guards);
    if (!made.ok) return made;
    if (made.value) return ok(await askChannel(ports, made.value));
    ports.database.forget();
  }
  throw new Error(`what ${id} is to pay changed ${ATTEMPTS_MAX} times`);
}

/** Partners have collected the money themselves and pay with it; nobody else has an account to pay from. */
export const paysThrough = (
  { channels }: Pick<PayPorts, "channels">,
  payer: Payer,
  channel: PaymentChannel,
): boolean =>
  isId("ptn", payer) ? channel === "prefund" : channel !== "prefund" && channels[channel] !== undefined;

/** Undefined where something changed meanwhile, and it has to be decided again. */
type Made = Result<Payment | undefined, PayRefusal>;
type Guards = NonNullable<Payable["guards"]>;

async function create(ports: PayPorts, payment: Payment, guards: Guards): Promise<Made> {
  const begun = await ports.purposes.of(payment).writes(ports).begin(payment);
  if (!begun) return ok(undefined);
  const done = await ports.commit({
    ...changeOf(ports, payment),
    creates: keyOf(payment),
    writes: [putPayment(ports, payment), ...begun, ...guards],
    event: followUpEvent(ports, payment),
  });
  return ok(done.ok ? payment : undefined);
}

/**
 * One event from the beginning to the end: it is delivered when the payment has ended, as payment.succeeded or
 * payment.failed, and until then its delivery asks the channel. So nothing stays open that nobody asks about.
 */
function followUpEvent({ mode }: PayPorts, { id, payer, amount }: Payment): Event {
  const to = isId("ctz", payer) ? [payer] : [];
  const payload = { about: id, amount: formatMoney(amount) };
  return { type: "payment.created", mode, to, payload };
}

/** The partner has collected the money itself: it is paid in the commit that creates the payment, or not at all. */
async function payFromPrefund(ports: PayPorts, created: Payment, guards: Guards): Promise<Made> {
  const payment: Payment = { ...created, status: "SUCCEEDED", endedAt: created.createdAt };
  const settled = await ports.purposes.of(payment).writes(ports).payAtOnce(payment);
  if (!settled) return ok(undefined);
  const transfer = paymentTransfer(payment, settled.credits);
  const done = await ports.commit({
    ...changeOf(ports, payment),
    creates: keyOf(payment),
    writes: [putPayment(ports, payment), ...settled.writes, ...putTransfer(ports, transfer), ...guards],
  });
  if (done.ok) return ok(payment);
  const why = await whyNotPosted(ports, transfer);
  if (why?.code === "ACCOUNT_UNKNOWN") {
    return err({ code: "INSUFFICIENT_FUNDS", spendable: ZERO, needed: payment.amount });
  }
  return why?.code === "INSUFFICIENT_FUNDS" ? err(why) : ok(undefined);
}
