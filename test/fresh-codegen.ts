import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";

/** Exit code 1 where the generated files are not what codegen makes of the schema. */
const FILES = ["services/api/generated/types.ts", "services/api/generated/schema.ts"];

const contents = (): Promise<string[]> => Promise.all(FILES.map((file) => readFile(file, "utf8")));

const before = await contents();
const codegen = ["node_modules/@graphql-codegen/cli/cjs/bin.js", "--config", "codegen.yml", "--silent"];
const { status } = spawnSync(process.execPath, codegen, { stdio: "inherit" });
const after = await contents();
const stale = FILES.filter((_, i) => before[i] !== after[i]);
if (stale.length > 0) console.error(`not fresh, run \`npm run codegen\`: ${stale.join(", ")}`);
process.exitCode = status === 0 && stale.length === 0 ? 0 : 1;
