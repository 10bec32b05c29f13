import * as oauth from "oauth4webapi";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ClientName } from "../../services/kernel/process/trusted-issuers.ts";
import { ask } from "./local-platform.ts";
import { formIn, type SignInServer, startSignInServer } from "./sign-in-server.ts";

let server: SignInServer;
let as: oauth.AuthorizationServer;
beforeAll(async () => {
  server = await startSignInServer();
  const issuer = new URL(server.origin);
  as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, INSECURE));
});
afterAll(() => server.stop());

/** The local sign-in speaks plain HTTP. */
const INSECURE = { [oauth.allowInsecureRequests]: true };
const CALLBACKS: Readonly<Record<ClientName, string>> = {
  portal: "/signed-in",
  console: "/console/signed-in",
  desk: "/desk/signed-in",
};
const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Wish = { readonly client?: ClientName; readonly params?: Readonly<Record<string, string | undefined>> };

/** A front-end that wants somebody to sign in, with an address that leads to the page. */
async function wishOf({ client: client_id = "portal", params = {} }: Wish = {}) {
  const verifier = oauth.generateRandomCodeVerifier();
  const redirectUri = `${server.origin}${CALLBACKS[client_id]}`;
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const wanted = {
    ...{ client_id, redirect_uri: redirectUri, response_type: "code", scope: "openid", state, nonce },
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    ...{ code_challenge_method: "S256", ...params },
  };
  const url = new URL(as.authorization_endpoint ?? "");
  for (const [name, value] of Object.entries(wanted))
    if (value !== undefined) url.searchParams.set(name, value);
  return { client: { client_id }, verifier, redirectUri, state, nonce, url };
}

const send = (url: URL | string, fields?: URLSearchParams, headers: Record<string, string> = {}) =>
  fetch(url, { redirect: "manual", headers, ...(fields ? { method: "POST", body: fields } : {}) });

/** Presses a button of the page; the answer sends the browser on. */
async function pressed(url: URL, name: string, headers: Record<string, string> = {}): Promise<Response> {
  const { fields, buttons } = formIn(await (await send(url, undefined, headers)).text());
  fields.set("account", buttons.get(name) ?? "");
  const response = await send(`${server.origin}/authorize`, fields, { ...headers, origin: server.origin });
  expect([name, response.status]).toEqual([name, 303]);
  return response;
}

const placeOf = (response: Response): URL => new URL(response.headers.get("location") ?? "");

/** As `pressed`; the address to which the browser is sent. */
const press = async (url: URL, name: string): Promise<URL> => placeOf(await pressed(url, name));

type Wished = Awaited<ReturnType<typeof wishOf>>;

/** As a front-end does by the book: the answer's checks, the code's exchange, the token's checks and signature. */
async function signIn(name: string, wish?: Wish) {
  const wished = await wishOf(wish);
  const answer = oauth.validateAuthResponse(as, wished.client, await press(wished.url, name), wished.state);
  const response = await exchange(wished, answer);
  const check = { expectedNonce: wished.nonce, requireIdToken: true };
  const tokens = await oauth.processAuthorizationCodeResponse(as, wished.client, response, check);
  await oauth.validateApplicationLevelSignature(as, response, INSECURE);
  return { ...wished, answer, tokens };
}

const exchange = ({ client, redirectUri, verifier }: Wished, answer: URLSearchParams) =>
  oauth.authorizationCodeGrantRequest(as, client, oauth.None(), answer, redirectUri, verifier, INSECURE);

const refresh = (token = "", client_id = "portal") =>
  oauth.refreshTokenGrantRequest(as, { client_id }, oauth.None(), token, INSECURE);

async function refusalOf(response: Response) {
  const { error } = (await response.json()) as { readonly error?: string };
  return [response.status, error];
}

const GRANT_REFUSED = [400, "invalid_grant"];

const viewerOf = async (token = ""): Promise<unknown> => {
  const headers = { authorization: `Bearer ${token}` };
  return (await ask(`${server.origin}/graphql`, "{ viewer { kind id } }", headers)).data;
};

describe("the sign-in page", () => {
  it.each([
    ["zh-CN", "请选择以谁的身份登录", "受理员"],
    ["en", "Choose whom to sign in as", "acceptor"],
  ])("offers officers to the desk, in %s, without a script", async (language, heading, officer) => {
    const { url } = await wishOf({ client: "desk" });
    const response = await send(url, undefined, { "accept-language": language });
    const { html, buttons } = formIn(await response.text());
    expect(response.status).toBe(200);
    expect(html).toContain(`<html lang="${language}">`);
    expect(html).toContain(`<h1>${heading}</h1>`);
    expect(html).not.toMatch(/<script|javascript:| on\w+=| style=/);
    expect([...buttons.keys()]).toContain(officer);
    expect([...buttons.keys()]).not.toContain("王小明");
    const policy = response.headers.get("content-security-policy");
    expect(policy).toMatch(
      /^default-src 'none'; img-src data:; style-src 'sha256-[^']+'; form-action 'self' /,
    );
    expect(response.headers.get("cache-control")).toBe("no-store");
  });

  it("offers citizens to the portal, and the other language with the same wish", async () => {
    const { url, state } = await wishOf({ params: { ui_locales: "en" } });
    const { html, buttons } = formIn(await (await send(url)).text());
    expect([...buttons.keys()]).toEqual(expect.arrayContaining(["王小明", "赵建国", "Cancel"]));
    expect([...buttons.keys()]).not.toContain("acceptor");
    const [, other = ""] = /<a href="([^"]+)" lang="zh-CN"/.exec(html) ?? [];
    const there = new URL(other.replaceAll("&amp;", "&"), server.origin);
    expect(there.searchParams.get("state")).toBe(state);
    expect(await (await send(there)).text()).toContain("请选择以谁的身份登录");
  });

  it("says again what it was asked, and runs nothing of it", async () => {
    const state = `"><script>alert('1')</script>&amp;`;
    const { url } = await wishOf({ params: { state } });
    const { html, fields } = formIn(await (await send(url)).text());
    expect(html).not.toContain("<script");
    expect(fields.get("state")).toBe(state);
  });

  it("takes a form from no page of another site, and no account that it does not offer", async () => {
    const { url, redirectUri } = await wishOf();
    const { fields, buttons } = formIn(await (await send(url)).text());
    fields.set("account", buttons.get("王小明") ?? "");
    const elsewhere = await send(`${server.origin}/authorize`, fields, { origin: "https://evil.example" });
    expect([elsewhere.status, elsewhere.headers.get("location")]).toEqual([403, null]);
    fields.set("account", server.accounts.OFFICER[0]?.id ?? "");
    const officer = await send(`${server.origin}/authorize`, fields, { origin: server.origin });
    expect([officer.status, officer.headers.get("location")]).toEqual([400, null]);
    expect(redirectUri).toBe(`${server.origin}/signed-in`);
  });

  it("may be opened under another name of this machine, and leads back to the front-end", async () => {
    const { url, redirectUri } = await wishOf();
    const there = server.origin.replace("localhost", "127.0.0.1");
    const { fields, buttons } = formIn(await (await send(url.href.replace(server.origin, there))).text());
    fields.set("account", buttons.get("王小明") ?? "");
    const answer = await send(`${there}/authorize`, fields, { origin: there });
    expect(answer.headers.get("location")).toMatch(`${redirectUri}?code=`);
  });

  it("lets somebody change their mind", async () => {
    const { url, client, state } = await wishOf();
    const back = await press(url, "取消");
    expect(() => oauth.validateAuthResponse(as, client, back, state)).toThrow(
      expect.objectContaining({ error: "access_denied" }),
    );
  });
});

describe("somebody who signs in", () => {
  it.each<[ClientName, string, string]>([
    ["portal", "王小明", "CITIZEN"],
    ["console", "赵建国", "CITIZEN"],
    ["desk", "受理员", "OFFICER"],
  ])("in the %s as %s is a %s to the API", async (client, name, kind) => {
    const { tokens } = await signIn(name, { client });
    const account = Object.values(server.accounts)
      .flat()
      .find((one) => one.name.zh === name);
    expect(await viewerOf(tokens.id_token)).toEqual({ viewer: { kind, id: account?.id } });
    expect(await viewerOf(tokens.access_token)).toBeUndefined();
  });

  it("for the first time is put on record by what their issuer has proven", async () => {
    const { tokens } = await signIn("林新");
    const headers = { authorization: `Bearer ${tokens.id_token}` };
    const { data } = await ask(`${server.origin}/graphql`, "{ me { name maskedIdNumber } }", headers);
    expect(data).toEqual({
      me: { name: "林新", maskedIdNumber: expect.stringMatching(/^110105\*{8}210\w$/) },
    });
  });

  it("goes on under a new token each time, until they sign out", async () => {
    const { tokens, client } = await signIn("王小明");
    const renewed = await oauth.processRefreshTokenResponse(as, client, await refresh(tokens.refresh_token));
    expect(renewed.refresh_token).not.toBe(tokens.refresh_token);
    expect(await viewerOf(renewed.id_token)).toMatchObject({ viewer: { kind: "CITIZEN" } });
    const leave = new URL(as.end_session_endpoint ?? "");
    leave.searchParams.set("id_token_hint", renewed.id_token ?? "");
    leave.searchParams.set("post_logout_redirect_uri", `${server.origin}/`);
    leave.searchParams.set("state", "bye");
    const left = await send(leave);
    expect([left.status, left.headers.get("location")]).toEqual([303, `${server.origin}/?state=bye`]);
    expect(await refusalOf(await refresh(renewed.refresh_token))).toEqual(GRANT_REFUSED);
  });
});

describe("an authorization request", () => {
  it.each<[string, Readonly<Record<string, string | undefined>>]>([
    ["of an unknown client", { client_id: "stranger" }],
    ["of no client", { client_id: undefined }],
    ["for another address", { redirect_uri: "https://evil.example/signed-in" }],
    ["for the address of another client", { redirect_uri: "http://localhost/desk/signed-in" }],
    ["for an address that only begins alike", { redirect_uri: "{origin}/signed-in/../evil" }],
    ["for no address", { redirect_uri: undefined }],
  ])("%s is said on a page, and sent nowhere", async (_, params) => {
    const { url } = await wishOf({ params });
    const redirectUri = url.searchParams.get("redirect_uri");
    if (redirectUri) url.searchParams.set("redirect_uri", redirectUri.replace("{origin}", server.origin));
    const response = await send(url);
    expect([response.status, response.headers.get("location")]).toEqual([400, null]);
    expect(response.headers.get("content-type")).toBe("text/html; charset=utf-8");
  });

  it.each<[string, Readonly<Record<string, string | undefined>>, string]>([
    ["without PKCE", { code_challenge: undefined, code_challenge_method: undefined }, "invalid_request"],
    ["by the method plain", { code_challenge_method: "plain" }, "invalid_request"],
    ["by no method, which is plain", { code_challenge_method: undefined }, "invalid_request"],
    ["with a challenge that is none", { code_challenge: "short" }, "invalid_request"],
    ["for a token at once", { response_type: "token" }, "unsupported_response_type"],
    ["for nothing", { response_type: undefined }, "invalid_request"],
    ["for an answer in the fragment", { response_mode: "fragment" }, "invalid_request"],
    ["without openid", { scope: "profile" }, "invalid_scope"],
    ["that asks nobody", { prompt: "none" }, "login_required"],
    ["that asks nobody and somebody", { prompt: "none login" }, "invalid_request"],
    ["by a request object", { request: "e30" }, "request_not_supported"],
    ["by a request object elsewhere", { request_uri: "https://a.test" }, "request_uri_not_supported"],
  ])("%s is answered to the front-end", async (_, params, error) => {
    const { url, client, state, redirectUri } = await wishOf({ params });
    const back = new URL((await send(url)).headers.get("location") ?? "");
    expect(back.origin + back.pathname).toBe(redirectUri);
    expect(() => oauth.validateAuthResponse(as, client, back, state)).toThrow(
      expect.objectContaining({ error }),
    );
  });

  it("with a parameter twice is answered to the front-end, but not if it is one that says who that is", async () => {
    const { url } = await wishOf();
    url.searchParams.append("scope", "openid");
    const back = new URL((await send(url)).headers.get("location") ?? "");
    expect(back.searchParams.get("error")).toBe("invalid_request");
    url.searchParams.append("redirect_uri", `${server.origin}/signed-in`);
    expect((await send(url)).status).toBe(400);
  });
});

describe("a code", () => {
  const answered = async (wish?: Wish) => {
    const wished = await wishOf(wish);
    const name = wish?.client === "desk" ? "受理员" : "王小明";
    const back = await press(wished.url, name);
    return { wished, answer: oauth.validateAuthResponse(as, wished.client, back, wished.state) };
  };

  it("is good once: the second time it is refused, and ends what it has begun", async () => {
    const { answer, tokens, ...wished } = await signIn("王小明");
    expect(await refusalOf(await exchange(wished, answer))).toEqual(GRANT_REFUSED);
    expect(await refusalOf(await refresh(tokens.refresh_token))).toEqual(GRANT_REFUSED);
  });

  it("is good for a minute", async () => {
    const { wished, answer } = await answered();
    server.pass(MINUTE_MS - 5_000);
    expect((await exchange(wished, answer)).status).toBe(200);
    const late = await answered();
    server.pass(MINUTE_MS + 1_000);
    expect(await refusalOf(await exchange(late.wished, late.answer))).toEqual(GRANT_REFUSED);
  });

  it("needs the verifier of its challenge, and is gone after a wrong one", async () => {
    const { wished, answer } = await answered();
    const wrong = { ...wished, verifier: oauth.generateRandomCodeVerifier() };
    expect(await refusalOf(await exchange(wrong, answer))).toEqual(GRANT_REFUSED);
    expect(await refusalOf(await exchange(wished, answer))).toEqual(GRANT_REFUSED);
  });

  it("is of one client and one address", async () => {
    const { wished, answer } = await answered();
    const desk = { ...wished, client: { client_id: "desk" as const } };
    const toDesk = oauth.validateAuthResponse(
      as,
      desk.client,
      urlOf(wished.redirectUri, answer),
      wished.state,
    );
    expect(await refusalOf(await exchange(desk, toDesk))).toEqual(GRANT_REFUSED);
    const again = await answered();
    const elsewhere = { ...again.wished, redirectUri: `${server.origin}/console/signed-in` };
    expect(await refusalOf(await exchange(elsewhere, again.answer))).toEqual(GRANT_REFUSED);
  });
});

const urlOf = (address: string, params: URLSearchParams): URL => new URL(`${address}?${params}`);

describe("a refresh token", () => {
  it("that was replaced ends the session when it comes again", async () => {
    const { tokens, client } = await signIn("王小明");
    const renewed = await oauth.processRefreshTokenResponse(as, client, await refresh(tokens.refresh_token));
    expect(await refusalOf(await refresh(tokens.refresh_token))).toEqual(GRANT_REFUSED);
    expect(await refusalOf(await refresh(renewed.refresh_token))).toEqual(GRANT_REFUSED);
  });

  it("is of one client, and ends with its session", async () => {
    const { tokens } = await signIn("王小明");
    expect(await refusalOf(await refresh(tokens.refresh_token, "desk"))).toEqual(GRANT_REFUSED);
    server.pass(12 * HOUR_MS + MINUTE_MS);
    expect(await refusalOf(await refresh(tokens.refresh_token))).toEqual(GRANT_REFUSED);
  });
});

describe("the token endpoint", () => {
  const post = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
    send(as.token_endpoint ?? "", new URLSearchParams(fields), headers);
  const grant = { grant_type: "authorization_code", client_id: "portal", code: "x", redirect_uri: "y" };

  it.each<[string, Record<string, string>, number, string]>([
    ["no grant", { client_id: "portal" }, 400, "invalid_request"],
    ["another grant", { client_id: "portal", grant_type: "password" }, 400, "unsupported_grant_type"],
    ["a code without its verifier", grant, 400, "invalid_request"],
    ["a code that is none", { ...grant, code_verifier: "z".repeat(43) }, 400, "invalid_grant"],
    ["an unknown client", { ...grant, client_id: "stranger" }, 401, "invalid_client"],
    ["a client with a secret", { ...grant, client_secret: "s" }, 401, "invalid_client"],
    ["a renewal of nothing", { client_id: "portal", grant_type: "refresh_token" }, 400, "invalid_request"],
  ])("refuses %s", async (_, fields, status, error) => {
    const response = await post(fields);
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await refusalOf(response)).toEqual([status, error]);
  });

  it("refuses a secret in a header, a body that is no form, a parameter twice, and GET", async () => {
    expect(await refusalOf(await post(grant, { authorization: "Basic cG9ydGFsOnM=" }))).toEqual([
      401,
      "invalid_client",
    ]);
    const url = as.token_endpoint ?? "";
    const headers = { "content-type": "application/json" };
    const json = await fetch(url, { method: "POST", headers, body: JSON.stringify(grant) });
    expect(await refusalOf(json)).toEqual([400, "invalid_request"]);
    const twice = new URLSearchParams([...Object.entries(grant), ["code", "z"]]);
    expect(await refusalOf(await send(url, twice))).toEqual([400, "invalid_request"]);
    const got = await fetch(url);
    expect([got.status, got.headers.get("allow")]).toEqual([405, "POST"]);
  });
});

describe("who signs out", () => {
  const leave = (params: Readonly<Record<string, string>>) =>
    send(`${server.origin}/logout?${new URLSearchParams(params)}`, undefined, { "accept-language": "en" });

  it("is told so where no address to go on at is given", async () => {
    const left = await leave({ client_id: "portal" });
    expect(left.status).toBe(200);
    expect(await left.text()).toContain("<h1>You are signed out</h1>");
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    [
      "an address that is not registered",
      { client_id: "portal", post_logout_redirect_uri: "https://evil.example/" },
    ],
    ["an address of nobody", { post_logout_redirect_uri: "{origin}/" }],
    ["a hint that is no token", { client_id: "portal", id_token_hint: "x.y.z" }],
  ])("is sent nowhere with %s", async (_, params) => {
    const filled = Object.entries(params).map(([name, value]) => [
      name,
      value.replace("{origin}", server.origin),
    ]);
    const left = await leave(Object.fromEntries(filled));
    expect([left.status, left.headers.get("location")]).toEqual([400, null]);
  });

  it("cannot end another's session by a token of another client", async () => {
    const { tokens } = await signIn("王小明");
    const left = await leave({ client_id: "desk", id_token_hint: tokens.id_token ?? "" });
    expect(left.status).toBe(400);
    expect((await refresh(tokens.refresh_token)).status).toBe(200);
  });
});

describe("a sign-in that asks nobody", () => {
  /** A browser sends this at a path after these answers, one after the other. */
  function cookiesAt(path: string, ...answers: readonly Response[]): Record<string, string> {
    const kept = new Map<string, string>();
    for (const line of answers.flatMap(({ headers }) => headers.getSetCookie())) {
      const [pair = "", ...attributes] = line.split("; ");
      const [name = ""] = pair.split("=", 1);
      if (!attributes.includes(`Path=${path}`)) continue;
      if (attributes.includes("Max-Age=0")) kept.delete(name);
      else kept.set(name, pair);
    }
    return kept.size > 0 ? { cookie: [...kept.values()].join("; ") } : {};
  }

  /** Signs in by the page, as a browser with these cookies. */
  const signedIn = async (name: string, client: ClientName, cookies: Record<string, string> = {}) =>
    pressed((await wishOf({ client })).url, name, cookies);

  /** The outcome for a browser with these cookies: whose token it is, or the error. */
  async function silently(client: ClientName, cookies: Record<string, string>): Promise<string | undefined> {
    const wished = await wishOf({ client, params: { prompt: "none" } });
    const back = placeOf(await send(wished.url, undefined, cookies));
    const error = back.searchParams.get("error");
    if (error !== null) return error;
    const answer = oauth.validateAuthResponse(as, wished.client, back, wished.state);
    const check = { expectedNonce: wished.nonce, requireIdToken: true };
    const response = await exchange(wished, answer);
    const tokens = await oauth.processAuthorizationCodeResponse(as, wished.client, response, check);
    return oauth.getValidatedIdTokenClaims(tokens)?.["name"] as string | undefined;
  }

  const leave = (client: ClientName, cookies: Record<string, string>, hint?: string) =>
    send(
      as.end_session_endpoint ?? "",
      new URLSearchParams({ client_id: client, ...(hint === undefined ? {} : { id_token_hint: hint }) }),
      cookies,
    );

  it("goes on as whoever has signed in by this browser, and as nobody in another", async () => {
    const answer = await signedIn("王小明", "portal");
    expect(await silently("portal", cookiesAt("/authorize", answer))).toBe("王小明");
    expect(await silently("portal", {})).toBe("login_required");
    expect(await silently("portal", { cookie: "civigraph-citizen=guessed; civigraph-officer=guessed" })).toBe(
      "login_required",
    );
  });

  it("holds for the other front-end of the same people, and for none of others", async () => {
    const cookies = cookiesAt("/authorize", await signedIn("王小明", "portal"));
    expect(await silently("console", cookies)).toBe("王小明");
    expect(await silently("desk", cookies)).toBe("login_required");
    // Nor by the secret of one under the name of the other.
    const cookie = cookies["cookie"]?.replace("citizen", "officer") ?? "";
    expect(await silently("desk", { cookie })).toBe("login_required");
  });

  it("is known by random cookies that no script reads, no other site sends and no other address is told", async () => {
    const lines = (await signedIn("受理员", "desk")).headers.getSetCookie();
    expect(lines).toHaveLength(2);
    for (const [i, path] of ["/authorize", "/logout"].entries())
      expect(lines[i]).toMatch(
        new RegExp(`^civigraph-officer=[\\w-]{43}; Path=${path}; Max-Age=43200; HttpOnly; SameSite=Lax$`),
      );
  });

  it("goes on as the last who has signed in, whose predecessor's session is over", async () => {
    const first = await signedIn("受理员", "desk");
    const second = await signedIn("决定人", "desk", cookiesAt("/authorize", first));
    expect(await silently("desk", cookiesAt("/authorize", first, second))).not.toBe("login_required");
    expect(await silently("desk", cookiesAt("/authorize", first))).toBe("login_required");
  });

  it("is over with a sign-out, with or without a token, also for whoever kept the cookie", async () => {
    for (const hasHint of [true, false]) {
      const wished = await wishOf();
      const answer = await pressed(wished.url, "王小明");
      const given = oauth.validateAuthResponse(as, wished.client, placeOf(answer), wished.state);
      const tokens = (await (await exchange(wished, given)).json()) as { readonly id_token: string };
      const before = cookiesAt("/authorize", answer);
      const left = await leave("portal", cookiesAt("/logout", answer), hasHint ? tokens.id_token : undefined);
      expect(left.status).toBe(200);
      expect(cookiesAt("/authorize", answer, left)).toEqual({});
      expect(await silently("portal", before)).toBe("login_required");
    }
  });

  it("goes on where another account has signed out meanwhile", async () => {
    const { tokens } = await signIn("赵建国");
    const answer = await signedIn("王小明", "portal");
    const left = await leave("portal", cookiesAt("/logout", answer), tokens.id_token);
    expect(left.headers.getSetCookie()).toEqual([]);
    expect(await silently("portal", cookiesAt("/authorize", answer))).toBe("王小明");
  });

  it("is over after twelve hours", async () => {
    const cookies = cookiesAt("/authorize", await signedIn("王小明", "portal"));
    server.pass(12 * HOUR_MS - MINUTE_MS);
    expect(await silently("portal", cookies)).toBe("王小明");
    server.pass(2 * MINUTE_MS);
    expect(await silently("portal", cookies)).toBe("login_required");
  });

  it("asks all the same where a front-end wants it asked", async () => {
    const cookies = cookiesAt("/authorize", await signedIn("王小明", "portal"));
    for (const prompt of ["login", undefined]) {
      const { url } = await wishOf({ params: { prompt } });
      expect((await send(url, undefined, cookies)).status).toBe(200);
    }
  });
});
