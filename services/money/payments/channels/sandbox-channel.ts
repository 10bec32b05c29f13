import type { Log } from "../../../kernel/process/log.ts";
import { err } from "../../../kernel/result.ts";
import type { Runtime } from "../../../kernel/runtime.ts";
import type { Channel } from "./channel.ts";
import type { Notification } from "./channel-answer.ts";
import { answerTo, begin } from "./sandbox-channel-script.ts";

type SandboxPorts = {
  readonly now: Runtime["now"];
  /**
   * Takes a notification as the platform takes one that was posted. An error that it throws is the receiver's failure
   * alone.
   */
  readonly deliver: (notification: Notification) => Promise<void>;
  readonly log: Log;
};

/**
 * A channel in which no money moves and the amount decides what happens (sandbox-channel-script.ts). It keeps nothing:
 * every answer follows from the order and the time, so that any process can answer for any other.
 */
export function openSandboxChannel({ now, deliver, log }: SandboxPorts): Channel {
  const tell = async (notification: Notification): Promise<void> => {
    try {
      await deliver(notification);
    } catch {
      // As with any channel: a receiver that fails does not undo the payment.
      log("WARN", "a notification of the sandbox was not taken", { paymentId: notification.paymentId });
    }
  };

  return {
    name: "sandbox",
    charge: async (order) => {
      const { notifications, answer } = begin(order, now());
      // At once, because two deliveries of a real channel do not wait for each other either.
      await Promise.all(notifications.map(tell));
      return answer;
    },
    query: async (order) => answerTo(order, now()),
    refund: async (order) => begin(order, now()).answer,
    queryRefund: async (order) => answerTo(order, now()),
    // It tells what it has to tell by itself, so whatever is posted in its name is somebody else's.
    readNotification: async () => err({ code: "NOT_SIGNED" }),
  };
}
