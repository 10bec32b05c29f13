import { afterAll, beforeAll, expect, it } from "vitest";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(() => platform.stop());

const QUERY = { table: "records-test", pk: "ctz_12345678", limit: 10 } as const;

it("sends a query once, however many ask for it meanwhile", async () => {
  const database = platform.database();
  await Promise.all([database.query(QUERY), database.query({ ...QUERY }), database.query(QUERY)]);
  expect(database.usage().calls).toBe(1);
});

it("sends a query again once it has been answered", async () => {
  const database = platform.database();
  expect((await database.query(QUERY)).items).toEqual([]);
  await database.observe({ table: QUERY.table, item: { pk: QUERY.pk, sk: "profile" } });
  expect((await database.query(QUERY)).items).toHaveLength(1);
});

it("reads a record once that several ask for in one turn, though one of them wants it afresh", async () => {
  const database = platform.database();
  const key = { pk: "ctz_87654321", sk: "profile" };
  const reads: Promise<unknown>[] = [];
  for (let i = 0; i < 3; i += 1) {
    database.forget();
    reads.push(database.get("records-test", key), database.get("records-test", { ...key, sk: `${i}` }));
  }
  expect(await Promise.all(reads)).toEqual(reads.map(() => undefined));
  expect(database.usage().calls).toBe(1);
  await database.observe({ table: "records-test", item: { ...key, name: "new" } });
  database.forget();
  expect(await database.get("records-test", key)).toMatchObject({ name: "new" });
});
