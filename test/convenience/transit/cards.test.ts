import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CLAIMS } from "../../../services/api/oidc.ts";
import { identityCheck } from "../../../services/field/identity-document.ts";
import { addDays, addMonths, dateAt } from "../../../services/kernel/civil-date.ts";
import { plusMs } from "../../../services/kernel/runtime.ts";
import { fundedPartner } from "../../money/payments/seed-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedConsent } from "../../support/seed-consent.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import * as world from "./transit-world.ts";
import {
  cardsOf,
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

const bind = (token: string, number: string, code: string): Promise<Json> =>
  world.bind(platform, token, { number, code });

const change = (token: string, action: "freeze" | "unfreeze", id: string): Promise<Json> =>
  mutate(
    platform,
    { token },
    `mutation { done: ${action}TransitCard(id: "${id}") {
      __typename ... on TransitCard { status availableActions } ... on Refusal { code }
      ... on NotAllowedNow { state availableActions }
    } }`,
  );

const handOut = (kind?: string) => world.handOut(platform, operator, kind);

describe("a citizen", () => {
  it("gets a card on the phone, with nothing on it", async () => {
    const token = await platform.tokens.citizen();
    const card = await issue(platform, { token });
    expect(card).toMatchObject({ kind: "STANDARD", status: "ACTIVE", balance: "0.00", held: "0.00" });
    const { __typename: _, ...own } = card as Record<string, Json>;
    expect(await cardsOf(platform, token)).toEqual([own]);
  });

  it("gets one card for one key, however often it is asked for at once", async () => {
    const [token, key] = [await platform.tokens.citizen(), newKey()];
    const all = await Promise.all([1, 2, 3].map(() => issue(platform, { token }, "STANDARD", key)));
    expect(new Set(all.map((card) => textAt(card, "number"))).size).toBe(1);
    expect(await cardsOf(platform, token)).toHaveLength(1);
  });

  it("gets a student or senior card over the counter only", async () => {
    const refused = await issue(platform, { token: await platform.tokens.citizen() }, "SENIOR");
    expect(refused).toMatchObject({ code: "CARD_KIND_NEEDS_PROOF", path: ["input", "kind"] });
  });

  it("binds a card that was handed out, once and for one person", async () => {
    const { number, code } = await handOut("STUDENT");
    const token = await platform.tokens.citizen();
    expect(await bind(token, number, code.toUpperCase())).toMatchObject({ number, kind: "STUDENT" });
    expect(await bind(token, number, code)).toMatchObject({ number });
    expect(await cardsOf(platform, token)).toMatchObject([{ number }]);
    const other = await bind(await platform.tokens.citizen(), number, code);
    expect(other).toEqual({ __typename: "NotFound", code: "CARD_NOT_FOUND" });
  });

  it.each([
    [60, 0, { __typename: "TransitCard", kind: "SENIOR" }],
    [60, 1, { code: "ENTITLEMENT_TOO_YOUNG", path: ["number"] }],
    [30, 0, { code: "ENTITLEMENT_TOO_YOUNG", path: ["number"] }],
  ])(
    "of %i years, less %i days, binds a senior's card that was handed out: %j",
    async (age, inDays, outcome) => {
      const { number, code } = await handOut("SENIOR");
      const born = addDays(addMonths(dateAt(platform.clock.now()), -12 * age), inDays).replaceAll("-", "");
      const first17 = `110105${born}${String(Number(number.slice(-6)) % 1_000).padStart(3, "0")}`;
      const claims = { [CLAIMS.name]: "王老", [CLAIMS.idNumber]: first17 + identityCheck(first17) };
      expect(await bind(await platform.tokens.sign(claims), number, code)).toMatchObject(outcome);
    },
  );

  it("may guess a binding code five times an hour", async () => {
    const { number, code } = await handOut();
    const token = await platform.tokens.citizen();
    for (let i = 0; i < 5; i += 1)
      expect(at(await bind(token, number, "0000"), "code")).toBe("CARD_NOT_FOUND");
    expect(at(await bind(token, number, code), "code")).toBe("TOO_MANY_GUESSES");
  });

  it("stays open to its holder, however often strangers guess at it", async () => {
    const { number, code } = await handOut();
    for (let i = 0; i < 7; i += 1) {
      expect(at(await bind(await platform.tokens.citizen(), number, "0000"), "code")).toBe("CARD_NOT_FOUND");
    }
    expect(await bind(await platform.tokens.citizen(), number, code)).toMatchObject({ number });
  });

  it("freezes a card that was lost, and finds it again", async () => {
    const { token, id } = await seedCard(platform);
    const actions = ["unfreeze", "replace", "close"];
    expect(await change(token, "freeze", id)).toMatchObject({ status: "FROZEN", availableActions: actions });
    expect(await change(token, "freeze", id)).toEqual({
      ...{ __typename: "NotAllowedNow", code: "NOT_ALLOWED_NOW" },
      ...{ state: "FROZEN", availableActions: actions },
    });
    expect(await change(token, "unfreeze", id)).toMatchObject({ status: "ACTIVE" });
  });

  it("does nothing with somebody else's card, and does not see it", async () => {
    const { id } = await seedCard(platform);
    const token = await platform.tokens.citizen();
    expect(await change(token, "freeze", id)).toEqual({ __typename: "NotFound", code: "CARD_NOT_FOUND" });
    const node = await platform.call({ query: `{ node(id: "${id}") { id } }`, token });
    expect(node.data).toEqual({ node: null });
  });
});

describe("a partner", () => {
  it("reads the card of a holder who consents by an id of its own, and by no other", async () => {
    const { holder, id, number } = await seedCard(platform);
    const scopes = ["CONSENT_REQUEST", "PROFILE_READ", "TRANSIT_READ"] as const;
    const reader = await seedPartner(platform, { scopes, creditCode: "11220000013544541J" });
    const ref = await seedConsent(platform, reader, holder, ["TRANSIT_READ"]);
    const apiKey = reader.liveKey;
    const of = "query ($ref: ID!) { citizen(ref: $ref) { transitCards { id number } } }";
    const { data } = await platform.call({ query: of, variables: { ref }, apiKey });
    expect(at(data, "citizen", "transitCards", 0, "number")).toBe(number);
    const sealed = textAt(data, "citizen", "transitCards", 0, "id");
    const query = "query ($id: ID!) { node(id: $id) { id ... on TransitCard { number } } }";
    const nodeBy = async (card: string, key: string) =>
      at((await platform.call({ query, variables: { id: card }, apiKey: key })).data, "node");
    expect(sealed).not.toBe(id);
    expect(await nodeBy(sealed, apiKey)).toEqual({ id: sealed, number });
    expect(await nodeBy(id, apiKey)).toBeNull();
    expect(await nodeBy(sealed, operator.liveKey)).toBeNull();
  });
});

describe("a top-up", () => {
  it("puts money on a card, once for one key", async () => {
    const { token, id, number } = await seedCard(platform);
    const key = newKey();
    const paid = await topUp(platform, { token }, number, "50.00", key);
    expect(paid).toMatchObject({ status: "SUCCEEDED", amount: "50.00", transitCard: id, bills: [] });
    expect(await topUp(platform, { token }, number, "50.00", key)).toEqual(paid);
    expect(await cardsOf(platform, token)).toMatchObject([{ balance: "50.00" }]);
    expect(await topUp(platform, { token }, number, "60.00", key)).toMatchObject({
      code: "IDEMPOTENCY_MISMATCH",
    });
  });

  it("of somebody else's card is welcome", async () => {
    const { token, number } = await seedCard(platform);
    await topUp(platform, { token: await platform.tokens.citizen() }, number, "20.00");
    expect(await cardsOf(platform, token)).toMatchObject([{ balance: "20.00" }]);
  });

  it("that the channel declines leaves the card as it was", async () => {
    const { token, number } = await seedCard(platform);
    expect(await topUp(platform, { token }, number, "20.91")).toMatchObject({ status: "FAILED" });
    expect(await cardsOf(platform, token)).toMatchObject([{ balance: "0.00" }]);
  });

  it("is refused outside its bounds, and beyond what a card may hold", async () => {
    const { token, number } = await seedCard(platform);
    for (const amount of ["0.99", "1000.01"]) {
      expect(await topUp(platform, { token }, number, amount)).toMatchObject({
        ...{ code: "TOP_UP_OUT_OF_RANGE", path: ["input", "amount"] },
        message: "This has to be 1.00 to 1000.00 yuan.",
      });
    }
    const { number: unbound } = await handOut();
    expect(await topUp(platform, { token }, unbound, "1000.00")).toMatchObject({ status: "SUCCEEDED" });
    expect(await topUp(platform, { token }, unbound, "1.00")).toMatchObject({ code: "CARD_BALANCE_LIMIT" });
    expect(await topUp(platform, { token }, "3111000000000000002", "10.00")).toMatchObject({
      ...{ __typename: "NotFound", code: "CARD_NOT_FOUND" },
    });
  });

  it("by a partner comes from its prefunded account", async () => {
    const app = await seedPartner(platform, { scopes: ["TRANSIT_TOP_UP"] });
    const { number } = await seedCard(platform);
    expect(await topUp(platform, { apiKey: app.liveKey }, number, "10.00")).toMatchObject({
      ...{ __typename: "InsufficientFunds", spendable: "0.00", needed: "10.00" },
    });
  });

  describe("by a partner from its prefunded account", () => {
    async function refund(payment: string, amount: string): Promise<Json> {
      const token = await platform.tokens.officer({ roles: ["TREASURER"] });
      return mutate(
        platform,
        { token },
        `mutation { done: refundPayment(idempotencyKey: "${newKey()}", input: {
          payment: "${payment}", amount: "${amount}", reason: "多充退回"
        }) { __typename ... on Refund { status } ... on Refusal { code } } }`,
      );
    }

    /** A partner that has topped a card up with 30.00 of the 50.00 that it had. */
    async function funded() {
      const apiKey = await fundedPartner(platform, 50_00n);
      const card = await seedCard(platform);
      const payment = textAt(await topUp(platform, { apiKey }, card.number, "30.00"), "id");
      const left = async () => {
        const query = "{ ledgerAccounts { balance } }";
        return at((await platform.call({ apiKey, query })).data, "ledgerAccounts", 0, "balance");
      };
      const onCard = async () => at(await cardsOf(platform, card.token), 0, "balance");
      return { payment, left, onCard, card };
    }

    it("goes back to it at once where it is refunded", async () => {
      const { payment, left, onCard } = await funded();
      expect([await left(), await onCard()]).toEqual(["20.00", "30.00"]);
      expect(await refund(payment, "12.50")).toEqual({ __typename: "Refund", status: "SUCCEEDED" });
      expect([await left(), await onCard()]).toEqual(["32.50", "17.50"]);
      expect(await refund(payment, "17.50")).toMatchObject({ status: "SUCCEEDED" });
      expect([await left(), await onCard()]).toEqual(["50.00", "0.00"]);
      expect(await refund(payment, "0.01")).toMatchObject({ __typename: "NotRefundable" });
    });

    it("does not go back where the card has spent it", async () => {
      const { payment, left, card } = await funded();
      const at = plusMs(platform.clock.now(), -60_000);
      expect(await operator.tap(tapRow("BUS", card.number, at))).toMatchObject([{ fare: "1.50" }]);
      expect(await refund(payment, "30.00")).toMatchObject({ code: "ALREADY_SPENT" });
      expect(await left()).toBe("20.00");
    });
  });

  it("leaves the ledger sound", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});

describe("an operator", () => {
  it("hands out cards in its own region only, and nobody else does", async () => {
    const stranger = await seedPartner(platform, {
      scopes: ["TRANSIT_OPERATE"],
      creditCode: "9111000010000000AQ",
    });
    expect(await issue(platform, { apiKey: stranger.liveKey })).toMatchObject({ code: "NOT_AN_OPERATOR" });
  });
});
