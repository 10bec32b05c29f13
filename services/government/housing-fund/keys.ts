import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";

/** All orders of a city are due on one day, so that their list is divided. */
export const FUND_ORDER_SHARDS = 16;

/** The housing fund, each record beside its citizen. */
export const housingFundKeys = {
  account: (id: CitizenId) => key(id, "housing-fund#account"),
  contribution: (id: CitizenId, month: string) => key(id, `housing-fund#contribution#${month}`),
  contributions: { skPrefix: "housing-fund#contribution#" },
  loan: (id: CitizenId, number: string) => key(id, `housing-fund#loan#${number}`),
  loans: { skPrefix: "housing-fund#loan#" },
  interest: (id: CitizenId, on: string) => key(id, `housing-fund#interest#${on}`),
  interests: { skPrefix: "housing-fund#interest#" },
  withdrawals: (id: CitizenId) => key(id, "housing-fund#withdrawals"),
  orders: (id: CitizenId) => key(id, "housing-fund#orders"),
  ordersDue: (id: CitizenId): string => housingFundKeys.ordersDueIn(shardOf(id, FUND_ORDER_SHARDS)),
  ordersDueIn: (shard: number): string => `housing-fund-orders#${shard}`,
  spouse: (id: CitizenId) => key(id, "housing-fund#spouse"),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "a housing-fund account", key: "{citizen}, housing-fund#account" },
  {
    table: "records",
    what: "its contribution of a month",
    key: "{citizen}, housing-fund#contribution#{month}",
  },
  { table: "records", what: "its contributions by month", key: "{citizen}, housing-fund#contribution#…" },
  { table: "records", what: "a loan", key: "{citizen}, housing-fund#loan#{number}" },
  { table: "records", what: "its loans", key: "{citizen}, housing-fund#loan#…" },
  { table: "records", what: "its interest settled on a day", key: "{citizen}, housing-fund#interest#{day}" },
  { table: "records", what: "its settled interest", key: "{citizen}, housing-fund#interest#…" },
  {
    table: "records",
    what: "what a person has drawn from the fund",
    key: "{citizen}, housing-fund#withdrawals",
  },
  { table: "records", what: "a person's standing orders", key: "{citizen}, housing-fund#orders" },
  {
    table: "records",
    index: "index1",
    what: "people of a shard by the next day of their standing orders",
    key: "housing-fund-orders#{shard}, {instant}#{citizen}",
  },
  { table: "records", what: "the spouse whom a person has confirmed", key: "{citizen}, housing-fund#spouse" },
] as const satisfies readonly AccessPattern[];
