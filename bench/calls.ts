import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { startEngine } from "../local/engine.ts";
import { localLine } from "../local/local-line.ts";
import { createTables } from "../local/tables.ts";
import type { DatabaseCall } from "../services/kernel/database/calls.ts";
import { sdkCalls } from "../services/kernel/database/sdk-calls.ts";
import { physicalName } from "../services/kernel/database/tables.ts";
import { openWire } from "../services/kernel/database/wire.ts";
import type { Figure } from "./measure.ts";

const PREFIX = "civigraph-bench";
const ROUNDS = 12;
const WARM_ROUNDS = 4;
const CALLS = 500;

/** The time that one call of the database takes of this process's processor, by the bare protocol and by the SDK. */
export async function measureCalls(): Promise<readonly Figure[]> {
  const engine = await startEngine();
  const local = { region: "local", credentials: { accessKeyId: "local", secretAccessKey: "local" } };
  const client = new DynamoDBClient({ endpoint: engine.endpoint, ...local });
  try {
    await createTables(client, PREFIX);
    const ways = { wire: openWire(() => localLine(engine.endpoint)), sdk: sdkCalls(client) };
    const taken = { wire: [] as number[], sdk: [] as number[] };
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const way of ["wire", "sdk"] as const) {
        const micros = await microsecondsOf(ways[way]);
        if (round >= WARM_ROUNDS) taken[way].push(micros);
      }
    }
    const [wire, sdk] = [Math.min(...taken.wire), Math.min(...taken.sdk)];
    return [
      {
        what: "a GetItem by the bare protocol, time of this process's processor, against the SDK's",
        measured: `${wire.toFixed(0)} µs / ${sdk.toFixed(0)} µs = ${(wire / sdk).toFixed(2)} ×`,
        bound: "",
      },
    ];
  } finally {
    client.destroy();
    await engine.stop();
  }
}

async function microsecondsOf(call: DatabaseCall): Promise<number> {
  const TableName = physicalName(PREFIX, "registry");
  const wanted = { TableName, Key: { pk: { S: "nobody" }, sk: { S: "nothing" } }, ConsistentRead: true };
  const before = process.cpuUsage();
  for (let i = 0; i < CALLS; i += 1) await call("GetItem", wanted);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / CALLS;
}
