import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";

/** All zones in one record, which every process keeps in mind. */
export const regionKeys = { zones: () => key("region-zones", "all") } as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  {
    table: "registry",
    what: "the development zones that operators have added to the regions",
    key: "region-zones, all",
  },
] as const satisfies readonly AccessPattern[];
