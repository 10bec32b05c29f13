import { isFields } from "../../../kernel/fields.ts";
import { CLOCK_SKEW_S } from "./listed-status.ts";
import type { Presentation } from "./read-presentation.ts";
import type { Reason } from "./reasons.ts";
import { CURVES, type PublicJwk, type SignatureAlgorithm } from "./signing.ts";

/** The verifier's part of a presentation. */
export type ExpectedBinding = {
  /** Names the verifier, as the holder was told: an address, or a client's id. */
  readonly audience: string;
  /** Of the verifier's making; left out where the holder has made it up, for a code that is shown to whom it may concern. */
  readonly nonce?: string;
};

/** The holder has signed just now; a code that is shown is renewed every minute. */
const PRESENTATION_LIFETIME_S = 60;

/** A holder's signature that holds: what a memory of nonces keeps, until the presentation would be too old anyhow. */
export type Binding = { readonly replayKey: string; readonly keepUntilS: number };

/** Whether the holder has signed this presentation, for this verifier and just now (`nowS` in seconds since 1970). */
export async function checkBinding(
  presentation: Presentation,
  expected: ExpectedBinding,
  nowS: number,
  algorithms: readonly SignatureAlgorithm[],
): Promise<Binding | Reason> {
  const { binding, credential, sdHash } = presentation;
  if (!binding) return "BINDING_MISSING";
  const deviceKey = deviceKeyIn(credential.payload["cnf"]);
  if (!deviceKey) return "CREDENTIAL_UNBOUND";
  const { header, payload } = binding;
  const { iat, aud, nonce, sd_hash: boundHash } = payload;
  const isKeyBinding = header["typ"] === "kb+jwt" && header["crit"] === undefined;
  if (!isKeyBinding || typeof iat !== "number" || typeof nonce !== "string") return "MALFORMED";
  const algorithm = algorithms.find(({ name }) => CURVES[name] === deviceKey.crv);
  if (!algorithm) return "UNKNOWN_ALGORITHM";
  const isSigned =
    header["alg"] === algorithm.name &&
    (await algorithm.verify(deviceKey, binding.signed, binding.signature));
  if (!isSigned) return "WRONG_HOLDER_KEY";
  if (boundHash !== sdHash) return "OTHER_TEXT_BOUND";
  if (aud !== expected.audience) return "WRONG_AUDIENCE";
  if (expected.nonce !== undefined && nonce !== expected.nonce) return "WRONG_NONCE";
  if (iat > nowS + CLOCK_SKEW_S) return "PRESENTED_IN_FUTURE";
  const keepUntilS = iat + PRESENTATION_LIFETIME_S + CLOCK_SKEW_S;
  if (keepUntilS <= nowS) return "PRESENTED_TOO_LONG_AGO";
  // A challenge is answered once, by whomever. A nonce of the holder's is one of this key's: nobody uses up another's.
  return { replayKey: expected.nonce ?? `${deviceKey.x}.${nonce}`, keepUntilS };
}

const COORDINATE = /^[\w-]{42}[AEIMQUYcgkosw048]$/;

/** The public key of the device that a credential is for (`cnf`, RFC 7800); undefined where it names none that is known. */
function deviceKeyIn(confirmation: unknown): PublicJwk | undefined {
  const jwk = isFields(confirmation) ? confirmation["jwk"] : undefined;
  if (!isFields(jwk) || jwk["kty"] !== "EC") return undefined;
  const { crv, x, y } = jwk;
  if (crv !== "P-256" && crv !== "SM2") return undefined;
  if (typeof x !== "string" || typeof y !== "string") return undefined;
  return COORDINATE.test(x) && COORDINATE.test(y) ? { kty: "EC", crv, x, y } : undefined;
}
