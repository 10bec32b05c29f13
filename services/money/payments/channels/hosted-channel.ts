import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Peer, Protocol } from "../../../kernel/signed-calls/peer.ts";
import { signatureHeader, verifySigned } from "../../../kernel/signed-calls/signature.ts";
import {
  CALL_LIMITS,
  type CallLimits,
  type CallPorts,
  openCall,
} from "../../../kernel/signed-calls/signed-call.ts";
import type { Channel } from "./channel.ts";
import type { ChannelAnswer, NotAuthentic, Notification, Unknown, UnknownReason } from "./channel-answer.ts";
import {
  chargeBody,
  PATHS,
  queryBody,
  queryRefundBody,
  readNotificationBody,
  readPaymentAnswer,
  readRefundAnswer,
  refundBody,
} from "./hosted-messages.ts";

/** The protocol of docs/payment-gateway.md. */
export const GATEWAY_PROTOCOL: Protocol = {
  name: "payment",
  peer: "payment gateway",
  client: "merchant",
  peerKeys: "gatewayKeys",
};

/** So far from now, either way, a notification may have been signed; the gateway signs it anew for each delivery. */
export const NOTIFICATION_WINDOW_MS = 300_000;

/**
 * A payment gateway over HTTPS by the protocol of docs/payment-gateway.md. Only a statement that the gateway signed
 * about this very payment decides it; time-outs, faults, refused calls and whatever else comes back leave it UNKNOWN.
 */
export function openHostedChannel(
  gateway: Peer,
  ports: CallPorts,
  limits: CallLimits = CALL_LIMITS,
): Channel {
  const call = openCall(gateway, ports, limits);

  const ask = async (
    path: string,
    body: string,
    read: (answer: string, at: Instant) => ChannelAnswer | undefined,
  ): Promise<ChannelAnswer> => {
    const answered = await call(path, body);
    if (!answered.ok) return unknownBecause(answered.error);
    return read(answered.value.body, answered.value.at) ?? unknownBecause("NOT_AUTHENTIC");
  };

  return {
    name: "hosted",
    charge: (order) => ask(PATHS.charge, chargeBody(order), (body) => readPaymentAnswer(body, order)),
    query: (order) => ask(PATHS.query, queryBody(order), (body, at) => readPaymentAnswer(body, order, at)),
    refund: (order) => ask(PATHS.refund, refundBody(order), (body) => readRefundAnswer(body, order)),
    queryRefund: (order) =>
      ask(PATHS.queryRefund, queryRefundBody(order), (body, at) => readRefundAnswer(body, order, at)),
    readNotification: (headers, body) =>
      readNotification(gateway, headers[signatureHeader(GATEWAY_PROTOCOL)], body, ports.runtime.now()),
  };
}

const unknownBecause = (reason: UnknownReason): Unknown => ({ state: "UNKNOWN", reason });

async function readNotification(
  gateway: Peer,
  signature: string | undefined,
  body: string,
  now: Instant,
): Promise<Result<Notification, NotAuthentic>> {
  const signed = await verifySigned(gateway, "notification", body, signature);
  if (!signed.ok) return signed;
  const age = Date.parse(now) - Date.parse(signed.value.at);
  if (Math.abs(age) > NOTIFICATION_WINDOW_MS) return err({ code: "OUT_OF_TIME" });
  const notification = readNotificationBody(body, signed.value.at);
  return notification ? ok(notification) : err({ code: "UNREADABLE" });
}
