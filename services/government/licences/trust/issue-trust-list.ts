import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import type { KeyUsedBy, Secrets } from "../../../kernel/process/secrets.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { keyIdOf, p256KeyOfPoint } from "../issuer-keys/public-key.ts";
import { writeJws } from "../jws.ts";
import { readWholeList } from "./find-trust-list.ts";
import { TRUST_LIST_TYPE, type TrustListKey, trustDocument } from "./trust-document.ts";

/** Nobody who is offline verifies anything by an older list. */
export const LIST_LIFETIME_S = 86_400;

declare module "../../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "trust-list-live": KeyUsedBy<"government/licences", "sign">;
    readonly "trust-list-test": KeyUsedBy<"government/licences", "sign">;
  }
}

export type Signing = { readonly secrets: Pick<Secrets, "signingKey">; readonly mode: Mode };

/** A list of the sandbox counts for nothing in earnest, so it has a key of its own. */
const keyOf = ({ secrets, mode }: Signing) => secrets.signingKey(`trust-list-${mode}`);

/** The key by which the signed list is verified. */
export function trustListKey(signing: Signing): TrustListKey {
  const key = p256KeyOfPoint(keyOf(signing).publicKey);
  return { ...key, kid: keyIdOf(key) };
}

/** Claims as a list that the platform's key for lists has signed (JWS, compact, ES256). */
export const signList = (signing: Signing, type: string, claims: object): Promise<string> =>
  writeJws({ alg: "ES256", typ: type, kid: trustListKey(signing).kid }, claims, keyOf(signing).sign);

/** The ports that the list is made with. */
export type ListPorts = Signing & {
  readonly database: Pick<Database, "get" | "query" | "forget">;
  readonly now: Instant;
};

/** The whole trust list in force, signed, for verifiers to carry along. */
export async function trustList(ports: ListPorts): Promise<string> {
  const issuedAt = Math.floor(Date.parse(ports.now) / 1_000);
  const document = trustDocument(await readWholeList(ports.database), issuedAt, LIST_LIFETIME_S);
  return signList(ports, TRUST_LIST_TYPE, document);
}
