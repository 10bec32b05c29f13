import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { endDueRides } from "../../../services/convenience/transit/index.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { parseMoney } from "../../../services/kernel/money.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { fundedPartner } from "../../money/payments/seed-world.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { overtake } from "../../support/overtake.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { sweep } from "../../support/sweep.ts";
import * as world from "./transit-world.ts";
import { mutate, newKey, seedCard, seedTapSender, type TapSender, tapRow, topUp } from "./transit-world.ts";

let platform: TestPlatform;
let operator: TapSender;
beforeAll(async () => {
  platform = await startPlatform();
  operator = await seedTapSender(platform, undefined, { sameStationMinutes: 15 });
});
afterAll(() => platform.stop());

type Held = Awaited<ReturnType<typeof seedCard>>;

/** The money on a person's card in use, and what is on its way there. */
async function filling({ token }: Pick<Held, "token">) {
  const query = "{ me { transitCards { status balance incoming } } }";
  const { data, text } = await platform.call({ query, token });
  if (!data) throw new Error(text);
  const cards = at(data, "me", "transitCards") as readonly Json[];
  const card = cards.find((each) => at(each, "status") === "ACTIVE") ?? null;
  return { balance: textAt(card, "balance"), incoming: textAt(card, "incoming") };
}

const codeOf = (ended: Json): string =>
  textAt(ended, at(ended, "__typename") === "Payment" ? "status" : "code");

/** Amounts of which the sandbox says later whether they have come. */
const [LATER, NEVER] = ["999.92", "999.93"];
const settle = async () => {
  platform.clock.advance(60_000);
  await sweep(platform);
};

async function endRides(): Promise<void> {
  const open = () => ({ database: platform.database(), commit: commitTo(platform.database()) });
  await endDueRides({ open, now: platform.clock.now }, "live", plusMs(platform.clock.now(), 60_000));
}

describe("the cap of a card", () => {
  it("holds for eight top-ups of 1,000 at once: five come, and the others are told before any money moves", async () => {
    const card = await seedCard(platform);
    const ended = await Promise.all(
      Array.from({ length: 8 }, () => topUp(platform, card, card.number, "1000.00")),
    );
    expect(ended.map(codeOf).toSorted()).toEqual([
      ...Array(3).fill("CARD_BALANCE_LIMIT"),
      ...Array(5).fill("SUCCEEDED"),
    ]);
    expect(await filling(card)).toEqual({ balance: "5000.00", incoming: "0.00" });
  });

  it("counts what is pending, and is free again where that fails", async () => {
    const card = await seedCard(platform, "1000.00");
    for (const amount of [LATER, LATER, NEVER, NEVER]) await topUp(platform, card, card.number, amount);
    expect(await filling(card)).toEqual({ balance: "1000.00", incoming: "3999.70" });
    expect(codeOf(await topUp(platform, card, card.number, "1.00"))).toBe("CARD_BALANCE_LIMIT");
    await settle();
    expect(await filling(card)).toEqual({ balance: "2999.84", incoming: "0.00" });
    expect(codeOf(await topUp(platform, card, card.number, "1000.00"))).toBe("SUCCEEDED");
  });

  it("holds for what somebody else pays in at the same moment, by a channel and from a prefunded account", async () => {
    const card = await seedCard(platform);
    for (let i = 0; i < 4; i += 1) await topUp(platform, card, card.number, "1000.00");
    const apiKey = await fundedPartner(platform, 2_000_00n);
    const friend = { token: await platform.tokens.citizen() };
    for (const others of [
      [{ apiKey }, friend],
      [friend, { apiKey }],
      [{ apiKey }, { apiKey }],
    ] as const) {
      const ended: Json[] = [];
      const [late, meanwhile] = others.map((payer) => async () => {
        ended.push(await topUp(platform, payer, card.number, "600.00"));
      });
      if (late && meanwhile) await overtake(platform, late, meanwhile);
      const done = ended.filter((each) => codeOf(each) === "SUCCEEDED");
      expect([done.length, (await filling(card)).balance]).toEqual([1, "4600.00"]);
      await refund(textAt(done[0] ?? null, "id"), "600.00");
    }
    expect(await filling(card)).toEqual({ balance: "4000.00", incoming: "0.00" });
  });

  it("goes on with a card that takes over while a payment is under way", async () => {
    const card = await seedCard(platform);
    for (let i = 0; i < 4; i += 1) await topUp(platform, card, card.number, LATER);
    const next = await mutate(
      platform,
      card,
      `mutation { done: replaceTransitCard(idempotencyKey: "${newKey()}", id: "${card.id}") {
        ... on TransitCard { number } } }`,
    );
    expect(await filling(card)).toEqual({ balance: "0.00", incoming: "3999.68" });
    expect(codeOf(await topUp(platform, card, textAt(next, "number"), "1000.00"))).toBe("SUCCEEDED");
    expect(codeOf(await topUp(platform, card, textAt(next, "number"), "1.00"))).toBe("CARD_BALANCE_LIMIT");
    await settle();
    expect(await filling(card)).toEqual({ balance: "4999.68", incoming: "0.00" });
  });

  it("binds top-ups, and no fare that comes to less later: what goes back is never lost", async () => {
    for (const [last, incoming, balance] of [
      ["3.00", "0.00", "5003.00"],
      // On its way while the fare goes back.
      [LATER, "999.92", "5002.92"],
    ] as const) {
      const holder = await seedCard(platform, "1000.00");
      const entered = platform.clock.now();
      await operator.tap(tapRow("ENTRY", holder.number, entered));
      platform.clock.advance(25 * HOUR_MS);
      await endRides();
      const card = { ...holder, token: await platform.tokens.citizen(holder.holder) };
      expect(await filling(card)).toEqual({ balance: "997.00", incoming: "0.00" });
      const before = last === LATER ? ["1000.00", "1000.00", "1000.00", "3.00"] : Array(4).fill("1000.00");
      for (const amount of [...before, last]) await topUp(platform, card, card.number, amount);
      expect((await filling(card)).incoming).toBe(incoming);
      // One who left at once where they had come in pays nothing.
      const left = plusMs(entered, 5 * 60_000);
      const exit = tapRow("EXIT", card.number, left, { station: "xidan" });
      expect(await operator.tap(exit)).toMatchObject([{ status: "COMPLETED", fare: "0.00" }]);
      await settle();
      expect(await filling(card)).toEqual({ balance, incoming: "0.00" });
      expect(codeOf(await topUp(platform, card, card.number, "1.00"))).toBe("CARD_BALANCE_LIMIT");
    }
  });

  it("is 1,000 for a card that nobody has bound, and 5,000 as soon as somebody has", async () => {
    const card = await world.handOut(platform, operator);
    const payer = { token: await platform.tokens.citizen() };
    expect(codeOf(await topUp(platform, payer, card.number, LATER))).not.toBe("CARD_BALANCE_LIMIT");
    expect(codeOf(await topUp(platform, payer, card.number, "1.00"))).toBe("CARD_BALANCE_LIMIT");
    await world.bind(platform, payer.token, card);
    expect(codeOf(await topUp(platform, payer, card.number, "1000.00"))).toBe("SUCCEEDED");
  });

  it("is no refusal of the same call, sent twice", async () => {
    const card = await seedCard(platform);
    for (let i = 0; i < 4; i += 1) await topUp(platform, card, card.number, "1000.00");
    const key = newKey();
    const same = await Promise.all([1, 2, 3].map(() => topUp(platform, card, card.number, "1000.00", key)));
    expect(same.map(codeOf)).toEqual(["SUCCEEDED", "SUCCEEDED", "SUCCEEDED"]);
    expect((await filling(card)).balance).toBe("5000.00");
  });

  it("holds in whatever order top-ups are begun, succeed, fail, go back and come back", async () => {
    const amounts = fc.constantFrom("1000.00", "950.91", LATER, NEVER, "400.00");
    const steps = fc.array(
      fc.oneof(
        { weight: 5, arbitrary: fc.record({ topUps: fc.array(amounts, { minLength: 1, maxLength: 5 }) }) },
        { weight: 1, arbitrary: fc.constant("settle" as const) },
        { weight: 2, arbitrary: fc.record({ refund: fc.constantFrom("100.00", "50.91", "50.92", "50.93") }) },
      ),
      { minLength: 4, maxLength: 10 },
    );
    await fc.assert(
      fc.asyncProperty(steps, async (all) => {
        const card = await seedCard(platform);
        const paid: string[] = [];
        for (const step of all) {
          if (step === "settle") await settle();
          else if ("refund" in step) {
            const [payment] = paid.splice(0, 1);
            if (payment) await refund(payment, step.refund);
          } else {
            const ended = await Promise.all(
              step.topUps.map((each) => topUp(platform, card, card.number, each)),
            );
            paid.push(...ended.flatMap((each) => (codeOf(each) === "SUCCEEDED" ? [textAt(each, "id")] : [])));
          }
          const { balance, incoming } = await filling(card);
          expect(must(parseMoney(balance)) + must(parseMoney(incoming))).toBeLessThanOrEqual(5_000_00n);
        }
        await settle();
        const { balance, incoming } = await filling(card);
        expect(incoming).toBe("0.00");
        expect(must(parseMoney(balance))).toBeLessThanOrEqual(5_000_00n);
      }),
      { numRuns: 5 },
    );
  }, 60_000);

  it("leaves the ledger sound", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});

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
