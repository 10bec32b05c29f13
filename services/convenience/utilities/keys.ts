import type { AccessPattern } from "../../kernel/access-pattern.ts";

/** Its access patterns, for docs/tables.md; the templates of its keys stand in the kernel's `tables.ts`. */
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
  { table: "records", what: "what an account used in a year", key: "{account}, usage#{year}" },
  { table: "records", what: "a bill by its biller's number", key: "bill-number#{biller}#{number}, bill" },
  {
    table: "records",
    what: "an account that a citizen has bound",
    key: "{citizen}, utility-account#{account}",
  },
  { table: "records", what: "the accounts that a citizen has bound", key: "{citizen}, utility-account#…" },
] as const satisfies readonly AccessPattern[];
