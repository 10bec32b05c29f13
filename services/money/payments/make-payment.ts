import type { Stale } from "../../kernel/commit/commit.ts";
import {
  decideUntilWritten,
  STALE,
  unchanged,
  unlessThere,
} from "../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../kernel/commit/event.ts";
import { fingerprintOf, idempotentId } from "../../kernel/commit/idempotency.ts";
import { isId } from "../../kernel/ids.ts";
import { type Fen, formatMoney, ZERO } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { putTransfer, whyNotPosted } from "../ledger/index.ts";
import { askChannel, type PayPorts } from "./ask-channel.ts";
import type { PaymentId } from "./ids.ts";
import { paysThrough } from "./offered-channel.ts";
import { createPayment, type Payer, type Payment, type PaymentChannel } from "./payment.ts";
import type { NotPayable, Payable } from "./purpose.ts";
import { type ReturnProblem, returnUrlOf } from "./return-path.ts";
import { changeOf, paymentTransfer } from "./settle-payment.ts";
import { begunAs, getPayment, keyOf, putPayment } from "./store.ts";

export type PayWish<N extends NotPayable> = {
  readonly payer: Payer;
  readonly channel: PaymentChannel;
  readonly idempotencyKey: string;
  /** The page to which a payer comes back who had to go on at the channel. */
  readonly returnPath?: string | undefined;
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
  | ReturnProblem
  | { readonly code: "INSUFFICIENT_FUNDS"; readonly spendable: Fen; readonly needed: Fen };

/**
 * Makes a payment and asks its channel for the money. With the key of an earlier call it goes on with that call's
 * payment, whatever became of the answer: nobody is charged twice.
 */
export async function makePayment<N extends NotPayable>(
  ports: PayPorts,
  wish: PayWish<N>,
): Promise<Result<Payment, N | PayRefusal>> {
  const { payer, channel } = wish;
  const fingerprint = withReturn(wish);
  if (!paysThrough(ports, payer, channel)) return err({ code: "CHANNEL_UNKNOWN" });
  const id = idempotentId("pay", ports.actor, wish.operation, wish.idempotencyKey);
  const back = returnOf(ports, wish, id);
  if (!back.ok) return back;
  const made = await decideUntilWritten({
    database: ports.database,
    about: `what ${id} is to pay`,
    // In one turn: it is hardly ever there.
    read: async () => {
      const [earlier, payable] = await Promise.all([getPayment(ports, id), wish.payable()]);
      return { earlier, payable };
    },
    decide: async ({ earlier, payable }) => {
      if (earlier) {
        const isSame = earlier.fingerprint === fingerprint;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      // The same call, sent twice, may have begun between the two reads, and be what is in the way.
      if (!payable.ok) return unlessThere(ports.database, payable, () => getPayment(ports, id));
      const { guards = [], ...what } = payable.value;
      const payment = createPayment({ id, payer, channel, ...back.value, fingerprint, ...what }, ports.now());
      return ok({ before: undefined, after: channel === "prefund" ? payAtOnce(payment) : payment, guards });
    },
    write: ({ after, guards }) =>
      channel === "prefund" ? payFromPrefund(ports, after, guards) : create(ports, after, guards),
  });
  return made.ok ? ok(await askChannel(ports, made.value)) : made;
}

type Return = Pick<PayWish<NotPayable>, "channel" | "returnPath" | "fingerprint">;

/** The same order with another way back is another input. */
const withReturn = ({ fingerprint, returnPath }: Return): string =>
  returnPath === undefined ? fingerprint : fingerprintOf([fingerprint, returnPath]);

/** A prefunded account sends nobody anywhere. */
function returnOf(
  { siteOrigin }: PayPorts,
  { channel, returnPath }: Return,
  id: PaymentId,
): Result<Pick<Payment, "returnUrl">, ReturnProblem> {
  if (returnPath === undefined) return ok({});
  if (channel === "prefund") return err({ code: "RETURN_NOT_OFFERED", path: ["returnPath"] });
  const url = returnUrlOf(returnPath, id, siteOrigin);
  return url.ok ? ok({ returnUrl: url.value }) : url;
}

type Guards = NonNullable<Payable["guards"]>;

async function create(ports: PayPorts, payment: Payment, guards: Guards): Promise<Result<void, Stale>> {
  const begun = await ports.purposes.of(payment).writes(ports).begin(payment);
  if (!begun) return STALE;
  return ports.commit({
    ...changeOf(ports, payment),
    creates: keyOf(payment),
    begun: begunAs(payment),
    writes: [...begun, ...guards],
    event: paymentEvent(ports, payment),
  });
}

/**
 * One event from the beginning to the end: it is delivered when the payment has ended, as payment.succeeded or
 * payment.failed, and until then its delivery asks the channel. So nothing stays open that nobody asks about.
 */
export function paymentEvent({ mode }: Pick<PayPorts, "mode">, { id, payer, amount }: Payment): Event {
  const to = isId("ctz", payer) ? [payer] : [];
  const payload = { about: id, amount: formatMoney(amount) };
  return { type: "payment.created", mode, to, payload };
}

/** The partner has collected the money itself: it is paid in the commit that creates the payment, or not at all. */
const payAtOnce = (created: Payment): Payment => ({
  ...created,
  status: "SUCCEEDED",
  endedAt: created.createdAt,
});

async function payFromPrefund(
  ports: PayPorts,
  payment: Payment,
  guards: Guards,
): Promise<Result<void, Stale | PayRefusal>> {
  const settled = await ports.purposes.of(payment).writes(ports).payAtOnce(payment);
  if (!settled) return STALE;
  const transfer = paymentTransfer(payment, settled.credits);
  const done = await ports.commit({
    ...changeOf(ports, payment),
    creates: keyOf(payment),
    writes: [putPayment(ports, payment), ...settled.writes, ...putTransfer(ports, transfer), ...guards],
  });
  if (done.ok) return done;
  const why = await whyNotPosted(ports, transfer);
  if (why?.code === "ACCOUNT_UNKNOWN") {
    return err({ code: "INSUFFICIENT_FUNDS", spendable: ZERO, needed: payment.amount });
  }
  return why?.code === "INSUFFICIENT_FUNDS" ? err(why) : done;
}
