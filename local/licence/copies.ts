import { setTimeout as sleep } from "node:timers/promises";
import { LICENCE_STATUSES } from "../../services/government/licences/status/licence-status.ts";
import {
  readStatusList,
  type StatusKey,
  type StatusList,
} from "../../services/government/licences/status/status-list.ts";
import { type ReadIssuerList, readIssuerList } from "../../services/government/licences/trust/issuer-list.ts";
import type { TrustListKey } from "../../services/government/licences/trust/trust-document.ts";
import type { Known } from "../../services/government/licences/verify.ts";
import type { Instant } from "../../services/kernel/instant.ts";
import type { Result } from "../../services/kernel/result.ts";
import { instantOf, systemRuntime } from "../../services/kernel/runtime.ts";
import { type Answer, listOf, recordOf, textOf } from "../callers.ts";
import { SetupProblem } from "../setup-problem.ts";

/** Documents are made within seconds of a start. */
const PATIENCE_MS = 30_000;
const STEP_MS = 500;

export const secondsOf = (at: Instant): number => Math.floor(Date.parse(at) / 1_000);

/** The authorities of the platform that serves its documents there, and their keys. */
export async function fetchIssuers(origin: string, now: Instant): Promise<ReadIssuerList> {
  const [text, keys] = await Promise.all([
    fetchText(`${origin}/documents/licences/issuers/live`),
    fetchKeys(`${origin}/documents/licences/list-keys/live`),
  ]);
  return readOf(await readIssuerList(text, { keys, nowS: secondsOf(now) }), "the list of issuers");
}

/** A status list that was fetched at a time. */
export type StatusCopy = { readonly list: StatusList; readonly fetchedAt: Instant };

/** The status list that a credential names, verified by the key that its platform publishes. */
export async function fetchStatusList(credential: string): Promise<StatusCopy> {
  const address = listIn(credential);
  const { origin } = new URL(address);
  const [text, keys] = await Promise.all([
    fetchText(address),
    fetchKeys(`${origin}/documents/licences/status-keys/live`),
  ]);
  const fetchedAt = systemRuntime.now();
  const list = readOf(await readStatusList(text, keys, secondsOf(fetchedAt)), "the status list");
  return { list, fetchedAt };
}

/** The same, as soon as it is one that was made after `since`. */
export async function fetchListAfter(credential: string, since: Instant): Promise<StatusCopy> {
  const deadline = Date.now() + PATIENCE_MS;
  while (true) {
    const copy = await fetchStatusList(credential);
    if (copy.list.sequence > Date.parse(since)) return copy;
    if (Date.now() > deadline)
      throw new SetupProblem("no newer status list is published: does `npm start` still run?");
    await sleep(STEP_MS);
  }
}

/** How a counter looks a licence up in its copy. */
export const statusOf =
  ({ list, fetchedAt }: StatusCopy): Known["statusOf"] =>
  ({ uri, index }) => {
    if (uri !== list.list) return undefined;
    // Of a list that is too old the verifier says so itself, by its times.
    const status = list.statusAt(index, list.issuedAt);
    if (status === "UNKNOWN") return undefined;
    return {
      ...{ status: LICENCE_STATUSES.indexOf(status), sequence: list.sequence, fetchedAt },
      ...{ ttlS: list.staleAt - list.issuedAt, expiresAt: instantOf(list.staleAt * 1_000) },
    };
  };

/** The address of the list that a credential names (Token Status List). */
function listIn(credential: string): string {
  const [, claims = ""] = credential.split(".");
  const { status } = recordOf(JSON.parse(Buffer.from(claims, "base64url").toString("utf8")));
  return textOf(recordOf(recordOf(status)["status_list"])["uri"]);
}

async function fetchKeys(address: string): Promise<readonly (TrustListKey & StatusKey)[]> {
  const { keys } = recordOf(JSON.parse(await fetchText(address)));
  return listOf(keys).map(({ kid, x, y }: Answer) => {
    const point = { kty: "EC", crv: "P-256", x: textOf(x), y: textOf(y) } as const;
    const keyId = textOf(kid);
    return { ...point, kid: keyId, keyId, algorithm: "ES256", publicKey: point };
  });
}

/** The text of a document; one that is not there yet is waited for. */
async function fetchText(address: string): Promise<string> {
  const deadline = Date.now() + PATIENCE_MS;
  while (true) {
    const answer = await fetch(address);
    const text = await answer.text();
    if (answer.ok) return text;
    if (Date.now() > deadline)
      throw new SetupProblem(`${address} is not published yet: try again in a minute`);
    await sleep(STEP_MS);
  }
}

function readOf<T, E>(read: Result<T, E>, what: string): T {
  if (!read.ok) throw new Error(`${what} is not as the platform signs it: ${JSON.stringify(read.error)}`);
  return read.value;
}
