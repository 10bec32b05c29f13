import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient, UpdateItemCommand } from "@aws-sdk/client-dynamodb";
import { afterAll, describe, expect, it } from "vitest";
import { localLine } from "../../local/local-line.ts";
import { commitTo } from "../../services/kernel/commit/commit.ts";
import { openDatabase } from "../../services/kernel/database/database.ts";
import { ledgerTable } from "../../services/kernel/database/tables.ts";
import { openWire } from "../../services/kernel/database/wire.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { putAccount } from "../../services/money/ledger/index.ts";
import { ACTOR, postTransfer, transferBetween } from "../support/ledger.ts";
import { must } from "../support/must.ts";
import { foundedFolder, newFolder, removeFolders, run, whileRunning } from "./local-platform.ts";

afterAll(removeFolders);

const PREFIX = "civigraph-local";

const engineOf = (folder: string): string =>
  JSON.parse(readFileSync(join(folder, ".local/platform.json"), "utf8")).engine;

function clientOf(folder: string): DynamoDBClient {
  return new DynamoDBClient({
    endpoint: engineOf(folder),
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
}

describe("npm run ledger:verify", () => {
  it("prints the trial balance, names an account with a fen too much, and ends with 1 for it", async () => {
    const folder = await foundedFolder();
    const verify = (...args: readonly string[]) => run("ledger-verify.ts", folder, { args }).ended;
    await whileRunning(folder, async () => {
      const client = clientOf(folder);
      const database = openDatabase(
        openWire(() => localLine(engineOf(folder))),
        PREFIX,
      );
      const commit = commitTo(database);
      const store = { database, mode: "test" } as const;
      const by = { actor: ACTOR, at: systemRuntime.now(), requestId: "test" };
      const change = { ...by, action: "test", aggregate: "test", table: ledgerTable("test") };
      must(await commit({ ...change, writes: [putAccount(store, "card:crd_verified")] }));
      const topUp = { debit: "channel:verified", credit: "card:crd_verified" } as const;
      must(
        await postTransfer(
          { ...store, commit },
          transferBetween(12_34n, topUp, { at: by.at, cause: "test" }),
          by,
        ),
      );

      const sound = await verify("--mode", "test");
      expect(sound).toMatchObject({ code: 0, stderr: "" });
      expect(sound.stdout).toMatch(/^1 transfers\n/);
      expect(sound.stdout).toMatch(/^card +1 +12\.34$/m);
      expect(sound.stdout).toMatch(/^imbalance +0\.00$/m);

      await client.send(
        new UpdateItemCommand({
          TableName: `${PREFIX}-${ledgerTable("test")}`,
          Key: { pk: { S: "card:crd_verified" }, sk: { S: "account" } },
          UpdateExpression: "ADD spendable :fen",
          ExpressionAttributeValues: { ":fen": { N: "1" } },
        }),
      );
      expect(await verify("--mode", "test")).toMatchObject({
        code: 1,
        stderr: "DIFFERENT: card:crd_verified BALANCE: recorded 12.35, recomputed 12.34, 0.01 too much\n",
      });
      client.destroy();
    });
  });

  it("says how it is called, and that no platform runs, in one line each", async () => {
    const folder = newFolder();
    const usage = "usage: npm run ledger:verify [-- --mode live|test]\n";
    for (const args of [["--mode", "both"], ["--fast"], ["card:x"]]) {
      expect(await run("ledger-verify.ts", folder, { args }).ended).toEqual({
        code: 1,
        stdout: "",
        stderr: usage,
      });
    }
    const { code, stderr } = await run("ledger-verify.ts", folder).ended;
    expect([code, stderr.split("\n").length]).toEqual([1, 2]);
    expect(stderr).toContain("no platform is running here");
  });
});
