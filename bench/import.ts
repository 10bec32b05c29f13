import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { startEngine } from "../local/engine.ts";
import { createTables } from "../local/tables.ts";
import { CONFIG } from "../services/kernel/process/config.ts";
import type { Figure } from "./measure.ts";

const PREFIX = "civigraph-bench";
const ROWS_MIN = 100_000;
const CITIZENS = 3_600;
const SAMPLE_MS = 100;
const LOCAL = fileURLToPath(new URL("../local/", import.meta.url));
const { scripts } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));

/** A generated file of at least 100,000 rows, through the command that an operator runs, into tables on disk. */
export async function measureImport(): Promise<readonly Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), "civigraph-bench-"));
  const engine = await startEngine({ dataFile: join(folder, "data.sqlite") });
  const local = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, ...local });
  try {
    await createTables(client, PREFIX);
    const env = {
      ...process.env,
      AWS_REGION: "local",
      AWS_ACCESS_KEY_ID: "local",
      AWS_SECRET_ACCESS_KEY: "local",
      AWS_ENDPOINT_URL_DYNAMODB: engine.endpoint,
      [CONFIG.tablePrefix]: PREFIX,
      [CONFIG.secret]: "a root secret for measurements, long enough",
    };
    const file = join(folder, "fund.csv");
    const wish = ["housing-fund", "--citizens", String(CITIZENS), "--seed", "1", "--out", file];
    await run("generate", wish, env);
    const rows = readFileSync(file, "utf8").trimEnd().split("\n").length - 1;
    if (rows < ROWS_MIN) throw new Error(`${rows} rows are fewer than ${ROWS_MIN}`);
    const { seconds, peakMegabytes } = await run("import", ["housing-fund", file], env);
    if (existsSync(`${file}.rejected`)) throw new Error("some rows were refused");
    return [
      {
        what: `import of ${rows.toLocaleString("en")} rows`,
        measured: `${Math.round(rows / seconds).toLocaleString("en")} rows a second`,
        bound: "",
      },
      { what: "its peak memory", measured: `${Math.round(peakMegabytes)} MB`, bound: "≤ 300 MB" },
    ];
  } finally {
    client.destroy();
    await engine.stop();
    rmSync(folder, { recursive: true });
  }
}

type Cost = { readonly seconds: number; readonly peakMegabytes: number };

/** One of the package's commands, as npm would start it. */
async function run(
  script: "generate" | "import",
  args: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<Cost> {
  const options = String(scripts[script]).match(/--[\w-]+=\S+/g) ?? [];
  const started = performance.now();
  const command = [...options, join(LOCAL, `${script}.ts`), ...args];
  const child = spawn(process.execPath, command, { env, stdio: ["ignore", "inherit", "inherit"] });
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once("error", reject).once("exit", resolve);
  });
  let isRunning = true;
  let peakMegabytes = 0;
  const code = ended.finally(() => {
    isRunning = false;
  });
  while (isRunning) {
    peakMegabytes = Math.max(peakMegabytes, peakOf(child.pid));
    await Promise.race([sleep(SAMPLE_MS), code]);
  }
  if ((await code) !== 0) throw new Error(`npm run ${script} ended with ${await code}`);
  return { seconds: (performance.now() - started) / 1_000, peakMegabytes };
}

/** The most memory that a process has held so far, as Linux counts it. */
function peakOf(pid: number | undefined): number {
  try {
    const [, kilobytes = "0"] =
      /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
    return Number(kilobytes) / 1_024;
  } catch {
    return 0; // It has just ended.
  }
}
