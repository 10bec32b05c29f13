import type { KeyObject } from "node:crypto";
import { errors, FlattenedSign, flattenedVerify, type JWSHeaderParameters } from "jose";
import { err, ok, type Result } from "../result.ts";
import { type Instant, parseInstant } from "../runtime.ts";
import type { NotSigned } from "./failures.ts";
import type { Peer, Protocol } from "./peer.ts";

/** The header that carries a message's signature, on requests, answers and notifications alike. */
export const signatureHeader = ({ name }: Protocol): string => `${name}-signature`;

const ALGORITHM = "ES256";
/** Several times what a signature of the protocol takes; what is longer is not even looked at. */
const SIGNATURE_LENGTH_MAX = 2_048;
const NONCE = /^[A-Za-z0-9_-]{16,128}$/;

/** The purpose of a message: one that was signed for one purpose is worth nothing for another. */
type Purpose = "request" | "answer" | "notification";

/** The facts in a signature besides the body's own bytes. */
type Signed = { readonly nonce: string; readonly at: Instant };

/** Signs the body of a request to `path`: a detached JWS (RFC 7515 app. F) over the bytes as they are (RFC 7797). */
export async function signRequest(
  { protocol, clientId, key, keyId }: Peer,
  path: string,
  body: string,
  { nonce, at }: Signed,
): Promise<string> {
  const { protected: header, signature } = await new FlattenedSign(Buffer.from(body))
    .setProtectedHeader({
      alg: ALGORITHM,
      kid: keyId,
      typ: typeOf(protocol, "request"),
      b64: false,
      crit: ["b64"],
      [protocol.client]: clientId,
      path,
      nonce,
      at,
    })
    .sign(key);
  return `${header}..${signature}`;
}

const typeOf = ({ name }: Protocol, purpose: Purpose): string => `${name}-${purpose}`;

/** Whether the other side signed this body, for the platform and this purpose; and what it signed along with it. */
export async function verifySigned(
  { protocol, clientId, peerKeys }: Peer,
  purpose: Exclude<Purpose, "request">,
  body: string,
  signature: string | null | undefined,
): Promise<Result<Signed, NotSigned>> {
  if (!signature) return err({ code: "NOT_SIGNED" });
  const header = await verifyHeader(peerKeys, body, signature);
  if (header?.["b64"] !== false) return err({ code: "WRONG_SIGNATURE" });
  if (header["typ"] !== typeOf(protocol, purpose) || header[protocol.client] !== clientId)
    return err({ code: "MEANT_FOR_ANOTHER" });
  const { nonce, at } = header;
  const signedAt = typeof at === "string" ? parseInstant(at) : undefined;
  if (signedAt === undefined || typeof nonce !== "string" || !NONCE.test(nonce))
    return err({ code: "UNREADABLE" });
  return ok({ nonce, at: signedAt });
}

async function verifyHeader(
  keys: Peer["peerKeys"],
  body: string,
  detached: string,
): Promise<Readonly<Record<string, unknown>> | undefined> {
  const parts = detached.split(".");
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || payload !== "" || detached.length > SIGNATURE_LENGTH_MAX) return undefined;
  if (!header || !signature) return undefined;
  const keyOf = ({ kid = "" }: JWSHeaderParameters): KeyObject => {
    const key = keys.get(kid);
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key;
  };
  try {
    const jws = { protected: header, payload: Buffer.from(body), signature };
    return (await flattenedVerify(jws, keyOf, { algorithms: [ALGORITHM] })).protectedHeader;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
