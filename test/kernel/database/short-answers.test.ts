import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../../services/kernel/database/database.ts";
import { INDEX1 } from "../../../services/kernel/database/tables.ts";
import { type FaultProxy, startFaultProxy } from "../../support/fault-proxy.ts";
import type { ReadBug } from "../../support/planted-bugs.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";

const TABLE = "records-live";
const SIZE = 12;
const PK = "ctz_12345678";
const LIST = "a list";

let faults: FaultProxy;
let platform: TestPlatform;
beforeAll(async () => {
  faults = await startFaultProxy("database");
  platform = await startPlatform({ faults });
  const database = platform.database();
  for (let i = 10; i < 10 + SIZE; i += 1) {
    const index = { [INDEX1.pk]: LIST, [INDEX1.sk]: `place#${i}` };
    await database.observe({ table: TABLE, item: { pk: PK, sk: `one#${i}`, ...index } });
  }
});
afterEach(() => {
  faults.calm();
  faults.plant();
});
afterAll(() => platform.stop());

const sks = (items: readonly Readonly<Record<string, unknown>>[]) => items.map(({ sk }) => String(sk));
const all = Array.from({ length: SIZE }, (_, i) => `one#${10 + i}`);
const splitting = () => faults.begin({ percent: {}, short: { "page-split": 45, "page-empty": 45 } });

const QUERIES = {
  "a table": { table: TABLE, pk: PK, skPrefix: "one#" },
  "a part of a table": { table: TABLE, pk: PK, skBetween: ["one#", "one$"] },
  "an index": { table: TABLE, pk: LIST, index: INDEX1 },
} as const;

describe.each(Object.entries(QUERIES))("a query of %s whose pages the database splits", (_, wanted) => {
  it.each([true, false])("has as many entries as it asked for, newest first: %s", async (newestFirst) => {
    splitting();
    const listed = newestFirst ? all.toReversed() : all;
    for (const limit of [1, 5, SIZE]) {
      const { items, next } = await platform.database().query({ ...wanted, limit, newestFirst });
      expect(sks(items)).toEqual(listed.slice(0, limit));
      const behind = { ...wanted, limit: SIZE, newestFirst, after: next ?? {} };
      if (limit < SIZE) {
        const rest = await platform.database().query(behind);
        expect(sks(rest.items)).toEqual(listed.slice(limit));
        expect(rest.next).toBeUndefined();
      }
    }
    expect(faults.count("page-empty") + faults.count("page-split")).toBeGreaterThan(0);
  });
});

describe("a batch of which the database leaves some unread", () => {
  const readAll = async (database: Database) =>
    Promise.all(all.map((sk) => database.get(TABLE, { pk: PK, sk })));

  it("is read to its end, also where nothing of it was read", async () => {
    faults.nextShort("all-keys-left", "keys-left", "keys-left", "all-keys-left");
    const found = await readAll(platform.database());
    expect(sks(found.map((one) => one ?? {}))).toEqual(all);
    expect(faults.count("all-keys-left")).toBeGreaterThan(0);
  });

  it("fails where it is left unread again and again, and takes no record for one that is not there", async () => {
    faults.nextShort(...Array.from({ length: 5 }, () => "all-keys-left" as const));
    await expect(readAll(platform.database())).rejects.toThrow("throttling");
  });
});

describe("a reader that takes an answer for all", () => {
  const complete = async (bug?: ReadBug) => {
    faults.plant(bug);
    splitting();
    const { items } = await platform.database().query({ ...QUERIES["a table"], limit: SIZE });
    faults.calm();
    faults.nextShort("keys-left");
    const database = platform.database();
    const found = await Promise.all(all.map((sk) => database.get(TABLE, { pk: PK, sk })));
    return [items.length, found.filter((one) => one !== undefined).length];
  };

  it("misses some, and nobody else does", async () => {
    expect(await complete()).toEqual([SIZE, SIZE]);
    const [split] = await complete("a page that is split is taken for the last");
    expect(split).toBeLessThan(SIZE);
    const [, left] = await complete("keys that are left are taken for records that are not there");
    expect(left).toBeLessThan(SIZE);
  });
});
