import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { CLAIMS, type TokenProblem, tokenVerifier, type VerifyToken } from "../../services/api/oidc.ts";
import type { Instant } from "../../services/kernel/runtime.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const SECONDS = Date.parse(NOW) / 1_000;
const OIDC = { issuer: "https://issuer.test", audience: "the-client", jwksUrl: "https://issuer.test/jwks" };
const CITIZEN = "ctz_0123456789abcdef";

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;

let keys: KeyPair;
let others: KeyPair;
let verify: VerifyToken;
beforeAll(async () => {
  keys = await generateKeyPair("ES256", { extractable: true });
  others = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "ES256" };
  verify = tokenVerifier(OIDC, createLocalJWKSet({ keys: [jwk] }));
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
