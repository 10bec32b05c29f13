import { languageOf } from "../../services/api/language.ts";
import type { Language } from "../../services/kernel/message.ts";
import { ALGORITHM } from "../issuer.ts";
import type { Account, Accounts } from "./accounts.ts";
import {
  jsonAnswer,
  pageAnswer,
  problemAnswer,
  redirectAnswer,
  type SignInAnswer,
  type SignInRequest,
} from "./answers.ts";
import { type AuthorizationRequest, readAuthorization } from "./authorization.ts";
import { openBrowserSessions } from "./browser-sessions.ts";
import { clientsAt } from "./clients.ts";
import { openGrants } from "./grants.ts";
import { logOut } from "./logout.ts";
import { CANCEL, choicePage, signedOutPage } from "./page.ts";
import type { SignInPorts } from "./ports.ts";
import { grantTokens, type TokenError } from "./token-endpoint.ts";
import { tokensOf } from "./tokens.ts";

/** An OpenID provider for this machine: the code flow with PKCE, for front-ends without a secret. */
export type SignIn = {
  /** Answers what is sent to one of its paths; undefined for any other path. */
  readonly handle: (request: SignInRequest) => Promise<SignInAnswer | undefined>;
};

type Asked = { readonly request: SignInRequest; readonly query: URLSearchParams };
type Endpoint = {
  readonly methods: readonly string[];
  readonly answer: (asked: Asked, ports: SignInPorts) => Promise<SignInAnswer> | SignInAnswer;
};

const ENDPOINTS: Readonly<Record<string, Endpoint>> = {
  "/.well-known/openid-configuration": {
    methods: ["GET"],
    answer: (_, { origin }) => jsonAnswer(200, metadata(origin)),
  },
  "/jwks.json": {
    methods: ["GET"],
    answer: (_, { issuer }) => jsonAnswer(200, issuer.keySet.jwks()),
  },
  "/authorize": { methods: ["GET", "POST"], answer: authorize },
  "/token": { methods: ["POST"], answer: token },
  "/logout": { methods: ["GET", "POST"], answer: leave },
};

export function openSignIn(options: Omit<SignInPorts, "clients" | "grants" | "browsers">): SignIn {
  const { origin, now } = options;
  const ports = {
    ...{ ...options, clients: clientsAt(origin) },
    ...{ grants: openGrants(now), browsers: openBrowserSessions(now) },
  };
  return {
    handle: async (request) => {
      const { pathname, searchParams } = new URL(request.url, origin);
      const endpoint = Object.hasOwn(ENDPOINTS, pathname) ? ENDPOINTS[pathname] : undefined;
      if (!endpoint) return undefined;
      const { methods, answer } = endpoint;
      if (methods.includes(request.method)) return answer({ request, query: searchParams }, ports);
      return jsonAnswer(405, { error: "invalid_request" }, { allow: methods.join(", ") });
    },
  };
}

const metadata = (origin: string) => ({
  issuer: origin,
  authorization_endpoint: `${origin}/authorize`,
  token_endpoint: `${origin}/token`,
  jwks_uri: `${origin}/jwks.json`,
  end_session_endpoint: `${origin}/logout`,
  scopes_supported: ["openid", "profile"],
  response_types_supported: ["code"],
  response_modes_supported: ["query"],
  grant_types_supported: ["authorization_code", "refresh_token"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: [ALGORITHM],
  token_endpoint_auth_methods_supported: ["none"],
  code_challenge_methods_supported: ["S256"],
  prompt_values_supported: ["none", "login"],
  ui_locales_supported: ["zh-CN", "en"],
  authorization_response_iss_parameter_supported: true,
  request_parameter_supported: false,
  request_uri_parameter_supported: false,
});

/** The parameters, of the query or of a form; undefined for a body that is no form. */
function paramsOf({ request, query }: Asked): URLSearchParams | undefined {
  if (request.method === "GET") return query;
  const [type = ""] = String(request.headers["content-type"] ?? "").split(";", 1);
  return type.trim().toLowerCase() === "application/x-www-form-urlencoded"
    ? new URLSearchParams(request.body)
    : undefined;
}

function authorize(asked: Asked, ports: SignInPorts): SignInAnswer {
  const { origin, accounts, clients, grants, browsers } = ports;
  const params = paramsOf(asked) ?? new URLSearchParams();
  const language = pageLanguage(asked.request, params);
  const chosen = params.get("account");
  params.delete("account");
  const authorization = readAuthorization(params, clients);
  if (authorization.kind === "UNKNOWN") return problemAnswer(origin, authorization.problem, language);
  if (authorization.kind === "SENT_BACK") {
    const { redirectUri, error, description, state } = authorization;
    return redirectAnswer(redirectUri, { error, error_description: description, state, iss: origin });
  }
  const { request } = authorization;
  if (request.isSilent) return authorizeSilently(asked, request, ports);
  const offered = accounts[request.client.signsIn];
  if (asked.request.method === "GET" || chosen === null)
    return pageAnswer(origin, choicePage(request, offered, params, language));
  // Else any page could have its reader's browser sign in as somebody whom the page chooses.
  const { origin: from, host } = asked.request.headers;
  if (from !== undefined && from !== `http://${host}`) return problemAnswer(origin, "ELSEWHERE", language);
  const { redirectUri, state } = request;
  if (chosen === CANCEL) return redirectAnswer(redirectUri, { error: "access_denied", state, iss: origin });
  const account = offered.find(({ id }) => id === chosen);
  if (!account) return problemAnswer(origin, "ACCOUNT", language);
  const code = grants.issueCode(request, account.id);
  const session = browsers.begin(cookiesOf(asked), request.client.signsIn, account.id);
  return redirectAnswer(redirectUri, { code, state, iss: origin }, session);
}

const cookiesOf = ({ request }: Asked): string => String(request.headers["cookie"] ?? "");

/** Goes on as whoever the browser's own session is of, and asks nobody (OpenID Connect Core, 3.1.2.6). */
function authorizeSilently(
  asked: Asked,
  request: AuthorizationRequest,
  { origin, grants, browsers }: SignInPorts,
): SignInAnswer {
  const { redirectUri, state, client } = request;
  const account = browsers.accountIn(cookiesOf(asked), client.signsIn);
  const answer =
    account === undefined
      ? { error: "login_required", error_description: "somebody has to be asked" }
      : { code: grants.issueCode(request, account) };
  return redirectAnswer(redirectUri, { ...answer, state, iss: origin });
}

async function token(asked: Asked, ports: SignInPorts): Promise<SignInAnswer> {
  const params = paramsOf(asked);
  if (!params) return refusal("invalid_request", "the body has to be a form");
  const { authorization } = asked.request.headers;
  const granted = grantTokens(params, authorization !== undefined, ports);
  if (granted.kind === "REFUSED") return refusal(granted.error, granted.description);
  const { session } = granted;
  const account = accountOf(session.accountId, ports.accounts);
  return jsonAnswer(200, await tokensOf(session, account, { ...ports, now: ports.now() }), {
    pragma: "no-cache",
  });
}

function accountOf(id: string, { CITIZEN, OFFICER }: Accounts): Account {
  const account = [...CITIZEN, ...OFFICER].find((one) => one.id === id);
  if (!account) throw new Error("a session is of an account that is none");
  return account;
}

const refusal = (error: TokenError, description: string): SignInAnswer =>
  error === "invalid_client"
    ? jsonAnswer(401, { error, error_description: description }, { "www-authenticate": "Basic" })
    : jsonAnswer(400, { error, error_description: description });

async function leave(asked: Asked, ports: SignInPorts): Promise<SignInAnswer> {
  const params = paramsOf(asked) ?? new URLSearchParams();
  const language = pageLanguage(asked.request, params);
  const left = await logOut(params, cookiesOf(asked), ports);
  if (left.kind === "REFUSED") return problemAnswer(ports.origin, left.problem, language);
  return left.to === undefined
    ? pageAnswer(ports.origin, signedOutPage(language), { cookies: left.cookies })
    : redirectAnswer(left.to, { state: params.get("state") ?? undefined }, left.cookies);
}

const pageLanguage = ({ headers }: SignInRequest, params: URLSearchParams): Language =>
  languageOf(params.get("ui_locales") ?? String(headers["accept-language"] ?? ""));
