import type { Mode } from "../../../kernel/actor.ts";

/** Below it the protocols of wallets have their addresses. */
const OPENID_PATH = "/openid/";

/** The calls of wallets, by the last part of their addresses. */
export const CALLS = ["token", "nonce", "credential", "response"] as const;
export type Call = (typeof CALLS)[number];

/**
 * The platform's name as an issuer of a mode's credentials (OpenID4VCI 1.0, 12.2.1); undefined where it has no address by https,
 * by which alone wallets find it.
 */
export const credentialIssuerAt = (origin: string | undefined, mode: Mode): string | undefined =>
  origin?.startsWith("https://") ? `${origin}${OPENID_PATH}${mode}` : undefined;

export const callAddress = (credentialIssuer: string, call: Call): string => `${credentialIssuer}/${call}`;

/** The documents that wallets look for between the host and the path of the issuer's name (12.2.2; RFC 8414, section 3). */
export const WELL_KNOWN = {
  issuer: "/.well-known/openid-credential-issuer",
  server: "/.well-known/oauth-authorization-server",
} as const;

/** An address of wallets in parts. */
export type Asked =
  | { readonly mode: Mode; readonly document: keyof typeof WELL_KNOWN }
  | { readonly mode: Mode; readonly call: Call };

const DOCUMENT =
  /\/\.well-known\/(openid-credential-issuer|oauth-authorization-server)\/openid\/(live|test)$/;
const CALL = /\/openid\/(live|test)\/([a-z]+)$/;

/** The meaning of a path, with anything that a custom domain or a stage puts before it; undefined where it has none. */
export function askedAt(path: string): Asked | undefined {
  const [, name, of] = DOCUMENT.exec(path) ?? [];
  if (of) return { mode: modeOf(of), document: name === "openid-credential-issuer" ? "issuer" : "server" };
  const [, mode, called] = CALL.exec(path) ?? [];
  const call = CALLS.find((one) => one === called);
  return mode && call ? { mode: modeOf(mode), call } : undefined;
}

const modeOf = (text: string): Mode => (text === "test" ? "test" : "live");
