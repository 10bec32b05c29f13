import { createHash } from "node:crypto";
import { base32 } from "../../../kernel/ids.ts";
import { addMoney, type Fen, fen, least, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { AccountId } from "../../ledger/index.ts";
import type { ChargebackId, PaymentId } from "../ids.ts";
import { type PaidPart, type Payment, partOf, wasPaid } from "../payment.ts";

/** The part of a chargeback that one account bears. */
export type Borne = { readonly about: string; readonly account: AccountId; readonly amount: Fen };

/**
 * A payment, or a part of it, that the payer's bank has taken back: the gateway has the money no more, and those who were
 * credited bear it. A later line of the gateway's can take that back, where they have contested it with success.
 */
export type Chargeback = {
  readonly id: ChargebackId;
  readonly payment: PaymentId;
  /** The gateway's own number. */
  readonly number: string;
  readonly amount: Fen;
  readonly borne: readonly Borne[];
  /** When the gateway says that the money moved. */
  readonly at: Instant;
  readonly bookedAt: Instant;
  readonly reversedAt?: Instant | undefined;
  /** When the gateway says that it came again. */
  readonly againAt?: Instant | undefined;
};

/** All that has been charged back of a payment: what was reversed is not among it. */
export type ChargedBack = {
  readonly payment: PaymentId;
  readonly parts: readonly { readonly about: string; readonly amount: Fen }[];
  readonly revision: number;
};

/** The reason of the transfer that gives it again. */
export const CHARGEBACK_REVERSED = "payments.chargeback.reversed";

const ID_BYTES = 10;

/** Of payment and number, so that a line of a file is booked once. */
export const chargebackIdOf = (payment: string, number: string): ChargebackId =>
  `cbk_${base32(
    createHash("sha256")
      .update(JSON.stringify([payment, number]))
      .digest()
      .subarray(0, ID_BYTES),
  )}`;

export const nothingBack = (payment: PaymentId): ChargedBack => ({ payment, parts: [], revision: 0 });

const backOf = ({ parts }: ChargedBack, { about }: PaidPart): Fen =>
  parts.find((part) => part.about === about)?.amount ?? ZERO;

const leftIn = (part: PaidPart, before: ChargedBack): Fen =>
  addMoney(part.amount, fen(-part.refunded), fen(-backOf(before, part)));

/** The amount of a payment's part that can still be given back: neither refunded nor charged back. */
export function leftOf(payment: Payment, before: ChargedBack, about: string | undefined): Fen {
  const part = partOf(payment, about);
  return part ? leftIn(part, before) : ZERO;
}

export type ChargebackProblem = {
  readonly code: "NOT_CHARGEABLE_BACK" | "CHARGEBACK_EXCEEDS_PAYMENT";
  readonly path: readonly string[];
};

/**
 * The bearers of a chargeback: the parts of the payment in their order, each as far as it goes, less what was refunded or charged
 * back of it already. Errors: a payment that was not paid through a channel, or has less left.
 */
export function bear(
  payment: Payment,
  before: ChargedBack,
  amount: Fen,
  bears: (part: PaidPart) => AccountId,
): Result<readonly Borne[], ChargebackProblem> {
  if (!wasPaid(payment) || payment.channel === "prefund")
    return err({ code: "NOT_CHARGEABLE_BACK", path: ["payment"] });
  const borne: Borne[] = [];
  let rest = amount;
  for (const part of payment.purpose.parts) {
    const left = leftIn(part, before);
    const share = least(left, rest);
    if (share <= 0n) continue;
    borne.push({ about: part.about, account: bears(part), amount: share });
    rest = addMoney(rest, fen(-share));
  }
  if (rest > 0n) return err({ code: "CHARGEBACK_EXCEEDS_PAYMENT", path: ["amount"] });
  return ok(borne);
}

/** The sums after a chargeback, or after its reversal. */
export function count(before: ChargedBack, borne: readonly Borne[], sign: 1n | -1n): ChargedBack {
  const sums = new Map(before.parts.map(({ about, amount }) => [about, amount]));
  for (const { about, amount } of borne) sums.set(about, fen((sums.get(about) ?? 0n) + sign * amount));
  const parts = [...sums].map(([about, amount]) => ({ about, amount }));
  return { ...before, parts, revision: before.revision + 1 };
}
