import { UpdateCommand } from "@aws-sdk/lib-dynamodb";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Database } from "../../../services/kernel/database/database.ts";
import { INDEX_LAG_MAX_MS } from "../../../services/kernel/database/tables.ts";
import type { PartnerId } from "../../../services/kernel/ids.ts";
import { addMoney, type Fen, fen } from "../../../services/kernel/money.ts";
import { DAY_MS, plusMs } from "../../../services/kernel/runtime.ts";
import { bookIdOf } from "../../../services/money/settlements/ids.ts";
import { settlementKeys } from "../../../services/money/settlements/keys.ts";
import { CLOSED } from "../../../services/money/settlements/line.ts";
import type { Settled } from "../../../services/money/settlements/settle-due-days.ts";
import { listSettlements } from "../../../services/money/settlements/store.ts";
import { SOUND, verified } from "../../support/ledger.ts";
import { startPlatform, type TestPlatform, textAt } from "../../support/platform.ts";
import { seedPartner } from "../../support/seed-partner.ts";
import { agree, book, propose, settle, today } from "./world.ts";

const DAYS = 60;
const A_DAY = 3;
/** Lines of an account that are read at once. */
const PAGE = 500;

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

/** A partner whose contract has begun so many days before its first settlement, with bookings on each of them. */
async function farBehind(days: number, bookings: number) {
  const { partnerId } = await seedPartner(platform, { scopes: ["OWN_ACCOUNTS"] });
  const [first, second] = await Promise.all(
    [1, 2].map(() => platform.tokens.officer({ roles: ["TREASURER"] })),
  );
  const contract = await propose(platform, first ?? "", {
    ...{ partner: partnerId, effectiveFrom: today(platform), feePerMille: "0", payDayKind: "CALENDAR" },
  });
  await agree(platform, second ?? "", textAt(contract, "id"));
  for (let day = 0; day < days; day += 1) {
    await Promise.all(Array.from({ length: bookings }, (_, i) => book(platform, partnerId, BigInt(100 + i))));
    platform.clock.advance(DAY_MS);
  }
  return partnerId;
}

/**
 * A view of the database that counts the transfers that are read, but for those by which days are closed: one a day, and all
 * in the hour that is looked through each time. Each page takes so long.
 */
function counting(pageMs = 0) {
  let [transfers, queries] = [0, 0];
  const view = (): Database => {
    const database = platform.database();
    const query: Database["query"] = async (wanted) => {
      const page = await database.query(wanted);
      if (wanted.table !== "ledger-live") return page;
      if (page.items.length > 0) platform.clock.advance(pageMs);
      transfers += page.items.filter(({ reason }) => reason !== CLOSED).length;
      queries += 1;
      return page;
    };
    return { ...database, query };
  };
  return { view, transfers: () => transfers, queries: () => queries };
}

const paidTo = async (partner: PartnerId): Promise<readonly Fen[]> => {
  const store = { database: platform.database(), mode: "live" } as const;
  const { entries } = await listSettlements(store, { partner, kind: "biller" }, { first: 100 });
  return entries.map(({ node }) => node.paid);
};

it("days that were not settled for long cost as much each as one that was not: none is read for those before it", async () => {
  await farBehind(1, A_DAY);
  const alone = counting();
  expect(await settle(platform, undefined, alone.view)).toMatchObject({ closed: 1, differing: 0 });
  const partner = await farBehind(DAYS, A_DAY);
  const many = counting();
  const settled = await settle(platform, undefined, many.view);
  expect(settled).toMatchObject({ differing: 0, faults: [], finished: true, oldestDueSeconds: 0 });
  expect(await paidTo(partner)).toEqual(Array.from({ length: DAYS }, () => 303n));
  expect(many.transfers()).toBeLessThanOrEqual(2 * DAYS * A_DAY);
  expect(many.queries()).toBeLessThanOrEqual((settled.closed + 2) * alone.queries());
});

it("a call whose time is over in what was booked since leaves its place to the next, which reads none of it again", async () => {
  const partner = await farBehind(2, PAGE);
  const slow = counting(60_000);
  const calls: Settled[] = [];
  while (!calls.at(-1)?.finished && calls.length < 40)
    calls.push(await settle(platform, plusMs(platform.clock.now(), 1), slow.view));
  expect(calls.length).toBeGreaterThan(2);
  expect(calls.every(({ faults, differing }) => faults.length === 0 && differing === 0)).toBe(true);
  const paid = Array.from({ length: PAGE }, (_, i) => fen(BigInt(100 + i)));
  expect(await paidTo(partner)).toEqual([addMoney(...paid), addMoney(...paid)]);
  expect(slow.transfers()).toBeLessThanOrEqual(2 * 2 * PAGE + 10);
  expect(await verified(platform)).toMatchObject(SOUND);
});

it("a sum that was kept and is not the account's is told once, and read anew", async () => {
  const partner = await farBehind(2, A_DAY);
  await settle(platform);
  await book(platform, partner, 5_00n);
  await platform.documents.send(
    new UpdateCommand({
      TableName: platform.database().nameOf("records-live"),
      Key: settlementKeys.book(bookIdOf(partner, "biller")),
      UpdateExpression: "SET ahead.gross = ahead.gross + :fen, ahead.#until = :later",
      ExpressionAttributeNames: { "#until": "until" },
      ExpressionAttributeValues: { ":fen": 1, ":later": plusMs(platform.clock.now(), DAY_MS) },
    }),
  );
  platform.clock.advance(DAY_MS);
  expect(await settle(platform)).toMatchObject({ differing: 1 });
  expect(await settle(platform)).toMatchObject({ differing: 0, closed: 1 });
  expect((await paidTo(partner))[0]).toBe(5_00n);
});

it("a booking of this moment, which an index shows seconds later, is waited for and not taken for a difference", async () => {
  const partner = await farBehind(1, A_DAY);
  const bookedAt = platform.clock.now();
  const isSeen = (): boolean => platform.clock.now() > plusMs(bookedAt, INDEX_LAG_MAX_MS);
  await book(platform, partner, 5_00n);
  const lagging = (): Database => {
    const database = platform.database();
    const query: Database["query"] = async (wanted) => {
      const page = await database.query(wanted);
      const isLate = wanted.table === "ledger-live" && wanted.index !== undefined && !isSeen();
      return isLate ? { ...page, items: page.items.filter(({ at }) => at !== bookedAt) } : page;
    };
    return { ...database, query };
  };
  expect(await settle(platform, undefined, lagging)).toMatchObject({ differing: 0, faults: [] });
  expect(isSeen()).toBe(true);
  expect(await paidTo(partner)).toEqual([303n]);
});

it("a day that another process closes meanwhile is no difference", async () => {
  const partner = await farBehind(1, A_DAY);
  let others: Promise<Settled> | undefined;
  const overtaken = (): Database => {
    const database = platform.database();
    const get: Database["get"] = async (...wanted) => {
      // The day is drawn, and the balance comes next.
      if (wanted[0] === "ledger-live") {
        others ??= settle(platform);
        await others;
      }
      return database.get(...wanted);
    };
    return { ...database, get };
  };
  expect(await settle(platform, undefined, overtaken)).toMatchObject({ differing: 0, faults: [] });
  expect(await others).toMatchObject({ differing: 0, faults: [] });
  expect(await paidTo(partner)).toEqual([303n]);
});
