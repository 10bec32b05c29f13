import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { TrustedIssuer } from "../../../../services/government/licences/credentials/check-issuer.ts";
import { deviceSigner, newDeviceKeys } from "../../../../services/government/licences/credentials/es256.ts";
import type { ListedStatus } from "../../../../services/government/licences/credentials/listed-status.ts";
import { disclose } from "../../../../services/government/licences/credentials/present.ts";
import { REASONS, type Reason } from "../../../../services/government/licences/credentials/reasons.ts";
import type { IssuerKey } from "../../../../services/government/licences/credentials/signing.ts";
import { newVerifierMemory } from "../../../../services/government/licences/credentials/verifier-memory.ts";
import type { Known, Verification } from "../../../../services/government/licences/verify.ts";
import { type Instant, plusMs } from "../../../../services/kernel/runtime.ts";
import { COPY_ROWS } from "./copy-rows.ts";
import {
  at,
  BASE,
  bound,
  FRESH,
  ISSUER,
  issuerKey,
  jws,
  LIST,
  NOW,
  OTHER_ISSUER,
  openWorld,
  rewritten,
  saltOf,
  told,
  VCT,
  VERSION,
  type World,
} from "./credential-world.ts";

let world: World;
beforeAll(async () => {
  world = await openWorld();
});

/** The credential is of the day before. */
const SIGNED_AT = plusMs(NOW, -86_400_000);
const SIGNED_AT_S = Date.parse(SIGNED_AT) / 1_000;

const withKey = (w: World, changes: Partial<IssuerKey>): Partial<Known> => ({
  keys: { ...w.known.keys, value: [{ ...w.platform.key, ...changes }] },
});
const withTrust = (
  w: World,
  issuer = ISSUER,
  vct = VCT,
  from = SIGNED_AT,
  until?: Instant,
): Partial<Known> => ({
  trust: {
    ...w.known.trust,
    value: [{ issuer, types: [{ vct, from, ...(until ? { until } : {}) }] }] satisfies TrustedIssuer[],
  },
});
const withStatus = (changes: Partial<ListedStatus>): Partial<Known> => ({
  statusOf: () => ({ ...FRESH, ...changes }),
});

const shown = async (w: World): Promise<string> => w.show(await w.issue());
const another = async () => deviceSigner(await newDeviceKeys());

/** The credential with one field disclosed, in its parts, the last of them empty. */
const parts = async (w: World): Promise<readonly string[]> =>
  (await disclose(await w.issue(), ["premises"])).split("~");
/** By a thief that has the phone: whatever was changed, the holder's key signs it. */
const stolen = async (w: World, changed: readonly string[]): Promise<Verification> =>
  w.verify(await bound(changed.join("~"), w.phone));

const claims = (w: World): Record<string, unknown> => ({
  ...{ iss: `${BASE}/issuers/${ISSUER}`, iat: SIGNED_AT_S, vct: VCT },
  ...{ status: { status_list: { idx: 4711, uri: LIST } }, cnf: { jwk: w.phone.publicKey } },
});
/** Signed by the issuer, with other claims or another header than it would write. */
const written = async (w: World, changes: object, header: object = {}): Promise<Verification> => {
  const head = { typ: "dc+sd-jwt", alg: "ES256", kid: "bj-2026", ...header };
  const text = `${await jws(head, { ...claims(w), ...changes }, w.platform.signer.sign)}~`;
  return w.verify(await bound(text, w.phone));
};

type Row = readonly [what: string, reason: Reason, attempt: (w: World) => Promise<Verification>];

const FORGERY: readonly Row[] = [
  [
    "a claim that was changed",
    "BAD_SIGNATURE",
    async (w) => {
      const [jwt = "", ...rest] = await parts(w);
      const [header, payload = "", signature] = jwt.split(".");
      const changed = rewritten(payload, (json) => ({ ...json, version: 2 }));
      return stolen(w, [[header, changed, signature].join("."), ...rest]);
    },
  ],
  [
    "a disclosure that was changed",
    "DISCLOSURE_NOT_SIGNED",
    async (w) => {
      const all = await parts(w);
      const changed = rewritten(all[1] ?? "", () => [saltOf("premises"), "premises", "elsewhere"]);
      return stolen(w, all.with(1, changed));
    },
  ],
  [
    "a disclosure of another licence",
    "DISCLOSURE_NOT_SIGNED",
    async (w) => {
      const other = await w.issue({}, { saltOf: (field) => `${saltOf(field)}x` });
      return stolen(w, (await parts(w)).toSpliced(1, 0, other.split("~")[1] ?? ""));
    },
  ],
  [
    "a disclosure that is told twice",
    "DISCLOSURE_NOT_SIGNED",
    async (w) => {
      const all = await parts(w);
      return stolen(w, all.toSpliced(1, 0, all[1] ?? ""));
    },
  ],
  [
    "a foreign key under the issuer's name and the name of its key",
    "BAD_SIGNATURE",
    async (w) => w.verify(await w.show(await w.issue({}, { signer: (await issuerKey()).signer }))),
  ],
  [
    "a foreign key under a name of its own",
    "UNKNOWN_KEY",
    async (w) =>
      w.verify(await w.show(await w.issue({}, { signer: (await issuerKey({ keyId: "mine" })).signer }))),
  ],
  [
    "a key of another issuer, which may sign licences of its own",
    "KEY_OF_ANOTHER_ISSUER",
    async (w) => {
      const other = await issuerKey({ issuer: OTHER_ISSUER, keyId: "jl-2026" });
      const keys = { ...w.known.keys, value: [w.platform.key, other.key] };
      return w.verify(await w.show(await w.issue({}, { signer: other.signer })), { keys });
    },
  ],
  ["a credential that says it needs no signature", "BAD_SIGNATURE", (w) => written(w, {}, { alg: "none" })],
  ["a credential that names another algorithm", "BAD_SIGNATURE", (w) => written(w, {}, { alg: "SM2" })],
  ["another kind of token by the same key", "MALFORMED", (w) => written(w, {}, { typ: "JWT" })],
  ["a header that has to be understood, and is not", "MALFORMED", (w) => written(w, {}, { crit: ["x"] })],
  ["a credential without a key's name", "MALFORMED", (w) => written(w, {}, { kid: undefined })],
  ["digests by a hash that is none of ours", "MALFORMED", (w) => written(w, { _sd_alg: "sha-512" })],
  ["a time of signing that is no time", "MALFORMED", (w) => written(w, { iat: "yesterday" })],
  ["an end that is no time", "MALFORMED", (w) => written(w, { exp: true })],
  [
    "a claim that the issuer has signed, disclosed anew under its name",
    "DISCLOSURE_NOT_SIGNED",
    async (w) => {
      const disclosure = Buffer.from(JSON.stringify([saltOf("x"), "vct", "https://other"])).toString(
        "base64url",
      );
      const digest = Buffer.from(
        await crypto.subtle.digest("SHA-256", new TextEncoder().encode(disclosure)),
      ).toString("base64url");
      const head = { typ: "dc+sd-jwt", alg: "ES256", kid: "bj-2026" };
      const jwt = await jws(head, { ...claims(w), _sd: [digest] }, w.platform.signer.sign);
      return stolen(w, [jwt, disclosure, ""]);
    },
  ],
];

const ISSUERS: readonly Row[] = [
  [
    "an issuer that nobody trusts",
    "UNTRUSTED_ISSUER",
    async (w) => w.verify(await shown(w), withTrust(w, OTHER_ISSUER)),
  ],
  [
    "an issuer whose address is no issuer's",
    "UNTRUSTED_ISSUER",
    (w) => written(w, { iss: "https://forger.example" }),
  ],
  [
    "a type that its issuer may not sign",
    "TYPE_NOT_OF_ISSUER",
    async (w) => w.verify(await shown(w), withTrust(w, ISSUER, `${VCT}/other`)),
  ],
  [
    "a type that its issuer may sign from the next millisecond on",
    "ISSUER_OUT_OF_PERIOD",
    async (w) => w.verify(await shown(w), withTrust(w, ISSUER, VCT, plusMs(SIGNED_AT, 1))),
  ],
  [
    "a type that its issuer could sign until just then",
    "ISSUER_OUT_OF_PERIOD",
    async (w) => w.verify(await shown(w), withTrust(w, ISSUER, VCT, at("2020-01-01T00:00:00Z"), SIGNED_AT)),
  ],
  [
    "a key before its first day",
    "KEY_OUT_OF_PERIOD",
    async (w) => w.verify(await shown(w), withKey(w, { from: plusMs(SIGNED_AT, 1) })),
  ],
  [
    "a key after its end",
    "KEY_OUT_OF_PERIOD",
    async (w) => w.verify(await shown(w), withKey(w, { until: SIGNED_AT })),
  ],
  [
    "a key from the moment on in which it was lost",
    "KEY_COMPROMISED",
    async (w) => w.verify(await shown(w), withKey(w, { compromisedSince: SIGNED_AT })),
  ],
  [
    "a lost key, with a time from before the loss, which a thief can write as well",
    "SIGNING_TIME_UNPROVEN",
    async (w) => w.verify(await shown(w), withKey(w, { compromisedSince: plusMs(SIGNED_AT, 1) })),
  ],
  [
    "a credential of an algorithm that the verifier has not got",
    "UNKNOWN_ALGORITHM",
    async (w) => w.verify(await shown(w), { algorithms: [] }),
  ],
  [
    "a licence of another type than the verifier asks for",
    "TYPE_NOT_ASKED_FOR",
    async (w) => w.verify(await shown(w), {}, { ...w.expected, types: [`${VCT}/other`] }),
  ],
];

const late = (w: World, now: Instant): Partial<Known> => ({
  keys: { ...w.known.keys, fetchedAt: now },
  trust: { ...w.known.trust, fetchedAt: now },
  ...withStatus({ fetchedAt: now }),
});
/** By a counter at another time, whose copies are fresh. */
const verifiedAt = async (w: World, now: Instant): Promise<Verification> =>
  w.verify(await w.show(await w.issue(), [], { now }), late(w, now), w.expected, now);

const TIMES: readonly Row[] = [
  [
    "a licence at midnight after its last day",
    "EXPIRED",
    (w) => verifiedAt(w, at("2031-01-15T00:00:00+08:00")),
  ],
  [
    "a licence before its first day",
    "NOT_YET_VALID",
    (w) => written(w, { nbf: Date.parse(NOW) / 1_000 + 1 }),
  ],
  [
    "a credential of a time that has not come",
    "ISSUED_IN_FUTURE",
    (w) => written(w, { iat: Date.parse(NOW) / 1_000 + 61 }),
  ],
];

const rolledBack = async (w: World): Promise<Verification> => {
  const memory = newVerifierMemory();
  await w.verify(await shown(w), { memory, ...withStatus({ sequence: 13 }) });
  const nonce = "YW5vdGhlci1ub25jZS1vZi10aGU";
  const text = await w.show(await w.issue(), [], { nonce });
  const asked = { ...w.expected, binding: { audience: "https://counter.example", nonce } };
  return w.verify(text, { memory, ...withStatus({ sequence: 12 }) }, asked);
};

const STATUSES: readonly Row[] = [
  ["a licence that was revoked", "REVOKED", async (w) => w.verify(await shown(w), withStatus({ status: 1 }))],
  [
    "a licence that is suspended",
    "SUSPENDED",
    async (w) => w.verify(await shown(w), withStatus({ status: 2 })),
  ],
  [
    "a version that another one has superseded",
    "SUPERSEDED",
    async (w) => w.verify(await shown(w), withStatus({ status: 3 })),
  ],
  [
    "a status that nobody has defined",
    "UNKNOWN_STATUS",
    async (w) => w.verify(await shown(w), withStatus({ status: 4 })),
  ],
  ["a list that was replaced by an older one", "STATUS_ROLLED_BACK", rolledBack],
  [
    "a list that is a second older than its time to live",
    "STATUS_STALE",
    async (w) => w.verify(await shown(w), withStatus({ fetchedAt: plusMs(NOW, -301_000) })),
  ],
  [
    "a list that has ended, within its time to live",
    "STATUS_STALE",
    async (w) => w.verify(await shown(w), withStatus({ expiresAt: NOW })),
  ],
  [
    "a list that is from the future, by a clock that was set back",
    "STATUS_STALE",
    async (w) => w.verify(await shown(w), withStatus({ fetchedAt: plusMs(NOW, 62_000) })),
  ],
  [
    "a revocation on a list that is too old",
    "STATUS_STALE",
    async (w) => w.verify(await shown(w), withStatus({ status: 1, fetchedAt: plusMs(NOW, -301_000) })),
  ],
  [
    "a list that is not at hand",
    "STATUS_NOT_AT_HAND",
    async (w) => w.verify(await shown(w), { statusOf: () => undefined }),
  ],
  ["a credential without a status", "NO_STATUS", (w) => written(w, { status: undefined })],
  [
    "a status at no place",
    "NO_STATUS",
    (w) => written(w, { status: { status_list: { idx: 1.5, uri: LIST } } }),
  ],
];

const replayed = async (w: World): Promise<Verification> => {
  const memory = newVerifierMemory();
  const text = await shown(w);
  expect(told(await w.verify(text, { memory }))).toEqual({ verdict: "VALID" });
  return w.verify(text, { memory });
};
const presented = async (w: World, changes: object): Promise<Verification> =>
  w.verify(await bound((await parts(w)).join("~"), w.phone, { ...changes }));

const HOLDERS: readonly Row[] = [
  ["a presentation that is shown again", "REPLAYED", replayed],
  [
    "one for another challenge",
    "WRONG_NONCE",
    async (w) => w.verify(await w.show(await w.issue(), [], { nonce: "YW5vdGhlci1ub25jZS1vZi10aGU" })),
  ],
  [
    "one for another verifier",
    "WRONG_AUDIENCE",
    async (w) => w.verify(await w.show(await w.issue(), [], { audience: "https://elsewhere.example" })),
  ],
  [
    "one by another phone: a borrowed licence",
    "WRONG_HOLDER_KEY",
    async (w) => w.verify(await w.show(await w.issue(), [], {}, await another())),
  ],
  [
    "one by the right phone, which names another algorithm",
    "WRONG_HOLDER_KEY",
    async (w) => w.verify(await bound((await parts(w)).join("~"), { ...w.phone, algorithm: "SM2" })),
  ],
  [
    "a field that was added after the holder has signed",
    "OTHER_TEXT_BOUND",
    async (w) => {
      const credential = await w.issue();
      const [jwt = "", , items = ""] = credential.split("~");
      const binding = (await w.show(credential, [])).split("~").at(-1);
      return w.verify([jwt, items, binding].join("~"));
    },
  ],
  ["no signature of the holder", "BINDING_MISSING", async (w) => w.verify((await parts(w)).join("~"))],
  ["a credential that is for no device", "CREDENTIAL_UNBOUND", (w) => written(w, { cnf: undefined })],
  [
    "a credential that is for a key of another kind",
    "CREDENTIAL_UNBOUND",
    (w) => written(w, { cnf: { jwk: { kty: "OKP", crv: "Ed25519", x: "AA" } } }),
  ],
  [
    "one for a challenge, at a verifier that sets none",
    "BINDING_NOT_ASKED_FOR",
    async (w) => w.verify(await shown(w), {}, { types: [VCT] }),
  ],
  [
    "one that is too old",
    "PRESENTED_TOO_LONG_AGO",
    (w) => presented(w, { iat: Date.parse(NOW) / 1_000 - 120 }),
  ],
  [
    "one of a time that has not come",
    "PRESENTED_IN_FUTURE",
    (w) => presented(w, { iat: Date.parse(NOW) / 1_000 + 61 }),
  ],
  [
    "another token by the holder's key",
    "MALFORMED",
    async (w) => w.verify(await bound((await parts(w)).join("~"), w.phone, {}, "JWT")),
  ],
  ["one without a nonce", "MALFORMED", (w) => presented(w, { nonce: undefined })],
];

const old = plusMs(NOW, -86_401_000);
const COPIES: readonly Row[] = [
  [
    "keys that are more than a day old",
    "KEYS_STALE",
    async (w) => w.verify(await shown(w), { keys: { ...w.known.keys, fetchedAt: old } }),
  ],
  [
    "a trust list that is more than a day old",
    "TRUST_STALE",
    async (w) => w.verify(await shown(w), { trust: { ...w.known.trust, fetchedAt: old } }),
  ],
];

const ROWS = [...FORGERY, ...ISSUERS, ...TIMES, ...STATUSES, ...HOLDERS, ...COPIES, ...COPY_ROWS];

describe("misuse", () => {
  it.each(ROWS)("%s: %s", async (_, reason, attempt) => {
    expect(told(await attempt(world))).toEqual({ verdict: REASONS[reason], reason });
  });

  it("has a row for each reason that there is", () => {
    expect([...new Set(ROWS.map(([, reason]) => reason))].toSorted()).toEqual(
      Object.keys(REASONS).toSorted(),
    );
  });
});

describe("docs/licence-credentials.md", () => {
  it("names each reason under its verdict", () => {
    const page = readFileSync("docs/licence-credentials.md", "utf8");
    const named = (verdict: string): readonly string[] => {
      const line = page.split("\n").find((one) => one.startsWith(`| \`${verdict}\` |`)) ?? "";
      return [...line.matchAll(/`([A-Z_]+)`/g)].flatMap(([, name = ""]) => (name === verdict ? [] : [name]));
    };
    const having = (verdict: string): readonly string[] =>
      Object.entries(REASONS).flatMap(([reason, follows]) => (follows === verdict ? [reason] : []));
    for (const verdict of ["NOT_VALID", "UNKNOWN"])
      expect(named(verdict).toSorted()).toEqual(having(verdict).toSorted());
  });
});

describe("what is certain", () => {
  it("goes before what is unknown: a licence that has ended, by a lost key, on an old list", async () => {
    const now = at("2031-01-15T00:00:00+08:00");
    const has = {
      ...late(world, now),
      keys: { value: [{ ...world.platform.key, compromisedSince: NOW }], fetchedAt: now },
      ...withStatus({}),
    };
    const text = await world.show(await world.issue(), [], { now });
    expect(told(await world.verify(text, has, world.expected, now))).toEqual({
      ...{ verdict: "NOT_VALID", reason: "EXPIRED" },
    });
  });

  it("is told with the claims of a licence that is proven, and without those of one that is not", async () => {
    const text = await world.show(await world.issue(), []);
    expect(await world.verify(text, withStatus({ status: 3 }))).toMatchObject({
      ...{ reason: "SUPERSEDED", claims: { number: VERSION.number, version: 1 } },
    });
    expect(await world.verify(text, withTrust(world, OTHER_ISSUER))).not.toHaveProperty("claims");
    expect(
      await world.verify(await world.show(await world.issue(), [], {}, await another())),
    ).not.toHaveProperty("claims");
  });
});
