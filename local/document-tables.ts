import { writeFileSync } from "node:fs";
import { readKeysModules, tablesPage } from "./tables-page.ts";

/** Writes docs/tables.md from the tables and the access patterns of all services. */
writeFileSync(new URL("../docs/tables.md", import.meta.url), tablesPage(await readKeysModules()));
