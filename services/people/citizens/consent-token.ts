import { timingSafeEqual } from "node:crypto";
import { type ConsentRequestId, isId } from "../../kernel/ids.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";

/** The token of a request's link: the request's id and a secret, of which only a keyed hash is stored. */
export const tokenOf = (id: ConsentRequestId, secret: string): string => `${id}_${secret}`;

export function requestIdOf(token: string): ConsentRequestId | undefined {
  const id = token.slice(0, token.lastIndexOf("_"));
  return isId("crq", id) ? id : undefined;
}

export function isTokenOf(
  token: string,
  tokenHash: string,
  secrets: Pick<Secrets, "hashLinkToken">,
): boolean {
  const given = Buffer.from(secrets.hashLinkToken(token));
  const expected = Buffer.from(tokenHash);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
