import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTables } from "../../../local/tables.ts";
import { CONFIG } from "../../../services/kernel/process/config.ts";
import {
  foundedFolder,
  newFolder,
  type Run,
  removeFolders,
  run,
  until,
  whileRunning,
} from "../../local/local-platform.ts";
import { startPlatform, type TestPlatform } from "../../support/platform.ts";
import { itemsOf, recordsOf } from "./import-file.ts";
import { accountRow, contributionRow, csv, idNumberOf, type Row } from "./rows.ts";

let platform: TestPlatform;
let prefixes = 0;

beforeAll(async () => {
  platform = await startPlatform();
});
afterAll(async () => {
  await removeFolders();
  await platform.stop();
});

type Stage = { readonly env: Readonly<Record<string, string>> } & Pick<TestPlatform, "ports" | "documents">;

/** Tables of their own on the engine, and the environment that names them. */
async function newStage(): Promise<Stage> {
  prefixes += 1;
  const tablePrefix = `stage-${prefixes}`;
  await createTables(platform.client, tablePrefix);
  const { config } = platform.ports;
  const env = {
    AWS_ENDPOINT_URL_DYNAMODB: platform.engine.endpoint,
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    [CONFIG.tablePrefix]: tablePrefix,
    [CONFIG.secret]: "value" in config.secret ? config.secret.value : "",
  };
  return {
    env,
    documents: platform.documents,
    ports: { ...platform.ports, config: { ...config, tablePrefix } },
  };
}

const importIn = (folder: string, { env }: Pick<Stage, "env">, ...args: readonly string[]): Run =>
  run("import.ts", folder, { env, args: ["housing-fund", ...args] });

const rejectedIn = (folder: string): string => readFileSync(join(folder, "fund.csv.rejected"), "utf8");

function checkpointIn(folder: string): { readonly read: number } | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, "fund.csv.checkpoint"), "utf8")).counts;
  } catch {
    return undefined;
  }
}

/** Far enough in to have written something, and not at the end. */
const isUnderWay = (folder: string) => (): boolean => (checkpointIn(folder)?.read ?? 0) > 0;

describe("an import that is ended", () => {
  let folder: string;
  let undisturbed: { readonly records: unknown; readonly rejected: string; readonly summary: string };

  /** With rows that are bad by themselves, that come before the account, and that are older than others. */
  const rowsOf = (i: number): readonly Row[] => {
    const idNumber = idNumberOf(i);
    const months = Array.from({ length: 11 }, (_, m) => `2025-${String(m + 1).padStart(2, "0")}`);
    const early = contributionRow({ idNumber, month: "2024-12", paidOn: "2024-12-20" });
    return [
      ...(i % 40 === 0 ? [early] : []),
      accountRow({ idNumber, balanceOn: "2026-09-30" }),
      ...months.map((month) => contributionRow({ idNumber, month, paidOn: `${month}-20` })),
      contributionRow({ idNumber, month: "2026-13" }),
      accountRow({ idNumber, balanceOn: "2026-10-31" }),
      accountRow({ idNumber, balanceOn: "2026-10-30" }),
    ];
  };

  beforeAll(async () => {
    folder = newFolder();
    const people = Array.from({ length: 400 }, (_, i) => rowsOf(i));
    writeFileSync(join(folder, "fund.csv"), csv(people.flat()));
    const stage = await newStage();
    const { code, stdout } = await importIn(folder, stage, "fund.csv").ended;
    expect(code).toBe(2);
    const records = await recordsOf(stage);
    undisturbed = { records, rejected: rejectedIn(folder), summary: stdout.split("\n")[0] ?? "" };
  });

  function copy(): string {
    const other = newFolder();
    mkdirSync(other, { recursive: true });
    cpSync(join(folder, "fund.csv"), join(other, "fund.csv"));
    return other;
  }

  it("by kill -9 goes on where it was: same records, same refused rows, as if nothing had happened", async () => {
    const [stage, where] = [await newStage(), copy()];
    for (const _ of [1, 2]) {
      const done = checkpointIn(where)?.read ?? 0;
      const killed = importIn(where, stage, "fund.csv");
      await until(() => (checkpointIn(where)?.read ?? 0) > done);
      killed.kill("SIGKILL");
      await killed.ended;
    }
    expect((await recordsOf(stage)).length).toBeGreaterThan(0);
    const { code, stdout, stderr } = await importIn(where, stage, "fund.csv").ended;
    expect(stderr).toMatch(/^goes on behind the \d+ rows that are done already\n/);
    expect({ code, summary: stdout.split("\n")[0] }).toEqual({ code: 2, summary: undisturbed.summary });
    expect(rejectedIn(where)).toBe(undisturbed.rejected);
    expect(await recordsOf(stage)).toEqual(undisturbed.records);
    expect(existsSync(join(where, "fund.csv.checkpoint"))).toBe(false);
  });

  it("by Ctrl-C finishes what is under way, says how to go on, and does", async () => {
    const [stage, where] = [await newStage(), copy()];
    const stopped = importIn(where, stage, "fund.csv");
    await until(isUnderWay(where));
    stopped.kill("SIGINT");
    // npm hands it on a second time.
    stopped.kill("SIGINT");
    const { code, stderr } = await stopped.ended;
    expect(code).toBe(130);
    expect(stderr).toMatch(
      /the import was stopped: \d+ rows are done; the same command goes on behind them\n$/,
    );
    expect((await importIn(where, stage, "fund.csv").ended).code).toBe(2);
    expect(rejectedIn(where)).toBe(undisturbed.rejected);
    expect(await recordsOf(stage)).toEqual(undisturbed.records);
  });

  it("begins anew where the refused rows that it had found are gone", async () => {
    const [stage, where] = [await newStage(), copy()];
    const killed = importIn(where, stage, "fund.csv");
    await until(isUnderWay(where));
    killed.kill("SIGKILL");
    await killed.ended;
    writeFileSync(join(where, "fund.csv.rejected"), "");
    const { stderr } = await importIn(where, stage, "fund.csv").ended;
    expect(stderr).toMatch(
      /^begins anew: the checkpoint knows more refused rows than fund.csv.rejected holds\n/,
    );
    expect(rejectedIn(where)).toContain("NO_ACCOUNT");
  });
});

describe("npm run import", () => {
  it("ends with 0 if no row was refused, and with 2 if some were; it shows no identity number", async () => {
    const [stage, folder] = [await newStage(), newFolder()];
    const idNumber = idNumberOf(1);
    writeFileSync(join(folder, "fund.csv"), csv([accountRow({ idNumber }), contributionRow({ idNumber })]));
    const clean = await importIn(folder, stage, "fund.csv").ended;
    expect(clean).toMatchObject({ code: 0, stderr: "" });
    expect(clean.stdout).toContain(
      "2 rows read: 2 written, 0 refused\n  written: account 1, contribution 1,",
    );
    writeFileSync(join(folder, "fund.csv"), csv([accountRow({ idNumber, region: idNumber })]));
    const refused = await importIn(folder, stage, "fund.csv").ended;
    expect(refused.code).toBe(2);
    expect(refused.stdout).toContain("refused: NOT_A_REGION 1");
    expect(refused.stdout).toContain("fund.csv.rejected");
    const items = JSON.stringify(await itemsOf(stage));
    expect(`${clean.stdout}${refused.stdout}${refused.stderr}${items}`).not.toContain(idNumber);
  });

  it("writes to the platform that runs in the folder", async () => {
    const folder = await foundedFolder();
    writeFileSync(join(folder, "fund.csv"), csv([accountRow({ idNumber: idNumberOf(2) })]));
    await whileRunning(folder, async () => {
      expect(await importIn(folder, { env: {} }, "fund.csv").ended).toMatchObject({ code: 0, stderr: "" });
    });
  });

  const usage = /^usage: npm run import -- housing-fund\|licences /;
  it.each<[string, readonly string[], RegExp]>([
    ["without arguments", [], usage],
    ["with another kind of file", ["water-bills", "fund.csv"], usage],
    ["with a file of another format", ["housing-fund", "fund.xlsx"], usage],
    ["with an unknown option", ["housing-fund", "fund.csv", "--force"], usage],
    ["with a mode that there is not", ["housing-fund", "fund.csv", "--mode", "prod"], usage],
    ["with a file that is not there", ["housing-fund", "none.csv"], /^there is no file none.csv\n$/],
    ["with a folder", ["housing-fund", "folder.csv"], /^folder.csv is not a file\n$/],
    ["with an empty file", ["housing-fund", "empty.csv"], /^empty.csv is empty\n$/],
    [
      "while no platform runs",
      ["housing-fund", "fund.csv"],
      /^no platform is running here: start it with `npm start` first, or set [^\n]*\n$/,
    ],
  ])("%s says what is wrong and ends with 1", async (_, args, message) => {
    const folder = newFolder();
    mkdirSync(join(folder, "folder.csv"));
    writeFileSync(join(folder, "empty.csv"), "");
    writeFileSync(join(folder, "fund.csv"), csv([accountRow()]));
    const { code, stdout, stderr } = await run("import.ts", folder, { args }).ended;
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(message);
  });

  it("names what it cannot reach, or is not told", async () => {
    const [{ env }, folder] = [await newStage(), newFolder()];
    writeFileSync(join(folder, "fund.csv"), csv([accountRow()]));
    const problemOf = async (change: Record<string, string>): Promise<string> => {
      const { code, stderr } = await importIn(folder, { env: { ...env, ...change } }, "fund.csv").ended;
      expect(code).toBe(1);
      return stderr;
    };
    expect(await problemOf({ [CONFIG.tablePrefix]: "none" })).toMatch(
      /^the tables none at http\S+ cannot be read \(ResourceNotFoundException: [^\n]*\)\n$/,
    );
    expect(await problemOf({ [CONFIG.secret]: "" })).toBe(
      "CIVIGRAPH_TABLE_PREFIX is set, but CIVIGRAPH_SECRET_ID is not\n",
    );
    expect(await problemOf({ [CONFIG.tablePrefix]: "" })).toBe(
      "CIVIGRAPH_SECRET_ID is set, but CIVIGRAPH_TABLE_PREFIX is not\n",
    );
    expect(await problemOf({ AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1" })).toMatch(/ECONNREFUSED/);
  });
});
