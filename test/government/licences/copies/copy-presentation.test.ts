import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startHttpServer } from "../../../support/http-server.ts";
import { startPlatform, type TestPlatform } from "../../../support/platform.ts";
import { told } from "../credentials/credential-world.ts";
import { publisherOf } from "../status/publisher.ts";
import { claimsIn, openCounter } from "../wallet/counter.ts";
import { openLicences } from "../wallet/wallet-world.ts";
import { copiesOf, newVerifier } from "./copy-world.ts";

const SITE = "https://city.test";
const LANDLORD = { name: "房东李先生" };

let platform: TestPlatform;
let copies: ReturnType<typeof copiesOf>;
let licences: Awaited<ReturnType<typeof openLicences>>;
let publish: ReturnType<typeof publisherOf>;
let server: Awaited<ReturnType<typeof startHttpServer>>;
beforeAll(async () => {
  platform = await startPlatform();
  copies = copiesOf(platform);
  licences = await openLicences(platform, "presented-copies");
  publish = publisherOf(platform);
  server = await startHttpServer(platform);
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

/** A copy, and a verifier that is offline, with all that is published. */
async function meet(wish: object = {}) {
  const holder = await licences.newHolder();
  const shared = await copies.shared(holder.person, { licence: holder.licence, ...wish });
  const counter = openCounter(SITE, server.origin);
  const fetchAll = async () => {
    await publish();
    await counter.refresh(shared.presentation, platform.clock.now());
  };
  await fetchAll();
  const verify = async (verifier: { name: string } | { partner: string } = LANDLORD) =>
    counter.verifyCopy(shared.presentation, platform.clock.now(), { vct: licences.vct, verifier });
  return { ...holder, ...shared, fetchAll, verify };
}

describe("the presentation of a copy", () => {
  it("is believed offline by what the platform publishes, and names verifier, purpose, case and period", async () => {
    const { id, verify, presentation } = await meet({ case: "2026-1107" });
    const midnight = Date.parse(`${copies.day(30)}T00:00:00+08:00`) / 1_000;
    const copy = {
      ...{ id, verifier: LANDLORD, purpose: "租房签约", case: "2026-1107" },
      ...{ from: Math.floor(Date.parse(platform.clock.now()) / 1_000), until: midnight },
    };
    expect(await verify()).toMatchObject({
      ...{ verdict: "VALID", claims: { copy, exp: midnight, content: { name: "王小明", trade: "电工" } } },
    });
    expect(claimsIn(presentation)["copy"]).toEqual(copy);
    expect(claimsIn(presentation)).not.toHaveProperty("cnf");
    expect(JSON.stringify(await verify())).not.toContain("甲");
  });

  it("is believed by its verifier alone", async () => {
    const bank = await newVerifier(platform, "京城便民银行");
    const { verify } = await meet({ verifier: { partner: bank.partnerId } });
    expect(told(await verify({ partner: bank.partnerId }))).toEqual({ verdict: "VALID" });
    for (const other of [LANDLORD, { name: bank.name }, { partner: "ptn_0000000000000000" }])
      expect(told(await verify(other))).toEqual({
        ...{ verdict: "NOT_VALID", reason: "COPY_FOR_ANOTHER_VERIFIER" },
      });
  });

  it("is believed until midnight after its last day", async () => {
    const { verify, fetchAll } = await meet({ until: copies.day(0) });
    const midnight = Date.parse(`${copies.day(1)}T00:00:00+08:00`);
    platform.clock.advance(midnight - Date.parse(platform.clock.now()) - 1);
    await fetchAll();
    expect(told(await verify())).toEqual({ verdict: "VALID" });
    platform.clock.advance(1);
    expect(told(await verify())).toEqual({ verdict: "NOT_VALID", reason: "COPY_OVER" });
  });

  it.each([
    ["REISSUE", "SUPERSEDED"],
    ["SUSPEND", "SUSPENDED"],
    ["CANCEL", "REVOKED"],
  ] as const)("is not believed after %s once the next lists are out: %s", async (act, reason) => {
    const { person, number, verify, fetchAll } = await meet();
    await licences.act(person, act, number);
    platform.clock.advance(120_000);
    await fetchAll();
    expect(told(await verify())).toEqual({ verdict: "NOT_VALID", reason });
  });

  it("of a copy that was revoked or used up is still believed offline: online it is refused", async () => {
    const { person, id, code, verify } = await meet();
    await copies.revoke(person, id);
    expect(told(await verify())).toEqual({ verdict: "VALID" });
    expect(await copies.use({}, code)).toMatchObject({ code: "LICENCE_COPY_REVOKED" });
  });
});
