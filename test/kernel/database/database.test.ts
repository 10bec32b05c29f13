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
