import type { AccessPattern } from "../../kernel/access-pattern.ts";

/** Its access patterns, for docs/tables.md; the templates of its keys stand in the kernel's `tables.ts`. */
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
] as const satisfies readonly AccessPattern[];
