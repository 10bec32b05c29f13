import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fileDemoCases } from "../../local/demo/cases.ts";
import { STATUSES } from "../../services/government/cases/life.ts";
import { recordsTable } from "../../services/kernel/database/tables.ts";
import { runClocks } from "../government/cases/clocks.ts";
import { recordsOf } from "../support/books.ts";
import { SOUND, verified } from "../support/ledger.ts";
import type { TestPlatform } from "../support/platform.ts";
import { filling, startDemoCity } from "./demo-city.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startDemoCity();
});
afterAll(() => platform.stop());

const NEVER = new AbortController().signal;

/** How many cases there are in each status. */
async function statuses(): Promise<ReadonlyMap<string, number>> {
  const { client, ports } = platform;
  const counts = new Map<string, number>();
  for await (const { sk, status } of recordsOf(client, ports.config.tablePrefix, recordsTable("live"))) {
    if (sk === "case") counts.set(String(status), (counts.get(String(status)) ?? 0) + 1);
  }
  return counts;
}

describe("the demo city", () => {
  it("has some 200 applications in every state, once time has done what it does by itself", async () => {
    const { writes, files } = filling(platform);
    const logged = platform.logs.length;
    expect(await fileDemoCases(writes, files, NEVER)).toBe(true);
    // Nobody who tries the platform out reads what only an operator could mend.
    expect(platform.logs.slice(logged).filter(({ level }) => level !== "INFO")).toEqual([]);
    await runClocks(platform);
    const counts = await statuses();
    expect([...counts.keys()].sort()).toEqual([...STATUSES].sort());
    expect([...counts.values()].reduce((sum, count) => sum + count, 0)).toBe(217);
    expect(await verified(platform)).toMatchObject(SOUND);
  });

  it("is filled once, however often it is begun, and stops where it is told to", async () => {
    const before = await statuses();
    const { writes, files } = filling(platform);
    expect(await fileDemoCases(writes, files, NEVER)).toBe(true);
    expect(await statuses()).toEqual(before);
    expect(await fileDemoCases(writes, files, AbortSignal.abort())).toBe(false);
  });
});
