import type { AccessPattern } from "../../kernel/access-pattern.ts";

/** Its access patterns, for docs/tables.md; the templates of its keys stand in the kernel's `tables.ts`. */
export const patterns = [
  {
    table: "records",
    what: "a payment of a payer (a citizen or a partner)",
    key: "{payer}, payment#{time}#{payment}",
  },
  { table: "records", what: "a payer's payments by time", key: "{payer}, payment#…" },
  {
    table: "records",
    what: "what a partner has paid in, by time",
    key: "{partner}, deposit#{time}#{deposit}",
  },
  { table: "records", what: "the deposit of a bank's transfer", key: "bank-reference#{number}, deposit" },
  { table: "records", what: "a refund of a payment", key: "{payment}, refund#{time}#{refund}" },
  { table: "records", what: "a payment's refunds by time", key: "{payment}, refund#…" },
] as const satisfies readonly AccessPattern[];
