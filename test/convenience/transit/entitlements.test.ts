import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { addDays, dateAt } from "../../../services/kernel/civil-date.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import {
  issue,
  mutate,
  newKey,
  seedCard,
  seedTapSender,
  type TapSender,
  tapRow,
  topUp,
} from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform);
});
afterAll(() => platform.stop());
beforeEach(() => platform.clock.set("2026-11-23T08:00:00.000Z"));

const today = () => dateAt(platform.clock.now());
const ago = (minutes: number) => plusMs(platform.clock.now(), -minutes * 60_000);

function grant(cardNumber: string, kind: string, changes: object = {}, key = newKey()): Promise<Json> {
  const input = {
    ...{ cardNumber, kind, from: today(), until: addDays(today(), 365) },
    proof: { kind: "CERTIFICATE", number: "11010519491231002X43" },
    ...changes,
  };
  return mutate(
    platform,
    { apiKey: operator.liveKey },
    `mutation ($input: GrantTransitEntitlementInput!) {
      done: grantTransitEntitlement(idempotencyKey: "${key}", input: $input) {
        __typename ... on OperatedEntitlement { kind periods { from until } }
        ... on Refusal { code message } ... on InvalidInput { path }
      }
    }`,
    { input },
  );
}

const end = (cardNumber: string, kind: string, on: string): Promise<Json> =>
  mutate(
    platform,
    { apiKey: operator.liveKey },
    `mutation ($input: EndTransitEntitlementInput!) { done: endTransitEntitlement(input: $input) {
      __typename ... on OperatedEntitlement { periods { until } } ... on Refusal { code } ... on InvalidInput { path }
    } }`,
    { input: { cardNumber, kind, on, reason: "证件已注销" } },
  );

/** A person with a standard card and one of a kind, which they hold by a grant of today. */
async function entitled(kind: string) {
  const standard = await seedCard(platform, "20.00");
  expect(await grant(standard.number, kind)).toMatchObject({ __typename: "OperatedEntitlement" });
  const card = await issue(platform, standard, kind);
  await topUp(platform, standard, textAt(card, "number"), "20.00");
  return { ...standard, special: textAt(card, "number") };
}

const bus = (card: string, moment: string) => tapRow("BUS", card, moment);
const metro = (card: string, minutes: number) => [
  tapRow("ENTRY", card, ago(minutes)),
  tapRow("EXIT", card, ago(minutes - 30)),
];
const faresOf = (outcomes: readonly Json[]) => outcomes.map((outcome) => textAt(outcome, "fare"));

const TRIPS = `transitCards { kind balance monthSpend entitledUntil trips(first: 10) { edges { node {
  fare price { entitlement percent parts { kind amount text } } } } } }`;

async function cardsOf(holder: Parameters<TestPlatform["tokens"]["citizen"]>[0], language = "en") {
  const token = await platform.tokens.citizen(holder);
  const answer = await platform.call({
    query: `{ me { ${TRIPS} } }`,
    token,
    headers: { "accept-language": language },
  });
  if (!answer.data) throw new Error(answer.text);
  const cards = at(answer.data, "me", "transitCards");
  return Array.isArray(cards) ? cards : [];
}

describe("a ride with a card of an entitlement", () => {
  it.each([
    ["SENIOR", "4.00", "0.00"],
    ["SOLDIER", "0.00", "0.00"],
    ["DISABLED_SOLDIER", "0.00", "0.00"],
    ["BLIND", "0.00", "0.00"],
    ["DISABLED", "4.00", "0.00"],
    ["STUDENT", "4.00", "0.75"],
  ])("%s costs %s by metro and %s by bus", async (kind, byMetro, byBus) => {
    const { special } = await entitled(kind);
    const rides = await operator.tap(...metro(special, 60), bus(special, ago(10)));
    expect(faresOf(rides)).toEqual(["0.00", byMetro, byBus]);
  });

  it("says in both languages by which law it was free, and counts for nothing", async () => {
    const { holder, special } = await entitled("SOLDIER");
    await operator.tap(...metro(special, 60));
    const texts = { zh: "现役军人免费乘车", en: "Free ride: Soldiers" };
    for (const language of ["zh", "en"] as const) {
      const card = (await cardsOf(holder, language)).find((each) => at(each, "kind") === "SOLDIER") ?? null;
      expect(card).toMatchObject({ balance: "20.00", monthSpend: "0.00" });
      const trip = at(card, "trips", "edges", 0, "node");
      expect(trip).toMatchObject({
        fare: "0.00",
        price: { entitlement: "SOLDIER", percent: 0 },
      });
      expect(at(trip, "price", "parts", 0)).toMatchObject({ kind: "DISTANCE", amount: "4.00" });
      expect(at(trip, "price", "parts", 1)).toMatchObject({ kind: "ENTITLEMENT", amount: "-4.00" });
      expect(textAt(trip, "price", "parts", 1, "text")).toContain(texts[language]);
    }
  });

  it("costs the standard fare from the day after its end on, also where the tap comes late", async () => {
    const { holder, special, number } = await entitled("SENIOR");
    const lastDay = ago(30);
    expect(await end(number, "SENIOR", today())).toMatchObject({ periods: [{ until: today() }] });
    expect(await end(number, "SENIOR", today())).toMatchObject({ periods: [{ until: today() }] });
    platform.clock.advance(DAY_MS);
    const outcomes = await operator.tap(bus(special, ago(10)), bus(special, lastDay));
    expect(faresOf(outcomes)).toEqual(["1.50", "0.00"]);
    const card = (await cardsOf(holder)).find((each) => at(each, "kind") === "SENIOR") ?? null;
    expect(at(card, "entitledUntil")).toBeNull();
  });

  it.each([
    ["SENIOR", ["0.00", "1.50", "1.50"]],
    ["BLIND", ["0.00", "0.00", "0.00"]],
  ])("of a %s is free on regular lines, for tourists and to order: %j", async (kind, fares) => {
    const { special } = await entitled(kind);
    const rows = ["REGULAR", "TOURIST", "TO_ORDER"].map((busService, i) => ({
      ...tapRow("BUS", special, ago(10 - i)),
      busService,
    }));
    expect(faresOf(await operator.tap(...rows))).toEqual(fares);
    expect(faresOf(await operator.tap(...rows))).toEqual(fares);
    const [first] = rows;
    expect(await operator.tap({ ...first, busService: "TOURIST" })).toMatchObject([
      { code: "TAP_NUMBER_TAKEN" },
    ]);
  });

  it("of a senior is free on city buses alone, and no companion of a card rides by its entitlement", async () => {
    const { special } = await entitled("SENIOR");
    const rows = [{ outsideCity: true }, { companion: true }, {}].map((said, i) => ({
      ...bus(special, ago(10 - i)),
      ...said,
    }));
    expect(faresOf(await operator.tap(...rows))).toEqual(["2.40", "1.50", "0.00"]);
  });

  it("is not free with the same person's standard card", async () => {
    const { number } = await entitled("BLIND");
    expect(faresOf(await operator.tap(bus(number, ago(10))))).toEqual(["1.50"]);
  });

  it("is as free with the card that takes over", async () => {
    const { token, special } = await entitled("BLIND");
    const { data } = await platform.call({ query: "{ me { transitCards { id number } } }", token });
    const all = at(data, "me", "transitCards");
    const old = (Array.isArray(all) ? all : []).find((each) => at(each, "number") === special);
    const replaced = await mutate(
      platform,
      { token },
      `mutation { done: replaceTransitCard(idempotencyKey: "${newKey()}", id: "${textAt(old ?? null, "id")}") {
        ... on TransitCard { number } } }`,
    );
    expect(faresOf(await operator.tap(bus(textAt(replaced, "number"), ago(10))))).toEqual(["0.00"]);
  });
});

describe("a card of another kind than standard", () => {
  it("is issued to one who holds the entitlement today, and to nobody else", async () => {
    const standard = await seedCard(platform);
    expect(await issue(platform, standard, "SENIOR")).toMatchObject({ code: "CARD_KIND_NEEDS_PROOF" });
    await grant(standard.number, "SENIOR", { from: addDays(today(), 1) });
    expect(await issue(platform, standard, "SENIOR")).toMatchObject({ code: "CARD_KIND_NEEDS_PROOF" });
    platform.clock.advance(DAY_MS);
    const token = await platform.tokens.citizen(standard.holder);
    expect(await issue(platform, { token }, "SENIOR")).toMatchObject({ kind: "SENIOR" });
    expect(await issue(platform, { token }, "BLIND")).toMatchObject({ code: "CARD_KIND_NEEDS_PROOF" });
  });

  it("that an operator hands out rides by its kind for as long as the proof holds that was seen", async () => {
    const until = addDays(today(), 1);
    const handOut = (provenUntil: string) =>
      mutate(
        platform,
        { apiKey: operator.liveKey },
        `mutation { done: issueTransitCard(idempotencyKey: "${newKey()}",
          input: { kind: STUDENT, region: "110000", provenUntil: "${provenUntil}" }) {
          ... on IssuedTransitCard { number } ... on InvalidInput { code path }
        } }`,
      );
    const number = textAt(await handOut(until), "number");
    await topUp(platform, { token: await platform.tokens.citizen() }, number, "10.00");
    const ridden = async () => faresOf(await operator.tap(bus(number, ago(1))));
    expect(await ridden()).toEqual(["0.75"]);
    platform.clock.advance(DAY_MS);
    expect(await ridden()).toEqual(["0.75"]);
    platform.clock.advance(DAY_MS);
    expect(await ridden()).toEqual(["1.50"]);
    expect(await handOut(addDays(today(), -1))).toMatchObject({ code: "PROVEN_UNTIL_OUT_OF_RANGE" });
  });
});

describe("a grant", () => {
  it("is made once under its key, and is no other's", async () => {
    const { number } = await seedCard(platform);
    const key = newKey();
    const made = await grant(number, "BLIND", {}, key);
    expect(await grant(number, "BLIND", {}, key)).toEqual(made);
    for (const other of [
      grant(number, "BLIND", { until: today() }, key),
      grant(number, "DISABLED", {}, key),
      grant((await seedCard(platform)).number, "BLIND", {}, key),
    ]) {
      expect(await other).toMatchObject({ code: "IDEMPOTENCY_MISMATCH" });
    }
    const both = await Promise.all([grant(number, "DISABLED"), grant(number, "DISABLED")]);
    const most = Math.max(...both.map((one) => (at(one, "periods") as readonly Json[]).length));
    expect(most).toBe(2);
  });

  it("needs a card that somebody of the operator's region has bound", async () => {
    expect(await grant("3111000000000000002", "BLIND")).toMatchObject({ code: "CARD_NOT_FOUND" });
    const loose = textAt(await issue(platform, { apiKey: operator.liveKey }), "number");
    expect(await grant(loose, "BLIND")).toMatchObject({
      code: "CARD_NOT_BOUND",
      path: ["input", "cardNumber"],
    });
    const { number } = await seedCard(platform);
    expect(await end(number, "BLIND", today())).toMatchObject({ code: "ENTITLEMENT_NOT_FOUND" });
    await grant(number, "BLIND");
    expect(await end(number, "BLIND", addDays(today(), -1))).toMatchObject({
      ...{ code: "ENTITLEMENT_ENDS_IN_PAST", path: ["input", "on"] },
    });
  });

  it("is read by its holder, with its proof, its operator and whether it holds; and ends with a reason", async () => {
    const { number, token } = await seedCard(platform);
    await grant(number, "SENIOR");
    await end(number, "SENIOR", today());
    const query = `{ me { transitEntitlements {
      kind region { code } from until endedOn endedFor held proof proofNumber operator { name } } } }`;
    const { data } = await platform.call({ query, token });
    expect(at(data, "me", "transitEntitlements")).toEqual([
      {
        ...{ kind: "SENIOR", region: { code: "110000" }, from: today(), until: addDays(today(), 365) },
        ...{ endedOn: today(), endedFor: "证件已注销", held: true, proof: "CERTIFICATE" },
        ...{ proofNumber: "11010519491231002X43", operator: { name: "京港地铁" } },
      },
    ]);
  });
});

describe("anybody", () => {
  it("reads who rides free, by which law and with which proof", async () => {
    const query = `{ transitEntitlementRules(region: "110000", on: "2026-11-23") {
      kind region { code } free ageFrom monthsMax name } }`;
    const { data, errors } = await platform.call({ query });
    expect(errors).toEqual([]);
    const rules = at(data, "transitEntitlementRules");
    expect(rules).toHaveLength(6);
    expect(rules).toContainEqual({
      ...{ kind: "SENIOR", region: { code: "110000" }, free: ["BUS"], ageFrom: 60, monthsMax: 24 },
      name: "People of 60 and over",
    });
    expect(rules).toContainEqual({
      ...{ kind: "SOLDIER", region: null, free: ["METRO", "BUS"], ageFrom: null, monthsMax: 120 },
      name: "Soldiers",
    });
  });

  it("asks what a ride costs with such a card", async () => {
    const ask = async (mode: string) => {
      const query = `{ transitFare(mode: ${mode}, region: "110000", distanceKm: "12", card: SENIOR, on: "2026-11-23") {
        fare parts { kind } } }`;
      return at((await platform.call({ query })).data, "transitFare");
    };
    expect(await ask("BUS")).toMatchObject({ fare: "0.00" });
    expect(await ask("METRO")).toEqual({ fare: "4.00", parts: [{ kind: "DISTANCE" }] });
  });
});

it("leaves the ledger sound: rides that were free have moved nothing", async () => {
  expect(await verified(platform)).toMatchObject(SOUND);
});
