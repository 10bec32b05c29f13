import { commitTo } from "../../kernel/commit/commit.ts";
import type { RecordedEvent } from "../../kernel/commit/event.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { EventReceiver } from "../../people/notifications/index.ts";
import { followUpPayment } from "./follow-up-payment.ts";
import { followUpRefund } from "./follow-up-refund.ts";
import type { PaymentEnvironment } from "./open-payments.ts";

/** The ports of payments; each event has a view of the database of its own. */
export type PaymentReceiverPorts = Omit<PaymentEnvironment, "database" | "commit" | "requestId"> & {
  readonly open: () => Database;
};

/** Of a payment or refund its payer is told when it has ended. */
export const paymentReceiver =
  ({ open, ...ports }: PaymentReceiverPorts): EventReceiver =>
  async (event) => {
    if (event.type !== "payment.created" && event.type !== "refund.created") return event;
    const database = open();
    return endOf(event, { ...ports, database, commit: commitTo(database), requestId: event.id });
  };

const TOLD = {
  SUCCEEDED: "payment.succeeded",
  FAILED: "payment.failed",
  DIFFERS: "payment.differs",
} as const;

type Begun = RecordedEvent & { readonly type: "payment.created" | "refund.created" };

/** The message to its payer about a payment or refund that has ended; none about a refund that the channel declined. */
async function endOf(
  event: Begun,
  environment: PaymentEnvironment,
): Promise<RecordedEvent | undefined | "LATER"> {
  const wanted = { mode: event.mode, now: environment.runtime.now() };
  if (event.type === "refund.created") {
    const { about, refund, amount } = event.payload;
    const end = await followUpRefund(environment, { ...wanted, refund });
    if (end === "OPEN") return "LATER";
    return end === "FAILED" ? undefined : { ...event, type: "payment.refunded", payload: { about, amount } };
  }
  const end = await followUpPayment(environment, { ...wanted, about: event.payload.about });
  if (end === "OPEN") return "LATER";
  return { ...event, type: TOLD[end] };
}
