import { isId } from "../../kernel/ids.ts";
import { isSameSecret } from "../../kernel/is-same-secret.ts";
import type { KeyUsedBy, Secrets } from "../../kernel/process/secrets.ts";
import type { ConsentRequestId } from "./ids.ts";

/** The token of a request's link: the request's id and a secret, of which only a keyed hash is stored. */
export const tokenOf = (id: ConsentRequestId, secret: string): string => `${id}_${secret}`;

export function requestIdOf(token: string): ConsentRequestId | undefined {
  const id = token.slice(0, token.lastIndexOf("_"));
  return isId("crq", id) ? id : undefined;
}

declare module "../../kernel/process/secrets.ts" {
  interface KeyUses {
    readonly "link-token": KeyUsedBy<"people/citizens", "mac">;
  }
}

export const hashToken = (token: string, { mac }: Pick<Secrets, "mac">): string =>
  mac("link-token", token).toString("base64url");

export const isTokenOf = (token: string, tokenHash: string, secrets: Pick<Secrets, "mac">): boolean =>
  isSameSecret(hashToken(token, secrets), tokenHash);
