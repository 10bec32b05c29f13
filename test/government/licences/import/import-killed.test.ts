import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { identityCheck } from "../../../../services/field/identity-document.ts";
import type { Mode } from "../../../../services/kernel/actor.ts";
import { CONFIG } from "../../../../services/kernel/process/config.ts";
import { newFolder, type Run, removeFolders, run, until } from "../../../local/local-platform.ts";
import type { TestPlatform } from "../../../support/platform.ts";
import { itemsOf } from "../../housing-fund/import-file.ts";
import { certificate, type LicenceRow, ndjson, startWithTypes } from "./licence-rows.ts";

let platform: TestPlatform;
beforeAll(async () => {
  platform = await startWithTypes();
});
afterAll(async () => {
  await removeFolders();
  await platform.stop();
});

const FILE = "licences.ndjson";
const LICENCES = 400;

/** Licences, of some a next version and an end right behind them, and rows that are refused. */
function rowsOf(i: number): readonly LicenceRow[] {
  const first17 = `11010119900307${String(i + 1).padStart(3, "0")}`;
  const as = { holderIdNumber: first17 + identityCheck(first17) };
  const number = `CL${i}`;
  return [
    certificate(number, as),
    // The same day: were the first row taken again after it, there would be a third version.
    ...(i % 5 === 0 ? [certificate(number, as, { grade: "一级" })] : []),
    ...(i % 20 === 0 ? [certificate(number, { ...as, standing: "CANCELLED" }, { grade: "一级" })] : []),
    ...(i % 50 === 0 ? [certificate(number, { ...as, region: "119999" })] : []),
  ];
}

function importIn(folder: string, mode: Mode): Run {
  const { config } = platform.ports;
  const env = {
    AWS_ENDPOINT_URL_DYNAMODB: platform.engine.endpoint,
    AWS_REGION: "local",
    AWS_ACCESS_KEY_ID: "test",
    AWS_SECRET_ACCESS_KEY: "test",
    [CONFIG.tablePrefix]: config.tablePrefix,
    [CONFIG.secret]: "value" in config.secret ? config.secret.value : "",
  };
  return run("import.ts", folder, { env, args: ["licences", FILE, "--mode", mode] });
}

function doneIn(folder: string): number {
  try {
    return JSON.parse(readFileSync(join(folder, `${FILE}.checkpoint`), "utf8")).counts.read;
  } catch {
    return 0;
  }
}

/** The records of a mode without the moments at which they were written. */
const recordsOf = async (mode: Mode): Promise<unknown> => {
  const items = (await itemsOf(platform, mode)).filter(({ pk }) => !String(pk).startsWith("audit#"));
  return JSON.parse(JSON.stringify(items).replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, ""));
};

it("an import that is killed goes on where it was: same records, same refused rows, as if nothing had happened", async () => {
  const [undisturbed, killed] = [newFolder(), newFolder()];
  const text = ndjson(Array.from({ length: LICENCES }, (_, i) => rowsOf(i)).flat());
  for (const folder of [undisturbed, killed]) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, FILE), text);
  }
  const rejectedIn = (folder: string) => readFileSync(join(folder, `${FILE}.rejected`), "utf8");
  const whole = await importIn(undisturbed, "test").ended;
  expect(whole.code).toBe(2);
  for (const _ of [1, 2]) {
    const done = doneIn(killed);
    const running = importIn(killed, "live");
    await until(() => doneIn(killed) > done);
    running.kill("SIGKILL");
    await running.ended;
  }
  expect(doneIn(killed)).toBeGreaterThan(0);
  const { code, stderr } = await importIn(killed, "live").ended;
  expect(stderr).toMatch(/^goes on behind the \d+ rows that are done already\n/);
  expect(code).toBe(2);
  expect(rejectedIn(killed)).toBe(rejectedIn(undisturbed));
  expect(await recordsOf("live")).toEqual(await recordsOf("test"));
  expect(existsSync(join(killed, `${FILE}.checkpoint`))).toBe(false);
});
