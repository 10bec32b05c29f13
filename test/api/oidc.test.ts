import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { CLAIMS, type TokenProblem, tokenVerifier, type VerifyToken } from "../../services/api/oidc.ts";
import type { TrustedIssuer } from "../../services/kernel/process/trusted-issuers.ts";
import type { Instant } from "../../services/kernel/runtime.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const SECONDS = Date.parse(NOW) / 1_000;
const OIDC = { issuer: "https://issuer.test", audience: "the-client" };
const TRUSTED: TrustedIssuer = {
  issuer: OIDC.issuer,
  jwksUrl: `${OIDC.issuer}/jwks`,
  clients: [{ id: OIDC.audience, signsIn: ["CITIZEN", "OFFICER"] }],
};
const CITIZEN = "ctz_0123456789abcdef";

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

let keys: KeyPair;
let others: KeyPair;
let verify: VerifyToken;
beforeAll(async () => {
  keys = await generateKeyPair("ES256", { extractable: true });
  others = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "ES256" };
  const keySet = createLocalJWKSet({ keys: [jwk] });
  verify = tokenVerifier([TRUSTED], () => keySet);
});

const GOOD: JWTPayload = {
  iss: OIDC.issuer,
  aud: OIDC.audience,
  sub: "somebody",
  iat: SECONDS,
  exp: SECONDS + 600,
  [CLAIMS.citizen]: CITIZEN,
};

type Signing = { readonly by?: KeyPair["privateKey"]; readonly kid?: string };

const signToken = (claims: JWTPayload, { by = keys.privateKey, kid = "1" }: Signing = {}): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid }).sign(by);

async function problemOf(token: string): Promise<TokenProblem | undefined> {
  const verified = await verify(token, NOW);
  return verified.ok ? undefined : verified.error;
}

describe("a sign-in token", () => {
  it("makes a citizen of its bearer, of the sandbox only where it says so", async () => {
    const live = { kind: "CITIZEN", mode: "live", id: CITIZEN };
    expect(await verify(await signToken(GOOD), NOW)).toEqual({ ok: true, value: live });
    const sandbox = await verify(await signToken({ ...GOOD, [CLAIMS.mode]: "test" }), NOW);
    expect(sandbox).toEqual({ ok: true, value: { ...live, mode: "test" } });
  });

  it("makes an officer of its bearer, with the roles that the platform knows", async () => {
    const { [CLAIMS.citizen]: _, ...rest } = GOOD;
    const officer = {
      ...rest,
      [CLAIMS.officer]: "ofc_0123456789abcdef",
      [CLAIMS.roles]: "PARTNER_MANAGER EMPEROR",
      [CLAIMS.region]: "1101",
      [CLAIMS.departments]: "SCJG RSJ",
    };
    expect(await verify(await signToken(officer), NOW)).toMatchObject({
      value: {
        kind: "OFFICER",
        roles: ["PARTNER_MANAGER"],
        jurisdiction: { regionPrefix: "1101", departments: ["SCJG", "RSJ"] },
      },
    });
  });

  it.each<[string, Readonly<Record<string, unknown>>]>([
    ["another audience", { ...GOOD, aud: "another-client" }],
    ["another issuer", { ...GOOD, iss: "https://another.test" }],
    ["a beginning that has not come", { ...GOOD, nbf: SECONDS + 600 }],
    ["no end", { ...GOOD, exp: undefined }],
    ["no subject", { ...GOOD, sub: undefined }],
    ["nobody's name", { ...GOOD, [CLAIMS.citizen]: undefined }],
    ["something that is no id", { ...GOOD, [CLAIMS.citizen]: "ctz_'; DROP" }],
    ["two names", { ...GOOD, [CLAIMS.officer]: "ofc_0123456789abcdef" }],
    ["another use than to say who somebody is", { ...GOOD, token_use: "access" }],
  ])("that is properly signed but carries %s is refused", async (_, claims) => {
    expect(await problemOf(await signToken(JSON.parse(JSON.stringify(claims))))).toBe("TOKEN_INVALID");
  });

  it("that has expired says so", async () => {
    expect(await problemOf(await signToken({ ...GOOD, exp: SECONDS - 60 }))).toBe("TOKEN_EXPIRED");
  });

  it("that is signed by somebody else, or names a key that the issuer does not have, is refused", async () => {
    expect(await problemOf(await signToken(GOOD, { by: others.privateKey }))).toBe("TOKEN_INVALID");
    expect(await problemOf(await signToken(GOOD, { kid: "2" }))).toBe("TOKEN_INVALID");
  });

  it("that is not signed at all is refused", async () => {
    const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    expect(await problemOf(`${encode({ alg: "none" })}.${encode(GOOD)}.`)).toBe("TOKEN_INVALID");
    expect(await problemOf(`${encode({ alg: "none", kid: "1" })}.${encode(GOOD)}.AAAA`)).toBe(
      "TOKEN_INVALID",
    );
  });

  it("that takes the public key for a shared secret is refused", async () => {
    const secret = Buffer.from(await exportSPKI(keys.publicKey));
    const token = await new SignJWT(GOOD).setProtectedHeader({ alg: "HS256", kid: "1" }).sign(secret);
    expect(await problemOf(token)).toBe("TOKEN_INVALID");
  });

  it("whose claims were changed after signing is refused", async () => {
    const [header, , signature] = (await signToken(GOOD)).split(".");
    const changed = Buffer.from(JSON.stringify({ ...GOOD, [CLAIMS.citizen]: "ctz_fedcba9876543210" }));
    expect(await problemOf(`${header}.${changed.toString("base64url")}.${signature}`)).toBe("TOKEN_INVALID");
  });
});

describe("a token of a front-end's own client", () => {
  const OFFICER = "ofc_0123456789abcdef";
  const citizen = { [CLAIMS.citizen]: CITIZEN };
  const officer = { [CLAIMS.officer]: OFFICER, [CLAIMS.roles]: "REVIEWER" };
  const both = { ...citizen, ...officer };
  const CLIENTS: TrustedIssuer["clients"] = [
    { id: "portal-1", signsIn: ["CITIZEN"] },
    { id: "console-1", signsIn: ["CITIZEN"] },
    { id: "desk-1", signsIn: ["OFFICER"] },
  ];
  const OFFICERS = "https://officers.test";

  /** "CITIZEN", "OFFICER", or why nobody is signed in. */
  async function signedInBy(claims: JWTPayload, trusted: readonly TrustedIssuer[]): Promise<string> {
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "ES256" };
    const verifyThese = tokenVerifier(trusted, () => createLocalJWKSet({ keys: [jwk] }));
    const verified = await verifyThese(await signToken(claims), NOW);
    return verified.ok ? verified.value.kind : verified.error;
  }

  const { [CLAIMS.citizen]: _, ...rest } = GOOD;

  it.each<[string, JWTPayload, string]>([
    ["the portal, a citizen's", { aud: "portal-1", ...citizen }, "CITIZEN"],
    ["the portal, an officer's", { aud: "portal-1", ...officer }, "TOKEN_INVALID"],
    ["the portal, of an account that is both", { aud: "portal-1", ...both }, "CITIZEN"],
    ["the console, a citizen's", { aud: "console-1", ...citizen }, "CITIZEN"],
    ["the console, an officer's", { aud: "console-1", ...officer }, "TOKEN_INVALID"],
    ["the desk, an officer's", { aud: "desk-1", ...officer }, "OFFICER"],
    ["the desk, a citizen's", { aud: "desk-1", ...citizen }, "TOKEN_INVALID"],
    ["the desk, of an account that is both", { aud: "desk-1", ...both }, "OFFICER"],
    ["two clients of ours", { aud: ["portal-1", "desk-1"], ...both }, "TOKEN_INVALID"],
    ["the desk, beside somebody else's", { aud: ["desk-1", "others"], ...officer }, "OFFICER"],
    ["the desk, issued to the desk", { aud: "desk-1", azp: "desk-1", ...officer }, "OFFICER"],
    ["the desk, issued to the portal", { aud: "desk-1", azp: "portal-1", ...officer }, "TOKEN_INVALID"],
    ["nobody of ours", { aud: "another", ...both }, "TOKEN_INVALID"],
    ["none at all", { ...both }, "TOKEN_INVALID"],
  ])("%s: %j", async (_, claims, outcome) => {
    const { aud: __, ...unaddressed } = rest;
    const trusted = { ...TRUSTED, clients: CLIENTS };
    expect(await signedInBy({ ...unaddressed, ...claims }, [trusted])).toBe(outcome);
  });

  it.each<[string, JWTPayload, string]>([
    ["the citizens' issuer, for the portal", { aud: "portal-1", ...both }, "CITIZEN"],
    ["the citizens' issuer, for the desk", { aud: "desk-1", ...both }, "TOKEN_INVALID"],
    ["the officers' issuer, for the desk", { iss: OFFICERS, aud: "desk-1", ...both }, "OFFICER"],
    ["the officers' issuer, for the portal", { iss: OFFICERS, aud: "portal-1", ...both }, "TOKEN_INVALID"],
  ])("%s", async (_, claims, outcome) => {
    const trusted = [
      { ...TRUSTED, clients: CLIENTS.slice(0, 2) },
      { ...TRUSTED, issuer: OFFICERS, clients: CLIENTS.slice(2) },
    ];
    expect(await signedInBy({ ...rest, ...claims }, trusted)).toBe(outcome);
  });
});
