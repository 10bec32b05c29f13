import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from "jose";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { CLAIMS, type TokenProblem, tokenVerifier, type VerifyToken } from "../../services/api/oidc.ts";
import { claimNamesIn } from "../../services/kernel/process/claim-names.ts";
import { deriveSecrets } from "../../services/kernel/process/secrets.ts";
import type { TrustedIssuer } from "../../services/kernel/process/trusted-issuers.ts";
import type { Instant } from "../../services/kernel/runtime.ts";

const NOW = "2026-11-23T02:00:00.000Z" as Instant;
const SECONDS = Date.parse(NOW) / 1_000;
const OIDC = { issuer: "https://issuer.test", audience: "the-client" };
const TRUSTED: TrustedIssuer = {
  issuer: OIDC.issuer,
  jwksUrl: `${OIDC.issuer}/jwks`,
  clients: [{ id: OIDC.audience, signsIn: ["CITIZEN", "OFFICER"] }],
  claims: undefined,
};
const SECRETS = deriveSecrets("a root secret for tests, long enough to be taken");
const CITIZEN = "ctz_0123456789abcdef";

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>;
type PublicKey = KeyPair["publicKey"];

let keys: KeyPair;
let others: KeyPair;
let verify: VerifyToken;
beforeAll(async () => {
  keys = await generateKeyPair("ES256", { extractable: true });
  others = await generateKeyPair("ES256");
  const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "ES256" };
  const keySet = createLocalJWKSet({ keys: [jwk] });
  verify = tokenVerifier([TRUSTED], SECRETS, () => keySet);
});

const GOOD: JWTPayload = {
  iss: OIDC.issuer,
  aud: OIDC.audience,
  sub: "somebody",
  iat: SECONDS,
  exp: SECONDS + 600,
  [CLAIMS.citizen]: CITIZEN,
};

type Signing = { readonly by?: KeyPair["privateKey"]; readonly kid?: string; readonly typ?: string };

const signToken = (
  claims: JWTPayload,
  { by = keys.privateKey, kid = "1", typ }: Signing = {},
): Promise<string> =>
  new SignJWT(claims).setProtectedHeader({ alg: "ES256", kid, ...(typ ? { typ } : {}) }).sign(by);

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
      [CLAIMS.name]: "杨帆",
    };
    expect(await verify(await signToken(officer), NOW)).toMatchObject({
      value: {
        kind: "OFFICER",
        roles: ["PARTNER_MANAGER"],
        jurisdiction: { regionPrefix: "1101", departments: ["SCJG", "RSJ"] },
        signIn: { name: "杨帆" },
      },
    });
    const nameless = { ...officer, [CLAIMS.name]: "x".repeat(101) };
    expect(await verify(await signToken(nameless), NOW)).toMatchObject({ ok: true, value: { signIn: {} } });
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

  it.each([
    ["at+jwt", "TOKEN_INVALID"],
    ["application/at+jwt", "TOKEN_INVALID"],
    ["logout+jwt", "TOKEN_INVALID"],
    ["JWT", undefined],
    ["jwt", undefined],
  ])("of the media type %s: %s", async (typ, problem) => {
    expect(await problemOf(await signToken(GOOD, { typ }))).toBe(problem);
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

describe("a sign-in token that comes again", () => {
  const at = (seconds: number) => new Date((SECONDS + seconds) * 1_000).toISOString() as Instant;

  /** An issuer that may change its keys. */
  async function issuerOf(key: PublicKey) {
    const jwkOf = async (one: PublicKey) => ({ ...(await exportJWK(one)), kid: "1", alg: "ES256" });
    const changed = { keySet: createLocalJWKSet({ keys: [await jwkOf(key)] }) };
    const verifyThese = tokenVerifier(
      [TRUSTED],
      SECRETS,
      () =>
        (...asked) =>
          changed.keySet(...asked),
    );
    return {
      verify: verifyThese,
      change: async (...next: readonly PublicKey[]) => {
        changed.keySet = createLocalJWKSet({ keys: await Promise.all(next.map(jwkOf)) });
      },
    };
  }

  it("is known, and its signature not verified again", async () => {
    const issuer = await issuerOf(keys.publicKey);
    const token = await signToken(GOOD);
    const first = await issuer.verify(token, NOW);
    const verifying = vi.spyOn(crypto.subtle, "verify");
    try {
      expect(await issuer.verify(token, NOW)).toEqual(first);
      expect(verifying).not.toHaveBeenCalled();
      await issuer.verify(await signToken(GOOD), NOW);
      expect(verifying).toHaveBeenCalledOnce();
    } finally {
      verifying.mockRestore();
    }
  });

  it("holds in its own time only", async () => {
    const issuer = await issuerOf(keys.publicKey);
    const token = await signToken({ ...GOOD, nbf: SECONDS - 60 });
    const said: [number, string | true][] = [
      ...([0, 604] as const).map((seconds): [number, true] => [seconds, true]),
      [605, "TOKEN_EXPIRED"],
      [-65, true],
      [-66, "TOKEN_INVALID"],
      [0, true],
    ];
    for (const [seconds, outcome] of said) {
      const verified = await issuer.verify(token, at(seconds));
      expect([seconds, verified.ok || verified.error]).toEqual([seconds, outcome]);
    }
  });

  it("holds no longer once its issuer has taken its key back, or has another under its id", async () => {
    const issuer = await issuerOf(keys.publicKey);
    const token = await signToken(GOOD);
    const invalid = { ok: false, error: "TOKEN_INVALID" };
    expect(await issuer.verify(token, NOW)).toMatchObject({ ok: true });
    await issuer.change(others.publicKey);
    expect(await issuer.verify(token, NOW)).toEqual(invalid);
    await issuer.change(keys.publicKey);
    expect(await issuer.verify(token, NOW)).toMatchObject({ ok: true });
    await issuer.change();
    expect(await issuer.verify(token, NOW)).toEqual(invalid);
  });

  it("helps no other that differs from it", async () => {
    const issuer = await issuerOf(keys.publicKey);
    const token = await signToken(GOOD);
    expect(await issuer.verify(token, NOW)).toMatchObject({ ok: true });
    const [header, payload, signature] = token.split(".");
    const somebodyElse = { ...GOOD, [CLAIMS.citizen]: "ctz_fedcba9876543210" };
    const forged = Buffer.from(JSON.stringify(somebodyElse)).toString("base64url");
    const altered = await signToken(GOOD, { by: others.privateKey });
    for (const other of [
      `${header}.${forged}.${signature}`,
      `${header}.${payload}.${altered.split(".")[2]}`,
      `${header}.${payload}.`,
      `${token}A`,
    ])
      expect(await issuer.verify(other, NOW)).toMatchObject({ ok: false });
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
    const verifyThese = tokenVerifier(trusted, SECRETS, () => createLocalJWKSet({ keys: [jwk] }));
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

describe("claims that an issuer names its own way", () => {
  const NUMBER = "11010519491231002X";
  const PERSON = `ctz_${SECRETS.citizenDigest(NUMBER)}`;
  const MAPPED = {
    citizen: { name: ["verified", "name"], idNumber: ["verified", "id_number"] },
    officer: { officer: "https://city.test/officer", roles: "groups", region: "area", departments: "units" },
    proof: { claim: "acr", values: ["L3", "L4"] },
  };
  const stated = claimNamesIn(JSON.stringify({ ...MAPPED.citizen, ...MAPPED.officer, proof: MAPPED.proof }));
  const verified = { name: "林新", id_number: NUMBER };

  async function verifyMapped(claims: JWTPayload) {
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "ES256" };
    const trusted = [{ ...TRUSTED, claims: stated }];
    const verifyThese = tokenVerifier(trusted, SECRETS, () => createLocalJWKSet({ keys: [jwk] }));
    const { [CLAIMS.citizen]: _, ...rest } = GOOD;
    const outcome = await verifyThese(await signToken({ ...rest, ...claims }), NOW);
    return outcome.ok ? outcome.value : outcome.error;
  }

  it("make a citizen of a proven name and number", async () => {
    const proven = { kind: "PROVEN_CITIZEN", name: "林新", idNumber: NUMBER };
    expect(await verifyMapped({ acr: "L3", verified })).toMatchObject({ ...proven, citizen: { id: PERSON } });
    const small = { ...verified, id_number: NUMBER.toLowerCase() };
    expect(await verifyMapped({ acr: "L4", verified: small })).toMatchObject({ citizen: { id: PERSON } });
  });

  it.each<[string, JWTPayload, TokenProblem]>([
    ["a lower level", { acr: "L1", verified }, "IDENTITY_NOT_PROVEN"],
    ["no level", { verified }, "IDENTITY_NOT_PROVEN"],
    ["a level among others", { acr: ["L3"], verified }, "IDENTITY_NOT_PROVEN"],
    [
      "the names of our own pool",
      { acr: "L3", [CLAIMS.name]: "林新", [CLAIMS.idNumber]: NUMBER },
      "TOKEN_INVALID",
    ],
    ["an id of our own", { acr: "L3", [CLAIMS.citizen]: CITIZEN }, "TOKEN_INVALID"],
    ["an officer of our own pool", { acr: "L3", [CLAIMS.officer]: "ofc_0123456789abcdef" }, "TOKEN_INVALID"],
  ])("make nobody of %s", async (_, claims, problem) => {
    expect(await verifyMapped(claims)).toBe(problem);
  });

  it("may say by yes or no whether they are proven", async () => {
    const names = { name: ["verified", "name"], idNumber: ["verified", "id_number"] };
    const claims = claimNamesIn(JSON.stringify({ ...names, proof: { claim: "proven", values: [true] } }));
    const jwk = { ...(await exportJWK(keys.publicKey)), kid: "1", alg: "ES256" };
    const verifyThese = tokenVerifier([{ ...TRUSTED, claims }], SECRETS, () =>
      createLocalJWKSet({ keys: [jwk] }),
    );
    const { [CLAIMS.citizen]: _, ...rest } = GOOD;
    for (const [proven, isOk] of [
      [true, true],
      [false, false],
      ["true", false],
    ] as const) {
      expect((await verifyThese(await signToken({ ...rest, proven, verified }), NOW)).ok).toBe(isOk);
    }
  });

  it("make an officer of theirs, whose roles are a list or words, and who is a person if that is proven", async () => {
    const officer = { "https://city.test/officer": "ofc_0123456789abcdef", area: "11" };
    const roles = ["REVIEWER", "AUDITOR"];
    expect(await verifyMapped({ ...officer, groups: [...roles, 7] })).toMatchObject({
      kind: "OFFICER",
      roles,
    });
    const person = await verifyMapped({ ...officer, groups: roles.join(" "), acr: "L3", verified });
    expect(person).toMatchObject({ roles, jurisdiction: { regionPrefix: "11" }, person: PERSON });
    expect(await verifyMapped({ ...officer, groups: roles, verified })).toBe("IDENTITY_NOT_PROVEN");
  });

  it.each<[string, Readonly<Record<string, unknown>>, unknown]>([
    ["a region", { area: "11" }, { regionPrefix: "11", departments: [] }],
    ["the whole country, as they say", { area: "" }, { regionPrefix: "", departments: [] }],
    [
      "departments, in a list",
      { area: "11", units: ["A", "B"] },
      { regionPrefix: "11", departments: ["A", "B"] },
    ],
    ["departments, in words", { area: "11", units: "A B" }, { regionPrefix: "11", departments: ["A", "B"] }],
    ["no region", {}, "TOKEN_INVALID"],
    ["a region that is a number", { area: 110105 }, "TOKEN_INVALID"],
    ["a region that is null", { area: null }, "TOKEN_INVALID"],
    ["a region that is a list", { area: ["11"] }, "TOKEN_INVALID"],
    ["no department at all", { area: "11", units: [] }, "TOKEN_INVALID"],
    ["a department that is a number", { area: "11", units: ["A", 7] }, "TOKEN_INVALID"],
    ["departments that are neither", { area: "11", units: { A: true } }, "TOKEN_INVALID"],
  ])("say of an officer's jurisdiction: %s", async (_, claims, said) => {
    const officer = { "https://city.test/officer": "ofc_0123456789abcdef", groups: "REVIEWER" };
    const bearer = await verifyMapped({ ...officer, ...claims });
    if (typeof said === "string") expect(bearer).toBe(said);
    else expect(bearer).toMatchObject({ jurisdiction: said });
  });

  it.each([
    ["no JSON", "name"],
    ["nothing", "{}"],
    ["a use that is none", '{"surname":"name"}'],
    ["a claim without a name", '{"citizen":""}'],
    ["a path of nothing", '{"citizen":[]}'],
    ["a number without a name", '{"idNumber":"id","proof":"EVERY_ACCOUNT"}'],
    ["a name and a number without a proof", '{"name":"name","idNumber":"id"}'],
    ["a proof of nothing", '{"citizen":"c","proof":"EVERY_ACCOUNT"}'],
    ["a proof that is none", '{"name":"name","idNumber":"id","proof":"SOME_ACCOUNTS"}'],
    ["a proof by a number", '{"name":"name","idNumber":"id","proof":{"claim":"level","values":[3]}}'],
    ["a proof by no value", '{"name":"name","idNumber":"id","proof":{"claim":"acr","values":[]}}'],
    ["officers without roles", '{"officer":"o","region":"r"}'],
    ["officers without a region, which is the whole country", '{"officer":"o","roles":"r"}'],
  ])("are not read from %s", (_, json) => {
    expect(claimNamesIn(json)).toBeUndefined();
  });
});
