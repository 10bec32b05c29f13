import { GetCommand, PutCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { physicalName } from "../../../services/kernel/database/tables.ts";
import { HOUR_MS } from "../../../services/kernel/runtime.ts";
import type { AccountId } from "../../../services/money/ledger/index.ts";
import { ledgerKeys } from "../../../services/money/ledger/keys.ts";
import { transferBetween } from "../../support/ledger.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { type Books, booksOf } from "./books-world.ts";
import { frailProcess, untilKilled } from "./frail-process.ts";

const DAY_MS = 24 * HOUR_MS;
const [CARD, OTHER] = ["card:crd_a", "card:crd_b"] as const satisfies readonly AccountId[];
const MOVED = 30;
const FEW = 4;

let platform: TestPlatform;
let books: Books;
beforeEach(async () => {
  platform = await startPlatform();
  books = booksOf(platform);
});
afterEach(() => platform.stop());

/** Ten pages on each of two cards, if a page has three records. */
async function moveBetweenCards(count = MOVED): Promise<void> {
  for (let i = 0; i < count; i += 1) {
    platform.clock.advance(60_000);
    await books.post(transferBetween(1_00n, { debit: CARD, credit: OTHER }, books.next()));
  }
}

const registry = () => physicalName(platform.ports.config.tablePrefix, "registry");

async function forgeCheckpoint(partition: string): Promise<void> {
  await platform.documents.send(
    new UpdateCommand({
      TableName: registry(),
      Key: ledgerKeys.checkpoint("live", partition),
      UpdateExpression: "SET credits = credits + :more",
      ExpressionAttributeValues: { ":more": 1 },
    }),
  );
}

/** Calls until it is finished, of which the one dies that comes to a call of the database. */
async function verifyKilledAt(killedAt: number, isAfter: boolean, forMs: number) {
  let [seen, records] = [0, 0];
  for (let call = 1; call < 200; call += 1) {
    const process = frailProcess(platform, {
      killedAt: seen < killedAt ? killedAt - seen : undefined,
      isAfter,
    });
    const verified = await untilKilled(books.verify({ open: process.open, forMs }));
    seen += process.calls();
    records += process.records();
    if (verified?.finished && verified.balance)
      return { balance: verified.balance, seen, records, calls: call };
  }
  throw new Error("a verification that does not end");
}

describe("a verification that has no time left inside a partition", () => {
  it("goes on there in another call, and reads nothing twice but the page that it looks ahead", async () => {
    await books.charge(CARD, 900_00n);
    await books.charge(OTHER, 900_00n);
    await moveBetweenCards();
    platform.clock.advance(DAY_MS);
    const whole = await verifyKilledAt(Number.POSITIVE_INFINITY, false, 24 * HOUR_MS);
    expect(whole.calls).toBe(1);
    await moveBetweenCards();
    platform.clock.advance(DAY_MS);
    const parts = await verifyKilledAt(Number.POSITIVE_INFINITY, false, 0);
    expect(parts.calls).toBeGreaterThan(2);
    expect(parts.balance).toMatchObject({ differenceCount: 0, transfers: 2 + 2 * MOVED });
    expect(parts.records).toBeLessThanOrEqual(2 * MOVED + 4 * 3);
  });

  it("begins anew where the place that it has kept is not the platform's, and says so", async () => {
    await books.charge(CARD, 900_00n);
    await books.charge(OTHER, 900_00n);
    await moveBetweenCards();
    platform.clock.advance(DAY_MS);
    const first = await books.verify({ open: frailProcess(platform).open, forMs: 0 });
    expect(first.finished).toBe(false);
    const Key = ledgerKeys.verification("live");
    const { Item } = await platform.documents.send(new GetCommand({ TableName: registry(), Key }));
    const progress = String(Item?.["progress"]);
    expect(progress).toContain(`"stopped":[{"partition":"card:crd_`);
    const other = progress.replace(/"debits":"\d+ fen"/, '"debits":"1 fen"');
    await platform.documents.send(
      new PutCommand({ TableName: registry(), Item: { ...Item, progress: other } }),
    );
    const { balance } = await books.verify();
    expect(balance?.differences).toEqual([
      { partition: "progress", what: "SIGNATURE", recorded: 0n, recomputed: 0n },
    ]);
    expect(balance).toMatchObject({ transfers: 2 + MOVED });
    const token = await platform.tokens.officer({ roles: ["TREASURER"] });
    const query = "{ trialBalance { differences { account what } } }";
    expect((await platform.call({ query, token })).data).toEqual({
      trialBalance: { differences: [{ account: "progress", what: "SIGNATURE" }] },
    });
  });
});

describe("a verification that is killed", () => {
  it("at any call of the database repeats some work, and finds all that it would have found", async () => {
    await books.charge(CARD, 900_00n);
    await books.charge(OTHER, 900_00n);
    await moveBetweenCards(FEW);
    platform.clock.advance(DAY_MS);
    await books.verify();
    await moveBetweenCards(FEW);
    await books.tamper(ledgerKeys.account(OTHER), "spendable", 7);
    for (let killedAt = 1; ; killedAt += 1) {
      platform.clock.advance(DAY_MS);
      await forgeCheckpoint(CARD);
      const { balance, seen } = await verifyKilledAt(killedAt, killedAt % 2 === 0, 10_000);
      expect(balance.differences.map(({ partition, what }) => `${partition} ${what}`).sort()).toEqual([
        ...[`${CARD} SIGNATURE`, `${OTHER} BALANCE`],
      ]);
      expect(balance).toMatchObject({ transfers: 2 + 2 * FEW, brokenCount: 0 });
      if (seen < killedAt) break;
    }
  }, 120_000);
});
