import { createLocalJWKSet, jwtVerify } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { present } from "../../../../services/government/licences/credentials/present.ts";
import type { HolderSigner } from "../../../../services/government/licences/credentials/signing.ts";
import { DAY_MS, HOUR_MS } from "../../../../services/kernel/runtime.ts";
import { startHttpServer } from "../../../support/http-server.ts";
import { startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { told } from "../credentials/credential-world.ts";
import { publisherOf } from "../status/publisher.ts";
import { AUDIENCE, claimsIn, openCounter } from "./counter.ts";
import { ISSUER, newPhone, openLicences, type Phone, walletOf } from "./wallet-world.ts";

const SITE = "https://city.test";
const NONCE = "bm9uY2Utb2YtdGhlLWNvdW50ZXI";

let platform: TestPlatform;
let wallet: ReturnType<typeof walletOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
let publish: ReturnType<typeof publisherOf>;
let server: Awaited<ReturnType<typeof startHttpServer>>;
beforeAll(async () => {
  platform = await startPlatform();
  wallet = walletOf(platform);
  licences = await openLicences(platform, "offline-licence");
  publish = publisherOf(platform);
  server = await startHttpServer(platform);
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

const now = () => platform.clock.now();

/** A holder with a phone that has its licence, and a counter with all that is published. */
async function meet() {
  const holder = await licences.newHolder();
  const phone: Phone = await wallet.boundPhone(holder.person);
  const issued = await wallet.credential(holder.person, { licence: holder.licence, device: phone.id });
  const credential = textAt(issued, "credential");
  const counter = openCounter(SITE, server.origin);
  await publish();
  await counter.refresh(credential, now());
  const show = (changes: { audience?: string; nonce?: string; by?: HolderSigner } = {}) => {
    const { audience = AUDIENCE, nonce = NONCE, by = phone } = changes;
    return present(credential, ["trade"], { audience, nonce, now: now() }, by);
  };
  const verify = (presented: string) => counter.verify(presented, now(), { vct: licences.vct, nonce: NONCE });
  return { ...holder, phone, issued, credential, counter, show, verify };
}

describe("a phone that shows a licence to a counter that is offline", () => {
  it("is believed by what the platform publishes, with the chosen fields and no others", async () => {
    const { show, verify } = await meet();
    expect(await verify(await show())).toMatchObject({
      verdict: "VALID",
      claims: { content: { name: "王小明", trade: "电工" } },
    });
    expect(await verify(await show()).then((answer) => JSON.stringify(answer))).not.toContain("甲");
  });

  it("is no longer believed once the licence was suspended and the next lists are out", async () => {
    const { person, number, show, verify, counter, credential } = await meet();
    expect(told(await verify(await show()))).toEqual({ verdict: "VALID" });
    await licences.act(person, "SUSPEND", number);
    platform.clock.advance(120_000);
    await publish();
    await counter.refresh(credential, now());
    expect(told(await verify(await show()))).toEqual({ verdict: "NOT_VALID", reason: "SUSPENDED" });
    await licences.act(person, "RESUME", number);
    platform.clock.advance(120_000);
    await publish();
    await counter.refresh(credential, now());
    expect(told(await verify(await show()))).toEqual({ verdict: "VALID" });
  });

  it("shows a version that another has taken the place of as superseded", async () => {
    const { person, number, show, verify, counter, credential } = await meet();
    await licences.act(person, "REISSUE", number);
    platform.clock.advance(120_000);
    await publish();
    await counter.refresh(credential, now());
    expect(told(await verify(await show()))).toEqual({ verdict: "NOT_VALID", reason: "SUPERSEDED" });
  });

  it("is refused where what it shows is another's, of before, or for another", async () => {
    const { show, verify } = await meet();
    const once = await show();
    expect(told(await verify(once))).toEqual({ verdict: "VALID" });
    const rows = {
      REPLAYED: once,
      WRONG_NONCE: await show({ nonce: "YW5vdGhlci1ub25jZS1hbHRvZ2V0aGVy" }),
      WRONG_AUDIENCE: await show({ audience: "https://counter.example/windows/4" }),
      // Somebody has the credential, and not the phone.
      WRONG_HOLDER_KEY: await show({ by: await newPhone() }),
    };
    for (const [reason, presented] of Object.entries(rows))
      expect(told(await verify(presented))).toEqual({ verdict: "NOT_VALID", reason });
  });

  it("that was lost is believed for a day at most, and gets no other credential once it is revoked", async () => {
    const { person, licence, phone, issued, show, verify, counter, credential } = await meet();
    expect(textAt(issued, "endsAt")).toBe(new Date(Date.parse(now()) + DAY_MS).toISOString());
    await wallet.revoke(person, phone.id);
    expect(await wallet.credential(person, { licence, device: phone.id })).toMatchObject({
      ...{ __typename: "LicenceNotShown", code: "WALLET_DEVICE_REVOKED" },
    });
    platform.clock.advance(DAY_MS - HOUR_MS);
    await publish();
    await counter.refresh(credential, now());
    expect(told(await verify(await show()))).toEqual({ verdict: "VALID" });
    platform.clock.advance(HOUR_MS);
    await publish();
    await counter.refresh(credential, now());
    expect(told(await verify(await show()))).toEqual({ verdict: "NOT_VALID", reason: "EXPIRED" });
  });

  it("is not believed by the key of an issuer that was reported as lost, from the next list on", async () => {
    const { show, verify, counter, credential } = await meet();
    const { kid } = JSON.parse(Buffer.from(credential.split(".")[0] ?? "", "base64url").toString());
    await licences.keys.report({ issuer: ISSUER, keyId: kid }, now());
    platform.clock.advance(300_000);
    await publish();
    await counter.refresh(credential, now());
    expect(told(await verify(await show()))).toMatchObject({ reason: "KEY_COMPROMISED" });
    await licences.keys.agreed({ issuer: ISSUER, licenceType: "offline-licence" });
  });
});

describe("the documents of issuers", () => {
  it("are found at the well-known path by the name in a credential, and any library verifies by them", async () => {
    const { credential, counter } = await meet();
    const { iss } = claimsIn(credential);
    const { text, type, status } = await counter.metadataOf(String(iss));
    expect([status, type]).toEqual([200, "application/json"]);
    const { issuer, jwks } = JSON.parse(text);
    expect(issuer).toBe(iss);
    const [signed = ""] = credential.split("~");
    const { payload } = await jwtVerify(signed, createLocalJWKSet(jwks), {
      issuer: String(iss),
      currentDate: new Date(now()),
    });
    expect(payload["vct"]).toBe(licences.vct);
    expect((await counter.metadataOf(`${SITE}/licences/issuers/11220000013544541J`)).status).toBe(404);
    expect((await counter.get(`${SITE}/documents/licences/trust-list/live`)).type).toBe(
      "application/trust-list+jwt",
    );
  });
});
