import type { Client } from "./clients.ts";

/** A front-end's wish that somebody sign in, by the code flow with PKCE (RFC 6749, 4.1; RFC 7636). */
export type AuthorizationRequest = {
  readonly client: Client;
  readonly redirectUri: string;
  readonly codeChallenge: string;
  readonly scope: string;
  readonly nonce: string | undefined;
  readonly state: string | undefined;
  /** Nobody is to be asked: it is done by the session that there is, or not at all (OpenID Connect Core, 3.1.2.1). */
  readonly isSilent: boolean;
};

/** Codes of RFC 6749 and OpenID Connect Core. */
type AuthorizationError =
  | "invalid_request"
  | "unsupported_response_type"
  | "invalid_scope"
  | "request_not_supported"
  | "request_uri_not_supported";

/** The front-end is told of an error at its own address. */
type SentBack = {
  readonly kind: "SENT_BACK";
  readonly redirectUri: string;
  readonly state: string | undefined;
  readonly error: AuthorizationError;
  readonly description: string;
};

/** A problem that only the person at the browser is told: whoever asked is not known, so nothing is sent there. */
export type Unknown = { readonly kind: "UNKNOWN"; readonly problem: "CLIENT" | "REDIRECT_URI" };

export type Authorization =
  | { readonly kind: "ASKED"; readonly request: AuthorizationRequest }
  | SentBack
  | Unknown;

/** Of SHA-256 in base64url. */
const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

/** Reads the parameters of an authorization request. A redirect URI holds only as it is registered, letter by letter. */
export function readAuthorization(params: URLSearchParams, clients: readonly Client[]): Authorization {
  const client = clients.find(({ id }) => id === only(params, "client_id"));
  if (!client) return { kind: "UNKNOWN", problem: "CLIENT" };
  const redirectUri = client.redirectUris.find((uri) => uri === only(params, "redirect_uri"));
  if (!redirectUri) return { kind: "UNKNOWN", problem: "REDIRECT_URI" };
  const state = params.get("state") ?? undefined;
  const wrong = errorIn(params);
  if (wrong) {
    const [error, description] = wrong;
    return { kind: "SENT_BACK", redirectUri, state, error, description };
  }
  const codeChallenge = params.get("code_challenge") ?? "";
  const [scope, nonce] = [params.get("scope") ?? "", params.get("nonce") ?? undefined];
  const isSilent = words(params.get("prompt")).includes("none");
  return { kind: "ASKED", request: { client, redirectUri, codeChallenge, scope, nonce, state, isSilent } };
}

/** The value of a parameter that stands there once. */
function only(params: URLSearchParams, name: string): string | undefined {
  const [value, ...more] = params.getAll(name);
  return more.length > 0 ? undefined : value;
}

function errorIn(params: URLSearchParams): readonly [AuthorizationError, string] | undefined {
  const repeated = [...params.keys()].find((name, at, names) => names.indexOf(name) !== at);
  if (repeated !== undefined) return ["invalid_request", "a parameter stands there twice"];
  if (params.has("request")) return ["request_not_supported", "request objects are not taken"];
  if (params.has("request_uri")) return ["request_uri_not_supported", "request objects are not taken"];
  const type = params.get("response_type");
  if (type === null) return ["invalid_request", "response_type is missing"];
  if (type !== "code") return ["unsupported_response_type", "response_type has to be code"];
  if ((params.get("response_mode") ?? "query") !== "query")
    return ["invalid_request", "response_mode has to be query"];
  if (!words(params.get("scope")).includes("openid")) return ["invalid_scope", "scope has to contain openid"];
  return challengeError(params) ?? promptError(params);
}

/** Without a method RFC 7636 takes "plain", which proves nothing to anybody who has seen the request. */
function challengeError(params: URLSearchParams): readonly [AuthorizationError, string] | undefined {
  const challenge = params.get("code_challenge");
  if (challenge === null) return ["invalid_request", "code_challenge is missing"];
  if (params.get("code_challenge_method") !== "S256")
    return ["invalid_request", "code_challenge_method has to be S256"];
  return CHALLENGE.test(challenge)
    ? undefined
    : ["invalid_request", "code_challenge is no SHA-256 in base64url"];
}

function promptError(params: URLSearchParams): readonly [AuthorizationError, string] | undefined {
  const prompts = words(params.get("prompt"));
  return prompts.includes("none") && prompts.length > 1
    ? ["invalid_request", "prompt=none goes with no other prompt"]
    : undefined;
}

const words = (text: string | null): string[] => (text ?? "").split(" ").filter((word) => word !== "");
