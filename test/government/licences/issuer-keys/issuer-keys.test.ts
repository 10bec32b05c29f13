import { createPublicKey, hash, verify } from "node:crypto";
import { calculateJwkThumbprint } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CreditCode } from "../../../../services/field/credit-code.ts";
import { openIssuerSigner } from "../../../../services/government/licences/issuer-keys/issuer-signer.ts";
import type { Mode } from "../../../../services/kernel/actor.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../../services/kernel/runtime.ts";
import { startKms } from "../../../support/kms-server.ts";
import { newCreditCode } from "../../../support/made-up.ts";
import { at, type Json, startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { historyIn } from "../../catalogue/api.ts";
import { DONE, issuerKeysOf, keyIdIn, REASON } from "./issuer-keys.ts";

let kms: Awaited<ReturnType<typeof startKms>>;
let platform: TestPlatform;
let keys: ReturnType<typeof issuerKeysOf>;
beforeAll(async () => {
  kms = await startKms();
  platform = await startPlatform({ keyManagement: kms.env });
  keys = issuerKeysOf(platform);
});
afterAll(async () => {
  await platform.stop();
  kms.stop();
});

const now = () => platform.clock.now();
const later = (hours: number): Instant => plusMs(now(), hours * HOUR_MS);
const MESSAGE = new TextEncoder().encode("e30.e30");

/** The signer of an issuer, by other ports than the platform's where these are named. */
const signerOf = (issuer: CreditCode, at = now(), mode: Mode = "live", ports = platform.ports) =>
  openIssuerSigner({ ...ports, database: platform.database() }, mode)(issuer, at);

/** Whether a signature is one by the key that the public reads under this id. */
function isSignedBy(published: Json, keyId: string, signature: Uint8Array): boolean {
  const found = Array.isArray(published) ? published.find((each: Json) => at(each, "keyId") === keyId) : null;
  const key = createPublicKey({ key: Object(at(found, "publicKey")), format: "jwk" });
  return verify("sha256", MESSAGE, { key, dsaEncoding: "ieee-p1363" }, signature);
}

/** Each kind of private part, as an officer names one. */
const PARTS: readonly (readonly [string, () => { readonly kmsKey?: string }])[] = [
  ["derived from the root secret", () => ({})],
  ["in KMS", () => ({ kmsKey: kms.addKey() })],
];

describe.each(PARTS)("an issuer's key %s", (_, named) => {
  it("is proposed by one officer, agreed to by another, read by anybody, and signs; each step is on record", async () => {
    const { issuer, licenceType } = await keys.newIssuer();
    const wish = { issuer, licenceType, ...named() };
    const proposed = await keys.propose(wish);
    expect(proposed).toMatchObject({
      ...DONE,
      ...{ key: { standing: "PROPOSED" }, kmsKey: wish.kmsKey ?? null, isOwn: true, agreedBy: null },
    });
    const keyId = keyIdIn(proposed);
    expect(await keys.ofPublic({ issuer })).toEqual([]);
    expect(await signerOf(issuer)).toBeUndefined();
    platform.clock.advance(HOUR_MS);
    expect(await keys.agree({ issuer, keyId })).toMatchObject({
      ...DONE,
      key: { standing: "VALID", from: now() },
    });
    const published = await keys.ofPublic({ issuer });
    const publicKey = Object(at(published, 0, "publicKey"));
    expect(published).toMatchObject([
      { keyId, standing: "VALID", from: now(), until: null, compromisedSince: null },
    ]);
    expect(publicKey).toMatchObject({ kty: "EC", crv: "P-256", kid: keyId, alg: "ES256", use: "sig" });
    expect(await calculateJwkThumbprint(publicKey)).toBe(keyId);
    const signer = (await signerOf(issuer)) ?? expect.fail("no signer");
    expect({ ...signer, sign: "" }).toEqual({ algorithm: "ES256", keyId, sign: "" });
    expect(isSignedBy(published, keyId, await signer.sign(MESSAGE))).toBe(true);
    expect(await historyIn(platform, `issuer-keys:live:${issuer}`)).toEqual([
      { action: "licences.issuer-key.proposed", reason: `${keyId}: ${REASON}` },
      { action: "licences.issuer-key.agreed", reason: `${keyId}: ${REASON}` },
    ]);
  });

  it("is rotated: both are valid for a time, the one that began last signs, and the old one stays known", async () => {
    const { issuer, licenceType } = await keys.newIssuer();
    const old = await keys.agreed({ issuer, licenceType, ...named() });
    const begins = later(1);
    const next = await keys.agreed({ issuer, licenceType, ...named(), from: begins });
    expect(next).not.toBe(old);
    expect(await keys.end({ issuer, keyId: old }, later(2))).toMatchObject({ key: { until: later(2) } });
    const signing = async (hours: number) => (await signerOf(issuer, later(hours)))?.keyId;
    expect(await Promise.all([0, 0.99, 1, 1.5, 2, 99].map(signing))).toEqual([
      old,
      old,
      next,
      next,
      next,
      next,
    ]);
    platform.clock.set(later(1.5));
    expect(await keys.ofPublic({ issuer })).toMatchObject([
      { keyId: next, standing: "VALID", from: begins },
      { keyId: old, standing: "VALID" },
    ]);
    platform.clock.advance(HOUR_MS);
    expect(await keys.ofPublic({ issuer })).toMatchObject([
      { keyId: next },
      { keyId: old, standing: "ENDED" },
    ]);
    expect(await keys.end({ issuer, keyId: old }, later(1))).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "ENDED", availableActions: ["reportIssuerKeyCompromised"] },
    });
  });

  it("that was stolen signs nothing more, at any time; a report of an earlier time counts, a later one does not", async () => {
    const { issuer, licenceType } = await keys.newIssuer();
    const keyId = await keys.agreed({ issuer, licenceType, ...named() });
    platform.clock.advance(10 * HOUR_MS);
    const reported = async (hours: number) =>
      at(await keys.report({ issuer, keyId }, later(hours)), "key", "compromisedSince");
    expect(await reported(-2)).toBe(later(-2));
    expect(await reported(-1)).toBe(later(-2));
    expect(await reported(-5)).toBe(later(-5));
    expect(await keys.ofPublic({ issuer })).toMatchObject([
      { standing: "COMPROMISED", compromisedSince: later(-5) },
    ]);
    for (const hours of [-9, 0, 9]) expect(await signerOf(issuer, later(hours))).toBeUndefined();
    expect(await keys.end({ issuer, keyId }, later(1))).toMatchObject({
      ...{ __typename: "NotAllowedNow", state: "COMPROMISED" },
    });
    const said = await historyIn(platform, `issuer-keys:live:${issuer}`);
    expect(said.slice(2)).toEqual(
      [later(-2), later(-5)].map((since) => ({
        ...{ action: "licences.issuer-key.compromised", reason: `${keyId} since ${since}: ${REASON}` },
      })),
    );
  });

  it("is one mode's alone", async () => {
    const { issuer, licenceType } = await keys.newIssuer();
    const wish = { issuer, licenceType, ...named() };
    const keyId = await keys.agreed({ ...wish, mode: "TEST" });
    expect(await keys.ofPublic({ issuer })).toEqual([]);
    expect(await keys.ofPublic({ issuer, mode: "TEST" })).toMatchObject([{ keyId }]);
    expect(await signerOf(issuer)).toBeUndefined();
    expect(await signerOf(issuer, now(), "test")).toMatchObject({ keyId });
    const live = await keys.propose(wish);
    // A derived one is another in each mode; a key in KMS is the first's.
    if (wish.kmsKey) expect(live).toMatchObject({ code: "ISSUER_KEY_TAKEN" });
    else expect(keyIdIn(live)).not.toBe(keyId);
  });
});

describe("four eyes", () => {
  it("are those of two persons, under whatever sign-in", async () => {
    const place = await keys.newIssuer();
    const one = await keys.editor();
    const again = await keys.editor({ person: one.person });
    const { issuer } = place;
    const keyId = keyIdIn(await keys.propose(place, one));
    for (const { token } of [one, again]) {
      expect(await keys.agree({ issuer, keyId }, { token })).toMatchObject({ __typename: "SameOfficer" });
      expect(await keys.edited({ issuer }, token)).toMatchObject([{ isOwn: true, availableActions: [] }]);
    }
    expect(await keys.edited({ issuer })).toMatchObject([
      { isOwn: false, availableActions: ["agreeToIssuerKey"] },
    ]);
    expect(await keys.agree({ issuer, keyId })).toMatchObject(DONE);
    expect(await keys.edited({ issuer }, one.token)).toMatchObject([
      { availableActions: ["endIssuerKey", "reportIssuerKeyCompromised"] },
    ]);
  });

  it("see the same: a proposal of the same key is replaced, and agreed to once", async () => {
    const place = await keys.newIssuer();
    const { issuer } = place;
    const from = later(5);
    const keyId = keyIdIn(await keys.propose(place));
    expect(keyIdIn(await keys.propose({ ...place, from }))).toBe(keyId);
    expect(await keys.edited({ issuer })).toMatchObject([{ key: { keyId, from } }]);
    const first = await keys.agree({ issuer, keyId });
    platform.clock.advance(HOUR_MS);
    expect(at(await keys.agree({ issuer, keyId }), "agreedBy")).toEqual(at(first, "agreedBy"));
    expect(await historyIn(platform, `issuer-keys:live:${issuer}`)).toHaveLength(3);
  });
});

describe("an issuer's keys", () => {
  it("belong to the officers of its department and regions alone", async () => {
    const place = await keys.newIssuer();
    const { issuer } = place;
    const stranger = await keys.editor({ region: "310000" });
    const otherOffice = await keys.editor({ departments: ["BJ-OTHER"] });
    const keyId = keyIdIn(await keys.propose(place));
    const outside = { __typename: "OutsideJurisdiction" };
    for (const by of [stranger, otherOffice]) {
      expect(await keys.propose(place, by)).toMatchObject(outside);
      expect(await keys.agree({ issuer, keyId }, by)).toMatchObject(outside);
      expect(await keys.end({ issuer, keyId }, later(1), by)).toMatchObject(outside);
      expect(await keys.report({ issuer, keyId }, now(), by)).toMatchObject(outside);
      expect(await keys.edited({ issuer }, by.token)).toBeNull();
    }
  });

  it("are asked for by nobody who is no editor", async () => {
    const query = `{ editedIssuerKeys(issuer: "${newCreditCode()}") { isOwn } }`;
    const token = await platform.tokens.officer({ roles: ["SUPERVISOR", "ISSUER"] });
    expect((await platform.call({ query, token })).errors).toMatchObject([
      { extensions: { code: "FORBIDDEN" } },
    ]);
  });

  it("are none of an unknown issuer, or of what is no credit code", async () => {
    for (const issuer of [newCreditCode(), "x", ""]) {
      expect(await keys.ofPublic({ issuer })).toEqual([]);
      expect(await keys.edited({ issuer })).toBeNull();
      expect(await keys.agree({ issuer, keyId: "x" })).toMatchObject({ __typename: "NotFound" });
    }
  });

  it("wait for a second officer four at a time", async () => {
    const place = await keys.newIssuer();
    for (let i = 0; i < 4; i += 1)
      expect(await keys.propose({ ...place, kmsKey: kms.addKey() })).toMatchObject(DONE);
    expect(await keys.propose({ ...place, kmsKey: kms.addKey() })).toMatchObject({ code: "TOO_MANY" });
  });
});

type Case = readonly [name: string, wish: () => object, code: string, path: readonly string[]];
const HOUR_AGO = () => later(-1);

/** Of proposals: what keeps each from being one. */
const REFUSED: readonly Case[] = [
  [
    "an issuer that the type does not name",
    () => ({ issuer: newCreditCode() }),
    "ISSUER_NOT_NAMED",
    ["input", "issuer"],
  ],
  ["what is no credit code", () => ({ issuer: "1" }), "ISSUER_NOT_NAMED", ["input", "issuer"]],
  ["a type that there is not", () => ({ licenceType: "none-such" }), "ISSUER_NOT_NAMED", ["input", "issuer"]],
  ["a start in the past", () => ({ from: HOUR_AGO() }), "ISSUER_KEY_START_PAST", ["input", "from"]],
  ["no name of KMS", () => ({ kmsKey: "my key" }), "KMS_KEY_INVALID", ["input", "kmsKey"]],
  ["an alias of nothing", () => ({ kmsKey: "alias/none" }), "ISSUER_KEY_UNREACHABLE", ["input", "kmsKey"]],
  [
    "a key on another curve",
    () => ({ kmsKey: kms.addKey({ curve: "P-384" }) }),
    "ISSUER_KEY_UNFIT",
    ["input", "kmsKey"],
  ],
];

describe("a proposal", () => {
  it.each(REFUSED)("of %s is refused", async (_, wish, code, path) => {
    const place = await keys.newIssuer();
    const outcome = await keys.propose({ ...place, ...wish() });
    expect(outcome).toMatchObject({ __typename: "InvalidInput", code, path });
  });

  it("without a reason is refused", async () => {
    const outcome = await keys.propose(await keys.newIssuer(), { reason: " " });
    expect(outcome).toMatchObject({ __typename: "InvalidInput", path: ["reason"] });
  });

  it("of an issuer whose time is over is refused, as of one on its last day it is not", async () => {
    const today = now().slice(0, 10);
    const over = await keys.newIssuer({ until: "2026-11-01" });
    expect(await keys.propose(over)).toMatchObject({ code: "ISSUER_NOT_NAMED" });
    expect(await keys.propose(await keys.newIssuer({ until: today }))).toMatchObject(DONE);
  });

  it("of a key that is another issuer's is refused, also where two are agreed to at once", async () => {
    const kmsKey = kms.addKey({ alias: `alias/${newCreditCode()}` });
    const [one, other] = [await keys.newIssuer(), await keys.newIssuer()];
    const keyId = keyIdIn(await keys.propose({ ...one, kmsKey }));
    expect(keyIdIn(await keys.propose({ ...other, kmsKey }))).toBe(keyId);
    const outcomes = await Promise.all([one, other].map(({ issuer }) => keys.agree({ issuer, keyId })));
    expect(outcomes.map((outcome) => at(outcome, "__typename")).toSorted()).toEqual([
      ...["EditedIssuerKey", "InvalidInput"],
    ]);
    expect(outcomes).toContainEqual(expect.objectContaining({ code: "ISSUER_KEY_TAKEN" }));
    expect(await keys.propose({ ...(await keys.newIssuer()), kmsKey })).toMatchObject({
      ...{ code: "ISSUER_KEY_TAKEN", path: ["input", "kmsKey"] },
    });
  });

  it("has signed nothing: it is neither ended nor reported", async () => {
    const place = await keys.newIssuer();
    const { issuer } = place;
    const keyId = keyIdIn(await keys.propose(place));
    const refused = {
      __typename: "NotAllowedNow",
      state: "PROPOSED",
      availableActions: ["agreeToIssuerKey"],
    };
    expect(await keys.end({ issuer, keyId }, later(1))).toMatchObject(refused);
    expect(await keys.report({ issuer, keyId }, now())).toMatchObject(refused);
  });
});

describe("a key proves itself before it is taken", () => {
  const proposed = async () => {
    const place = await keys.newIssuer();
    const kmsKey = kms.addKey();
    return { issuer: place.issuer, kmsKey, keyId: keyIdIn(await keys.propose({ ...place, kmsKey })) };
  };

  it("so that one that has been disabled, or is to be deleted, is not", async () => {
    for (const [state, reason] of [
      ["Disabled", "DisabledException"],
      ["PendingDeletion", "KMSInvalidStateException"],
    ] as const) {
      const { kmsKey, ...place } = await proposed();
      kms.setState(kmsKey, state);
      const outcome = await keys.agree(place);
      expect(outcome).toMatchObject({ code: "ISSUER_KEY_UNREACHABLE", path: ["keyId"] });
      expect(at(outcome, "message")).toContain(reason);
      kms.setState(kmsKey, "Enabled");
      expect(await keys.agree(place)).toMatchObject(DONE);
    }
  });

  it("so that one whose signatures its public key does not verify is not", async () => {
    const { kmsKey, ...place } = await proposed();
    kms.mistake(kmsKey);
    expect(await keys.agree(place)).toMatchObject({ code: "ISSUER_KEY_UNPROVEN" });
    expect(await keys.ofPublic(place)).toEqual([]);
  });
});

describe("a key's end and its compromise", () => {
  it.each([
    ["end", "ISSUER_KEY_END_PAST", "until", -1],
    ["report", "ISSUER_KEY_SINCE_AHEAD", "since", 1],
  ] as const)("are not told at a time that cannot be: %s", async (act, code, path, hours) => {
    const place = await keys.newIssuer();
    const { issuer } = place;
    const keyId = await keys.agreed(place);
    expect(await keys[act]({ issuer, keyId }, later(hours))).toMatchObject({ code, path: [path] });
    expect(await keys[act]({ issuer, keyId }, now(), { reason: "" })).toMatchObject({ path: ["reason"] });
    expect(await keys[act]({ issuer, keyId }, now())).toMatchObject(DONE);
    expect(await signerOf(issuer)).toBeUndefined();
  });

  it("can be told anew while the end is to come", async () => {
    const place = await keys.newIssuer();
    const { issuer } = place;
    const keyId = await keys.agreed(place);
    for (const hours of [5, 2, 9])
      expect(await keys.end({ issuer, keyId }, later(hours))).toMatchObject({ key: { until: later(hours) } });
  });
});

describe("a derived key", () => {
  const deployed = () => ({
    ...platform.ports,
    config: { ...platform.ports.config, derivesIssuerKeys: false },
  });

  it("is another for each issuer and each count, and the same for the same root secret", async () => {
    const { signingKeyFor } = platform.ports.secrets;
    const text = (name: string, use: "licence-issuer-live" | "licence-issuer-test" = "licence-issuer-live") =>
      Buffer.from(signingKeyFor(use, name).publicKey).toString("base64url");
    const names = ["a#1", "a#2", "b#1"];
    const all = [
      ...names.map((name) => text(name)),
      ...names.map((name) => text(name, "licence-issuer-test")),
    ];
    expect(new Set(all).size).toBe(6);
    expect(hash("sha256", all.join())).toBe(
      "d60032caddb76d58275b7bb4986d5d99208f67cf2cf87db25374d84b00dc7ca0",
    );
    expect(signingKeyFor("licence-issuer-live", "a#1")).toBe(signingKeyFor("licence-issuer-live", "a#1"));
  });

  it("signs nothing in earnest where the platform is deployed", async () => {
    const place = await keys.newIssuer();
    const { issuer } = place;
    const keyId = await keys.agreed(place);
    await keys.agreed({ ...place, mode: "TEST" });
    expect(await signerOf(issuer)).toMatchObject({ keyId });
    expect(await signerOf(issuer, now(), "live", deployed())).toBeUndefined();
    expect(await signerOf(issuer, now(), "test", deployed())).toBeDefined();
  });
});
