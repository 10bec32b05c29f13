import { commitTo } from "../../kernel/commit/commit.ts";
import type { RecordedEvent } from "../../kernel/commit/event.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { followUpPayment, followUpRefund, type PaymentEnvironment } from "../../money/payments/index.ts";
import { notificationsOf } from "./notification.ts";
import { putNotification } from "./store.ts";

export type ReceiverPorts = Omit<PaymentEnvironment, "database" | "commit" | "requestId"> & {
  readonly open: () => Database;
};

/** The receiver of events: what is kept for the citizens who are told. Of a payment they are told when it has ended. */
export function openReceiver({ open, ...ports }: ReceiverPorts) {
  return async (
    event: RecordedEvent,
    database: Pick<Database, "nameOf">,
  ): Promise<readonly TransactItem[] | "LATER"> => {
    if (event.type !== "payment.created" && event.type !== "refund.created") {
      return receiveEvent(event, database);
    }
    const own = open();
    const environment = { ...ports, database: own, commit: commitTo(own), requestId: event.id };
    const ended = await endOf(event, environment);
    return ended === "LATER" ? ended : (ended && receiveEvent(ended, database)) || [];
  };
}

type Begun = RecordedEvent & { readonly type: "payment.created" | "refund.created" };

/** What its payer is told of a payment or refund that has ended; nothing of a refund that the channel declined. */
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
  return { ...event, type: end === "SUCCEEDED" ? "payment.succeeded" : "payment.failed" };
}

/** What is kept of an event as it stands. */
export const receiveEvent = async (
  event: RecordedEvent,
  database: Pick<Database, "nameOf">,
): Promise<readonly TransactItem[]> =>
  notificationsOf(event).map((one) => putNotification(database, event.mode, one));
