import { randomBytes } from "node:crypto";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { GATEWAY_PROTOCOL } from "../../services/money/payments/channels/hosted-channel.ts";
import { openGatewayBooks } from "./payment-gateway-books.ts";
import { detachedSignature, type PeerKey, type SignatureHeader } from "./peer-signature.ts";
import { CLIENT, type PeerFault, type PeerOptions, startSignedPeer } from "./signed-peer.ts";

/** The faults that a gateway alone has. */
type OwnFault =
  | "SIGNED_AS_NOTIFICATION"
  | "ABOUT_ANOTHER_PAYMENT"
  | "WRONG_AMOUNT"
  | "EARLY_NOTIFICATION"
  | "TWO_NOTIFICATIONS";

export type GatewayFault = PeerFault | OwnFault;

export type Posted = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

export type PaymentGateway = Awaited<ReturnType<typeof startPaymentGateway>>;

/**
 * A payment gateway that we do not own, on a free port of this machine: it speaks the protocol of
 * docs/payment-gateway.md, keeps books, and does wrong what it is told to do wrong.
 */
export async function startPaymentGateway(options: PeerOptions = {}) {
  const { now = systemRuntime.now } = options;
  const books = openGatewayBooks(now);
  const state: { notifyUrl?: string } = {};

  const take = async (path: string, body: string, fault: GatewayFault) => {
    const asked: Record<string, string> = JSON.parse(body);
    const done = books.handle(path, asked);
    if ("status" in done) return done;
    const paymentId = asked["paymentId"] ?? "";
    if (fault === "EARLY_NOTIFICATION") await deliver(paymentId);
    return {
      answer: {
        ...done.answer,
        ...(fault === "WRONG_AMOUNT" ? { amount: "0.01" } : {}),
        ...(fault === "ABOUT_ANOTHER_PAYMENT" ? { paymentId: "pay_another" } : {}),
      },
      signed: fault === "SIGNED_AS_NOTIFICATION" ? { typ: "payment-notification" } : {},
      afterwards: async () => {
        if (fault === "TWO_NOTIFICATIONS") await Promise.all([deliver(paymentId), deliver(paymentId)]);
      },
    };
  };
  const tamper = (answer: string): string => answer.replace("DECLINED", "SUCCEEDED");
  const { peer, ownKey, ...server } = await startSignedPeer<OwnFault>(
    { protocol: GATEWAY_PROTOCOL, take, tamper },
    options,
  );

  /** A notification as it is posted, signed now; what it says can be changed before or after signing. */
  const notification = (
    paymentId: string,
    { changes = {}, header = {}, key = ownKey }: NotificationChanges = {},
  ): Posted => {
    const told = { notificationId: `ntf-${paymentId}`, ...books.statement(paymentId), ...changes };
    const body = JSON.stringify(told);
    const nonce = randomBytes(24).toString("base64url");
    const signed = { typ: "payment-notification", merchant: CLIENT, nonce, at: now(), ...header };
    const signature = detachedSignature(key, signed, body);
    return { headers: { "content-type": "application/json", "payment-signature": signature }, body };
  };

  const deliver = async (paymentId: string): Promise<number | undefined> => {
    if (!state.notifyUrl) return undefined;
    const { headers, body } = notification(paymentId);
    return (await fetch(state.notifyUrl, { method: "POST", headers, body })).status;
  };

  return {
    ...server,
    settings: peer,
    books,
    notification,
    deliver,
    notifyTo: (url: string): void => {
      state.notifyUrl = url;
    },
  };
}

type NotificationChanges = {
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly header?: SignatureHeader;
  readonly key?: PeerKey;
};
