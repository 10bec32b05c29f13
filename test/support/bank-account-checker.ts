import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { type Instant, systemRuntime } from "../../services/kernel/runtime.ts";
import { readPeers } from "../../services/kernel/signed-calls/peer.ts";
import { CHECK_PROTOCOL } from "../../services/money/payout-accounts/checks/http-check.ts";
import {
  detachedSignature,
  newKey,
  openSignature,
  privateJwk,
  publicJwk,
  type SignatureHeader,
} from "./payment-gateway-signature.ts";

/** What goes wrong with one request, each in its turn. */
export type CheckerFault =
  | "LOST_REQUEST"
  | "LOST_ANSWER"
  | "SLOW_ANSWER"
  | "ERROR_500"
  | "BUSY_429"
  | "DENIED_403"
  | "REDIRECTED"
  | "UNSIGNED"
  | "SIGNED_BY_ANOTHER"
  | "TAMPERED"
  | "SIGNED_FOR_ANOTHER_QUESTION"
  | "SIGNED_FOR_ANOTHER_CLIENT"
  | "SIGNED_AS_PAYMENT"
  | "ABOUT_ANOTHER_QUESTION"
  | "ENDLESS_ANSWER"
  | "NONE";

type Question = {
  readonly checkId: string;
  readonly name: string;
  readonly idNumber: string;
  readonly accountNumber: string;
};

const CLIENT = "civigraph-test";
const REQUEST_WINDOW_MS = 300_000;

export type BankAccountChecker = Awaited<ReturnType<typeof startBankAccountChecker>>;

type Options = { readonly now?: () => Instant; readonly slowMs?: number };

/**
 * A checker of bank accounts that we do not own, on a free port of this machine: it speaks the protocol of
 * docs/bank-account-check.md, knows whose accounts are whose, and does wrong what it is told to do wrong.
 */
export async function startBankAccountChecker({ now = systemRuntime.now, slowMs = 1_000 }: Options = {}) {
  const [clientKey, checkerKey, strangersKey] = [newKey("c-1"), newKey("k-1"), newKey("k-1")];
  const owners = new Map<string, { readonly name: string; readonly idNumber: string }>();
  const faults: CheckerFault[] = [];
  const questions: Question[] = [];
  const nonces = new Set<string>();
  const told: { answer?: Readonly<Record<string, unknown>> } = {};
  let requests = 0;

  const isAuthentic = (path: string, header: SignatureHeader | undefined): boolean => {
    const { typ, client, nonce, at } = header ?? {};
    if (typ !== "account-check-request" || client !== CLIENT || header?.["path"] !== path) return false;
    if (typeof at !== "string" || Math.abs(Date.parse(now()) - Date.parse(at)) > REQUEST_WINDOW_MS)
      return false;
    if (typeof nonce !== "string" || nonce.length < 16 || nonces.has(nonce)) return false;
    nonces.add(nonce);
    return true;
  };

  const answerTo = ({ checkId, name, idNumber, accountNumber }: Question) => {
    const owner = owners.get(accountNumber);
    if (!owner) return { checkId, outcome: "UNKNOWN" };
    const isTheirs = owner.name === name && owner.idNumber === idNumber;
    return isTheirs
      ? { checkId, outcome: "MATCH", number: `n-${checkId}`, bank: "示例银行" }
      : { checkId, outcome: "NO_MATCH", number: `n-${checkId}` };
  };

  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString("utf8");
    const path = request.url ?? "";
    const fault = faults.shift() ?? "NONE";
    requests += 1;
    const refuse = (status: number): void => void response.writeHead(status).end("{}");
    if (fault === "LOST_REQUEST") return void request.socket.destroy();
    if (fault === "ERROR_500") return refuse(500);
    if (fault === "BUSY_429") return refuse(429);
    if (fault === "DENIED_403") return refuse(403);
    if (fault === "REDIRECTED")
      return void response.writeHead(307, { location: "http://127.0.0.1:9/" }).end();
    if (path !== "/v1/account-checks") return refuse(404);
    const header = openSignature([clientKey], `${request.headers["account-check-signature"]}`, body);
    if (!isAuthentic(path, header)) return refuse(401);
    const question: Question = JSON.parse(body);
    questions.push(question);
    if (fault === "LOST_ANSWER") return void request.socket.destroy();
    if (fault === "SLOW_ANSWER") await sleep(slowMs);
    const answer = JSON.stringify({
      ...answerTo(question),
      ...told.answer,
      ...(fault === "ABOUT_ANOTHER_QUESTION" ? { checkId: "chk_another" } : {}),
      ...(fault === "ENDLESS_ANSWER" ? { more: "x".repeat(1_000_000) } : {}),
    });
    const signed = {
      typ: fault === "SIGNED_AS_PAYMENT" ? "payment-answer" : "account-check-answer",
      client: fault === "SIGNED_FOR_ANOTHER_CLIENT" ? "another" : CLIENT,
      nonce: fault === "SIGNED_FOR_ANOTHER_QUESTION" ? "a-nonce-of-another-request" : header?.["nonce"],
      at: now(),
    };
    const key = fault === "SIGNED_BY_ANOTHER" ? strangersKey : checkerKey;
    if (fault !== "UNSIGNED")
      response.setHeader("account-check-signature", detachedSignature(key, signed, answer));
    response.end(fault === "TAMPERED" ? answer.replace("NO_MATCH", "MATCH") : answer);
  };

  const server = createServer((request, response) => {
    handle(request, response).catch(() => request.socket.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const secret = JSON.stringify({
    origin: `http://127.0.0.1:${port}`,
    clientId: CLIENT,
    key: privateJwk(clientKey),
    checkerKeys: { keys: [publicJwk(checkerKey)] },
  });
  const { live: peer } = readPeers(`{"live":${secret}}`, CHECK_PROTOCOL);
  if (!peer) throw new Error("the checker has no settings");

  return {
    secret,
    peer,
    /** Whose each account is; nobody can tell of one that is not here. */
    owners,
    /** Faults of the next requests, one each. */
    fail: (...next: readonly CheckerFault[]): void => void faults.push(...next),
    /** What it was asked, as far as it has taken the question. */
    questions,
    requests: (): number => requests,
    /** Overlays all further answers. */
    tell: (answer: Readonly<Record<string, unknown>>): void => {
      told.answer = answer;
    },
    stop: (): void => {
      server.closeAllConnections();
      server.close();
    },
  };
}
