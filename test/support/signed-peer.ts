import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Instant, systemRuntime } from "../../services/kernel/runtime.ts";
import { type Protocol, readPeers } from "../../services/kernel/signed-calls/peer.ts";
import { CALL_LIMITS, type CallLimits } from "../../services/kernel/signed-calls/signed-call.ts";
import {
  detachedSignature,
  newKey,
  openSignature,
  privateJwk,
  publicJwk,
  type SignatureHeader,
} from "./peer-signature.ts";

/** The faults of one request, each in its turn. */
export type PeerFault =
  /** The connection ends before the request was taken. */
  | "LOST_REQUEST"
  /** The request is carried out; the answer does not arrive. */
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
  | "SIGNED_FOR_ANOTHER_CLIENT"
  | "ENDLESS_ANSWER"
  | "NONE";

export type PeerOptions = {
  readonly now?: () => Instant;
  /** Longer than whoever asks is willing to wait. */
  readonly slowMs?: number;
};

/** The outcome of an authentic request. */
type Taken =
  | { readonly status: number }
  | {
      readonly answer: Readonly<Record<string, unknown>>;
      /** In place of what its signature would say. */
      readonly signed?: SignatureHeader;
      readonly afterwards?: () => Promise<unknown>;
    };

type Trade<F> = {
  readonly protocol: Protocol;
  /** Does what a request asks for; `fault` is the trade's own, or one that is none of its business. */
  readonly take: (path: string, body: string, fault: F | PeerFault) => Promise<Taken>;
  /** Changes an answer on its way, so that it says something else. */
  readonly tamper: (answer: string) => string;
};

/** The platform's own for its calls, but for waits; where nothing is to time out, a busy machine must not make it. */
export const PATIENT_LIMITS: CallLimits = {
  ...CALL_LIMITS,
  ATTEMPT_TIMEOUT_MS: 10_000,
  CALL_TIMEOUT_MS: 20_000,
  BACKOFF_MS: 5,
  BACKOFF_MS_MAX: 10,
};

/** The platform's name there. */
export const CLIENT = "civigraph-test";
const REQUEST_WINDOW_MS = 300_000;

/**
 * Somebody whom the platform calls and whom we do not own, on a free port of this machine: speaks a protocol of signed
 * calls as its document says, and does wrong what it is told to do wrong.
 */
export async function startSignedPeer<F extends string = never>(
  { protocol, take, tamper }: Trade<F>,
  { now = systemRuntime.now, slowMs = 1_000 }: PeerOptions,
) {
  const [clientKey, ownKey, strangersKey] = [newKey("c-1"), newKey("k-1"), newKey("k-1")];
  const faults: (F | PeerFault)[] = [];
  const requests: string[] = [];
  const nonces = new Set<string>();
  const headerName = `${protocol.name}-signature`;

  const isAuthentic = (path: string, header: SignatureHeader | undefined): boolean => {
    const { typ, nonce, at } = header ?? {};
    if (typ !== `${protocol.name}-request` || header?.["path"] !== path) return false;
    if (header[protocol.client] !== CLIENT) return false;
    if (typeof at !== "string" || Math.abs(Date.parse(now()) - Date.parse(at)) > REQUEST_WINDOW_MS)
      return false;
    if (typeof nonce !== "string" || nonce.length < 16 || nonces.has(nonce)) return false;
    nonces.add(nonce);
    return true;
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
    const header = openSignature([clientKey], `${request.headers[headerName]}`, body);
    if (!isAuthentic(path, header)) return refuse(401);
    const taken = await take(path, body, fault);
    if ("status" in taken) return refuse(taken.status);
    if (fault === "LOST_ANSWER") return void request.socket.destroy();
    if (fault === "ERROR_500_AFTERWARDS") return refuse(500);
    if (fault === "SLOW_ANSWER") await sleep(slowMs);
    const more = fault === "ENDLESS_ANSWER" ? { more: "x".repeat(1_000_000) } : {};
    const answer = JSON.stringify({ ...taken.answer, ...more });
    const signed = {
      typ: `${protocol.name}-answer`,
      [protocol.client]: fault === "SIGNED_FOR_ANOTHER_CLIENT" ? "another" : CLIENT,
      nonce: fault === "SIGNED_FOR_ANOTHER_REQUEST" ? "a-nonce-of-another-request" : header?.["nonce"],
      at: now(),
      ...taken.signed,
    };
    const key = fault === "SIGNED_BY_ANOTHER" ? strangersKey : ownKey;
    if (fault !== "UNSIGNED") response.setHeader(headerName, detachedSignature(key, signed, answer));
    response.end(fault === "TAMPERED" ? tamper(answer) : answer);
    await taken.afterwards?.();
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  /** The settings that a client of it has. */
  const secret = JSON.stringify({
    origin: `http://127.0.0.1:${port}`,
    [`${protocol.client}Id`]: CLIENT,
    key: privateJwk(clientKey),
    [protocol.peerKeys]: { keys: [publicJwk(ownKey)] },
  });
  const { live: peer } = readPeers(`{"live":${secret}}`, protocol);
  if (!peer) throw new Error(`the ${protocol.peer} has no settings`);

  return {
    secret,
    peer,
    ownKey,
    strangersKey,
    /** Faults of the next requests, one each. */
    fail: (...next: readonly (F | PeerFault)[]): void => void faults.push(...next),
    /** The paths of all requests so far, those that failed included. */
    requests,
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
