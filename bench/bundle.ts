import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { STAGES } from "../infra/stages.ts";
import { startEngine } from "../local/engine.ts";
import { createTables } from "../local/tables.ts";
import { CONFIG } from "../services/kernel/process/config.ts";
import { type Bundle, boot, bundlesOf } from "../test/infra/boot.ts";
import { synthesise } from "../test/infra/synthesise.ts";
import { eventOf } from "../test/support/platform.ts";
import { type Figure, median, ms, times } from "./measure.ts";

const ROUNDS = 9;
const [{ name: stage, servedPrefix }] = STAGES;
const QUERY = '{ serviceItems(region: "110000") { edges { node { code } } } }';

/** Size of the function's bundle, and from starting its process to its first answer, against one that does nothing. */
export async function bundle(): Promise<readonly Figure[]> {
  const stack = `civigraph-${stage}-service`;
  const synthesised = synthesise([stack]);
  const folder = mkdtempSync(join(tmpdir(), "civigraph-bench-"));
  const engine = await startEngine();
  try {
    const real = bundlesOf(synthesised, stack).find(({ name }) => name.startsWith("Graphql"));
    if (!real) throw new Error(`${stack} has no function`);
    const file = join(folder, "index.mjs");
    writeFileSync(file, 'export const handler = async () => ({ statusCode: 200, body: "{}" });\n');
    const nothing: Bundle = { ...real, folder, file, handler: "handler" };
    await prepareTables(engine.endpoint);
    const env = environment(engine.endpoint);
    const taken = { real: [] as number[], nothing: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.nothing.push(await firstAnswer(nothing, env));
      taken.real.push(await firstAnswer(real, env));
    }
    const [first, none] = [median(taken.real), median(taken.nothing)];
    const megabytes = statSync(real.file).size / 1_000_000;
    return [
      { what: "the function's bundle", measured: `${megabytes.toFixed(2)} MB`, bound: "≤ 2.2 MB" },
      {
        what: "its process from start to first answer (a catalogue query), against a handler that does nothing",
        measured: `${ms(first)} / ${ms(none)} = ${times(first / none)}`,
        bound: "",
      },
    ];
  } finally {
    await engine.stop();
    synthesised.remove();
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
    [CONFIG.oidcIssuer]: "https://issuer.test",
    [CONFIG.oidcAudience]: "bench",
    [CONFIG.oidcJwksUrl]: "https://issuer.test/jwks",
    [CONFIG.secret]: "a root secret for measurements, long enough",
    [CONFIG.filesUrl]: "https://files.test",
  };
}

async function firstAnswer(of: Bundle, env: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  const lambda = await boot(of, env);
  const { result, error } = await lambda.invoke(eventOf({ query: QUERY }));
  const taken = performance.now() - started;
  await lambda.stop();
  if (result?.statusCode !== 200 || result.body.includes("errors")) {
    throw new Error(`no answer: ${error ?? result?.body}`);
  }
  return taken;
}
