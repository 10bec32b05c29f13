import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBillAmount, nearestBillAmount } from "../../../services/convenience/utilities/bill-amount.ts";
import { TARIFFS } from "../../../services/convenience/utilities/tariffs/tariffs.ts";
import { addMoney, fen } from "../../../services/kernel/money.ts";
import { at, startPlatform, type TestPlatform } from "../../support/platform.ts";
import { type Biller, reading, row, seedBiller } from "./utility-world.ts";

const MOST = 100_000_000_00n;

describe("a bill's amount", () => {
  it.each([
    [1n, "fine"],
    [MOST, "fine"],
    [MOST + 1n, "AMOUNT_TOO_LARGE"],
    [0n, "AMOUNT_NOT_POSITIVE"],
    [-1n, "AMOUNT_NOT_POSITIVE"],
  ] as const)("of %s fen is %s", (amount, said) => {
    const checked = checkBillAmount(fen(amount));
    expect(checked.ok ? "fine" : checked.error.code).toBe(said);
  });

  it("with what it bears of others is within the same bounds, and what is left waits", () => {
    const sums = fc.bigInt({ min: -3n * MOST, max: 3n * MOST });
    fc.assert(
      fc.property(sums, (sum) => {
        const amount = nearestBillAmount(fen(sum));
        const left = addMoney(fen(sum), fen(-amount));
        expect(amount >= 0n && amount <= MOST).toBe(true);
        expect(left === 0n || (sum < 0n ? amount === 0n : amount === MOST)).toBe(true);
      }),
    );
  });

  it("is never too large where a reading makes it, by any tariff that the platform knows", () => {
    const largest = 1_000_000n;
    for (const { tiers, timeOfUse } of TARIFFS.map((tariff) => ({ timeOfUse: undefined, ...tariff }))) {
      for (const { price } of tiers) {
        const yuan = (largest * price.units) / 10n ** BigInt(price.places);
        expect(yuan * 100n).toBeLessThan(MOST);
      }
      expect(timeOfUse).toBeUndefined();
    }
  });
});

describe("what a biller submits", () => {
  let platform: TestPlatform;
  let biller: Biller;
  beforeAll(async () => {
    platform = await startPlatform();
    biller = await seedBiller(platform);
  });
  afterAll(() => platform.stop());

  it("is refused row by row where it is too large, and what it may be is said", async () => {
    expect(
      await biller.submit(
        row({ amount: "100000000.00" }),
        row({ amount: "100000000.01" }),
        row({ amount: "1000000000000.00" }),
        row({ amount: "88.20" }),
      ),
    ).toMatchObject([
      { __typename: "Bill", amount: "100000000.00" },
      {
        code: "AMOUNT_TOO_LARGE",
        path: ["rows", "1", "amount"],
        message: expect.stringContaining("100000000.00"),
      },
      { code: "AMOUNT_TOO_LARGE", path: ["rows", "2", "amount"] },
      { __typename: "Bill", amount: "88.20" },
    ]);
  });

  it("is refused as a reading, too, where nobody can have used so much", async () => {
    const [refused] = await biller.read(reading({ usage: "1000000.01" }));
    expect(refused).toMatchObject({ code: "USAGE_OUT_OF_RANGE", path: ["rows", "0", "usage"] });
  });

  it("is refused as an amendment, too", async () => {
    const bill = row();
    await biller.submit(bill);
    const query = `mutation { change: amendBill(number: "${bill["number"]}", amount: "100000000.01", dueOn: "2026-12-31") {
      ... on Refusal { code } ... on InvalidInput { path }
    } }`;
    const { data } = await platform.call({ query, apiKey: biller.liveKey });
    expect(at(data, "change")).toEqual({ code: "AMOUNT_TOO_LARGE", path: ["amount"] });
  });
});
