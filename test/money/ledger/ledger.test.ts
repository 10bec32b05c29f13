import { UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Month } from "../../../services/kernel/civil-date.ts";
import type { TransactItem } from "../../../services/kernel/database/database.ts";
import { ledgerTable, physicalName } from "../../../services/kernel/database/tables.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { type Fen, fen, ZERO } from "../../../services/kernel/money.ts";
import { type Instant, plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";
import {
  type AccountId,
  getBalance,
  getHold,
  giveBack,
  placeHold,
  postHold,
  putAccount,
  putTransfer,
  reserve,
  reversalOf,
  type Transfer,
  transferOf,
  voidHold,
} from "../../../services/money/ledger/index.ts";
import { readStatement } from "../../../services/money/ledger/statement.ts";
import { by, ledgerOf, postTransfer, SOUND, transferBetween, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const BILLER: AccountId = "biller:ptn_water";
const CHANNEL: AccountId = "channel:sandbox";
const newCard = (): AccountId => `card:${newId("crd", systemRuntime)}`;
const newCause = (): string => newId("pay", systemRuntime);

const write = async (...writes: readonly TransactItem[]) =>
  ledgerOf(platform).commit({
    ...by(platform),
    action: "test",
    aggregate: newCause(),
    table: ledgerTable("live"),
    writes,
  });

const post = (transfer: Transfer) => postTransfer(ledgerOf(platform), transfer, by(platform));
const balance = async (account: AccountId) => (await getBalance(ledgerOf(platform), account))?.balance;

/** A card with an amount on it. */
async function cardWith(amount: bigint, allowance: Fen = fen(0n)): Promise<AccountId> {
  const card = newCard();
  must(await write(putAccount(ledgerOf(platform), card, allowance)));
  if (amount > 0n) must(await post(transferNow(amount, CHANNEL, card)));
  return card;
}

const transferNow = (amount: bigint, debit: AccountId, credit: AccountId, cause = newCause()): Transfer =>
  transferBetween(amount, { debit, credit }, { at: platform.clock.now(), cause });

describe("a transfer", () => {
  it("moves an amount from account to account, each on its own side", async () => {
    const [card, before] = [await cardWith(50_00n), await balance(BILLER)];
    must(await post(transferNow(12_34n, card, BILLER)));
    expect(await balance(card)).toBe(37_66n);
    expect(await balance(BILLER)).toBe((before ?? 0n) + 12_34n);
  });

  it("may have many legs, which stand or fall together", async () => {
    const [a, b, c] = [await cardWith(10_00n), await cardWith(20_00n), await cardWith(0n)];
    const legs = [
      { account: a, amount: fen(10_00n) },
      { account: b, amount: fen(5_00n) },
      { account: c, amount: fen(-3_00n) },
      { account: BILLER, amount: fen(-11_00n) },
      { account: CHANNEL, amount: fen(-1_00n) },
    ];
    const at = platform.clock.now();
    must(await post(must(transferOf({ at, legs, reason: "test", cause: newCause() }))));
    expect(await Promise.all([a, b, c].map(balance))).toEqual([0n, 15_00n, 3_00n]);
    const again = await post(must(transferOf({ at, legs, reason: "test", cause: newCause() })));
    expect(again).toEqual({
      ok: false,
      error: { code: "INSUFFICIENT_FUNDS", account: a, spendable: 0n, needed: 10_00n },
    });
    expect(await Promise.all([a, b, c].map(balance))).toEqual([0n, 15_00n, 3_00n]);
  });

  it.each([
    ["with one leg", [["biller:x", 1n]], "LEGS_TOO_FEW"],
    ["with more than 20", Array.from({ length: 21 }, (_, i) => [`card:${i}`, 1n]), "LEGS_TOO_MANY"],
    [
      "that does not sum to zero",
      [
        ["biller:x", 2n],
        ["card:y", -1n],
      ],
      "NOT_BALANCED",
    ],
    [
      "with a leg of nothing",
      [
        ["biller:x", 0n],
        ["card:y", 0n],
      ],
      "AMOUNT_OUT_OF_RANGE",
    ],
    [
      "of more than a trillion yuan",
      [
        ["biller:x", 100_000_000_000_001n],
        ["card:y", -100_000_000_000_001n],
      ],
      "AMOUNT_OUT_OF_RANGE",
    ],
    [
      "with an account twice",
      [
        ["biller:x", 1n],
        ["biller:x", -1n],
      ],
      "ACCOUNT_TWICE",
    ],
  ] as const)("%s is none", (_, legs, code) => {
    const order = {
      at: platform.clock.now(),
      reason: "test",
      cause: "test",
      legs: legs.map(([account, amount]) => ({
        account: account as AccountId,
        amount: fen(BigInt(amount ?? 0n)),
      })),
    };
    expect(transferOf(order)).toEqual({ ok: false, error: { code } });
  });

  it("that is posted again changes nothing, also twenty times at once", async () => {
    const card = await cardWith(10_00n);
    const transfer = transferNow(4_00n, card, BILLER);
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(transfer)));
    expect(answers.map(({ ok }) => ok)).toEqual(Array(20).fill(true));
    expect(await balance(card)).toBe(6_00n);
  });

  it("of another amount under the same id is refused", async () => {
    const card = await cardWith(10_00n);
    const cause = newCause();
    must(await post(transferNow(4_00n, card, BILLER, cause)));
    expect(await post(transferNow(5_00n, card, BILLER, cause))).toEqual({
      ok: false,
      error: { code: "TRANSFER_MISMATCH" },
    });
    expect(await balance(card)).toBe(6_00n);
  });

  it("to an account that was never opened is refused, and nothing is taken", async () => {
    const [card, nobody] = [await cardWith(10_00n), newCard()];
    expect(await post(transferNow(4_00n, card, nobody))).toEqual({
      ok: false,
      error: { code: "ACCOUNT_UNKNOWN", account: nobody },
    });
    expect(await balance(card)).toBe(10_00n);
  });
});

describe("an overdraft", () => {
  it("is refused to the last fen, and tells what there is", async () => {
    const card = await cardWith(3_00n);
    expect(await post(transferNow(3_01n, card, BILLER))).toEqual({
      ok: false,
      error: { code: "INSUFFICIENT_FUNDS", account: card, spendable: 3_00n, needed: 3_01n },
    });
    must(await post(transferNow(3_00n, card, BILLER)));
    expect(await balance(card)).toBe(0n);
  });

  it("goes as far as the account's allowance", async () => {
    const card = await cardWith(1_00n, fen(2_00n));
    must(await post(transferNow(3_00n, card, BILLER)));
    expect(await balance(card)).toBe(-2_00n);
    expect((await post(transferNow(1n, card, BILLER))).ok).toBe(false);
  });

  it("is refused to all but the first of many who spend the same money at once", async () => {
    const card = await cardWith(5_00n);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => post(transferNow(5_00n, card, BILLER))),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await balance(card)).toBe(0n);
  });
});

describe("a hold", () => {
  const holdOn = (
    account: AccountId,
    amount: bigint,
    expiresAt: Instant = plusMs(platform.clock.now(), 1_000),
  ) =>
    must(
      placeHold({
        id: newId("hld", systemRuntime),
        account,
        amount: fen(amount),
        expiresAt,
        cause: newCause(),
      }),
    );

  it("reserves: what it holds cannot be spent, and is still there", async () => {
    const card = await cardWith(10_00n);
    must(await write(...reserve(ledgerOf(platform), holdOn(card, 8_00n), { allowance: ZERO })));
    expect(await getBalance(ledgerOf(platform), card)).toEqual({ balance: 10_00n, held: 8_00n });
    expect((await post(transferNow(2_01n, card, BILLER))).ok).toBe(false);
    must(await post(transferNow(2_00n, card, BILLER)));
  });

  it("of more than there is is refused", async () => {
    const card = await cardWith(10_00n);
    expect((await write(...reserve(ledgerOf(platform), holdOn(card, 10_01n), { allowance: ZERO }))).ok).toBe(
      false,
    );
    expect(await getBalance(ledgerOf(platform), card)).toEqual({ balance: 10_00n, held: 0n });
  });

  it("takes nothing of what an account may owe", async () => {
    const allowance = fen(50_00n);
    const card = await cardWith(10_00n, allowance);
    const keep = (amount: bigint) =>
      write(...reserve(ledgerOf(platform), holdOn(card, amount), { allowance }));
    expect((await keep(10_01n)).ok).toBe(false);
    must(await keep(10_00n));
  });

  it("is posted in part, and the rest can be spent again", async () => {
    const card = await cardWith(10_00n);
    const hold = holdOn(card, 8_00n);
    must(await write(...reserve(ledgerOf(platform), hold, { allowance: ZERO })));
    const posted = must(postHold(hold, fen(5_00n), platform.clock.now()));
    const transfer = transferNow(5_00n, card, BILLER);
    must(await write(...putTransfer(ledgerOf(platform), transfer, { hold: posted })));
    expect(await getBalance(ledgerOf(platform), card)).toEqual({ balance: 5_00n, held: 0n });
    expect(await getHold(ledgerOf(platform), card, hold.id)).toEqual(posted);
    must(await post(transferNow(5_00n, card, BILLER)));
  });

  it("is posted once, whoever tries at the same time, and not voided after that", async () => {
    const card = await cardWith(10_00n);
    const hold = holdOn(card, 8_00n);
    must(await write(...reserve(ledgerOf(platform), hold, { allowance: ZERO })));
    const posted = must(postHold(hold, fen(8_00n), platform.clock.now()));
    const tries = Array.from({ length: 8 }, () =>
      write(...putTransfer(ledgerOf(platform), transferNow(8_00n, card, BILLER), { hold: posted })),
    );
    expect((await Promise.all(tries)).filter(({ ok }) => ok)).toHaveLength(1);
    expect((await write(...giveBack(ledgerOf(platform), must(voidHold(hold))))).ok).toBe(false);
    expect(await getBalance(ledgerOf(platform), card)).toEqual({ balance: 2_00n, held: 0n });
  });

  it("that is void gives all back", async () => {
    const card = await cardWith(10_00n);
    const hold = holdOn(card, 8_00n);
    must(await write(...reserve(ledgerOf(platform), hold, { allowance: ZERO })));
    must(await write(...giveBack(ledgerOf(platform), must(voidHold(hold)))));
    expect(await getBalance(ledgerOf(platform), card)).toEqual({ balance: 10_00n, held: 0n });
  });

  it("expires to the millisecond: then it can be voided, and no longer posted", async () => {
    const hold = holdOn(await cardWith(10_00n), 8_00n);
    expect(postHold(hold, fen(8_00n), plusMs(hold.expiresAt, -1)).ok).toBe(true);
    expect(postHold(hold, fen(8_00n), hold.expiresAt)).toEqual({
      ok: false,
      error: { code: "HOLD_EXPIRED" },
    });
    expect(voidHold(hold).ok).toBe(true);
  });

  it("is not posted beyond its amount, nor placed where everybody pays in", async () => {
    const hold = holdOn(await cardWith(10_00n), 8_00n);
    expect(postHold(hold, fen(8_01n), platform.clock.now())).toEqual({
      ok: false,
      error: { code: "HOLD_EXCEEDED" },
    });
    expect(placeHold({ ...hold, account: BILLER })).toEqual({
      ok: false,
      error: { code: "HOLD_ON_SHARED_ACCOUNT" },
    });
  });
});

describe("a reversal", () => {
  it("is a transfer of its own that takes the whole back, once", async () => {
    const card = await cardWith(10_00n);
    const transfer = transferNow(4_00n, card, BILLER);
    must(await post(transfer));
    platform.clock.advance(1_000);
    const at = platform.clock.now();
    const reversal = must(reversalOf(transfer, { at, reason: "test.reversed", cause: newCause() }));
    must(await post(reversal));
    must(await post(reversal));
    expect(await balance(card)).toBe(10_00n);
    const second = must(reversalOf(transfer, { at, reason: "test.reversed", cause: newCause() }));
    expect(await post(second)).toEqual({
      ok: false,
      error: { code: "ALREADY_REVERSED", by: reversal.id },
    });
    expect(await balance(card)).toBe(10_00n);
  });
});

describe("a statement", () => {
  const MONTH = "2027-02" as Month;

  it("lists what was booked in the month of Shanghai, in order, page by page, and nothing else", async () => {
    const card = await cardWith(100_00n);
    const times = [
      "2027-01-31T15:59:59.999Z",
      "2027-01-31T16:00:00.000Z",
      "2027-02-10T00:00:00.000Z",
      "2027-02-28T15:59:59.999Z",
      "2027-02-28T16:00:00.000Z",
    ];
    for (const [i, at] of times.entries()) {
      const accounts = i % 2 === 0 ? { debit: card, credit: BILLER } : { debit: CHANNEL, credit: card };
      must(await post(transferBetween(BigInt(i + 1), accounts, { at: at as Instant, cause: newCause() })));
    }
    const page = (first: number, after?: Transfer["id"]) =>
      readStatement(ledgerOf(platform), { account: card, month: MONTH, first, ...(after ? { after } : {}) });
    const whole = await page(100);
    expect(whole.lines.map(({ transfer, amount }) => [transfer.at, amount])).toEqual([
      [times[1], 2n],
      [times[2], -3n],
      [times[3], 4n],
    ]);
    expect(whole.more).toBe(false);
    const one = await page(2);
    expect([one.lines, one.more]).toEqual([whole.lines.slice(0, 2), true]);
    const two = await page(2, one.lines[1]?.transfer.id);
    expect([two.lines, two.more]).toEqual([whole.lines.slice(2), false]);
  });

  it.each(["1900-01", "1969-12", "1970-01", "2026-01"])(
    "of a month before the first booking is empty: %s",
    async (month) => {
      const card = await cardWith(100_00n);
      const wanted = { account: card, month: month as Month, first: 10 };
      expect(await readStatement(ledgerOf(platform), wanted)).toEqual({ lines: [], more: false });
    },
  );

  it("of an account that everybody pays into is one list over all its shards", async () => {
    const [biller, card] = ["biller:ptn_gas" as const, await cardWith(100_00n)];
    const sent = Array.from({ length: 40 }, (_, i) =>
      transferBetween(
        1n,
        { debit: card, credit: biller },
        {
          at: plusMs("2027-02-01T00:00:00.000Z" as Instant, i * 1_000),
          cause: newCause(),
        },
      ),
    );
    await Promise.all(sent.map(post));
    const { lines } = await readStatement(ledgerOf(platform), { account: biller, month: MONTH, first: 100 });
    expect(lines.map(({ transfer }) => transfer)).toEqual(sent);
    expect(await balance(biller)).toBe(40n);
  });
});

describe("verification", () => {
  it("recomputes every balance from the transfers, and finds a fen that nobody moved", async () => {
    expect(await verified(platform)).toMatchObject(SOUND);
    const card = await cardWith(10_00n);
    const plant = (by: string) =>
      platform.client.send(
        new UpdateItemCommand({
          TableName: physicalName(platform.ports.config.tablePrefix, ledgerTable("live")),
          Key: { pk: { S: card }, sk: { S: "account" } },
          UpdateExpression: "ADD spendable :by",
          ExpressionAttributeValues: { ":by": { N: by } },
        }),
      );
    await plant("1");
    expect(await verified(platform)).toMatchObject({
      differences: [{ partition: card, what: "BALANCE", recorded: 10_01n, recomputed: 10_00n }],
      imbalance: -1n,
    });
    await plant("-1");
    expect(await verified(platform)).toMatchObject(SOUND);
  });
});
