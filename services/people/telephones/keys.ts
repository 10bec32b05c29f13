import type { AccessPattern } from "../../kernel/access-pattern.ts";
import { key } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";

/** Telephones. */
export const telephoneKeys = {
  telephone: (citizen: CitizenId) => key(citizen, "telephone"),
} as const;

/** Its access patterns, for docs/tables.md. */
export const patterns = [
  { table: "records", what: "the telephone of a person", key: "{citizen}, telephone" },
] as const satisfies readonly AccessPattern[];
