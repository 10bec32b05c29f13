import type { AccessPattern } from "../../kernel/access-pattern.ts";

/** Its access patterns, for docs/tables.md; the templates of its keys stand in the kernel's `tables.ts`. */
export const patterns = [
  { table: "records", what: "what is paid out of a closed card", key: "{payout}, payout" },
  {
    table: "records",
    what: "what is still to be paid out, by time",
    key: "payouts-owed, {time}#{payout}",
    index: "index1",
  },
] as const satisfies readonly AccessPattern[];
