import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isIdentityNumber } from "../../services/field/identity-document.ts";
import { totalOf } from "../../services/government/housing-fund/contribution.ts";
import { type FundRecord, readRow } from "../../services/government/housing-fund/fund-file/fund-file.ts";
import { instalmentPlan } from "../../services/government/housing-fund/instalment-plan.ts";
import { projectInterest } from "../../services/government/housing-fund/interest.ts";
import { publishedLoanRate } from "../../services/government/housing-fund/rates.ts";
import { date, LAST_DAY } from "../../services/kernel/civil-date.ts";
import { fen } from "../../services/kernel/money.ts";
import { importFile } from "../government/housing-fund/import-file.ts";
import { must } from "../support/must.ts";
import { startPlatform, type TestPlatform } from "../support/platform.ts";
import { type Ended, newFolder, removeFolders, run } from "./local-platform.ts";

const CITIZENS = 200;
const UNTIL = date("2026-10-31");

let platform: TestPlatform;
let folder: string;

const generate = (...args: readonly string[]): Promise<Ended> =>
  run("generate.ts", folder, { args: ["housing-fund", ...args] }).ended;
const textOf = (file: string): string => readFileSync(join(folder, file), "utf8");

beforeAll(async () => {
  platform = await startPlatform();
  folder = newFolder();
});
afterAll(async () => {
  await removeFolders();
  await platform.stop();
});

type Rows = Readonly<Record<string, unknown>>[];
type Kind<T extends FundRecord["type"]> = Extract<FundRecord, { readonly type: T }>["record"];

/** Everything about one person. */
type Person = {
  readonly account: Kind<"account">;
  readonly contributions: readonly Kind<"contribution">[];
  readonly interest: readonly Kind<"interest">[];
  readonly loans: readonly Kind<"loan">[];
};

async function peopleOf(seed: string): Promise<readonly Person[]> {
  await generate("--citizens", String(CITIZENS), "--seed", seed, "--out", `${seed}.ndjson`);
  const rows: Rows = textOf(`${seed}.ndjson`)
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
  const context = { today: UNTIL, citizenOf: (idNumber: string) => `ctz_${idNumber}` as const };
  const records = rows.map((row) => must(readRow(row, context)));
  const byPerson = Map.groupBy(records, ({ record }) => record.citizenId);
  return [...byPerson.values()].map((all) => ({
    account: must(only(all.flatMap((each) => (each.type === "account" ? [each.record] : [])))),
    contributions: all.flatMap((each) => (each.type === "contribution" ? [each.record] : [])),
    interest: all.flatMap((each) => (each.type === "interest" ? [each.record] : [])),
    loans: all.flatMap((each) => (each.type === "loan" ? [each.record] : [])),
  }));
}

const only = <T>([first, ...more]: readonly T[]) =>
  first !== undefined && more.length === 0
    ? ({ ok: true, value: first } as const)
    : ({ ok: false, error: "not one" } as const);

describe("a generated file", () => {
  it.each(["csv", "ndjson"])("of %s imports without a refusal", async (extension) => {
    const file = `all.${extension}`;
    const { code, stdout } = await generate("--citizens", String(CITIZENS), "--seed", "5", "--out", file);
    expect(code).toBe(0);
    const { counts } = await importFile(platform, join(folder, file));
    expect(counts).toMatchObject({ refused: 0, written: { account: CITIZENS } });
    expect(stdout).toMatch(new RegExp(`^${file}: ${CITIZENS} people, ${counts.read} rows, \\d+ bytes\n$`));
  });

  it("is the same for the same number and seed, and another one for another seed", async () => {
    for (const [seed, out] of [
      ["1", "a.csv"],
      ["1", "b.csv"],
      ["2", "c.csv"],
    ] as const) {
      await generate("--citizens", "30", "--seed", seed, "--out", out);
    }
    expect(textOf("a.csv")).toBe(textOf("b.csv"));
    expect(textOf("a.csv")).not.toBe(textOf("c.csv"));
  });

  it("is named by number and seed unless it is told otherwise", async () => {
    await generate("--citizens", "3", "--seed", "9");
    expect(existsSync(join(folder, "housing-fund-3-9.csv"))).toBe(true);
  });

  it("states everything as of its day", async () => {
    await generate("--citizens", "30", "--seed", "1", "--until", "2025-06-30", "--out", "early.csv");
    const days = textOf("early.csv").match(/\b20\d\d-\d\d-\d\d\b/g) ?? [];
    expect(days.toSorted().at(-1)).toBe("2025-06-30");
  });

  it.each([
    ["no number of citizens", ["--seed", "1"]],
    ["no seed", ["--citizens", "1"]],
    ["no citizens at all", ["--citizens", "0", "--seed", "1"]],
    ["too many citizens", ["--citizens", "10000001", "--seed", "1"]],
    ["a seed that is no number", ["--citizens", "1", "--seed", "../x"]],
    ["a day that there is not", ["--citizens", "1", "--seed", "1", "--until", "2026-02-30"]],
    ["another format", ["--citizens", "1", "--seed", "1", "--out", "x.xlsx"]],
  ])("is not made for %s", async (_, args) => {
    const { code, stderr } = await generate(...args);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^usage: npm run generate -- housing-fund --citizens N --seed S /);
  });

  it("that cannot be written is told in a line", async () => {
    const { code, stderr } = await generate("--citizens", "1", "--seed", "1", "--out", "none/x.csv");
    expect({ code, stderr }).toEqual({ code: 1, stderr: "none/x.csv cannot be written (ENOENT)\n" });
  });
});

describe("generated people", () => {
  let people: readonly Person[];
  beforeAll(async () => {
    people = await peopleOf("3");
  });

  it("have valid identity numbers, each their own, and about 25 contributions", () => {
    expect(people.every(({ account }) => isIdentityNumber(account.citizenId.slice(4), LAST_DAY))).toBe(true);
    expect(people).toHaveLength(CITIZENS);
    const months = people.reduce((sum, { contributions }) => sum + contributions.length, 0);
    expect(months / CITIZENS).toBeGreaterThan(21);
    expect(months / CITIZENS).toBeLessThan(29);
  });

  it("have accounts in all states, some of them with loans on first and second homes", () => {
    expect(new Set(people.map(({ account }) => account.status))).toEqual(
      new Set(["ACTIVE", "SEALED", "CLOSED"]),
    );
    const loans = people.flatMap((person) => person.loans);
    expect(new Set(loans.map(({ home }) => home))).toEqual(new Set(["FIRST", "SECOND"]));
    expect(loans.some(({ rates }) => rates.length > 1)).toBe(true);
  });

  it("have the balance that was paid in with its interest; a closed account has none", () => {
    for (const { account, contributions, interest } of people) {
      const paid = contributions.reduce((sum, each) => sum + totalOf(each), 0n);
      const earned = interest.reduce((sum, { amount }) => sum + amount, 0n);
      expect(account.balance).toBe(account.status === "CLOSED" ? 0n : paid + earned);
    }
  });

  it("are credited on each 30 June what the housing fund computes", () => {
    for (const { account, contributions, interest } of people) {
      for (const { on, amount } of interest.filter((each) => each.on.endsWith("-06-30"))) {
        const paid = contributions.filter(({ paidOn }) => paidOn <= on);
        const before = interest.filter((each) => each.on < on);
        const sum = paid.reduce((so, each) => so + totalOf(each), 0n);
        const standing = fen(before.reduce((so, each) => so + each.amount, sum));
        const then = { ...account, status: "ACTIVE", balance: standing, balanceOn: on } as const;
        expect(projectInterest(then, paid, before, 360, on)?.amount, `${account.citizenId} ${on}`).toBe(
          amount,
        );
      }
    }
  });

  it("repay loans at published rates by their plans", () => {
    for (const loan of people.flatMap((person) => person.loans)) {
      const { rates, home, termMonths, outstanding, outstandingOn, principal } = loan;
      for (const { effectiveFrom, rate } of rates) {
        expect(rate).toEqual(publishedLoanRate(home, termMonths, effectiveFrom));
      }
      const due = instalmentPlan(loan).filter(({ dueOn }) => dueOn <= outstandingOn);
      expect(outstanding).toBe(due.at(-1)?.outstandingAfter ?? principal);
    }
  });
});
