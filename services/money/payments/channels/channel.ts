import type { Result } from "../../../kernel/result.ts";
import type {
  ChannelAnswer,
  ChargeOrder,
  NotAuthentic,
  Notification,
  PaymentOrder,
  RefundAnswer,
  RefundOrder,
} from "./channel-answer.ts";

/**
 * A way in which a payer's money reaches the platform. Every call may be repeated: the channel moves money once for
 * each payment id and each refund id. No call throws for what happens at the channel or on the way to it; what is not
 * known for certain is UNKNOWN, and becomes known by asking.
 */
export type Channel = {
  readonly name: string;
  /** Begins the payment, or tells how far it is. */
  readonly charge: (order: ChargeOrder) => Promise<ChannelAnswer>;
  /** How far the payment is. Begins nothing. */
  readonly query: (order: PaymentOrder) => Promise<ChannelAnswer>;
  /** Begins the refund of a payment that succeeded, or tells how far it is. */
  readonly refund: (order: RefundOrder) => Promise<RefundAnswer>;
  /** How far the refund is. Begins nothing. */
  readonly queryRefund: (order: RefundOrder) => Promise<RefundAnswer>;
  /** Reads what somebody posted as this channel's notification. Names of headers in lower case, the body as it came. */
  readonly readNotification: (
    headers: Readonly<Record<string, string | undefined>>,
    body: string,
  ) => Promise<Result<Notification, NotAuthentic>>;
};
