import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { shardOf } from "../../kernel/database/shard.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId, PartnerId } from "../../kernel/ids.ts";
import type { UtilityAccountId } from "./ids.ts";

/** Over so many partitions of the index the accounts are spread whose bills are paid by themselves. */
export const AUTOMATIC_PAYMENT_SHARDS = 16;

/** Billers, in `registry`; utility accounts and their bills. */
export const utilityKeys = {
  biller: (id: PartnerId) => key(id, "biller"),
  billersOf: (region: string): string => `billers#${region}`,
  account: (id: UtilityAccountId) => key(id, "account"),
  formerTenancy: (id: UtilityAccountId, tenancy: number) => key(id, `tenancy#${inOrder(tenancy)}`),
  formerTenancies: { skPrefix: "tenancy#" },
  bill: (account: UtilityAccountId, position: string) => key(account, `bill#${position}`),
  bills: { skPrefix: "bill#" },
  billNumber: (biller: PartnerId, number: string) => key(`bill-number#${biller}#${number}`, "bill"),
  billRating: (account: UtilityAccountId, position: string) => key(account, `rating#${position}`),
  boundAccount: (citizen: CitizenId, account: UtilityAccountId, tenancy: number) =>
    key(citizen, `utility-account#${account}#${tenancy}`),
  boundAccounts: { skPrefix: "utility-account#" },
  usage: (account: UtilityAccountId, tenancy: number, year: string) =>
    key(account, `usage#${tenancy}#${year}`),
  automaticPayment: (account: UtilityAccountId, position: string) => key(account, `autopay#${position}`),
  automaticPayments: (account: UtilityAccountId): string =>
    utilityKeys.automaticPaymentsIn(shardOf(account, AUTOMATIC_PAYMENT_SHARDS)),
  automaticPaymentsIn: (shard: number): string => `autopay#${shard}`,
} as const;

/** Digits enough for more holders than a home has in a thousand years. */
const TENANCY_DIGITS = 4;
const inOrder = (tenancy: number): string => String(tenancy).padStart(TENANCY_DIGITS, "0");

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "registry", what: "a partner's profile as a biller", key: "{partner}, biller" },
  { table: "registry", what: "billers of a region", key: "billers#{region}, {partner}", index: "index1" },
  { table: "records", what: "a utility account", key: "{account}, account" },
  { table: "records", what: "a bill of an account", key: "{account}, bill#{end of period}{number}" },
  { table: "records", what: "an account's bills, newest period first", key: "{account}, bill#…" },
  { table: "records", what: "how a bill was rated", key: "{account}, rating#{end of period}{number}" },
  {
    table: "records",
    what: "a bill to be paid by itself",
    key: "{account}, autopay#{end of period}{number}",
  },
  {
    table: "records",
    what: "those that wait, by time",
    key: "autopay#{shard}, {time}#{bill}",
    index: "index1",
  },
  { table: "records", what: "what a tenancy used in a year", key: "{account}, usage#{tenancy}#{year}" },
  { table: "records", what: "a former tenancy of an account", key: "{account}, tenancy#{tenancy}" },
  { table: "records", what: "an account's former tenancies, newest first", key: "{account}, tenancy#…" },
  { table: "records", what: "a bill by its biller's number", key: "bill-number#{biller}#{number}, bill" },
  {
    table: "records",
    what: "an account that a citizen has bound",
    key: "{citizen}, utility-account#{account}#{tenancy}",
  },
  { table: "records", what: "the accounts that a citizen has bound", key: "{citizen}, utility-account#…" },
] as const satisfies readonly AccessPattern[];
