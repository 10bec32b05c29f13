import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import type { Fen } from "../../../kernel/money.ts";
import type { Result } from "../../../kernel/result.ts";
import {
  makePayment,
  type Payer,
  type Payment,
  type PaymentChannel,
  type PayPorts,
  type PayRefusal,
} from "../../../money/payments/index.ts";
import type { TopUpProblem } from "./top-up-book.ts";
import { payableTopUp } from "./top-up-purpose.ts";

export type TopUpWish = {
  readonly payer: Payer;
  readonly channel: PaymentChannel;
  readonly idempotencyKey: string;
  readonly cardNumber: string;
  readonly amount: Fen;
  readonly returnPath?: string | undefined;
};

/** Puts money on a card, no matter who holds it; with the key of an earlier call it goes on with that call's payment. */
export const topUpCard = (
  ports: PayPorts,
  { payer, channel, idempotencyKey, cardNumber, amount, returnPath }: TopUpWish,
): Promise<Result<Payment, PayRefusal | TopUpProblem>> =>
  makePayment(ports, {
    ...{ payer, channel, idempotencyKey, returnPath, operation: "topUpTransitCard" },
    fingerprint: fingerprintOf([channel, cardNumber, amount.toString()]),
    payable: () => payableTopUp(ports, cardNumber, amount),
  });
