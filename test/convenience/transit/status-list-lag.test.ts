import { afterAll, beforeAll, expect, it } from "vitest";
import { notHoldersFrom } from "../../../services/convenience/transit/card.ts";
import { readStatusList } from "../../../services/convenience/transit/ride-codes/card-status-list.ts";
import { ES256 } from "../../../services/convenience/transit/ride-codes/es256.ts";
import { fromBase64url } from "../../../services/kernel/base64url.ts";
import { type Instant, instantOf } from "../../../services/kernel/runtime.ts";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { mutate, seedCard, seedTapSender, type TapSender } from "./transit-world.ts";

let faults: FaultProxy;
let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  faults = await startFaultProxy("status list");
  platform = await startPlatform({ faults });
  operator = await seedTapSender(platform);
  faults.calm({ "index-lags": 100 });
});
afterAll(() => platform.stop());

const bytes = (text: string) => fromBase64url(text) ?? expect.fail("no bytes");

async function fetchList() {
  const query = `{ rideCodeKeys { publicKey } cardStatusList(region: "110000") { list issuedAt } }`;
  const { data, text } = await platform.call({ query, apiKey: operator.liveKey });
  if (!data) throw new Error(text);
  const keys = [bytes(textAt(data, "rideCodeKeys", 0, "publicKey"))];
  const now = Math.floor(Date.parse(platform.clock.now()) / 1_000);
  const verifier = { keys, algorithms: [ES256] };
  const read = await readStatusList(bytes(textAt(data, "cardStatusList", "list")), now, verifier);
  if (!read.ok) return expect.fail(read.error);
  expect(Date.parse(textAt(data, "cardStatusList", "issuedAt"))).toBe(read.value.issuedAt * 1_000);
  return read.value;
}

const change = ({ token, id }: Awaited<ReturnType<typeof seedCard>>, action: string) =>
  mutate(platform, { token }, `mutation { done: ${action}TransitCard(id: "${id}") { __typename } }`);

it("a list of refused cards lacks none that was frozen before its time, though its index lags", async () => {
  const card = await seedCard(platform);
  platform.clock.advance(5_000);
  const frozen: Instant = platform.clock.now();
  await change(card, "freeze");
  const missed: boolean[] = [];
  for (let second = 0; second <= 8; second += 1) {
    const list = await fetchList();
    const isOn = list.refuses(card.number);
    missed.push(!isOn);
    if (Date.parse(frozen) <= list.issuedAt * 1_000) expect(isOn).toBe(true);
    // A gate with any list that lacks the card lets nobody in by the time from which its taps are the operator's.
    const from = notHoldersFrom({ blocks: [{ from: frozen }] }, instantOf(list.expiresAt * 1_000));
    if (!isOn) expect(from).toBeUndefined();
    platform.clock.advance(1_000);
  }
  expect(missed).toContain(true);
  expect(missed.at(-1)).toBe(false);
  expect(faults.count("index-lags")).toBeGreaterThan(0);
});

it("a list of refused cards has a card that was found no longer than its time tells", async () => {
  const card = await seedCard(platform);
  await change(card, "freeze");
  platform.clock.advance(60_000);
  const found = platform.clock.now();
  await change(card, "unfreeze");
  for (let second = 0; second <= 8; second += 1) {
    const list = await fetchList();
    if (list.refuses(card.number)) expect(Date.parse(found)).toBeGreaterThan(list.issuedAt * 1_000);
    platform.clock.advance(1_000);
  }
  expect(at([(await fetchList()).refuses(card.number)], 0)).toBe(false);
});
