import type { Commit } from "../../kernel/commit/commit.ts";
import type { Database } from "../../kernel/database/database.ts";

/** The ports that every use case that writes needs. */
export type Writes = { readonly database: Database; readonly commit: Commit; readonly requestId: string };
