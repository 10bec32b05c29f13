import { followUpPayment, type PaymentEnvironment } from "../payments/index.ts";
import { commitTo } from "../platform/commit.ts";
import type { Database, TransactItem } from "../platform/database.ts";
import type { RecordedEvent } from "../platform/event.ts";
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
    if (event.type !== "payment.created") return receiveEvent(event, database);
    const { mode, payload, id } = event;
    const own = open();
    const environment = { ...ports, database: own, commit: commitTo(own), requestId: id };
    const wanted = { about: payload.about, mode, now: ports.runtime.now() };
    switch (await followUpPayment(environment, wanted)) {
      case "OPEN":
        return "LATER";
      case "SUCCEEDED":
        return receiveEvent({ ...event, type: "payment.succeeded" }, database);
      case "FAILED":
        return receiveEvent({ ...event, type: "payment.failed" }, database);
    }
  };
}

/** What is kept of an event as it stands. */
export const receiveEvent = async (
  event: RecordedEvent,
  database: Pick<Database, "nameOf">,
): Promise<readonly TransactItem[]> =>
  notificationsOf(event).map((one) => putNotification(database, event.mode, one));
