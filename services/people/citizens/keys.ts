import type { AccessPattern } from "../../kernel/access-pattern.ts";

/** Its access patterns, for docs/tables.md; the templates of its keys stand in the kernel's `tables.ts`. */
export const patterns = [
  { table: "records", what: "a citizen's profile", key: "{citizen}, profile" },
  { table: "records", what: "a partner's consents by a citizen", key: "{citizen}, consent#{partner}" },
  { table: "records", what: "all consents of a citizen", key: "{citizen}, consent#…" },
  { table: "records", what: "a read of a citizen's data", key: "{citizen}, access#{time}#{request}" },
  { table: "records", what: "who read a citizen's data, newest first", key: "{citizen}, access#…" },
  { table: "records", what: "a consent request", key: "{consent request}, request" },
] as const satisfies readonly AccessPattern[];
