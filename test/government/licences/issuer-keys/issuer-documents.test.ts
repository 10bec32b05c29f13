import { createLocalJWKSet, jwtVerify, SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isCreditCode } from "../../../../services/field/credit-code.ts";
import {
  issuerKeyDocuments,
  issuerUrl,
} from "../../../../services/government/licences/issuer-keys/issuer-documents.ts";
import { openIssuerSigner } from "../../../../services/government/licences/issuer-keys/issuer-signer.ts";
import { documentAt } from "../../../../services/kernel/documents/document.ts";
import { HOUR_MS, plusMs } from "../../../../services/kernel/runtime.ts";
import { startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { issuerKeysOf } from "./issuer-keys.ts";

let platform: TestPlatform;
let keys: ReturnType<typeof issuerKeysOf>;
beforeAll(async () => {
  platform = await startPlatform();
  keys = issuerKeysOf(platform);
});
afterAll(() => platform.stop());

const ORIGIN = "https://city.test";

/** The place of an issuer's document by the draft's rule, from the name that credentials give the issuer. */
function placeBy(iss: string): string {
  const { pathname } = new URL(iss);
  return `/.well-known/jwt-vc-issuer${pathname}`;
}

const allDocuments = async () =>
  (
    await Promise.all(
      (["live", "test"] as const).map((mode) => issuerKeyDocuments(platform.database(), mode, ORIGIN)),
    )
  ).flat();

const publishedFor = async (path: string) =>
  (await allDocuments()).find((document) => document.path === documentAt(path));

async function metadataOf(iss: string): Promise<{ issuer: string; jwks: { keys: { kid: string }[] } }> {
  const document = await publishedFor(placeBy(iss));
  return JSON.parse((await document?.make()) ?? "null");
}

describe("the document of an issuer's keys", () => {
  it("is found by the name that credentials give the issuer, and says the same name", async () => {
    const place = await keys.newIssuer();
    const issuer = isCreditCode(place.issuer) ? place.issuer : expect.fail();
    for (const [mode, stated] of [
      ["live", "LIVE"],
      ["test", "TEST"],
    ] as const) {
      const iss = issuerUrl(ORIGIN, { mode, issuer });
      expect(await publishedFor(placeBy(iss))).toBeUndefined();
      const keyId = await keys.agreed({ ...place, mode: stated });
      expect(await publishedFor(placeBy(iss))).toMatchObject({
        contentType: "application/json",
        maxAgeS: 300,
      });
      const { issuer: said, jwks } = await metadataOf(iss);
      expect([said, jwks.keys.map(({ kid }) => kid)]).toEqual([iss, [keyId]]);
    }
  });

  it("lets a verifier check what the issuer has signed, and nothing of the private part is in it", async () => {
    const place = await keys.newIssuer();
    const keyId = await keys.agreed(place);
    const iss = issuerUrl(ORIGIN, { mode: "live", issuer: place.issuer });
    const metadata = await metadataOf(iss);
    expect(metadata.jwks.keys.map((key) => Object.keys(key).toSorted())).toEqual([
      ["alg", "crv", "kid", "kty", "use", "x", "y"],
    ]);
    const ports = { ...platform.ports, database: platform.database() };
    const signer = await openIssuerSigner(ports, "live")(place.issuer, platform.clock.now());
    const part = (json: object) => Buffer.from(JSON.stringify(json)).toString("base64url");
    const input = `${part({ alg: "ES256", kid: keyId })}.${part({ iss })}`;
    const signature = (await signer?.sign(new TextEncoder().encode(input))) ?? new Uint8Array();
    const jwt = `${input}.${Buffer.from(signature).toString("base64url")}`;
    const { payload } = await jwtVerify(jwt, createLocalJWKSet(metadata.jwks));
    expect(payload).toEqual({ iss });
    const forged = await new SignJWT({ iss })
      .setProtectedHeader({ alg: "HS256", kid: keyId })
      .sign(Buffer.alloc(32));
    await expect(jwtVerify(forged, createLocalJWKSet(metadata.jwks))).rejects.toThrow();
  });

  it("has the keys to come and those that have ended, but no proposal and none that is compromised", async () => {
    const place = await keys.newIssuer();
    const { issuer } = place;
    const iss = issuerUrl(ORIGIN, { mode: "live", issuer });
    const kids = async () => (await metadataOf(iss)).jwks.keys.map(({ kid }) => kid);
    const now = platform.clock.now();
    const ended = await keys.agreed(place);
    await keys.end({ issuer, keyId: ended }, now);
    const stolen = await keys.agreed(place);
    const toCome = await keys.agreed({ ...place, from: plusMs(now, HOUR_MS) });
    await keys.propose(place);
    expect(await kids()).toEqual([ended, stolen, toCome]);
    await keys.report({ issuer, keyId: stolen }, now);
    expect(await kids()).toEqual([ended, toCome]);
    await keys.report({ issuer, keyId: ended }, now);
    await keys.report({ issuer, keyId: toCome }, now);
    expect(await metadataOf(iss)).toEqual({ issuer: iss, jwks: { keys: [] } });
  });
});

describe("the documents", () => {
  it("are of all issuers, however many there are", async () => {
    const before = (await allDocuments()).length;
    const places = await Promise.all(Array.from({ length: 3 }, () => keys.newIssuer()));
    for (const place of places) await keys.agreed(place);
    const documents = await allDocuments();
    expect(documents).toHaveLength(before + 3);
    expect(new Set(documents.map(({ path }) => path)).size).toBe(before + 3);
  });
});
