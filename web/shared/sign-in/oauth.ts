import {
  type AuthorizationServer,
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  type Client,
  calculatePKCECodeChallenge,
  discoveryRequest,
  generateRandomCodeVerifier,
  generateRandomNonce,
  generateRandomState,
  getValidatedIdTokenClaims,
  None,
  processAuthorizationCodeResponse,
  processDiscoveryResponse,
  processRefreshTokenResponse,
  refreshTokenGrantRequest,
  type TokenEndpointResponse,
  validateAuthResponse,
} from "oauth4webapi";
import { loadConfig } from "../config.ts";
import { frontEnd, signInPlaceIn } from "../front-end.ts";
import { currentLanguage } from "../settings/settings.ts";
import { endSession, startSession, startWithoutSignIn, type Tokens } from "./session.ts";
import { isMarkOf, type MarkOfSignIn, markOf, writeMark } from "./sign-in-mark.ts";
import { wayOut } from "./sign-out.ts";

/**
 * Authorization code with PKCE, against the issuer that `/config.json` names. Loaded once somebody signs in. The library is imported
 * by names: as one object it would come whole, twice as large.
 */

const PENDING = "civigraph:sign-in";
const DEFAULT_SECONDS = 3_600;
/** A reader who has loaded a page anew waits for the issuer no longer than that. */
const SILENT_WAIT_MS = 5_000;

/** Kept for the way to the issuer and back. None of it is a token. */
type Pending = {
  readonly verifier: string;
  readonly state: string;
  readonly nonce: string;
  readonly returnTo: string;
  /** Nobody was asked: it holds for the person of this trace alone. */
  readonly silentFor?: MarkOfSignIn;
};

type Issuer = { readonly server: AuthorizationServer; readonly client: Client };

let found: Promise<Issuer> | undefined;

function issuer(): Promise<Issuer> {
  found ??= find().catch((error: unknown) => {
    found = undefined;
    throw error;
  });
  return found;
}

async function find(): Promise<Issuer> {
  const { issuer: url, clientId } = signInPlaceIn(await loadConfig());
  const of = new URL(url);
  const server = await processDiscoveryResponse(of, await discoveryRequest(of, options(of.href)));
  return { server, client: { client_id: clientId } };
}

/** An issuer on this very machine needs no TLS; any other does. */
function options(url: string): { [allowInsecureRequests]?: boolean } {
  const { protocol, hostname } = new URL(url);
  return protocol === "http:" && hostname === "localhost" ? { [allowInsecureRequests]: true } : {};
}

const ownAddress = (path: string): string => new URL(path, location.origin).href;

/**
 * Leaves for the issuer's page, and comes back to `returnTo`. Throws where the issuer cannot be reached.
 *
 * @param isAnew The issuer has to ask the person, even if it still knows them: somebody else may have come to the machine.
 */
export async function beginSignIn(returnTo: string, isAnew: boolean): Promise<void> {
  location.assign(await placeToAsk(await issuer(), { returnTo }, isAnew ? { prompt: "login" } : {}));
}

/**
 * As `beginSignIn`, but the issuer asks nobody: it answers by the session that it has, or that it has none (OpenID Connect Core,
 * 3.1.2.1). Never resolves, for the page is left; throws where that does not come about.
 */
export async function beginSilently(returnTo: string, silentFor: MarkOfSignIn): Promise<never> {
  const found = await Promise.race([issuer(), failLate()]);
  location.replace(await placeToAsk(found, { returnTo, silentFor }, { prompt: "none" }));
  return failLate();
}

async function failLate(): Promise<never> {
  await new Promise((resolve) => setTimeout(resolve, SILENT_WAIT_MS));
  throw new Error("the issuer does not answer");
}

/** The address at the issuer; what has to be known when it has answered is kept. */
async function placeToAsk(
  { server, client }: Issuer,
  wish: Pick<Pending, "returnTo" | "silentFor">,
  prompt: { readonly prompt?: "login" | "none" },
): Promise<URL> {
  const pending: Pending = {
    verifier: generateRandomCodeVerifier(),
    state: generateRandomState(),
    nonce: generateRandomNonce(),
    ...wish,
  };
  if (!server.authorization_endpoint) throw new Error("the issuer has no page to sign in");
  sessionStorage.setItem(PENDING, JSON.stringify(pending));
  const url = new URL(server.authorization_endpoint);
  const asked = {
    client_id: client.client_id,
    redirect_uri: ownAddress(frontEnd().returnPath),
    response_type: "code",
    scope: "openid",
    state: pending.state,
    nonce: pending.nonce,
    code_challenge: await calculatePKCECodeChallenge(pending.verifier),
    code_challenge_method: "S256",
    ui_locales: currentLanguage() === "zh" ? "zh-CN" : "en",
    ...prompt,
  };
  for (const [name, value] of Object.entries(asked)) url.searchParams.set(name, value);
  return url;
}

/**
 * Completes it with what the issuer has put in the address, and tells where to go on. Throws where it did not hold; nobody is
 * told so of a silent one, and the page is as it is for somebody who has not signed in.
 */
export async function completeSignIn(address: URL): Promise<string> {
  const pending = takePending();
  const completing = complete(address, pending);
  if (pending.silentFor) await completing.catch(giveUpSilently);
  else await completing;
  return pending.returnTo;
}

function giveUpSilently(error: unknown): void {
  // The next load asks again where the network alone has failed.
  if (!(error instanceof TypeError)) writeMark(undefined);
  startWithoutSignIn();
}

async function complete(address: URL, pending: Pending): Promise<void> {
  const { server, client } = await issuer();
  const params = validateAuthResponse(server, client, address, pending.state);
  const response = await authorizationCodeGrantRequest(
    server,
    client,
    None(),
    params,
    ownAddress(frontEnd().returnPath),
    pending.verifier,
    options(server.issuer),
  );
  const expected = { expectedNonce: pending.nonce, requireIdToken: true };
  const answer = await processAuthorizationCodeResponse(server, client, response, expected);
  const tokens = tokensOf(answer);
  const { silentFor } = pending;
  if (silentFor && !(await isMarkOf(silentFor, tokens.person)))
    throw new Error("somebody else has signed in meanwhile");
  writeMark(await markOf(tokens.person));
  startSession(tokens);
}

function takePending(): Pending {
  const text = sessionStorage.getItem(PENDING);
  sessionStorage.removeItem(PENDING);
  if (text === null) throw new Error("no sign-in was begun in this tab");
  return JSON.parse(text);
}

/** New tokens for a refresh token, which is used up by it. */
async function refreshTokens(refreshToken: string): Promise<Tokens | "refused" | "offline"> {
  try {
    const { server, client } = await issuer();
    const response = await refreshTokenGrantRequest(
      server,
      client,
      None(),
      refreshToken,
      options(server.issuer),
    );
    return tokensOf(await processRefreshTokenResponse(server, client, response));
  } catch (error) {
    return error instanceof TypeError ? "offline" : "refused";
  }
}

function tokensOf(answer: TokenEndpointResponse): Tokens {
  const claims = getValidatedIdTokenClaims(answer);
  if (!claims || answer.id_token === undefined) throw new Error("the issuer has sent no ID token");
  const { refresh_token: refreshToken } = answer;
  return {
    idToken: answer.id_token,
    renew: async () => (refreshToken === undefined ? "refused" : refreshTokens(refreshToken)),
    endsAt: Date.now() + (answer.expires_in ?? DEFAULT_SECONDS) * 1_000,
    person: claims.sub,
  };
}

/** Ends the sign-in here, and at the issuer, in the form that `/config.json` says. */
export async function signOut(): Promise<void> {
  const idToken = await endSession();
  const { clientId, signOut: form } = signInPlaceIn(await loadConfig());
  const { home } = frontEnd();
  const endpoint = form.kind === "standard" ? (await issuer()).server.end_session_endpoint : undefined;
  const way = wayOut(form, { clientId, idToken, home: ownAddress(home), endpoint });
  if (way?.kind === "post") post(way.to, way.fields);
  else location.assign(way?.to ?? home);
}

function post(to: string, fields: Readonly<Record<string, string>>): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = to;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    Object.assign(input, { type: "hidden", name, value });
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}
