import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database, TransactItem } from "../../../services/kernel/database/database.ts";
import type { Key } from "../../../services/kernel/database/tables.ts";
import { fen, ZERO } from "../../../services/kernel/money.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import {
  type AccountId,
  openPartitions,
  placeHold,
  putTransfer,
  reserve,
  standOf,
  type Transfer,
  transferOf,
} from "../../../services/money/ledger/index.ts";
import { ledgerKeys } from "../../../services/money/ledger/keys.ts";
import { ledgerOf, transferBetween, verified } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { at, startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { type Books, booksOf, type Changes, MINUTE_MS } from "./books-world.ts";

let platform: TestPlatform;
let books: Books;
beforeEach(async () => {
  platform = await startPlatform();
  books = booksOf(platform);
});
afterEach(() => platform.stop());

const next = () => books.next();
const write = (...writes: readonly TransactItem[]) => books.write(...writes);
const post = (transfer: Transfer) => books.post(transfer);
const charge = (card: AccountId, amount: bigint) => books.charge(card, amount);
const verify = (changes?: Changes) => books.verify(changes);

const QUERY = `{
  trialBalance {
    asOf verifiedAt debits credits imbalance differenceCount brokenTransferCount
    lines { kind debits credits balance }
    differences { partition what recorded recomputed }
    brokenTransfers { id what }
  }
}`;

async function askBalance(query = QUERY) {
  const token = await platform.tokens.officer({ roles: ["TREASURER"] });
  const { data, errors } = await platform.call({ query, token });
  expect(errors).toEqual([]);
  return data;
}

const tamper = (key: Key, field: string, more: number) => books.tamper(key, field, more);

const line = (kind: string, debits: string, credits: string, balance: string) => ({
  ...{ kind, debits, credits, balance },
});

describe("the trial balance", () => {
  it("is null before the first verification has ended", async () => {
    expect(await askBalance()).toEqual({ trialBalance: null });
  });

  it("shows what was booked on each side of each kind of account, and that it sums to zero", async () => {
    await charge("card:crd_a", 50_00n);
    await charge("card:crd_b", 20_00n);
    await post(transferBetween(7_00n, { debit: "card:crd_a", credit: "operator:ptn_a" }, next()));
    await post(transferBetween(30_00n, { debit: "card:crd_a", credit: "channel:sandbox" }, next()));
    platform.clock.advance(5 * MINUTE_MS);
    await verify();
    const at = platform.clock.now();
    expect(await askBalance()).toEqual({
      trialBalance: {
        asOf: plusMs(at, -2 * MINUTE_MS),
        verifiedAt: at,
        debits: "107.00",
        credits: "107.00",
        imbalance: "0.00",
        differenceCount: 0,
        brokenTransferCount: 0,
        lines: [
          line("CARD", "37.00", "70.00", "33.00"),
          line("CHANNEL", "70.00", "30.00", "40.00"),
          line("OPERATOR", "0.00", "7.00", "7.00"),
        ],
        differences: [],
        brokenTransfers: [],
      },
    });
  });

  it("leads to the accounts of each kind but the cards, page by page, with whose they are", async () => {
    const { partnerId } = await seedPartner(platform, { scopes: ["BILLS_SUBMIT"], name: "京城水务公司" });
    await charge("card:crd_a", 50_00n);
    await post(transferBetween(7_00n, { debit: "channel:hosted", credit: `biller:${partnerId}` }, next()));
    await post(transferBetween(9_00n, { debit: "channel:hosted", credit: `biller:${partnerId}` }, next()));
    platform.clock.advance(5 * MINUTE_MS);
    await verify();
    const accountsOf = async (kind: string, more = "") => {
      const found = await askBalance(
        `{ accountsOfKind(kind: ${kind} ${more}) { edges { node { id balance holder { id name } } } pageInfo { endCursor } } }`,
      );
      const edges = at(found, "accountsOfKind", "edges");
      if (!Array.isArray(edges)) throw new Error("no edges");
      const cursor = at(found, "accountsOfKind", "pageInfo", "endCursor");
      return { accounts: edges.map((edge) => at(edge, "node")), cursor };
    };
    expect((await accountsOf("BILLER")).accounts).toEqual([
      { id: `biller:${partnerId}`, balance: "16.00", holder: { id: partnerId, name: "京城水务公司" } },
    ]);
    const first = await accountsOf("CHANNEL", ", first: 1");
    expect(first.accounts).toEqual([{ id: "channel:hosted", balance: "16.00", holder: null }]);
    expect((await accountsOf("CHANNEL", `, after: "${first.cursor}"`)).accounts).toEqual([
      { id: "channel:sandbox", balance: "50.00", holder: null },
    ]);
    expect((await accountsOf("CARD")).accounts).toEqual([]);
  });

  it("is one moment's, whatever is booked while it is drawn up", async () => {
    await charge("card:crd_a", 50_00n);
    platform.clock.advance(5 * MINUTE_MS);
    const bookMore = async () =>
      post(transferBetween(1_00n, { debit: "channel:sandbox", credit: "card:crd_a" }, next()));
    await bookMore();
    let reads = 0;
    /** Something is booked between any two reads of the first few. */
    const busy = (): Database => {
      const database = platform.database();
      return {
        ...database,
        query: async (query) => {
          reads += 1;
          if (reads < 12) await bookMore();
          return database.query(query);
        },
      };
    };
    const { balance } = await verify({ open: busy });
    expect(balance).toMatchObject({ differenceCount: 0, transfers: 1 });
    expect(await askBalance("{ trialBalance { debits credits imbalance lines { kind balance } } }")).toEqual({
      trialBalance: {
        debits: "50.00",
        credits: "50.00",
        imbalance: "0.00",
        lines: [
          { kind: "CARD", balance: "50.00" },
          { kind: "CHANNEL", balance: "50.00" },
        ],
      },
    });
    expect(await verified(platform)).toMatchObject({ differences: [], imbalance: 0n });
  });

  it("names an account whose record is not what its transfers say, by how much, and the imbalance", async () => {
    await charge("card:crd_a", 50_00n);
    await charge("card:crd_b", 20_00n);
    await tamper(ledgerKeys.account("card:crd_a"), "spendable", 1);
    platform.clock.advance(5 * MINUTE_MS);
    const { balance } = await verify();
    expect(balance && standOf({ finished: true, balance }, platform.clock.now())).toMatchObject({
      differences: 1,
      imbalanceFen: 1,
    });
    expect(
      await askBalance(
        "{ trialBalance { imbalance differenceCount differences { account partition what recorded recomputed } } }",
      ),
    ).toEqual({
      trialBalance: {
        imbalance: "-0.01",
        differenceCount: 1,
        differences: [
          {
            ...{ account: "card:crd_a", partition: "card:crd_a", what: "BALANCE" },
            ...{ recorded: "50.01", recomputed: "50.00" },
          },
        ],
      },
    });
  });

  it("counts what holds reserve, and names an account that has too little reserved", async () => {
    await charge("card:crd_a", 50_00n);
    const hold = must(
      placeHold({
        ...{ id: "hld_1", account: "card:crd_a", amount: fen(10_00n), cause: "test" },
        expiresAt: plusMs(platform.clock.now(), HOUR_MS),
      }),
    );
    await write(...reserve(ledgerOf(platform), hold, { allowance: ZERO }));
    expect((await verify()).balance).toMatchObject({ differences: [] });
    await tamper(ledgerKeys.account("card:crd_a"), "held", -1);
    await tamper(ledgerKeys.account("card:crd_a"), "spendable", 1);
    platform.clock.advance(24 * HOUR_MS);
    expect((await verify()).balance?.differences).toEqual([
      { partition: "card:crd_a", what: "HELD", recorded: 9_99n, recomputed: 10_00n },
    ]);
  });

  it("names transfers that are not whole or not balanced", async () => {
    const legs = [
      { account: "channel:sandbox", amount: fen(30_00n) },
      { account: "biller:ptn_a", amount: fen(-10_00n) },
      { account: "biller:ptn_b", amount: fen(-15_00n) },
      { account: "biller:ptn_c", amount: fen(-5_00n) },
    ] as const;
    const whole = must(transferOf({ ...next(), legs, reason: "test.moved" }));
    await post(whole);
    const lost = must(transferOf({ ...next(), legs, reason: "test.moved" }));
    // Its second record is not written.
    const writes = putTransfer(ledgerOf(platform), lost);
    await write(...writes.slice(0, -1));
    const crooked = transferBetween(30_00n, { debit: "channel:sandbox", credit: "biller:ptn_a" }, next());
    await write(...putTransfer(ledgerOf(platform), { ...crooked, legs: [legs[0], legs[1]] }));
    platform.clock.advance(5 * MINUTE_MS);
    const { balance } = await verify();
    expect(balance?.broken.toSorted((a, b) => (a.what < b.what ? -1 : 1))).toEqual([
      { id: crooked.id, what: "NOT_BALANCED" },
      { id: lost.id, what: "RECORD_MISSING" },
    ]);
  });

  it("is for a treasurer only", async () => {
    const token = await platform.tokens.officer({ roles: ["PARTNER_MANAGER"] });
    const { errors } = await platform.call({ query: "{ trialBalance { imbalance } }", token });
    expect(errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
  });
});

describe("a verification", () => {
  it("that has no time left goes on where it was, in another call, and then shows all", async () => {
    for (const card of ["a", "b", "c", "d", "e"]) await charge(`card:crd_${card}`, 10_00n);
    platform.clock.advance(5 * MINUTE_MS);
    const { ports } = platform;
    const whole = openPartitions(ports.client, ports.config.tablePrefix);
    const all = (await whole("live")).partitions;
    const asked: unknown[] = [];
    /** Two accounts at a time, by the same kind of key that the database gives. */
    const partitions: typeof whole = async (_, after) => {
      asked.push(after?.pk);
      const from = after ? all.indexOf(after.pk) + 1 : 0;
      const page = all.slice(from, from + 2);
      const last = from + 2 < all.length ? page.at(-1) : undefined;
      return { partitions: page, next: last === undefined ? undefined : ledgerKeys.account(last) };
    };
    const first = await verify({ partitions, forMs: 0 });
    expect(first).toEqual({ finished: false, balance: undefined });
    expect(await askBalance()).toEqual({ trialBalance: null });
    platform.clock.advance(HOUR_MS);
    // A transfer that is booked meanwhile is another day's.
    await post(transferBetween(1_00n, { debit: "channel:sandbox", credit: "card:crd_a" }, next()));
    let last = first;
    for (let call = 1; !last.finished && call < 20; call += 1) last = await verify({ partitions, forMs: 0 });
    expect(asked).toHaveLength(Math.ceil(all.length / 2));
    expect(last.balance).toMatchObject({ partitions: all.length, transfers: 5, differenceCount: 0 });
    expect(await askBalance("{ trialBalance { debits credits imbalance } }")).toEqual({
      trialBalance: { debits: "50.00", credits: "50.00", imbalance: "0.00" },
    });
  });

  it("that several calls do at once ends with the same balance, and the next call has nothing to do", async () => {
    for (let i = 0; i < 5; i += 1) await charge(`card:crd_${i}`, 10_00n);
    await post(transferBetween(3_00n, { debit: "card:crd_1", credit: "operator:ptn_a" }, next()));
    platform.clock.advance(5 * MINUTE_MS);
    const at = platform.clock.now();
    const runs = await Promise.all([verify(), verify(), verify()]);
    for (const { finished, balance } of runs) {
      expect(finished).toBe(true);
      expect(balance).toMatchObject({ differenceCount: 0, brokenCount: 0, asOf: plusMs(at, -2 * MINUTE_MS) });
      expect(standOf({ finished, balance }, at)).toMatchObject({
        imbalanceFen: 0,
        differences: 0,
        transfers: 6,
      });
    }
    const verifiedAt = textAt(
      await askBalance("{ trialBalance { verifiedAt } }"),
      "trialBalance",
      "verifiedAt",
    );
    await verify();
    expect(await askBalance("{ trialBalance { verifiedAt } }")).toEqual({ trialBalance: { verifiedAt } });
  });

  it("happens once a day, however often it is called", async () => {
    await charge("card:crd_a", 10_00n);
    const first = await verify();
    platform.clock.advance(23 * HOUR_MS);
    expect(await verify()).toEqual(first);
    platform.clock.advance(HOUR_MS);
    const second = await verify();
    expect(second.balance?.startedAt).toBe(platform.clock.now());
    const stand = standOf(second, plusMs(platform.clock.now(), 90_000));
    expect(stand).toMatchObject({ finished: true, ageSeconds: 90, imbalanceFen: 0, differences: 0 });
  });

  it("says nothing of the books before the first has ended", () => {
    expect(standOf({ finished: false, balance: undefined }, platform.clock.now())).toEqual({
      finished: false,
    });
  });
});
