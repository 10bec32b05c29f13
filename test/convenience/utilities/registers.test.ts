import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { type Biller, newNumber, reading, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
});
afterAll(() => platform.stop());

type Stated = {
  readonly serial: string;
  readonly start?: string;
  readonly end: string;
  readonly isRemoved?: boolean;
};

/** Water at 5.00 in the first 180 m³ of a year. */
function home() {
  const accountNumber = newNumber();
  const numbers: string[] = [];
  const read = async (months: string, registers: readonly Stated[], changes = {}): Promise<Json> => {
    const [from = "", to = ""] = months.split("-");
    const stated = reading({
      ...{ accountNumber, from: `2026-${from}-01`, to: `2026-${to}-01`, usage: undefined, registers },
      ...changes,
    });
    numbers.push(String(stated["number"]));
    return (await biller.read(stated))[0] ?? null;
  };
  const cancelLast = async () => {
    const query = `mutation { cancelBill(number: "${numbers.at(-1)}") { ... on Bill { status } ... on Refusal { code } } }`;
    return at((await platform.call({ query, apiKey: biller.liveKey })).data, "cancelBill");
  };
  return { read, cancelLast };
}

const usageIn = (bill: Json): string => textAt(bill, "rating", "usage");
const A = { serial: "A-1" };
const B = { serial: "B-2" };

describe("a reading by registers", () => {
  it("is what they have counted since they were read last", async () => {
    const { read } = home();
    expect(usageIn(await read("01-03", [{ ...A, start: "100", end: "130.5" }]))).toBe("30.5");
    expect(usageIn(await read("03-05", [{ ...A, end: "140" }]))).toBe("9.5");
    expect(usageIn(await read("05-07", [{ ...A, start: "140", end: "141" }]))).toBe("1");
  });

  it("of a meter that was replaced is the old one's to its end, and the new one's from its start", async () => {
    const { read } = home();
    await read("01-03", [{ ...A, start: "900", end: "950" }]);
    const replaced = [
      { ...A, end: "960", isRemoved: true },
      { ...B, start: "3", end: "20" },
    ];
    expect(usageIn(await read("03-05", replaced))).toBe("27");
    expect(usageIn(await read("05-07", [{ ...B, end: "30" }]))).toBe("10");
  });

  it.each([
    [
      "REGISTER_START_UNKNOWN",
      "03-05",
      [
        { ...A, end: "60" },
        { ...B, end: "5" },
      ],
    ],
    ["REGISTER_START_DIFFERS", "03-05", [{ ...A, start: "51", end: "60" }]],
    ["REGISTER_COUNTS_BACK", "03-05", [{ ...A, end: "49" }]],
    ["REGISTER_MISSING", "03-05", [{ ...B, start: "0", end: "5" }]],
    ["READING_GAP", "04-05", [{ ...A, end: "60" }]],
    [
      "REGISTER_UNCLEAR",
      "03-05",
      [
        { ...A, end: "60" },
        { ...A, end: "61" },
      ],
    ],
    ["REGISTER_UNCLEAR", "03-05", [{ ...A, end: "-1" }]],
    ["USAGE_OR_TIME_OF_USE", "03-05", []],
  ] as const)("is refused with %s, and the counts stay as they were", async (code, months, registers) => {
    const { read } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    expect(await read(months, registers)).toMatchObject({ code });
    expect(usageIn(await read("03-05", [{ ...A, end: "60" }]))).toBe("10");
  });

  it("of a new holder opens with the counts when they came: what was used between is nobody's", async () => {
    const { read } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    const newcomer = { holderName: "李雷" };
    expect(await read("05-07", [{ ...A, start: "49", end: "70" }], newcomer)).toMatchObject({
      code: "REGISTER_START_DIFFERS",
    });
    expect(usageIn(await read("05-07", [{ ...A, start: "55", end: "70" }], newcomer))).toBe("15");
    // The last bill of the one before states both counts.
    expect(usageIn(await read("03-05", [{ ...A, start: "50", end: "55" }]))).toBe("5");
    expect(usageIn(await read("07-09", [{ ...A, end: "80" }], newcomer))).toBe("10");
  });

  it("settles an estimate from the last true counts on", async () => {
    const { read } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    expect(await read("03-05", [], { registers: undefined, usage: "20", isEstimated: true })).toMatchObject({
      amount: "100.00",
    });
    expect(await read("03-07", [{ ...A, end: "80" }])).toMatchObject({
      amount: "50.00",
      rating: { usage: "30" },
    });
    expect(usageIn(await read("07-09", [{ ...A, end: "81" }]))).toBe("1");
  });

  it("that is withdrawn puts the counts back, also those of a meter that it had replaced", async () => {
    const { read, cancelLast } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    await read("03-05", [
      { ...A, end: "60", isRemoved: true },
      { ...B, start: "0", end: "5" },
    ]);
    expect(await cancelLast()).toEqual({ status: "CANCELLED" });
    expect(usageIn(await read("03-05", [{ ...A, end: "57" }]))).toBe("7");
  });
});
