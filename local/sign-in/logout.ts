import { errors, type JWTPayload, jwtVerify } from "jose";
import type { SignInPorts } from "./ports.ts";

type LeftSignIn =
  | { readonly kind: "LEFT"; readonly to: string | undefined; readonly cookies: readonly string[] }
  | { readonly kind: "REFUSED"; readonly problem: "LOGOUT_URI" | "LOGOUT_HINT" };

/**
 * Ends the session that an ID token names, and the browser's own, and says where to go on: at an address that is registered
 * for the token's client, or the one that is named, and at no other (OpenID Connect RP-Initiated Logout).
 */
export async function logOut(
  params: URLSearchParams,
  browserCookies: string,
  { origin, issuer, clients, grants, browsers }: Omit<SignInPorts, "accounts" | "now">,
): Promise<LeftSignIn> {
  const hint = params.get("id_token_hint");
  const claims = hint === null ? undefined : await claimsIn(hint, issuer.keySet, origin);
  const named = params.get("client_id") ?? claims?.aud;
  if (hint !== null && (!claims || claims.aud !== named)) return { kind: "REFUSED", problem: "LOGOUT_HINT" };
  const wanted = params.get("post_logout_redirect_uri");
  const client = clients.find(({ id }) => id === named);
  const to = client?.postLogoutRedirectUris.find((uri) => uri === wanted);
  if (wanted !== null && to === undefined) return { kind: "REFUSED", problem: "LOGOUT_URI" };
  if (typeof claims?.["sid"] === "string") grants.end(claims["sid"]);
  const cookies = client ? browsers.end(browserCookies, client.signsIn, claims?.sub) : [];
  return { kind: "LEFT", to, cookies };
}

/** Of an ID token of ours, also of one that has expired: it proves nothing here but which session is meant. */
async function claimsIn(
  token: string,
  keySet: SignInPorts["issuer"]["keySet"],
  origin: string,
): Promise<JWTPayload | undefined> {
  try {
    return (await jwtVerify(token, keySet, { issuer: origin, typ: "JWT", currentDate: new Date(0) })).payload;
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}
