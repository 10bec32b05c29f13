import { type RegionCode, region } from "../services/field/region.ts";
import { countWrites } from "../services/government/figures/store.ts";
import type { Database, TransactItem } from "../services/kernel/database/database.ts";
import { newId } from "../services/kernel/ids.ts";
import { type Instant, systemRuntime } from "../services/kernel/runtime.ts";
import { newOfficer, startCasework } from "../test/government/cases/casework.ts";
import { eventOf, type TestPlatform } from "../test/support/platform.ts";
import { type Figure, lastCost, medians, ms, type Operation, times } from "./measure.ts";

/** Enough for a record of each county, month and shard: from there on as many are read, whatever was counted. */
const FEW = 10_000;
const MANY = 100_000;
/** Blocks of readings, the warm ones included. */
const BLOCKS = 20;
/** Districts of Beijing, over which the cases are spread, as over the months of a year. */
const DISTRICTS: readonly RegionCode[] = [
  "110101",
  "110102",
  "110105",
  "110106",
  "110107",
  "110108",
  "110109",
].map(region);
const MONTHS = 12;
/** So many cases are counted in a transaction; none of them names a record twice. */
const AT_ONCE = 7;

const QUERY = `{ caseFigures(region: "110000", from: "2025-03", to: "2026-02") {
  ... on CaseFigures { total { received decided medianWorkingDays shareDecidedByRule } } } }`;

/** The figures of a city and its year, counted of few cases and of many, each on an engine that holds nothing else. */
export async function figuresOfCity(): Promise<readonly Figure[]> {
  const [few, many] = [await startCasework(), await startCasework()];
  try {
    await count(few.database(), FEW);
    await count(many.database(), MANY);
    const p50 = await medians(
      { few: await prepareReading(few, FEW), many: await prepareReading(many, MANY) },
      BLOCKS,
    );
    const cost = lastCost(many);
    return [
      {
        what: `figures of a city and its year, of ${MANY.toLocaleString("en")} cases, p50, against those of ${FEW.toLocaleString("en")}`,
        measured: `${ms(p50.many)} / ${ms(p50.few)} = ${times(p50.many / p50.few)}`,
        bound: "",
      },
      {
        what: "what they read",
        measured: `${String(cost["readUnits"])} read units in ${String(cost["calls"])} calls, none a scan`,
        bound: "",
      },
    ];
  } finally {
    await few.stop();
    await many.stop();
  }
}

/** Counts cases as their commits do, one by one, but without the cases. */
async function count(database: Database, cases: number): Promise<void> {
  const store = { database, mode: "live" } as const;
  for (let done = 0; done < cases; done += AT_ONCE) {
    const month = String((Math.floor(done / AT_ONCE) % MONTHS) + 1).padStart(2, "0");
    const at = `${Number(month) < 3 ? 2026 : 2025}-${month}-10T02:00:00.000Z` as Instant;
    const writes = DISTRICTS.slice(0, Math.min(AT_ONCE, cases - done)).flatMap(
      (district): readonly TransactItem[] =>
        countWrites(
          store,
          {
            ...{ id: newId("app", systemRuntime), region: district, department: "BJ-GJJ" },
            ...{ item: { code: "BJ-GJJ-ZFTQ-001" }, stage: "GENERAL" },
          },
          at,
          { received: 1, accepted: 1, decided: 1, decidedInPromisedTime: 1, decidedByRule: 1, days0: 1 },
        ),
    );
    await database.transact(writes, `bench-figures-${done}`);
  }
}

async function prepareReading(platform: TestPlatform, cases: number): Promise<Operation> {
  const { token } = await newOfficer(platform, { roles: ["SUPERVISOR"] });
  const event = eventOf({ token, query: QUERY });
  return async () => {
    const { body = "" } = await platform.handler(event);
    if (!body.includes(`"received":${cases}`)) throw new Error(body);
  };
}
