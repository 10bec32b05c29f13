import type { DynamoDBClient, GetItemCommandOutput } from "@aws-sdk/client-dynamodb";
import { putAccount } from "../services/government/housing-fund/account-store.ts";
import { housingFundKeys } from "../services/government/housing-fund/keys.ts";
import { recordsTable } from "../services/kernel/database/tables.ts";
import { account } from "../test/government/housing-fund/records.ts";
import { must } from "../test/support/must.ts";
import { eventOf, startPlatform, type TestPlatform } from "../test/support/platform.ts";
import { seedConsent } from "../test/support/seed-consent.ts";
import { partnerManager, seedPartner } from "../test/support/seed-partner.ts";
import { bareClient, bareGetItem } from "./bare-sdk.ts";
import { type Figure, lastCost, median, medians, ms, type Operation, throughput, times } from "./measure.ts";

const CONCURRENCY = 16;
const EVENTS = 4_096;
const ROUND_MS = 2_000;
const ROUNDS = 5;

/** A partner's read under key, scope and consent against the SDK's bare GetItem, on one engine in one run. */
export async function partnerRead(): Promise<readonly Figure[]> {
  const platform = await startPlatform();
  const bare = bareClient(platform);
  try {
    const { read, getItem } = await operationsOn(platform, bare);
    const p50 = await medians({ getItem, read });
    const cost = lastCost(platform);
    const single = (await getItem()).ConsumedCapacity?.CapacityUnits;
    const rates = { getItem: [] as number[], read: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      rates.getItem.push(await throughput(getItem, CONCURRENCY, ROUND_MS));
      rates.read.push(await throughput(read, CONCURRENCY, ROUND_MS));
    }
    const [getRate, readRate] = [median(rates.getItem), median(rates.read)];
    const of = (name: string): string => String(cost[name]);
    return [
      {
        what: "`citizen(ref:) { housingFund { balance } }` for a partner, p50, against the SDK's GetItem",
        measured: `${ms(p50.read)} / ${ms(p50.getItem)} = ${times(p50.read / p50.getItem)}`,
        bound: "≤ 2.0 ×",
      },
      { what: "its round trips, one after the other", measured: of("roundTripsDeep"), bound: "≤ 2" },
      {
        what: "its consumed capacity",
        measured: `${of("readUnits")} read units, ${of("writeUnits")} write units in ${of("calls")} calls; GetItem: ${single} read unit`,
        bound: "",
      },
      {
        what: `the same at concurrency ${CONCURRENCY}, a second, against GetItem`,
        measured: `${readRate.toFixed(0)} / ${getRate.toFixed(0)} = ${times(readRate / getRate)}`,
        bound: "",
      },
    ];
  } finally {
    bare.destroy();
    await platform.stop();
  }
}

async function operationsOn(
  platform: TestPlatform,
  bare: DynamoDBClient,
): Promise<{ read: Operation; getItem: () => Promise<GetItemCommandOutput> }> {
  const partner = await seedPartner(platform, { scopes: ["CONSENT_REQUEST", "HOUSING_FUND_READ"] });
  const citizenId = platform.newCitizen();
  const actor = partnerManager();
  const { commit, database, now, requestId } = platform.context(actor);
  const [action, table] = ["bench", recordsTable("live")];
  const writes = [putAccount(database, "live", account({ citizenId }))];
  must(await commit({ actor, action, aggregate: "bench", table, at: now, requestId, writes }));
  const ref = await seedConsent(platform, partner, citizenId, ["HOUSING_FUND_READ"]);

  const query = "query ($ref: ID!) { citizen(ref: $ref) { housingFund { balance } } }";
  // Made beforehand: to make an event is the gateway's work.
  const call = { apiKey: partner.liveKey, query, variables: { ref } };
  const events = Array.from({ length: EVENTS }, () => eventOf(call));
  let next = 0;
  return {
    read: async () => {
      next = (next + 1) % EVENTS;
      const answer = await platform.handler(events[next] ?? eventOf(call));
      if (!answer.body?.includes('"balance":"100000.00"')) throw new Error(`not read: ${answer.body}`);
    },
    getItem: bareGetItem(platform, bare, table, housingFundKeys.account(citizenId)),
  };
}
