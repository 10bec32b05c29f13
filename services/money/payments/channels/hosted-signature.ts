import type { KeyObject } from "node:crypto";
import { errors, FlattenedSign, flattenedVerify, type JWSHeaderParameters } from "jose";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Instant, parseInstant } from "../../../kernel/runtime.ts";
import type { NotAuthentic } from "./channel-answer.ts";
import type { HostedSettings } from "./hosted-settings.ts";

/** The header that carries a message's signature, on requests, answers and notifications alike. */
export const SIGNATURE_HEADER = "payment-signature";

const ALGORITHM = "ES256";
/** Several times what a signature of the protocol takes; what is longer is not even looked at. */
const SIGNATURE_LENGTH_MAX = 2_048;
const NONCE = /^[A-Za-z0-9_-]{16,128}$/;

/** What a message is for: one that was signed for one purpose is worth nothing for another. */
type Purpose = "payment-request" | "payment-answer" | "payment-notification";

/** What stands in a signature besides the body's own bytes. */
type Signed = { readonly nonce: string; readonly at: Instant };

/** Signs the body of a request to `path`: a detached JWS (RFC 7515 app. F) over the bytes as they are (RFC 7797). */
export async function signRequest(
  { merchantId, key, keyId }: HostedSettings,
  path: string,
  body: string,
  { nonce, at }: Signed,
): Promise<string> {
  const { protected: header, signature } = await new FlattenedSign(Buffer.from(body))
    .setProtectedHeader({
      alg: ALGORITHM,
      kid: keyId,
      typ: "payment-request" satisfies Purpose,
      b64: false,
      crit: ["b64"],
      merchant: merchantId,
      path,
      nonce,
      at,
    })
    .sign(key);
  return `${header}..${signature}`;
}

/** Whether the gateway signed this body, for this merchant and purpose; and what it signed along with it. */
export async function verifySigned(
  { merchantId, gatewayKeys }: HostedSettings,
  purpose: Exclude<Purpose, "payment-request">,
  body: string,
  signature: string | null | undefined,
): Promise<Result<Signed, NotAuthentic>> {
  if (!signature) return err({ code: "NOT_SIGNED" });
  const header = await verifyHeader(gatewayKeys, body, signature);
  if (header?.["b64"] !== false) return err({ code: "WRONG_SIGNATURE" });
  if (header["typ"] !== purpose || header["merchant"] !== merchantId)
    return err({ code: "MEANT_FOR_ANOTHER" });
  const { nonce, at } = header;
  const signedAt = typeof at === "string" ? parseInstant(at) : undefined;
  if (signedAt === undefined || typeof nonce !== "string" || !NONCE.test(nonce))
    return err({ code: "UNREADABLE" });
  return ok({ nonce, at: signedAt });
}

async function verifyHeader(
  keys: HostedSettings["gatewayKeys"],
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
