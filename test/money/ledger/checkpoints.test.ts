import { DeleteCommand, GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Database } from "../../../services/kernel/database/database.ts";
import { physicalName } from "../../../services/kernel/database/tables.ts";
import { HOUR_MS, plusMs } from "../../../services/kernel/runtime.ts";
import type { AccountId, Transfer } from "../../../services/money/ledger/index.ts";
import { ledgerKeys } from "../../../services/money/ledger/keys.ts";
import { partitionOf } from "../../../services/money/ledger/transfer.ts";
import { transferBetween } from "../../support/ledger.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { type Books, booksOf, MINUTE_MS } from "./books-world.ts";

const DAY_MS = 24 * HOUR_MS;
const CARD: AccountId = "card:crd_a";

let platform: TestPlatform;
let books: Books;
beforeEach(async () => {
  platform = await startPlatform();
  books = booksOf(platform);
});
afterEach(() => platform.stop());

/** A ride of a card; fares go to an operator. */
async function ride(amount = 1_00n, card = CARD, operator: AccountId = "operator:ptn_a"): Promise<Transfer> {
  const transfer = transferBetween(amount, { debit: card, credit: operator }, books.next());
  await books.post(transfer);
  return transfer;
}

const shardOf = ({ id }: Transfer, account: AccountId): string => partitionOf(account, id);
const homeOf = ({ id, legs }: Transfer) => {
  const home = legs[0]?.account;
  if (!home) throw new Error("no home");
  return ledgerKeys.transfer(partitionOf(home, id), id);
};

/** A day passes, and the books are verified. */
async function verifyDay() {
  platform.clock.advance(DAY_MS);
  const { balance } = await books.verify();
  if (!balance) throw new Error("no books");
  return balance;
}

const findings = ({ differences }: Awaited<ReturnType<typeof verifyDay>>) =>
  differences.map(({ partition, what }) => `${partition} ${what}`).sort();

const REGISTRY = () => physicalName(platform.ports.config.tablePrefix, "registry");
const checkpointOf = async (partition: string) =>
  (
    await platform.documents.send(
      new GetCommand({ TableName: REGISTRY(), Key: ledgerKeys.checkpoint("live", partition) }),
    )
  ).Item;

/** Counts the records that a verification is given. */
function counting() {
  let records = 0;
  const open = (): Database => {
    const database = platform.database();
    return {
      ...database,
      query: async (wanted) => {
        const page = await database.query(wanted);
        if (wanted.table.startsWith("ledger") && wanted.index?.name !== "index2")
          records += page.items.length;
        return page;
      },
    };
  };
  return { open, records: () => records };
}

describe("a checkpoint", () => {
  it("has a partition's sums of before, and lies where nothing is booked any more", async () => {
    await books.charge(CARD, 50_00n);
    await ride(3_00n);
    platform.clock.advance(MINUTE_MS);
    const last = await ride(2_00n);
    platform.clock.advance(HOUR_MS);
    const late = await ride(4_00n);
    platform.clock.advance(10 * MINUTE_MS);
    await books.verify();
    expect(await checkpointOf(CARD)).toMatchObject({
      ...{ mode: "live", partition: CARD, asOf: plusMs(platform.clock.now(), -22 * MINUTE_MS) },
      ...{ debits: 5_00, credits: 50_00, transfers: 2, lastId: last.id },
    });
    expect(late.id > last.id).toBe(true);
  });

  it("is where the next verification begins, so that it reads as much for a long history as for a short one", async () => {
    await books.charge(CARD, 900_00n);
    await ride();
    await verifyDay();
    await ride();
    const short = counting();
    platform.clock.advance(DAY_MS);
    const first = await books.verify({ open: short.open });
    for (let i = 0; i < 30; i += 1) await ride();
    await verifyDay();
    await ride();
    const long = counting();
    platform.clock.advance(DAY_MS);
    const second = await books.verify({ open: long.open });
    expect(long.records()).toBe(short.records());
    expect(first.balance).toMatchObject({ transfers: 3, differenceCount: 0 });
    expect(second.balance).toMatchObject({ transfers: 34, differenceCount: 0 });
    expect(second.balance?.lines.find(({ kind }) => kind === "card")).toMatchObject({
      debits: 33_00n,
      credits: 900_00n,
      balance: 867_00n,
    });
  });

  it("is not moved on where something differs, so that it is found until it is put right", async () => {
    await books.charge(CARD, 50_00n);
    await verifyDay();
    const before = await checkpointOf(CARD);
    await ride();
    await books.tamper(ledgerKeys.account(CARD), "spendable", 5);
    expect(findings(await verifyDay())).toEqual([`${CARD} BALANCE`]);
    expect(findings(await verifyDay())).toEqual([`${CARD} BALANCE`]);
    expect(await checkpointOf(CARD)).toEqual(before);
    await books.tamper(ledgerKeys.account(CARD), "spendable", -5);
    expect(findings(await verifyDay())).toEqual([]);
    expect((await checkpointOf(CARD))?.["asOf"]).not.toBe(before?.["asOf"]);
  });

  it.each<readonly [string, (partition: string) => Promise<unknown>]>([
    [
      "has another sum",
      (partition) =>
        platform.documents.send(
          new UpdateCommand({
            TableName: REGISTRY(),
            Key: ledgerKeys.checkpoint("live", partition),
            UpdateExpression: "SET debits = debits + :more",
            ExpressionAttributeValues: { ":more": 1 },
          }),
        ),
    ],
    [
      "lies later",
      (partition) =>
        platform.documents.send(
          new UpdateCommand({
            TableName: REGISTRY(),
            Key: ledgerKeys.checkpoint("live", partition),
            UpdateExpression: "SET asOf = :at",
            ExpressionAttributeValues: { ":at": platform.clock.now() },
          }),
        ),
    ],
    [
      "is another partition's",
      async (partition) =>
        platform.documents.send(
          new PutCommand({
            TableName: REGISTRY(),
            Item: { ...(await checkpointOf("card:crd_b")), ...ledgerKeys.checkpoint("live", partition) },
          }),
        ),
    ],
    [
      "cannot be read",
      (partition) =>
        platform.documents.send(
          new PutCommand({ TableName: REGISTRY(), Item: ledgerKeys.checkpoint("live", partition) }),
        ),
    ],
  ])(
    "that %s is a finding, its partition is verified in full, and has a right one again",
    async (_, forge) => {
      await books.charge(CARD, 50_00n);
      await books.charge("card:crd_b", 20_00n);
      await verifyDay();
      const right = await checkpointOf(CARD);
      await forge(CARD);
      const balance = await verifyDay();
      expect(findings(balance)).toEqual([`${CARD} SIGNATURE`]);
      expect(balance.lines.find(({ kind }) => kind === "card")).toMatchObject({ credits: 70_00n });
      expect(await checkpointOf(CARD)).toMatchObject({ credits: 50_00, lastId: right?.["lastId"] });
      expect(findings(await verifyDay())).toEqual([]);
    },
  );

  it("that is missing has its partition verified in full", async () => {
    await books.charge(CARD, 50_00n);
    await verifyDay();
    await platform.documents.send(
      new DeleteCommand({ TableName: REGISTRY(), Key: ledgerKeys.checkpoint("live", CARD) }),
    );
    const balance = await verifyDay();
    expect(findings(balance)).toEqual([]);
    expect(balance.lines.find(({ kind }) => kind === "card")).toMatchObject({ credits: 50_00n });
    expect(await checkpointOf(CARD)).toMatchObject({ credits: 50_00 });
  });
});

describe("what is written past the ledger before the checkpoints", () => {
  /** A ride of the past, behind the checkpoints of both of its accounts. */
  async function oldRide(): Promise<Transfer> {
    await books.charge(CARD, 50_00n);
    const old = await ride(3_00n);
    await ride(1_00n);
    await verifyDay();
    return old;
  }

  it("is found by the next day's verification where it has moved a balance", async () => {
    const old = await oldRide();
    await books.tamper(homeOf(old), "legs[0].amount", 5);
    await books.tamper(ledgerKeys.account(CARD), "spendable", -5);
    expect(findings(await verifyDay())).toEqual([`${CARD} CHECKPOINT`]);
  });

  it("is found by the verification of the history where it has not, and not by the day's", async () => {
    const old = await oldRide();
    await books.tamper(homeOf(old), "legs[1].amount", -5);
    expect(findings(await verifyDay())).toEqual([]);
    platform.clock.advance(30 * DAY_MS);
    const history = await books.verifyAll();
    // Both the operator's balance and its checkpoint are no longer what its transfers say, and the sum is not zero.
    expect(history).toEqual({ finished: true, differences: 3 });
  });

  it("is found by the verification of the history where balances were changed to match", async () => {
    const old = await oldRide();
    const shard = shardOf(old, "operator:ptn_a");
    await books.tamper(homeOf(old), "legs[0].amount", 5);
    await books.tamper(homeOf(old), "legs[1].amount", -5);
    await books.tamper(ledgerKeys.account(CARD), "spendable", -5);
    await books.tamper(ledgerKeys.account(shard), "balance", 5);
    platform.clock.advance(30 * DAY_MS);
    expect(await books.verifyAll()).toEqual({ finished: true, differences: 2 });
    expect(findings(await verifyDay())).toEqual([`${CARD} CHECKPOINT`, `${shard} CHECKPOINT`]);
  });

  it("is found where it is booked under an earlier time than the checkpoint", async () => {
    await books.charge("card:crd_b", 5_00n);
    await oldRide();
    const late = { ...books.next(), at: plusMs(platform.clock.now(), -HOUR_MS) };
    await books.post(transferBetween(2_00n, { debit: CARD, credit: "card:crd_b" }, late));
    expect(findings(await verifyDay())).toEqual([`${CARD} CHECKPOINT`, "card:crd_b CHECKPOINT"]);
  });
});

describe("the day's verification", () => {
  it("comes to accounts that were opened since the last one, whose shards nothing lists", async () => {
    await books.charge(CARD, 50_00n);
    await verifyDay();
    await books.charge("card:crd_new", 20_00n);
    const rides: Transfer[] = [];
    for (let i = 0; i < 6; i += 1) rides.push(await ride(1_00n, CARD, "operator:ptn_new"));
    await books.tamper(ledgerKeys.account("card:crd_new"), "spendable", 1);
    const shard = shardOf(rides[3] ?? raise(), "operator:ptn_new");
    await books.tamper(ledgerKeys.account(shard), "balance", 1);
    const balance = await verifyDay();
    expect(findings(balance)).toEqual(["card:crd_new BALANCE", `${shard} BALANCE`]);
    expect(balance.lines.find(({ kind }) => kind === "operator")).toMatchObject({ credits: 6_00n });
    // Nothing moves on them any more, and they are not forgotten.
    expect(findings(await verifyDay())).toEqual(["card:crd_new BALANCE", `${shard} BALANCE`]);
    expect(findings(await verifyDay())).toEqual(["card:crd_new BALANCE", `${shard} BALANCE`]);
  });

  it("names an account whose record is lost", async () => {
    await books.charge(CARD, 50_00n);
    const first = await ride();
    await verifyDay();
    const shard = shardOf(first, "operator:ptn_a");
    await platform.documents.send(
      new DeleteCommand({
        TableName: physicalName(platform.ports.config.tablePrefix, "ledger-live"),
        Key: ledgerKeys.account(shard),
      }),
    );
    expect(findings(await verifyDay())).toEqual([`${shard} NO_ACCOUNT`]);
  });

  it("goes through the history by itself the first time, and again a month later", async () => {
    await books.charge(CARD, 50_00n);
    expect(await books.verifyAll()).toEqual({ finished: true, differences: 0 });
    await verifyDay();
    platform.clock.advance(29 * DAY_MS);
    const none = counting();
    expect(await books.verifyAll({ open: none.open })).toEqual({ finished: true, differences: 0 });
    expect(none.records()).toBe(0);
    platform.clock.advance(DAY_MS);
    const all = counting();
    expect(await books.verifyAll({ open: all.open })).toEqual({ finished: true, differences: 0 });
    expect(all.records()).toBeGreaterThan(0);
  });
});

function raise(): never {
  throw new Error("nothing");
}
