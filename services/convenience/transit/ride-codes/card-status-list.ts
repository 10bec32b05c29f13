import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type Bytes,
  equal,
  joinBytes,
  KEY_ID_BYTES,
  keyIdOf,
  type Signer,
  type Verifier,
} from "./ride-code.ts";

/*
 * The cards that gates refuse, signed, for gates to carry along: frozen, replaced and closed ones of a region. Needs
 * nothing of the platform, as ride-code.ts.
 */

/** Times in seconds since 1970. */
export type CardStatusList = {
  readonly issuedAt: number;
  /** A gate that has got no newer one by then lets nobody in by it. */
  readonly expiresAt: number;
  readonly refuses: (cardNumber: string) => boolean;
};

export type StatusListProblem =
  | "MALFORMED"
  | "UNKNOWN_ALGORITHM"
  | "UNKNOWN_KEY"
  | "BAD_SIGNATURE"
  | "LIST_EXPIRED";

const VERSION = 1;
const CONTEXT = new TextEncoder().encode("civigraph card status list 1\n");
/** version, algorithm, key id, issued, expires */
const HEAD_BYTES = 1 + 1 + KEY_ID_BYTES + 4 + 4;
const NUMBER_BYTES = 8;

/** Eight bytes for each card, in the order of their numbers. */
export async function writeStatusList(
  refused: readonly string[],
  { issuedAt, expiresAt }: Pick<CardStatusList, "issuedAt" | "expiresAt">,
  signer: Signer,
): Promise<Bytes> {
  const body = new Uint8Array(HEAD_BYTES + refused.length * NUMBER_BYTES);
  const view = new DataView(body.buffer);
  body.set([VERSION, signer.algorithm.id]);
  body.set(await keyIdOf(signer.publicKey), 2);
  view.setUint32(6, issuedAt);
  view.setUint32(10, expiresAt);
  const numbers = refused.map(BigInt).sort((a, b) => (a < b ? -1 : 1));
  for (const [i, number] of numbers.entries()) view.setBigUint64(HEAD_BYTES + i * NUMBER_BYTES, number);
  return joinBytes(body, await signer.sign(joinBytes(CONTEXT, body)));
}

/** Reads a list once, when it comes; then each card is looked up in it. */
export async function readStatusList(
  list: Bytes,
  now: number,
  { keys, algorithms }: Verifier,
): Promise<Result<CardStatusList, StatusListProblem>> {
  if (list.length < HEAD_BYTES || list[0] !== VERSION) return err("MALFORMED");
  const algorithm = algorithms.find(({ id }) => id === list[1]);
  if (!algorithm) return err("UNKNOWN_ALGORITHM");
  const end = list.length - algorithm.signatureBytes;
  if (end < HEAD_BYTES || (end - HEAD_BYTES) % NUMBER_BYTES !== 0) return err("MALFORMED");
  const ids = await Promise.all(keys.map(keyIdOf));
  const key = keys[ids.findIndex((id) => equal(id, list.slice(2, 2 + KEY_ID_BYTES)))];
  if (!key) return err("UNKNOWN_KEY");
  const isSigned = await algorithm.verify(key, joinBytes(CONTEXT, list.slice(0, end)), list.slice(end));
  if (!isSigned) return err("BAD_SIGNATURE");
  const view = new DataView(list.buffer, list.byteOffset, end);
  const [issuedAt, expiresAt] = [view.getUint32(6), view.getUint32(10)];
  if (now >= expiresAt) return err("LIST_EXPIRED");
  const count = (end - HEAD_BYTES) / NUMBER_BYTES;
  const numberAt = (i: number): bigint => view.getBigUint64(HEAD_BYTES + i * NUMBER_BYTES);
  return ok({ issuedAt, expiresAt, refuses: (number) => isIn(BigInt(number), count, numberAt) });
}

function isIn(wanted: bigint, count: number, numberAt: (i: number) => bigint): boolean {
  let [from, to] = [0, count];
  while (from < to) {
    const middle = (from + to) >>> 1;
    const here = numberAt(middle);
    if (here === wanted) return true;
    if (here < wanted) from = middle + 1;
    else to = middle;
  }
  return false;
}
