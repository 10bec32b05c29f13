import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { readStatusList } from "../../../services/convenience/transit/ride-codes/card-status-list.ts";
import { ES256, newEs256Signer } from "../../../services/convenience/transit/ride-codes/es256.ts";
import {
  type Bytes,
  type Signer,
  type Verifier,
  verifyCode,
  writeCode,
} from "../../../services/convenience/transit/ride-codes/ride-code.ts";
import { base64url, fromBase64url } from "../../../services/kernel/base64url.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { cardsOf, mutate, seedCard, seedTapSender, type TapSender, tapRow } from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T08:00:00.000Z"));

type Holder = Awaited<ReturnType<typeof seedCard>>;

const bytesAt = (json: Json, field: string): Bytes =>
  fromBase64url(textAt(json, field)) ?? expect.fail("no bytes");
const nowS = () => Math.floor(Date.parse(platform.clock.now()) / 1_000);

const issue = (token: string, card: string, key: string): Promise<Json> =>
  mutate(
    platform,
    { token },
    `mutation { done: issueRideCredential(card: "${card}", devicePublicKey: "${key}") {
      __typename ... on RideCredential { credential validFrom validUntil }
      ... on Refusal { code } ... on InvalidInput { path }
    } }`,
  );

/** A phone that makes codes. */
async function phoneOf({ token, id }: Holder) {
  const signer = await newEs256Signer();
  const credential = bytesAt(await issue(token, id, base64url(signer.publicKey)), "credential");
  let codes = 0;
  return async (madeAt = nowS(), by: Signer = signer): Promise<string> => {
    codes += 1;
    return base64url(await writeCode(credential, madeAt, new Uint8Array(8).fill(codes), by));
  };
}

/** The keys and lists that a gate fetches while it is online. */
async function gate(): Promise<Verifier> {
  const { data } = await platform.call({ query: "{ rideCodeKeys { algorithm publicKey } }" });
  expect(at(data, "rideCodeKeys", 0, "algorithm")).toBe(ES256.id);
  return { keys: [bytesAt(at(data, "rideCodeKeys", 0), "publicKey")], algorithms: [ES256] };
}

async function statusList() {
  const query = `{ cardStatusList(region: "110000") { list issuedAt expiresAt } }`;
  const { data, text } = await platform.call({ query, apiKey: operator.liveKey });
  if (!data) throw new Error(text);
  const read = await readStatusList(bytesAt(at(data, "cardStatusList"), "list"), nowS(), await gate());
  return read.ok ? read.value : expect.fail(read.error);
}

const tapWithCode = (kind: "ENTRY" | "EXIT", rideCode: string, changes = {}) =>
  tapRow(kind, "", platform.clock.now(), { cardNumber: null, rideCode, ...changes });

describe("a ride by code", () => {
  it("goes through gates that are offline, and is charged when they send their taps", async () => {
    const holder = await seedCard(platform, "20.00");
    const [newCode, verifier] = [await phoneOf(holder), await gate()];
    const taps = [];
    for (const kind of ["ENTRY", "EXIT"] as const) {
      const code = await newCode();
      const seen = await verifyCode(fromBase64url(code) ?? new Uint8Array(), nowS(), verifier);
      expect(seen).toMatchObject({ ok: true, value: { cardNumber: holder.number, kind: "STANDARD" } });
      taps.push(tapWithCode(kind, code));
      platform.clock.advance(30 * 60_000);
    }
    expect(await operator.tap(...taps)).toMatchObject([{ status: "OPEN" }, { fare: "4.00" }]);
    expect(await operator.tap(...taps)).toMatchObject([{ fare: "4.00" }, { fare: "4.00" }]);
    expect(await cardsOf(platform, holder.token)).toMatchObject([{ balance: "16.00" }]);
  });

  it("twice with one code is found: the second is refused, on record, and not charged", async () => {
    const holder = await seedCard(platform, "20.00");
    const code = await (await phoneOf(holder))();
    const first = tapWithCode("ENTRY", code);
    const friend = tapWithCode("ENTRY", code, { at: plusMs(platform.clock.now(), 5_000) });
    await operator.tap(first);
    const refusal = { __typename: "RideCodeUsed", code: "RIDE_CODE_USED" };
    const [refused] = await operator.tap(friend);
    expect(refused).toMatchObject(refusal);
    expect(textAt(refused ?? null, "message")).toContain(String(first["at"]));
    expect(await operator.tap(friend, first)).toMatchObject([refusal, { status: "OPEN" }]);
    const trail = await platform.database().query({
      ...{ table: "records-live", pk: `audit#${holder.id}`, limit: 20 },
    });
    const record = trail.items.filter(({ action }) => action === "transit.ride-code.used-twice");
    expect(record).toMatchObject([{ reason: friend["number"] }]);
  });

  it("twice at once with one code is taken once", async () => {
    const holder = await seedCard(platform, "20.00");
    const code = await (await phoneOf(holder))();
    const taps = Array.from({ length: 4 }, () => operator.tap(tapWithCode("ENTRY", code)));
    const types = (await Promise.all(taps)).map(([outcome]) => textAt(outcome ?? null, "__typename"));
    expect(types.toSorted()).toEqual(["OperatedTrip", "RideCodeUsed", "RideCodeUsed", "RideCodeUsed"]);
  });

  it("with a code that no gate may take is not charged", async () => {
    const holder = await seedCard(platform, "20.00");
    const newCode = await phoneOf(holder);
    const forged = await newCode(nowS(), await newEs256Signer());
    const outcomes = await operator.tap(
      tapWithCode("ENTRY", forged),
      tapWithCode("ENTRY", await newCode(nowS() - 200)),
      tapWithCode("ENTRY", "no base64!"),
      { ...tapWithCode("ENTRY", await newCode()), cardNumber: holder.number },
      { ...tapWithCode("ENTRY", forged), rideCode: null },
    );
    expect(outcomes.map((outcome) => textAt(outcome, "message"))).toEqual([
      "The ride code is not valid: BAD_CODE_SIGNATURE.",
      "The ride code is not valid: CODE_EXPIRED.",
      "The ride code is not valid: MALFORMED.",
      ...["State either a card number or a ride code.", "State either a card number or a ride code."],
    ]);
  });
});

describe("a ride credential", () => {
  it("holds for a day", async () => {
    const { token, id } = await seedCard(platform, "3.00");
    const key = base64url((await newEs256Signer()).publicKey);
    expect(await issue(token, id, key)).toMatchObject({
      ...{ validFrom: "2026-11-23T08:00:00.000Z", validUntil: "2026-11-24T08:00:00.000Z" },
    });
  });

  it("is for one's own card that is in use and owes nothing, and for a real key", async () => {
    const holder = await seedCard(platform, "3.00");
    const key = base64url((await newEs256Signer()).publicKey);
    const stranger = await platform.tokens.citizen();
    expect(await issue(stranger, holder.id, key)).toMatchObject({ code: "CARD_NOT_FOUND" });
    expect(await issue(holder.token, holder.id, "AAAA")).toMatchObject({
      ...{ code: "DEVICE_KEY_INVALID", path: ["devicePublicKey"] },
    });
    await operator.tap(
      tapRow("ENTRY", holder.number, plusMs(platform.clock.now(), -60_000)),
      tapRow("EXIT", holder.number, platform.clock.now()),
    );
    expect(await issue(holder.token, holder.id, key)).toMatchObject({ code: "CARD_IN_ARREARS" });
    await platform.call({
      ...{ query: `mutation { freezeTransitCard(id: "${holder.id}") { __typename } }`, token: holder.token },
    });
    expect(await issue(holder.token, holder.id, key)).toMatchObject({ code: "NOT_ALLOWED_NOW" });
  });

  it("of a test card opens no gate in earnest", async () => {
    const query = "{ live: rideCodeKeys { publicKey } test: rideCodeKeys(mode: TEST) { publicKey } }";
    const { data } = await platform.call({ query });
    expect(at(data, "live")).not.toEqual(at(data, "test"));
  });
});

describe("the list of refused cards", () => {
  it("has a card from its freezing on, until it is found", async () => {
    const { token, id, number } = await seedCard(platform);
    expect((await statusList()).refuses(number)).toBe(false);
    await platform.call({ query: `mutation { freezeTransitCard(id: "${id}") { __typename } }`, token });
    const list = await statusList();
    expect(list.refuses(number)).toBe(true);
    expect(list.expiresAt - list.issuedAt).toBe(6 * 3_600);
    await platform.call({ query: `mutation { unfreezeTransitCard(id: "${id}") { __typename } }`, token });
    expect((await statusList()).refuses(number)).toBe(false);
  });
});

describe("the ledger", () => {
  it("is sound after all rides", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
