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
const A = { serial: "A-1" };
const B = { serial: "B-2" };
const NEW = { holderName: "李雷" };

/** A home; of each bill its months, and what it says of its rating. */
function home() {
  const accountNumber = newNumber();
  const send = async (months: string, changes: object): Promise<Json> => {
    const [from = "", to = ""] = months.split("-");
    const stated = reading({ accountNumber, from: `2026-${from}-01`, to: `2026-${to}-01`, ...changes });
    return (await biller.read(stated))[0] ?? null;
  };
  const read = (months: string, registers: readonly Stated[], changes = {}) =>
    send(months, { usage: undefined, registers, ...changes });
  const use = (months: string, usage: string, changes = {}) => send(months, { usage, ...changes });
  const cancel = async (bill: Json) => {
    const query = `mutation { done: cancelBill(number: "${textAt(bill, "number")}") { ... on Bill { status } ... on Refusal { code } } }`;
    expect(at((await platform.call({ query, apiKey: biller.liveKey })).data, "done")).toEqual({
      status: "CANCELLED",
    });
  };
  const unreadFrom = async (bill: Json): Promise<Json> => {
    const query = `{ node(id: "${textAt(bill, "id")}") { ... on Bill { rating { unreadFrom } } } }`;
    return at((await platform.call({ query, apiKey: biller.liveKey })).data, "node", "rating", "unreadFrom");
  };
  return { read, use, cancel, unreadFrom };
}

const usageIn = (bill: Json): string => textAt(bill, "rating", "usage");

describe("a new holder's first reading", () => {
  it("pays for nothing that the one before has used", async () => {
    const { read, use } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    expect(await read("05-07", [{ ...A, end: "70" }], NEW)).toMatchObject({ code: "REGISTER_START_NEEDED" });
    expect(await use("05-07", "20", NEW)).toMatchObject({ code: "REGISTERS_NEEDED" });
    expect(usageIn(await read("05-07", [{ ...A, start: "60", end: "70" }], NEW))).toBe("10");
    for (const end of ["61", "59"])
      expect(await read("03-05", [{ ...A, end }])).toMatchObject({ code: "REGISTER_END_DIFFERS" });
    expect(usageIn(await read("03-05", [{ ...A, end: "60" }]))).toBe("10");
    expect(usageIn(await read("07-09", [{ ...A, end: "71" }], NEW))).toBe("1");
  });

  it("goes on from the last counts of the one before, where those are of the same day", async () => {
    const { read } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    expect(await read("03-05", [{ ...A, start: "52", end: "70" }], NEW)).toMatchObject({
      code: "REGISTER_START_DIFFERS",
    });
    expect(usageIn(await read("03-05", [{ ...A, end: "70" }], NEW))).toBe("20");
  });

  it("after estimates of the one before states its start", async () => {
    const { read, use } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    await use("03-05", "9", { isEstimated: true });
    expect(await read("05-07", [{ ...A, end: "70" }], NEW)).toMatchObject({ code: "REGISTER_START_NEEDED" });
    expect(usageIn(await read("05-07", [{ ...A, start: "61", end: "70" }], NEW))).toBe("9");
    expect(usageIn(await read("03-05", [{ ...A, end: "61" }]))).toBe("11");
  });
});

describe("the usage that is billed is what the meter counts", () => {
  it("where a usage is stated between counts", async () => {
    const { read, use } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    expect(await use("03-05", "10")).toMatchObject({ rating: { usage: "10" } });
    expect(await read("05-07", [{ ...A, end: "59" }])).toMatchObject({ code: "REGISTER_COUNTS_BACK" });
    expect(usageIn(await read("05-07", [{ ...A, end: "70" }]))).toBe("10");
  });

  it("where a stated usage is withdrawn again", async () => {
    const { read, use, cancel } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    await cancel(await use("03-05", "10"));
    expect(usageIn(await read("03-05", [{ ...A, end: "70" }]))).toBe("20");
  });

  it("and a usage that does not tell which register has counted it is refused, or one after a gap", async () => {
    const { read, use } = home();
    const both = [
      { ...A, start: "0", end: "5" },
      { ...B, start: "0", end: "6" },
    ];
    await read("01-03", both);
    expect(await use("03-05", "10")).toMatchObject({ code: "REGISTERS_NEEDED" });
    expect(await use("04-05", "10")).toMatchObject({ code: "READING_GAP" });
  });

  it.each([
    ["start 50, end 95", [{ ...A, start: "50", end: "95" }], "REGISTER_END_DIFFERS"],
    ["start 50, end 70", [{ ...A, start: "50", end: "70" }], "REGISTER_END_DIFFERS"],
    ["start 10, end 80", [{ ...A, start: "10", end: "80" }], "REGISTER_START_DIFFERS"],
    ["start 60, end 80", [{ ...A, start: "60", end: "80" }], "REGISTER_START_DIFFERS"],
    ["another register", [{ ...B, start: "50", end: "80" }], "REGISTER_MISSING"],
    ["a removed one", [{ ...A, start: "50", end: "80", isRemoved: true }], "REGISTER_END_DIFFERS"],
  ])("where a middle reading is withdrawn and read anew with %s", async (_, registers, code) => {
    const { read, use, cancel } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    const middle = await read("03-05", [{ ...A, end: "80" }]);
    await read("05-07", [{ ...A, end: "100" }]);
    await cancel(middle);
    expect(await read("03-05", registers)).toMatchObject({ code });
    expect(await use("03-05", "29")).toMatchObject({ code: "REGISTER_END_DIFFERS" });
    expect(usageIn(await read("03-05", [{ ...A, end: "80" }]))).toBe("30");
    expect(usageIn(await read("07-09", [{ ...A, end: "101" }]))).toBe("1");
  });

  it("where a late reading fills a part of a gap", async () => {
    const { read } = home();
    await read("09-11", [{ ...A, start: "100", end: "110" }]);
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    expect(await read("04-05", [{ ...A, end: "60" }])).toMatchObject({ code: "REGISTER_START_NEEDED" });
    expect(await read("04-05", [{ ...A, start: "49", end: "60" }])).toMatchObject({
      code: "REGISTER_START_DIFFERS",
    });
    expect(await read("04-05", [{ ...A, start: "55", end: "101" }])).toMatchObject({
      code: "REGISTER_END_DIFFERS",
    });
    expect(usageIn(await read("04-05", [{ ...A, start: "55", end: "60" }]))).toBe("5");
    expect(usageIn(await read("05-09", [{ ...A, end: "100" }]))).toBe("40");
  });

  it("where a former holder's last reading is put right: the new holder's begins where it ended", async () => {
    const { read } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    const last = await read("03-05", [{ ...A, end: "60" }]);
    await read("05-07", [{ ...A, end: "70" }], NEW);
    const query = `mutation { done: correctReading(number: "${textAt(last, "number")}", usage: "5", reason: "抄错") {
      __typename ... on Refusal { code } } }`;
    expect(at((await platform.call({ query, apiKey: biller.liveKey })).data, "done", "code")).toBe(
      "READ_BY_REGISTERS",
    );
  });

  it("where the last reading is withdrawn after the one before it", async () => {
    const { read, cancel } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    const middle = await read("03-05", [{ ...A, end: "80" }]);
    const last = await read("05-07", [{ ...A, end: "100" }]);
    await cancel(middle);
    await cancel(last);
    expect(usageIn(await read("03-05", [{ ...A, end: "80" }]))).toBe("30");
    expect(usageIn(await read("05-07", [{ ...A, end: "100" }]))).toBe("20");
  });

  it("where a former holder's last reading has come late, and the new holder is taken back", async () => {
    const { read, cancel } = home();
    await read("01-03", [{ ...A, start: "0", end: "50" }]);
    const wrong = await read("05-07", [{ ...A, start: "55", end: "70" }], NEW);
    await read("03-05", [{ ...A, end: "55" }]);
    await cancel(wrong);
    expect(usageIn(await read("05-07", [{ ...A, end: "70" }]))).toBe("15");
  });
});

describe("days that nobody has read", () => {
  it("are said by the reading after them, until one fills them", async () => {
    const { use, unreadFrom, cancel } = home();
    const first = await use("01-03", "10");
    const last = await use("07-09", "10");
    expect(await unreadFrom(first)).toBeNull();
    expect(await unreadFrom(last)).toBe("2026-03-01");
    const late = await use("04-06", "5");
    expect([await unreadFrom(late), await unreadFrom(last)]).toEqual(["2026-03-01", "2026-06-01"]);
    await use("06-07", "5");
    expect(await unreadFrom(last)).toBeNull();
    await use("03-04", "5");
    expect(await unreadFrom(late)).toBeNull();
    await cancel(late);
    const next = await use("09-10", "1");
    expect(await unreadFrom(next)).toBeNull();
  });
});
