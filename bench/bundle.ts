import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { STAGES } from "../infra/stages.ts";
import { startEngine } from "../local/engine.ts";
import { createTables } from "../local/tables.ts";
import { CONFIG } from "../services/kernel/process/config.ts";
import { bundlesOf } from "../test/infra/boot.ts";
import { synthesise } from "../test/infra/synthesise.ts";
import { eventOf } from "../test/support/platform.ts";
import { type Figure, median, ms, times } from "./measure.ts";

const ROUNDS = 21;
const [{ name: stage, servedPrefix }] = STAGES;
const QUERY = '{ serviceItems(region: "110000") { edges { node { code } } } }';

/** Of 200 ms where a whole process that does nothing takes 24. */
const BOUND = "≤ 8.33 ×";

/** Size of the function's bundle, and its import and first answer against a whole process that does nothing. */
export async function bundle(): Promise<readonly Figure[]> {
  const stack = `civigraph-${stage}-service`;
  const folder = mkdtempSync(join(tmpdir(), "civigraph-bench-"));
  const synthesised = synthesise(join(folder, "cdk.out"), [stack]);
  const engine = await startEngine();
  try {
    const real = bundlesOf(synthesised, stack).find(({ name }) => name.startsWith("Graphql"));
    if (!real) throw new Error(`${stack} has no function`);
    const nothing = join(folder, "index.mjs");
    writeFileSync(nothing, 'export const handler = async () => ({ statusCode: 200, body: "{}" });\n');
    await prepareTables(engine.endpoint);
    const env = environment(engine.endpoint);
    const taken = { real: [] as Taken[], nothing: [] as Taken[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.nothing.push(start(nothing, env).whole);
      taken.real.push(start(real.file, env).own);
    }
    const against = (of: (taken: Taken) => number): string => {
      const [first, none] = [median(taken.real.map(of)), median(taken.nothing.map(of))];
      return `${ms(first)} / ${ms(none)} = ${times(first / none)}`;
    };
    const megabytes = statSync(real.file).size / 1_000_000;
    const what =
      "import and first answer (a catalogue query), against a whole process whose handler does nothing";
    return [
      { what: "the function's bundle", measured: `${megabytes.toFixed(2)} MB`, bound: "≤ 1.6 MB" },
      { what: `its ${what}`, measured: against(({ wallMs }) => wallMs), bound: BOUND },
      { what: "the same, of the processor", measured: against(({ cpuMs }) => cpuMs), bound: BOUND },
    ];
  } finally {
    await engine.stop();
    rmSync(folder, { recursive: true });
  }
}

async function prepareTables(endpoint: string): Promise<void> {
  const credentials = { accessKeyId: "test", secretAccessKey: "test" };
  const client = new DynamoDBClient({ endpoint, region: "local", credentials });
  await createTables(client, servedPrefix);
  client.destroy();
}

function environment(endpoint: string): Record<string, string> {
  return {
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_ENDPOINT_URL_DYNAMODB: endpoint,
    [CONFIG.tablePrefix]: servedPrefix,
    [CONFIG.metricsNamespace]: "civigraph/bench",
    [CONFIG.oidcIssuer]: "https://issuer.test",
    [CONFIG.oidcAudience]: "bench",
    [CONFIG.oidcJwksUrl]: "https://issuer.test/jwks",
    [CONFIG.secret]: "a root secret for measurements, long enough",
    [CONFIG.filesUrl]: "https://files.test",
  };
}

type Taken = { readonly wallMs: number; readonly cpuMs: number };

/** A bare process that imports this bundle and answers once; what it logs meanwhile stands before what it tells. */
function start(
  file: string,
  env: Readonly<Record<string, string>>,
): { readonly own: Taken; readonly whole: Taken } {
  const event = JSON.stringify(eventOf({ query: QUERY }));
  const started = performance.now();
  const script = join(import.meta.dirname, "cold-start.mjs");
  const { stdout, stderr, status } = spawnSync(process.execPath, [script, file, event], {
    env,
    encoding: "utf8",
  });
  const wallMs = performance.now() - started;
  if (status !== 0) throw new Error(`no answer: ${stderr}`);
  const told = JSON.parse(stdout.trimEnd().split("\n").at(-1) ?? "");
  return { own: told.own, whole: { wallMs, cpuMs: told.whole.cpuMs } };
}
