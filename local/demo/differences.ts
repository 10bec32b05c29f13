import { fen } from "../../services/kernel/money.ts";
import { bookDifference } from "../../services/money/payments/differences/book-difference.ts";
import type { Payment } from "../../services/money/payments/payment.ts";
import type { DemoWrites } from "./onboard.ts";

const AMOUNT = fen(68_00n);

/** The sandbox's day file has a second charge beside a payment of the demo citizen's: treasurers have something to resolve. */
export async function bookDemoDifference(
  { id: paymentId, amount: knownAmount, paidAt }: Payment,
  { database, commit, requestId, now }: DemoWrites,
): Promise<void> {
  const mode = "live";
  const ports = { database, commit, requestId, mode, now: () => now } as const;
  await bookDifference(
    { ...ports, actor: { kind: "SYSTEM", mode, name: "reconciliation" } },
    {
      ...{ channel: "sandbox", type: "CHARGE", paymentId, channelNumber: `sandbox-${paymentId}-2` },
      ...{ kind: "SECOND_CHARGE", effect: AMOUNT, movedAt: paidAt ?? now, source: "DAY_FILE" },
      ...{ known: "SUCCEEDED", knownAmount },
    },
  );
}
