import type { Mode } from "../../services/kernel/actor.ts";
import { base32, type PartnerId } from "../../services/kernel/ids.ts";
import type { Runtime } from "../../services/kernel/runtime.ts";
import { keyText, newKeyId } from "../../services/people/partners/api-key.ts";

const SECRET_BYTES = 20;

/** A whole key that nobody was given. */
export function newKey(partner: PartnerId, mode: Mode, runtime: Pick<Runtime, "random">) {
  const keyId = newKeyId(partner, runtime);
  const secret = base32(runtime.random(SECRET_BYTES));
  return { keyId, secret, text: keyText({ id: keyId, mode }, secret) };
}
