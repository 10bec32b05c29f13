import fc from "fast-check";
import { compactVerify, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { trustList } from "../../../../services/government/licences/trust/issue-trust-list.ts";
import { readTrustList } from "../../../../services/government/licences/trust/read-trust-list.ts";
import { keysOf, type TrustListKey } from "../../../../services/government/licences/trust/trust-document.ts";
import { deriveSecrets } from "../../../../services/kernel/process/secrets.ts";
import type { Instant } from "../../../../services/kernel/runtime.ts";
import { must } from "../../../support/must.ts";
import { type Json, startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { draftOfType, typesOf } from "../types.ts";
import { issuerDraft, JILIN, JILIN_OFFICE, keyOf, mappingDraft, trustOf } from "./trust.ts";

let platform: TestPlatform;
let trust: ReturnType<typeof trustOf>;
let key: TrustListKey;
/** The document before the first version, of the first, and of the last, in which a key is compromised. */
const documents: string[] = [];
const LEAKED = "2026-11-20T10:00:00.000Z";

const nowS = () => Date.parse(platform.clock.now()) / 1_000;
const issued = async (now: Instant = platform.clock.now()): Promise<string> => {
  const { database, secrets } = platform.context({ kind: "ANONYMOUS", mode: "live" });
  return trustList({ database, secrets, mode: "live", now });
};
const read = (text: string, seen?: number, at = nowS()) =>
  readTrustList(text, { keys: [key], nowS: at, ...(seen === undefined ? {} : { seen }) });

const asKey = (json: Json): TrustListKey => {
  const { kty, crv, x, y, kid } = Object(json);
  expect({ kty, crv }).toEqual({ kty: "EC", crv: "P-256" });
  return { kty: "EC", crv: "P-256", x: String(x), y: String(y), kid: String(kid) };
};

beforeAll(async () => {
  platform = await startPlatform();
  trust = trustOf(platform);
  key = asKey(await trust.run("query { result: trustListKey }"));
  const types = typesOf(platform);
  await types.putInForce(draftOfType("own", 1));
  documents.push(await issued());
  await trust.saveIssuer(issuerDraft({ keys: [keyOf("k1", 1), keyOf("k2", 2)] }));
  await trust.agree("ISSUER", `${JILIN}.${JILIN_OFFICE}`);
  await trust.saveMapping(mappingDraft("food", "own"));
  await trust.agree("MAPPING", `${JILIN}.food`);
  documents.push(await issued());
  await trust.compromise(`${JILIN}.${JILIN_OFFICE}`, "k1", LEAKED);
  documents.push(await issued());
});
afterAll(() => platform.stop());

const document = (i: number): string => documents[i] ?? expect.fail("no such document");

describe("the signed trust list", () => {
  it("is a JWS that any library verifies with the key that the API tells", async () => {
    const { protectedHeader, payload } = await compactVerify(
      document(1),
      await importJWK({ ...key }, "ES256"),
    );
    expect(protectedHeader).toEqual({ alg: "ES256", typ: "trust-list+jwt", kid: key.kid });
    expect(JSON.parse(new TextDecoder().decode(payload))).toMatchObject({
      ...{ sequence: 2, iat: nowS(), exp: nowS() + 86_400 },
      issuers: [{ region: JILIN, creditCode: JILIN_OFFICE, regions: ["110000"] }],
      mappings: [{ region: JILIN, ownType: "own", equivalence: "FULL" }],
    });
  });

  it("is read with its sequence, its age and its keys, those that were given away told as such", async () => {
    const list = must(await read(document(2), undefined, nowS() + 90));
    expect(list).toMatchObject({ sequence: 3, ageS: 90 });
    expect(keysOf(list).map(({ keyId, compromisedSince }) => [keyId, compromisedSince])).toEqual([
      ["k1", LEAKED],
      ["k2", undefined],
    ]);
    expect(keysOf(list).map(({ issuer }) => issuer)).toEqual([JILIN_OFFICE, JILIN_OFFICE]);
  });

  it("trusts nobody before its first version", async () => {
    expect(await read(document(0))).toMatchObject({
      ok: true,
      value: { sequence: 0, issuers: [], mappings: [] },
    });
  });

  it("does not go back: a list that is older than one that was seen is refused, the same one is not", async () => {
    expect(await read(document(1), 3)).toEqual({ ok: false, error: { code: "ROLLED_BACK", sequence: 2 } });
    expect(await read(document(2), 3)).toMatchObject({ ok: true });
  });

  it.each([
    ["at its last second", 86_399, { ok: true, value: { ageS: 86_399 } }],
    ["at its end", 86_400, { ok: false, error: { code: "EXPIRED", ageS: 86_400 } }],
    ["by a clock that is a minute late", -60, { ok: true, value: { ageS: 0 } }],
    ["before it was signed", -61, { ok: false, error: { code: "NOT_YET" } }],
  ])("counts by its times: %s", async (_, afterS, outcome) => {
    expect(await read(document(1), undefined, nowS() + afterS)).toMatchObject(outcome);
  });

  it("is refused of a key that is not the platform's, and so is the sandbox's in earnest", async () => {
    const { database, secrets } = platform.context({ kind: "ANONYMOUS", mode: "live" });
    const ports = { database, now: platform.clock.now() };
    const sandbox = await trustList({ ...ports, secrets, mode: "test" });
    const forged = await trustList({
      ...ports,
      secrets: deriveSecrets("x".repeat(64)),
      mode: "live",
    });
    for (const text of [sandbox, forged]) {
      expect(await read(text)).toEqual({ ok: false, error: { code: "UNKNOWN_KEY" } });
      const [header = "", ...rest] = document(1).split(".");
      const renamed = [header, ...text.split(".").slice(1)].join(".");
      expect(rest).toHaveLength(2);
      expect(await read(renamed)).toEqual({ ok: false, error: { code: "SIGNATURE_WRONG" } });
    }
  });

  it("is refused with any character changed, left out or added", async () => {
    const text = document(1);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom("A", "z", "0", "-", ".", "=", " ", ""),
        async (i, other) => {
          fc.pre(text[i] !== other);
          const outcome = await read(text.slice(0, i) + other + text.slice(i + 1));
          expect(outcome.ok).toBe(false);
        },
      ),
      { numRuns: 200 },
    );
    for (const added of [`${text}.`, `${text}A`, `.${text}`, "", "..", "a.b.c"])
      expect((await read(added)).ok).toBe(false);
  });

  it.each([
    ["without a signature", { alg: "none" }],
    ["of another algorithm", { alg: "HS256" }],
    ["of another type", { typ: "jwt" }],
  ])("is refused %s", async (_, changed) => {
    const [, payload, signature] = document(1).split(".");
    const header = { alg: "ES256", typ: "trust-list+jwt", kid: key.kid, ...changed };
    const text = [Buffer.from(JSON.stringify(header)).toString("base64url"), payload, signature].join(".");
    expect(await read(text)).toEqual({ ok: false, error: { code: "MALFORMED" } });
  });
});
