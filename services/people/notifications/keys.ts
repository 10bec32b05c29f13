import type { AccessPattern } from "../../kernel/access-pattern.ts";

/** Its access patterns, for docs/tables.md; the templates of its keys stand in the kernel's `tables.ts`. */
export const patterns = [
  { table: "records", what: "what a citizen is told of an event", key: "{citizen}, notification#{event}" },
  { table: "records", what: "a citizen's notifications, newest first", key: "{citizen}, notification#…" },
  { table: "records", what: "those that are unread", key: "unread#{citizen}, {event}", index: "index1" },
] as const satisfies readonly AccessPattern[];
