import { decideUntilWritten, unchanged, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import { addMoney, type Fen, fen, formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { bookedAs, putTransfer } from "../../ledger/index.ts";
import { takeFromSuspense } from "../differences/take-from-suspense.ts";
import type { Payment } from "../payment.ts";
import { type SettlePorts, sourceOf } from "../settle-payment.ts";
import { getPayment, keyOf } from "../store.ts";
import {
  type Borne,
  bear,
  CHARGEBACK_REVERSED,
  type Chargeback,
  type ChargebackProblem,
  type ChargedBack,
  chargebackIdOf,
  count,
} from "./chargeback.ts";
import {
  chargebackKey,
  checkRefunded,
  getChargeback,
  getChargedBack,
  putChargeback,
  putChargedBack,
} from "./chargeback-store.ts";

/** A row of a gateway's file about a payment that was taken back, or about that being reversed. */
export type ChargebackRow = {
  readonly kind: "CHARGEBACK" | "REVERSAL";
  readonly payment: string;
  /** The gateway's own number of the chargeback; its reversal has the same. */
  readonly number: string;
  readonly amount: Fen;
  readonly at: Instant;
};

export type ChargebackRefusal =
  | ChargebackProblem
  | { readonly code: "NOT_FOUND" }
  | {
      readonly code: "CHARGEBACK_NUMBER_INVALID" | "CHARGEBACK_AMOUNT_DIFFERS" | "AMOUNT_NOT_POSITIVE";
      readonly path: readonly string[];
    };

export type TooManyChargebacks = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

const ROWS_MAX = 50;
const NUMBER = /^[A-Za-z0-9_.:-]{1,64}$/;

/**
 * Takes the rows of a gateway's file, each for itself and in their order: one that is refused stops no other, and one that
 * was taken before changes nothing, so that a file can be sent again.
 */
export async function takeChargebacks(
  ports: SettlePorts,
  rows: readonly ChargebackRow[],
): Promise<Result<readonly Result<Chargeback, ChargebackRefusal>[], TooManyChargebacks>> {
  if (rows.length > ROWS_MAX) return err({ code: "TOO_MANY", values: { max: String(ROWS_MAX) } });
  const taken: Result<Chargeback, ChargebackRefusal>[] = [];
  for (const row of rows) {
    const outcome = await takeRow(ports, row);
    taken.push(outcome);
    if (outcome.ok) await endWait(ports, row);
  }
  return ok(taken);
}

/** A channel's day file may have told of it before this one did; then it waits on suspense. */
async function endWait(ports: SettlePorts, { kind, number, amount, ...row }: ChargebackRow): Promise<void> {
  const payment = isId("pay", row.payment) ? await getPayment(ports, row.payment) : undefined;
  if (!payment || payment.channel === "prefund") return;
  const line = { type: kind, channel: payment.channel, paymentId: payment.id, channelNumber: number };
  await takeFromSuspense(ports, line, kind === "CHARGEBACK" ? fen(-amount) : amount);
}

function takeRow(ports: SettlePorts, row: ChargebackRow): Promise<Result<Chargeback, ChargebackRefusal>> {
  const { database } = ports;
  const { payment: paymentId, number, amount } = row;
  const id = chargebackIdOf(paymentId, number);
  return decideUntilWritten({
    database,
    about: `chargeback ${id}`,
    read: async () => {
      const payment = isId("pay", paymentId) ? await getPayment(ports, paymentId) : undefined;
      const earlier = await getChargeback(ports, id);
      return { payment, earlier, sums: payment && (await getChargedBack(ports, payment.id)) };
    },
    decide: async ({ payment, earlier, sums }) => {
      if (!NUMBER.test(number)) return err({ code: "CHARGEBACK_NUMBER_INVALID", path: ["number"] });
      if (amount <= 0n) return err({ code: "AMOUNT_NOT_POSITIVE", path: ["amount"] });
      if (!payment || !sums) return err({ code: "NOT_FOUND" });
      if (earlier && earlier.amount !== amount)
        return err({ code: "CHARGEBACK_AMOUNT_DIFFERS", path: ["amount"] });
      if (row.kind === "CHARGEBACK") {
        if (earlier) return unchanged(ok(earlier));
        const borne = bear(payment, sums, amount, ports.purposes.of(payment).bears);
        // The same row, sent twice, may be what has taken it between the two reads.
        if (!borne.ok) return unlessThere(database, borne, () => getChargeback(ports, id));
        const facts = { id, payment: payment.id, number, amount, at: row.at, bookedAt: ports.now() };
        const after: Chargeback = { ...facts, borne: borne.value };
        return ok({ before: undefined, after, payment, sums, next: count(sums, after.borne, 1n) });
      }
      if (!earlier) return err({ code: "NOT_FOUND" });
      if (earlier.reversedAt) return unchanged(ok(earlier));
      const after: Chargeback = { ...earlier, reversedAt: ports.now(), againAt: row.at };
      return ok({ before: earlier, after, payment, sums, next: count(sums, after.borne, -1n) });
    },
    write: (change) => write(ports, change),
  });
}

type Change = {
  readonly before: Chargeback | undefined;
  readonly after: Chargeback;
  readonly payment: Payment;
  readonly sums: ChargedBack;
  readonly next: ChargedBack;
};

function write(ports: SettlePorts, { before, after, payment, sums, next }: Change) {
  const { actor, requestId, mode, now } = ports;
  return ports.commit({
    ...{ actor, requestId, at: now(), aggregate: after.id, table: recordsTable(mode) },
    ...(before
      ? { action: CHARGEBACK_REVERSED }
      : { action: "payments.payment.charged-back", creates: chargebackKey(after) }),
    reason: `${payment.id} ${after.number}`,
    writes: [
      putChargeback(ports, after, before),
      putChargedBack(ports, next, sums.revision),
      checkRefunded(ports, keyOf(payment), payment),
      ...moneyOf(ports, payment, after),
    ],
    event: noticeOf(ports, payment, after),
  });
}

/** The payer is told: their bank may have acted without them, and the payee may ask for the money by other ways. */
function noticeOf({ mode }: SettlePorts, { id, payer }: Payment, { amount, reversedAt }: Chargeback): Event {
  return {
    type: reversedAt ? "payment.charged-again" : "payment.charged-back",
    mode,
    to: isId("ctz", payer) ? [payer] : [],
    payload: { about: id, amount: formatMoney(amount) },
  };
}

/** Those who were credited bear it, and the channel owes so much less; a reversal is the other way round. */
function moneyOf(
  ports: SettlePorts,
  payment: Payment,
  { id, amount, borne, bookedAt, reversedAt }: Chargeback,
): readonly TransactItem[] {
  const sign = reversedAt ? -1n : 1n;
  const legs = [
    ...byAccount(borne).map(([account, sum]) => ({ account, amount: fen(sign * sum) })),
    { account: sourceOf(payment), amount: fen(-sign * amount) },
  ];
  const reason = reversedAt ? CHARGEBACK_REVERSED : "payments.payment.charged-back";
  return putTransfer(ports, bookedAs({ at: reversedAt ?? bookedAt, legs, cause: id, reason }));
}

function byAccount(borne: readonly Borne[]): readonly (readonly [Borne["account"], Fen])[] {
  const sums = new Map<Borne["account"], Fen>();
  for (const { account, amount } of borne) sums.set(account, addMoney(sums.get(account) ?? fen(0n), amount));
  return [...sums];
}
