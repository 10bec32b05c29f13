import type { Author } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { changeFrom, decideUntilWritten, STALE } from "../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { keys, recordsTable } from "../../kernel/database/tables.ts";
import { CURRENCY } from "../../kernel/money.ts";
import type { Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type AccountId, bookedAs, putTransfer, type Transfer } from "../ledger/index.ts";
import type { ChannelAnswer, Notification } from "./channels/channel-answer.ts";
import { bookDifference } from "./differences/book-difference.ts";
import type { AnswerProblem } from "./outcome.ts";
import { hear, type Payment } from "./payment.ts";
import type { Purposes } from "./purpose.ts";
import { getPayment, type PaymentStore, putPayment } from "./store.ts";

export type SettlePorts = PaymentStore & {
  readonly commit: Commit;
  readonly purposes: Purposes;
  readonly actor: Author;
  readonly requestId: string;
  readonly now: () => Instant;
};

/**
 * Writes what the channel's answer makes of a payment: with its success, in one commit, the money moves and what it
 * pays is paid. Hearing the same again changes nothing; an answer that cannot be right is put on record and refused.
 */
export async function settlePayment(
  ports: SettlePorts,
  payment: Payment,
  answer: ChannelAnswer,
): Promise<Result<Payment, AnswerProblem>> {
  const { id } = payment;
  const settled = await decideUntilWritten({
    database: ports.database,
    about: `payment ${id}`,
    read: async () => (await getPayment(ports, id)) ?? payment,
    // The bills, too, are as its beginning has left them, where that was in this request.
    known: payment,
    decide: (current) => changeFrom(current, hear(current, answer, ports.now())),
    write: async ({ before, after }) => {
      const effects = await effectsOf(ports, after);
      if (!effects) return STALE;
      const writes = [putPayment(ports, after, before), ...effects];
      return ports.commit({ ...changeOf(ports, after), writes });
    },
  });
  if (!settled.ok) {
    await recordRefusedAnswer(ports, payment, answer, settled.error, keptNow(ports, payment));
    await bookUnexpected(ports, payment, answer, settled.error);
  }
  return settled;
}

/** The record of one that nobody knows more of than how it began: it stays so, and is listed. */
export const keptNow = (ports: SettlePorts, payment: Payment): readonly TransactItem[] =>
  payment.status === "CREATED" ? [putPayment(ports, payment, payment)] : [];

/** Money that came though the payment had failed, or came again: it is kept until treasurers have resolved it. */
async function bookUnexpected(
  ports: SettlePorts,
  { id, channel, amount: knownAmount }: Payment,
  answer: ChannelAnswer,
  { code }: AnswerProblem,
): Promise<void> {
  if (channel === "prefund" || answer.state !== "SUCCEEDED" || answer.currency !== CURRENCY) return;
  if (code !== "ENDED_OTHERWISE" && code !== "CHARGED_TWICE") return;
  const known = code === "CHARGED_TWICE" ? "SUCCEEDED" : "FAILED";
  const { channelNumber, amount: effect, paidAt: movedAt } = answer;
  await bookDifference(ports, {
    ...{ channel, type: "CHARGE", paymentId: id, channelNumber, effect, movedAt, known, knownAmount },
    ...{ kind: code === "CHARGED_TWICE" ? "SECOND_CHARGE" : "LATE_SUCCESS", source: "GATEWAY" },
  });
}

export const changeOf = (
  { actor, requestId, mode, now }: SettlePorts,
  { id, status }: { readonly id: string; readonly status: string },
  noun: "payment" | "refund" = "payment",
) => ({
  actor,
  action: `payments.${noun}.${status.toLowerCase()}`,
  aggregate: id,
  table: recordsTable(mode),
  at: now(),
  requestId,
});

/** So far back it is looked whether an answer is on record; beyond as many in a row, another one tells nothing new. */
const REFUSED_MAX = 20;

/**
 * An answer that contradicts the books stands in the history of the payment or refund, for reconciliation. Once: what
 * asks the channel every minute hears the same until somebody has looked. `beside` is written with it, if that can be.
 */
export async function recordRefusedAnswer(
  ports: SettlePorts,
  asked: { readonly id: string; readonly status: string },
  answer: ChannelAnswer | Notification,
  { code }: AnswerProblem,
  beside: readonly TransactItem[] = [],
  noun: "payment" | "refund" = "payment",
): Promise<void> {
  const told = "amount" in answer ? ` ${answer.amount} ${answer.currency}` : "";
  const change = {
    ...changeOf(ports, asked, noun),
    action: `payments.${noun}.answer-refused`,
    reason: `${code}: ${answer.state}${told}`,
  };
  const { pk } = keys.auditEntry(asked.id, 0);
  const wanted = { table: change.table, pk, limit: REFUSED_MAX, newestFirst: true };
  const refused = (await ports.database.query(wanted)).items.filter(({ action }) => action === change.action);
  if (refused.length >= REFUSED_MAX || refused.some(({ reason }) => reason === change.reason)) return;
  const done = await ports.commit({ ...change, writes: beside });
  if (!done.ok) await ports.commit({ ...change, writes: [] });
}

async function effectsOf(ports: SettlePorts, payment: Payment): Promise<readonly TransactItem[] | undefined> {
  const purpose = ports.purposes.of(payment).writes(ports);
  if (payment.status === "FAILED") return purpose.release(payment);
  if (payment.status !== "SUCCEEDED") return [];
  const settled = await purpose.settle(payment);
  return settled && [...settled.writes, ...putTransfer(ports, paymentTransfer(payment, settled.credits))];
}

/** The channel owes what it collected; the others are credited with it. */
export function paymentTransfer(payment: Payment, credits: Transfer["legs"]): Transfer {
  const { id, amount, endedAt } = payment;
  if (!endedAt) throw new Error(`payment ${id} has not ended`);
  return bookedAs({
    at: endedAt,
    legs: [{ account: sourceOf(payment), amount }, ...credits],
    reason: "payments.payment.succeeded",
    cause: id,
  });
}

export const sourceOf = ({ channel, payer }: Payment): AccountId =>
  channel === "prefund" ? `prefund:${payer}` : `channel:${channel}`;
