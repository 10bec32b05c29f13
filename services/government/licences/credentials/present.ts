import { SDJwtInstance } from "@sd-jwt/core";
import type { Instant } from "../../../kernel/instant.ts";
import { toBase64url, utf8 } from "../jws.ts";
import { hasher } from "./read-presentation.ts";
import type { HolderSigner } from "./signing.ts";

/** The verifier of a presentation, and the time of it. */
export type PresentedTo = {
  readonly audience: string;
  /** The verifier's, or chance of the holder's own: 128 bits or more in base64url. */
  readonly nonce: string;
  readonly now: Instant;
};

/**
 * The holder's part, for a browser as well: the credential with the chosen fields of its content and no others, signed by the
 * holder for one verifier (SD-JWT+KB, RFC 9901). A chosen field that the licence lacks, or shows anyhow, changes nothing.
 * Throws for a text that is no credential.
 */
export async function present(
  credential: string,
  fields: readonly string[],
  { audience, nonce, now }: PresentedTo,
  holder: HolderSigner,
): Promise<string> {
  const instance = new SDJwtInstance({
    ...{ hasher, kbSignAlg: holder.algorithm },
    kbSigner: async (text) => toBase64url(await holder.sign(utf8(text))),
  });
  const iat = Math.floor(Date.parse(now) / 1_000);
  return instance.present<Chosen>(credential, frameOf(fields), {
    kb: { payload: { iat, aud: audience, nonce } },
  });
}

/** The credential with the chosen fields and no others, for those who ask for no holder's signature. */
export const disclose = (credential: string, fields: readonly string[]): Promise<string> =>
  new SDJwtInstance({ hasher }).present<Chosen>(credential, frameOf(fields));

type Chosen = { readonly content: Readonly<Record<string, boolean>> };

const frameOf = (fields: readonly string[]): Chosen => ({
  content: Object.fromEntries(fields.map((field) => [field, true])),
});
