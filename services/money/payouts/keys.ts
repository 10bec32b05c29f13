import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { PayoutId } from "./ids.ts";

/** Payouts. */
export const payoutKeys = {
  payout: (id: PayoutId) => key(id, "payout"),
  owed: "payouts-owed",
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "what is paid out of a closed card", key: "{payout}, payout" },
  {
    table: "records",
    what: "what is still to be paid out, by time",
    key: "payouts-owed, {time}#{payout}",
    index: "index1",
  },
] as const satisfies readonly AccessPattern[];
