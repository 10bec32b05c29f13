import type { Client } from "./clients.ts";
import type { Grants, Presented, Session } from "./grants.ts";

/** Codes of RFC 6749, 5.2. */
export type TokenError = "invalid_request" | "invalid_client" | "invalid_grant" | "unsupported_grant_type";

export type Granted =
  | { readonly kind: "GRANTED"; readonly session: Session }
  | { readonly kind: "REFUSED"; readonly error: TokenError; readonly description: string };

/** Grants a session by a code or by a refresh token. No client has a secret, so one that sends any is not ours. */
export function grantTokens(
  params: URLSearchParams,
  hasAuthorization: boolean,
  { clients, grants }: { readonly clients: readonly Client[]; readonly grants: Grants },
): Granted {
  const names = [...params.keys()];
  if (new Set(names).size < names.length) return refused("invalid_request", "a parameter stands there twice");
  const clientId = params.get("client_id") ?? "";
  if (hasAuthorization || params.has("client_secret") || !clients.some(({ id }) => id === clientId))
    return refused("invalid_client", "a client without a secret is named by client_id alone");
  switch (params.get("grant_type")) {
    case "authorization_code":
      return byCode(params, clientId, grants);
    case "refresh_token":
      return byRefreshToken(params, clientId, grants);
    case null:
      return refused("invalid_request", "grant_type is missing");
    default:
      return refused("unsupported_grant_type", "grant_type is authorization_code or refresh_token");
  }
}

function byCode(params: URLSearchParams, clientId: string, grants: Grants): Granted {
  const [code, redirectUri, verifier] = ["code", "redirect_uri", "code_verifier"].map((name) =>
    params.get(name),
  );
  if (!code || !redirectUri || !verifier)
    return refused("invalid_request", "code, redirect_uri and code_verifier are all needed");
  const presented: Presented = { code, clientId, redirectUri, verifier };
  return granted(grants.redeem(presented), "the code does not hold");
}

function byRefreshToken(params: URLSearchParams, clientId: string, grants: Grants): Granted {
  const token = params.get("refresh_token");
  if (!token) return refused("invalid_request", "refresh_token is missing");
  return granted(grants.refresh(token, clientId), "the refresh token does not hold");
}

const granted = (session: Session | undefined, otherwise: string): Granted =>
  session ? { kind: "GRANTED", session } : refused("invalid_grant", otherwise);

const refused = (error: TokenError, description: string): Granted => ({
  kind: "REFUSED",
  error,
  description,
});
