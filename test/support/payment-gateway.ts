import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Instant, systemRuntime } from "../../services/kernel/runtime.ts";
import { readPeers } from "../../services/kernel/signed-calls/peer.ts";
import { GATEWAY_PROTOCOL } from "../../services/money/payments/channels/hosted-channel.ts";
import { openGatewayBooks } from "./payment-gateway-books.ts";
import {
  detachedSignature,
  newKey,
  openSignature,
  privateJwk,
  publicJwk,
  type SignatureHeader,
} from "./payment-gateway-signature.ts";

/** What goes wrong with one request, each in its turn. */
export type GatewayFault =
  /** The connection ends before the gateway has taken the request. */
  | "LOST_REQUEST"
  /** The gateway does what it is asked for; the answer does not arrive. */
  | "LOST_ANSWER"
  | "SLOW_ANSWER"
  | "ERROR_500"
  | "ERROR_500_AFTERWARDS"
  | "BUSY_429"
  | "DENIED_403"
  | "REDIRECTED"
  | "UNSIGNED"
  | "SIGNED_BY_ANOTHER"
  | "TAMPERED"
  | "SIGNED_FOR_ANOTHER_REQUEST"
  | "SIGNED_AS_NOTIFICATION"
  | "ABOUT_ANOTHER_PAYMENT"
  | "WRONG_AMOUNT"
  | "ENDLESS_ANSWER"
  | "EARLY_NOTIFICATION"
  | "TWO_NOTIFICATIONS"
  | "NONE";

export type Posted = { readonly headers: Readonly<Record<string, string>>; readonly body: string };

type Options = {
  readonly now?: () => Instant;
  /** Longer than whoever asks is willing to wait. */
  readonly slowMs?: number;
};

const MERCHANT = "civigraph-test";
const REQUEST_WINDOW_MS = 300_000;

export type PaymentGateway = Awaited<ReturnType<typeof startPaymentGateway>>;

/**
 * A payment gateway that we do not own, on a free port of this machine: it speaks the protocol of
 * docs/payment-gateway.md, keeps books, and does wrong what it is told to do wrong.
 */
export async function startPaymentGateway({ now = systemRuntime.now, slowMs = 1_000 }: Options = {}) {
  const [merchantKey, gatewayKey, strangersKey] = [newKey("m-1"), newKey("g-1"), newKey("g-1")];
  const books = openGatewayBooks(now);
  const faults: GatewayFault[] = [];
  const requests: string[] = [];
  const nonces = new Set<string>();
  const state: { notifyUrl?: string } = {};

  const isAuthentic = (path: string, header: SignatureHeader | undefined): boolean => {
    const { typ, merchant, nonce, at } = header ?? {};
    if (typ !== "payment-request" || merchant !== MERCHANT || header?.["path"] !== path) return false;
    if (typeof at !== "string" || Math.abs(Date.parse(now()) - Date.parse(at)) > REQUEST_WINDOW_MS)
      return false;
    if (typeof nonce !== "string" || nonce.length < 16 || nonces.has(nonce)) return false;
    nonces.add(nonce);
    return true;
  };

  /** A notification as it is posted, signed now; what it says can be changed before or after signing. */
  const notification = (
    paymentId: string,
    { changes = {}, header = {}, key = gatewayKey }: NotificationChanges = {},
  ): Posted => {
    const told = { notificationId: `ntf-${paymentId}`, ...books.statement(paymentId), ...changes };
    const body = JSON.stringify(told);
    const nonce = randomBytes(24).toString("base64url");
    const signed = { typ: "payment-notification", merchant: MERCHANT, nonce, at: now(), ...header };
    const signature = detachedSignature(key, signed, body);
    return { headers: { "content-type": "application/json", "payment-signature": signature }, body };
  };

  const deliver = async (paymentId: string): Promise<number | undefined> => {
    if (!state.notifyUrl) return undefined;
    const { headers, body } = notification(paymentId);
    return (await fetch(state.notifyUrl, { method: "POST", headers, body })).status;
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await textOf(request);
    const path = request.url ?? "";
    const fault = faults.shift() ?? "NONE";
    requests.push(path);
    const refuse = (status: number): void => void response.writeHead(status).end("{}");
    if (fault === "LOST_REQUEST") return void request.socket.destroy();
    if (fault === "ERROR_500") return refuse(500);
    if (fault === "BUSY_429") return refuse(429);
    if (fault === "DENIED_403") return refuse(403);
    if (fault === "REDIRECTED")
      return void response.writeHead(307, { location: "http://127.0.0.1:9/" }).end();
    const header = openSignature([merchantKey], `${request.headers["payment-signature"]}`, body);
    if (!isAuthentic(path, header)) return refuse(401);
    const asked: Record<string, string> = JSON.parse(body);
    const done = books.handle(path, asked);
    if ("status" in done) return refuse(done.status);
    const paymentId = asked["paymentId"] ?? "";
    if (fault === "EARLY_NOTIFICATION") await deliver(paymentId);
    if (fault === "LOST_ANSWER") return void request.socket.destroy();
    if (fault === "ERROR_500_AFTERWARDS") return refuse(500);
    if (fault === "SLOW_ANSWER") await sleep(slowMs);
    const answer = JSON.stringify({
      ...done.answer,
      ...(fault === "WRONG_AMOUNT" ? { amount: "0.01" } : {}),
      ...(fault === "ABOUT_ANOTHER_PAYMENT" ? { paymentId: "pay_another" } : {}),
      ...(fault === "ENDLESS_ANSWER" ? { more: "x".repeat(1_000_000) } : {}),
    });
    const signed = {
      typ: fault === "SIGNED_AS_NOTIFICATION" ? "payment-notification" : "payment-answer",
      merchant: MERCHANT,
      nonce: fault === "SIGNED_FOR_ANOTHER_REQUEST" ? "a-nonce-of-another-request" : header?.["nonce"],
      at: now(),
    };
    const key = fault === "SIGNED_BY_ANOTHER" ? strangersKey : gatewayKey;
    if (fault !== "UNSIGNED") response.setHeader("payment-signature", detachedSignature(key, signed, answer));
    response.end(fault === "TAMPERED" ? answer.replace("DECLINED", "SUCCEEDED") : answer);
    if (fault === "TWO_NOTIFICATIONS") await Promise.all([deliver(paymentId), deliver(paymentId)]);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  /** The settings that a merchant of this gateway has. */
  const secret = JSON.stringify({
    origin: `http://127.0.0.1:${port}`,
    merchantId: MERCHANT,
    key: privateJwk(merchantKey),
    gatewayKeys: { keys: [publicJwk(gatewayKey)] },
  });

  const { live: settings } = readPeers(`{"live":${secret}}`, GATEWAY_PROTOCOL);
  if (!settings) throw new Error("the gateway has no settings");

  return {
    secret,
    settings,
    strangersKey,
    books,
    /** Faults of the next requests, one each. */
    fail: (...next: readonly GatewayFault[]): void => void faults.push(...next),
    /** The paths of all requests so far, those that failed included. */
    requests,
    notification,
    deliver,
    notifyTo: (url: string): void => {
      state.notifyUrl = url;
    },
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}

type NotificationChanges = {
  readonly changes?: Readonly<Record<string, unknown>>;
  readonly header?: SignatureHeader;
  readonly key?: ReturnType<typeof newKey>;
};

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
