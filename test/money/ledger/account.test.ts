import { describe, expect, it } from "vitest";
import { fen } from "../../../services/kernel/money.ts";
import {
  ACCOUNT_KINDS,
  type AccountId,
  type AccountKind,
  accountOf,
  accountsOfPartner,
  balanceOf,
  isAccountId,
  isShared,
  kindOf,
  onNormalSide,
} from "../../../services/money/ledger/account.ts";

/** The chart of accounts: on which side each grows, and whether it is kept on shards. */
const CHART: Readonly<Record<AccountKind, readonly ["DEBIT" | "CREDIT", "shards" | "one holder"]>> = {
  channel: ["DEBIT", "shards"],
  bank: ["DEBIT", "shards"],
  biller: ["CREDIT", "shards"],
  operator: ["CREDIT", "shards"],
  settled: ["CREDIT", "shards"],
  fee: ["CREDIT", "shards"],
  cost: ["DEBIT", "shards"],
  payout: ["CREDIT", "shards"],
  suspense: ["CREDIT", "shards"],
  writeoff: ["CREDIT", "shards"],
  fund: ["DEBIT", "shards"],
  credit: ["CREDIT", "one holder"],
  prefund: ["CREDIT", "one holder"],
  card: ["CREDIT", "one holder"],
};
const chart = Object.entries(CHART) as [AccountKind, (typeof CHART)[AccountKind]][];

describe("the chart of accounts", () => {
  it.each(chart)("has %s on its side: %s", (kind, [side, keeping]) => {
    const id: AccountId = `${kind}:x_1-Y`;
    expect([kindOf(id), isAccountId(id), isShared(id)]).toEqual([kind, true, keeping === "shards"]);
    const sign = side === "DEBIT" ? 1n : -1n;
    expect([3n, -3n].map((amount) => onNormalSide(id, fen(amount)))).toEqual([sign * 3n, sign * -3n]);
  });

  it("has no other", () => {
    expect(Object.keys(ACCOUNT_KINDS).sort()).toEqual(Object.keys(CHART).sort());
    expect(() => kindOf("purse:x" as AccountId)).toThrow("no kind of account");
  });

  it.each(chart)("parts a partition of %s as it is kept: %s", (kind, [, keeping]) => {
    const id: AccountId = `${kind}:x`;
    const [own, other] = keeping === "shards" ? [`${id}#07`, id] : [id, `${id}#07`];
    expect(accountOf(own)).toBe(id);
    expect(() => accountOf(other)).toThrow("a partition that no account has");
  });

  it.each([
    "",
    "card",
    "card:",
    ":x",
    "cards:x",
    "xcard:x",
    "card:x#07",
    "card:x y",
    "card:x card:x",
    "card:x\n",
    " card:x",
    "CARD:x",
    `card:${"x".repeat(65)}`,
  ])("names no account %j", (text) => {
    expect(isAccountId(text)).toBe(false);
  });

  it("names one with as long a name as there is", () => {
    expect(isAccountId(`card:${"x".repeat(64)}`)).toBe(true);
  });

  it("has four of a partner", () => {
    expect(accountsOfPartner("ptn_1")).toEqual([
      "prefund:ptn_1",
      "biller:ptn_1",
      "operator:ptn_1",
      "settled:ptn_1",
    ]);
  });
});

describe("the balance of an account", () => {
  it.each([
    ["what may go out", { spendable: 700n, held: 0n, allowance: 0n }, 700n],
    ["and what is held", { spendable: 700n, held: 200n, allowance: 0n }, 900n],
    ["less what it may owe", { spendable: 700n, held: 200n, allowance: 500n }, 400n],
    ["below nothing, where it owes", { spendable: 100n, held: 0n, allowance: 500n }, -400n],
  ])("is %s", (_, { spendable, held, allowance }, balance) => {
    const account = {
      ...{ id: "card:x" as const, spendable: fen(spendable) },
      ...{ held: fen(held), allowance: fen(allowance) },
    };
    expect(balanceOf(account)).toEqual({ balance, held });
  });
});
