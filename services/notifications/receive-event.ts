import { followUpPayment, followUpRefund, type PaymentEnvironment } from "../payments/index.ts";
import { commitTo } from "../platform/commit.ts";
import type { Database, TransactItem } from "../platform/database.ts";
import type { RecordedEvent } from "../platform/event.ts";
import { notificationsOf } from "./notification.ts";
import { putNotification } from "./store.ts";

export type ReceiverPorts = Omit<PaymentEnvironment, "database" | "commit" | "requestId"> & {
  readonly open: () => Database;
};

type Writes = readonly TransactItem[];

/**
 * The receiver of events: what is kept for the citizens who are told. Of a payment or a refund they are told when it
 * has ended.
 */
export function openReceiver({ open, ...ports }: ReceiverPorts) {
  return async (event: RecordedEvent, database: Pick<Database, "nameOf">): Promise<Writes | "LATER"> => {
    const { mode, id } = event;
    const now = ports.runtime.now();
    const environment = (): PaymentEnvironment => {
      const own = open();
      return { ...ports, database: own, commit: commitTo(own), requestId: id };
    };
    switch (event.type) {
      case "payment.created": {
        const { about } = event.payload;
        const end = await followUpPayment(environment(), { about, mode, now });
        if (end === "OPEN") return "LATER";
        const type = end === "SUCCEEDED" ? "payment.succeeded" : "payment.failed";
        return receiveEvent({ ...event, type }, database);
      }
      case "refund.created": {
        const { refund, ...payload } = event.payload;
        const end = await followUpRefund(environment(), { about: refund, mode, now });
        if (end === "OPEN") return "LATER";
        // Whoever asked for a refund that was declined sees it; the payer has not been promised any.
        return end === "FAILED"
          ? []
          : receiveEvent({ ...event, type: "payment.refunded", payload }, database);
      }
      default:
        return receiveEvent(event, database);
    }
  };
}

/** What is kept of an event as it stands. */
export const receiveEvent = async (
  event: RecordedEvent,
  database: Pick<Database, "nameOf">,
): Promise<readonly TransactItem[]> =>
  notificationsOf(event).map((one) => putNotification(database, event.mode, one));
