import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { foodBusinessLicenceType } from "../../../local/demo/licence-types/of-enterprises.ts";
import { present } from "../../../services/government/licences/credentials/present.ts";
import { askerOf, nodesAt } from "../../support/asking.ts";
import { startHttpServer } from "../../support/http-server.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  allRounder,
  newEnterprise,
  startCasework,
  type TestEnterprise,
  type TestOfficer,
} from "../cases/casework.ts";
import { told } from "./credentials/credential-world.ts";
import {
  askFor,
  CANCELLATION,
  grant,
  licensed,
  MARKET_REGULATION,
  newInspector,
  RENEWAL,
  revoke,
  verified,
} from "./food-business.ts";
import { issuerKeysOf } from "./issuer-keys/issuer-keys.ts";
import { publisherOf } from "./status/publisher.ts";
import { AUDIENCE, openCounter } from "./wallet/counter.ts";
import { walletOf } from "./wallet/wallet-world.ts";

const SITE = "https://city.test";
const NONCE = "bm9uY2Utb2YtdGhlLWNvdW50ZXI";
const { vct, code: TYPE, issuers } = foodBusinessLicenceType;

let platform: TestPlatform;
let server: Awaited<ReturnType<typeof startHttpServer>>;
let officer: TestOfficer;
let enterprise: TestEnterprise;
beforeAll(async () => {
  platform = await startCasework();
  await issuerKeysOf(platform).agreed({ issuer: issuers[0]?.creditCode ?? "", licenceType: TYPE });
  server = await startHttpServer(platform);
  officer = await allRounder(platform);
  enterprise = await newEnterprise(platform, { name: "北京好味餐饮有限公司" });
});
afterAll(async () => {
  server.stop();
  await platform.stop();
});

/** The electronic licences of the enterprise, as its representative's wallet lists them. */
async function held(): Promise<readonly Json[]> {
  const query = `{ result: me { enterprises { electronicLicences(first: 2) { edges { node {
    id number status type { code } validUntil content versions { version act } } } } } } }`;
  const { token } = enterprise.representative;
  return nodesAt(at(await askerOf(platform)(query, {}, { token }), "enterprises", 0), "electronicLicences");
}

async function page(id: string): Promise<Json> {
  const query =
    "query ($id: ID!) { result: node(id: $id) { ... on ElectronicLicence { svg(language: ZH) pdf(language: EN) } } }";
  return askerOf(platform)(query, { id }, enterprise.representative);
}

/** How many numbers a random inspection of a county draws from. */
async function frame(region: string): Promise<Json> {
  const period = { from: "2026-03-02", until: "2026-03-31", region };
  const input = { title: "餐饮服务抽查", department: MARKET_REGULATION, ...period, percent: 100 };
  const draw = `mutation ($input: DrawInspectionsInput!, $key: ID!) {
    result: drawInspections(input: $input, idempotencyKey: $key) { ... on InspectionPlan { frameSize } } }`;
  const by = { token: officer.token };
  return at(await askerOf(platform)(draw, { input, key: randomUUID() }, by), "frameSize");
}

it("a food business's licence is shown, drawn, inspected, renewed, cancelled and taken back like any other", async () => {
  await Promise.all([newInspector(platform), newInspector(platform)]);
  const { number, application } = await licensed(platform, enterprise);

  // In the wallet, and on paper.
  const [licence, ...others] = await held();
  expect(others).toEqual([]);
  expect(licence).toMatchObject({
    ...{ number, status: "VALID", type: { code: TYPE }, validUntil: "2031-03-01" },
    content: { name: "北京好味餐饮有限公司", creditCode: enterprise.creditCode, number },
  });
  const drawn = await page(textAt(licence ?? null, "id"));
  expect(textAt(drawn, "svg")).toContain(number);
  expect(Buffer.from(textAt(drawn, "pdf"), "base64").subarray(0, 5).toString()).toBe("%PDF-");

  // On a phone, to a counter that is offline.
  const wallet = walletOf(platform);
  const phone = await wallet.boundPhone(enterprise.representative);
  const wanted = { licence: textAt(licence ?? null, "id"), device: phone.id };
  const credential = textAt(await wallet.credential(enterprise.representative, wanted), "credential");
  const counter = openCounter(SITE, server.origin);
  const publish = publisherOf(platform);
  const judged = async () => {
    await publish();
    const now = platform.clock.now();
    await counter.refresh(credential, now);
    const shown = await present(credential, ["premises"], { audience: AUDIENCE, nonce: NONCE, now }, phone);
    return counter.verify(shown, now, { vct, nonce: NONCE });
  };
  expect(await judged()).toMatchObject({ verdict: "VALID", claims: { content: { number } } });
  expect(await frame("110105")).toBe(1);

  // Renewed: the same number, the next version; the one before is superseded.
  platform.clock.set("2031-01-06T02:00:00.000Z");
  const renewal = textAt(await askFor(platform, enterprise, RENEWAL, { number }), "id");
  await grant(platform, officer, renewal);
  expect(await held()).toMatchObject([
    {
      ...{ number, status: "VALID", validUntil: "2036-01-05" },
      versions: [
        { version: 2, act: "RENEW" },
        { version: 1, act: "ISSUE" },
      ],
    },
  ]);

  // Cancelled; the cancellation is taken back, and then the grant itself.
  const end = textAt(await askFor(platform, enterprise, CANCELLATION, { number }), "id");
  await grant(platform, officer, end);
  expect(await held()).toMatchObject([{ status: "CANCELLED" }]);
  await revoke(platform, officer, end);
  expect(await verified(platform, number)).toMatchObject({ status: "VALID", issuedOn: "2026-03-02" });
  await revoke(platform, officer, application);
  expect(await verified(platform, number)).toMatchObject({ status: "REVOKED" });
});

it("one that was taken back is believed by no counter, and drawn for no inspection", async () => {
  platform.clock.set("2026-03-02T02:00:00.000Z");
  await licensed(platform, await newEnterprise(platform), { premisesRegion: "110106" });
  enterprise = await newEnterprise(platform);
  const { application } = await licensed(platform, enterprise, { premisesRegion: "110106" });
  const [licence] = await held();
  const wallet = walletOf(platform);
  const phone = await wallet.boundPhone(enterprise.representative);
  const wanted = { licence: textAt(licence ?? null, "id"), device: phone.id };
  const credential = textAt(await wallet.credential(enterprise.representative, wanted), "credential");
  await revoke(platform, officer, application);
  // The other one of its county.
  expect(await frame("110106")).toBe(1);
  await publisherOf(platform)();
  const [counter, now] = [openCounter(SITE, server.origin), platform.clock.now()];
  await counter.refresh(credential, now);
  const shown = await present(credential, [], { audience: AUDIENCE, nonce: NONCE, now }, phone);
  expect(told(await counter.verify(shown, now, { vct, nonce: NONCE }))).toMatchObject({
    verdict: "NOT_VALID",
  });
});
