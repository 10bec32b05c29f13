import { ScanCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { physicalName } from "../../../services/kernel/database/tables.ts";
import { startAnswerTime } from "../../support/answer-time.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { type Biller, issueBill, newNumber, seedBiller } from "./utility-world.ts";

let platform: TestPlatform;
let biller: Biller;
beforeAll(async () => {
  platform = await startPlatform();
  biller = await seedBiller(platform);
});
afterAll(() => platform.stop());

const RIGHT = "王小明";

type Caller = { readonly token?: string; readonly apiKey?: string };
type Guess = readonly [accountNumber: string, holderName: string];

/** Guesses of one query are heard at once. */
async function guess(caller: Caller, ...guesses: readonly Guess[]): Promise<readonly Json[]> {
  const fields = guesses.map(
    ([number, name], i) => `g${i}: payableBills(
      biller: "${biller.partnerId}", accountNumber: "${number}", holderName: "${name}"
    ) { __typename ... on Refusal { code } ... on TooManyGuesses { until } }`,
  );
  const { data, text } = await platform.call({ query: `{ ${fields.join(" ")} }`, ...caller });
  if (!data) throw new Error(text);
  return guesses.map((_, i) => at(data, `g${i}`));
}

const typesOf = (outcomes: readonly Json[]) => outcomes.map((each) => textAt(each, "__typename")).toSorted();
const citizen = async () => ({ token: await platform.tokens.citizen() });
const newAccount = async (): Promise<string> => {
  const accountNumber = newNumber();
  await issueBill(biller, { accountNumber });
  return accountNumber;
};
const times = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

async function guessRecords(): Promise<readonly unknown[]> {
  const TableName = physicalName(platform.ports.config.tablePrefix, "records-live");
  const { Items = [] } = await platform.documents.send(new ScanCommand({ TableName }));
  return Items.filter(({ sk }) => sk === "guesses");
}

const startClock = (): (() => number) => {
  const before = performance.now();
  return () => performance.now() - before;
};

describe("guesses of who holds an account", () => {
  it("are five an hour for a citizen, also when many are made at once", async () => {
    const caller = await citizen();
    const outcomes = await guess(caller, ...times(9, () => [newNumber(), "李明"] as const));
    expect(typesOf(outcomes)).toEqual([...times(5, () => "NotFound"), ...times(4, () => "TooManyGuesses")]);
    const number = await newAccount();
    expect(typesOf(await guess(caller, [number, RIGHT]))).toEqual(["TooManyGuesses"]);
  });

  it("by strangers slow an account and never close it to its owner", async () => {
    const [number, other] = [await newAccount(), await newAccount()];
    const owner = await citizen();
    const msOf = async (accountNumber: string, startTime = startClock): Promise<number> => {
      const takenMs = startTime();
      expect(typesOf(await guess(owner, [accountNumber, RIGHT]))).toEqual(["PayableBills"]);
      return takenMs();
    };
    for (const i of times(9, (each) => each)) {
      expect(typesOf(await guess(await citizen(), [number, `王${i}`]))).toEqual(["NotFound"]);
    }
    expect(await msOf(number)).toBeGreaterThanOrEqual(999);
    expect(await msOf(other, () => startAnswerTime(platform.engine.pid))).toBeLessThan(500);
  });

  it("of an account that is none end just so", async () => {
    const [number, caller] = [newNumber(), await citizen()];
    for (const i of times(5, (each) => each)) {
      expect(typesOf(await guess(caller, [number, `王${i}`]))).toEqual(["NotFound"]);
    }
    expect(typesOf(await guess(caller, [number, RIGHT]))).toEqual(["TooManyGuesses"]);
  });

  it("are not counted where they are right", async () => {
    const [number, caller] = [await newAccount(), await citizen()];
    for (const _ of times(8, (each) => each)) {
      expect(typesOf(await guess(caller, [number, RIGHT]))).toEqual(["PayableBills"]);
    }
    expect(typesOf(await guess(caller, [number, "王大明"]))).toEqual(["NotFound"]);
  });

  it("are heard again an hour after the first, to the millisecond", async () => {
    const [number, caller] = [await newAccount(), await citizen()];
    const start = platform.clock.now();
    await guess(caller, ...times(5, () => [newNumber(), RIGHT] as const));
    platform.clock.advance(3_599_999);
    const [closed] = await guess(caller, [number, RIGHT]);
    const until = new Date(Date.parse(start) + 3_600_000).toISOString();
    expect(closed).toEqual({ __typename: "TooManyGuesses", code: "TOO_MANY_GUESSES", until });
    platform.clock.advance(1);
    expect(typesOf(await guess(caller, [number, RIGHT]))).toEqual(["PayableBills"]);
    platform.clock.set(start);
  });

  it("write nothing where they are right, and are all answered, 40 and 80 at once", async () => {
    const { liveKey: apiKey } = await seedPartner(platform, {
      scopes: ["BILLS_PAY"],
      creditCode: "91110000600037341L",
    });
    const [number, before] = [await newAccount(), await guessRecords()];
    for (const atOnce of [40, 80]) {
      const logged = platform.logs.length;
      const takenMs = startAnswerTime(platform.engine.pid);
      const answers = await Promise.all(times(atOnce, () => guess({ apiKey }, [number, RIGHT])));
      expect(takenMs()).toBeLessThan(2_000);
      expect(answers.flatMap(typesOf)).toEqual(times(atOnce, () => "PayableBills"));
      const lines = platform.logs.slice(logged);
      expect(lines.filter(({ level }) => level === "ERROR")).toEqual([]);
      const requests = lines.filter(({ message }) => message === "request");
      expect(requests).toHaveLength(atOnce);
      for (const { calls, roundTripsDeep } of requests) {
        expect(Number(calls)).toBeLessThanOrEqual(4);
        expect(Number(roundTripsDeep)).toBeLessThanOrEqual(3);
      }
    }
    expect(await guessRecords()).toEqual(before);
  });

  it("are no more than the limit from many places at once, and none of it is a fault", async () => {
    const [caller, number] = [await citizen(), await newAccount()];
    const logged = platform.logs.length;
    const outcomes = await Promise.all(
      times(40, (i) => guess(caller, [i % 2 ? number : newNumber(), `王${i}`])),
    );
    expect(outcomes.flatMap(typesOf).filter((type) => type === "NotFound")).toHaveLength(5);
    expect(outcomes.flatMap(typesOf).filter((type) => type === "TooManyGuesses")).toHaveLength(35);
    expect(platform.logs.slice(logged).filter(({ level }) => level === "ERROR")).toEqual([]);
    expect(typesOf(await guess(caller, [number, RIGHT]))).toEqual(["TooManyGuesses"]);
  });

  it("are five an hour of one account for a partner, which is heard on others", async () => {
    const { liveKey: apiKey } = await seedPartner(platform, {
      scopes: ["BILLS_PAY"],
      creditCode: "91110108551385082Q",
    });
    const [number, other] = [await newAccount(), await newAccount()];
    const outcomes = await guess({ apiKey }, ...times(7, (i) => [number, `王${i}`] as const));
    expect(typesOf(outcomes)).toEqual([...times(5, () => "NotFound"), ...times(2, () => "TooManyGuesses")]);
    expect(typesOf(await guess({ apiKey }, [number, RIGHT], [other, RIGHT]))).toEqual([
      "PayableBills",
      "TooManyGuesses",
    ]);
  });

  it("are a hundred an hour for a partner, which asks for many people", async () => {
    const { liveKey: apiKey } = await seedPartner(platform, {
      scopes: ["BILLS_PAY"],
      creditCode: "11220000013544541J",
    });
    for (const _ of times(10, (each) => each)) {
      const outcomes = await guess({ apiKey }, ...times(10, () => [newNumber(), RIGHT] as const));
      expect(typesOf(outcomes)).toEqual(times(10, () => "NotFound"));
    }
    expect(typesOf(await guess({ apiKey }, [newNumber(), RIGHT]))).toEqual(["TooManyGuesses"]);
  });
});
