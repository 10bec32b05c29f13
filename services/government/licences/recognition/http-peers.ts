import { boundedFetch, type Send } from "../../../kernel/bounded-fetch.ts";
import { readFields } from "../../../kernel/fields.ts";
import type { Log } from "../../../kernel/process/log.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import { CODE_QUERY, readCodeAnswer, readStatusAnswer, STATUS_QUERY } from "./peer-answer.ts";
import type { AskedPeer, DocumentFault, PeerDocument, PeerFailure, PeerPlatforms } from "./peer-platforms.ts";
import type { PeersByRegion } from "./peer-settings.ts";

export type PeerPorts = {
  readonly runtime: Pick<Runtime, "now">;
  readonly log: Log;
  readonly send: Send;
};

/** Of one attempt; a request to the API waits for all documents at once, or for one code. */
const TIMEOUT_MS = 3_000;
/** A full status list has twice a million bytes in base64url. */
const DOCUMENT_BYTES_MAX = 2_200_000;
const ANSWER_BYTES_MAX = 200_000;
/** A compromise that the other platform records reaches us within so long. */
const COPY_AGE_MAX_S = 300;
const COPIES_MAX = 50;
const API_PATH = "/graphql";

type Copy = PeerDocument & { readonly keptS: number };

/** The platforms of other regions over https, opened once for each process, because it keeps copies of documents. */
export function openHttpPeers(peers: PeersByRegion, ports: PeerPorts): PeerPlatforms {
  const copies = new Map<string, Copy>();
  /** A question by our key there, as long as somebody of its region is trusted at that very platform. */
  const query = async <T>(
    { region, mode, origins }: AskedPeer,
    text: string,
    variables: Readonly<Record<string, string>>,
    read: (answer: string) => T | undefined,
  ): Promise<Result<{ readonly told: T; readonly origin: string }, PeerFailure>> => {
    const peer = peers[mode].get(region);
    if (!peer || !origins.includes(peer.origin)) return err("NOT_CONNECTED");
    const { origin } = peer;
    const headers = { "content-type": "application/json", "x-api-key": peer.apiKey };
    const init = { method: "POST", headers, body: JSON.stringify({ query: text, variables }) };
    const answer = await ask(ports, origin + API_PATH, init, ANSWER_BYTES_MAX);
    if (!answer.ok) return answer;
    const told = read(answer.value.text);
    if (told !== undefined) return ok({ told, origin });
    const { errors } = readFields(answer.value.text);
    return failed(ports, origin, Array.isArray(errors) && errors.length > 0 ? "REFUSED" : "UNREADABLE");
  };
  return {
    document: async (address) => {
      const now = ports.runtime.now();
      const held = copies.get(address);
      if (held && isFresh(held, now)) return ok(held);
      const answer = await ask(ports, address, { method: "GET" }, DOCUMENT_BYTES_MAX);
      if (!answer.ok) return answer;
      const { text, headers } = answer.value;
      const copy = { text, fetchedAt: now, keptS: keptS(headers.get("cache-control")) };
      copies.delete(address);
      const [oldest] = copies.keys();
      if (copies.size >= COPIES_MAX && oldest !== undefined) copies.delete(oldest);
      copies.set(address, copy);
      return ok(copy);
    },
    report: (address, fault) => doubt(ports, address, fault),
    redeem: async (peer, code) => {
      const answer = await query(peer, CODE_QUERY, { code }, readCodeAnswer);
      return answer.ok ? ok({ ...answer.value.told, origin: answer.value.origin }) : answer;
    },
    status: async (peer, identifier) => {
      const answer = await query(peer, STATUS_QUERY, { identifier }, readStatusAnswer);
      return answer.ok ? ok(answer.value.told) : answer;
    },
  };
}

const isFresh = ({ fetchedAt, keptS: kept }: Copy, now: Instant): boolean => {
  const ageMs = Date.parse(now) - Date.parse(fetchedAt);
  return ageMs >= 0 && ageMs < kept * 1_000;
};

/** As long as its platform allows, and not longer than we do. */
const keptS = (cacheControl: string | null): number =>
  Math.min(
    Number(/(?:^|[\s,])max-age=(\d{1,9})(?:$|[\s,])/.exec(cacheControl ?? "")?.[1] ?? 0),
    COPY_AGE_MAX_S,
  );

function failed(ports: PeerPorts, address: string, reason: PeerFailure): Result<never, PeerFailure> {
  if (reason === "UNREADABLE") doubt(ports, address, reason);
  else ports.log("WARN", "platform of another region: no answer", { address, reason });
  return err(reason);
}

function doubt({ log }: PeerPorts, address: string, reason: DocumentFault): void {
  log("WARN", "platform of another region: wrong answer", { address, reason });
}

type Told = { readonly text: string; readonly headers: Headers };

async function ask(
  ports: PeerPorts,
  address: string,
  init: Pick<RequestInit, "method" | "headers" | "body">,
  bytesMax: number,
): Promise<Result<Told, PeerFailure>> {
  if (URL.parse(address)?.protocol !== "https:") return failed(ports, address, "NOT_CONNECTED");
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const answer = await boundedFetch(ports.send, address, { ...init, signal, bytesMax });
  if (!answer.ok) return failed(ports, address, answer.error);
  const { status, text, headers } = answer.value;
  if (status !== 200) return failed(ports, address, "REFUSED");
  return text === undefined ? failed(ports, address, "UNREADABLE") : ok({ text, headers });
}
