import { chmodSync, mkdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { CreateTableCommand, DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startEngine } from "../../local/engine.ts";
import { LOCAL } from "../../local/settings.ts";
import {
  copyOf,
  demoOf,
  foundedFolder,
  holds,
  newFolder,
  preparedFolder,
  processesIn,
  type RunOptions,
  removeFolders,
  run,
  whileRunning,
} from "./local-platform.ts";

afterAll(removeFolders);

/** A user for whom permissions count, even where the tests run as root. */
const NOBODY = 65_534;
/** Makes Node believe that it runs on a processor that the engine is not built for. */
const ELSEWHERE = `data:text/javascript,Object.defineProperty(process,"arch",{value:"riscv64"})`;

async function problemOfStart(folder: string, options?: RunOptions): Promise<string> {
  const { code, stdout, stderr } = await run("start.ts", folder, options).ended;
  expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
  expect(stderr.match(/\n/g), stderr).toHaveLength(1);
  expect(processesIn(folder)).toEqual([]);
  return stderr.trimEnd();
}

describe.concurrent("what is wrong around it, npm start says in one line:", () => {
  it("a port in use", async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, resolve));
    const address = other.address();
    const port = typeof address === "object" && address ? String(address.port) : "";
    const folder = newFolder();
    expect(await problemOfStart(folder, { env: { PORT: port } })).toBe(
      `port ${port} is in use: stop what listens there, or set PORT`,
    );
    expect(holds(folder, "")).toBe(false);
    other.close();
  });

  it.each(["http", "65536"])("a port that is none: %s", async (port) => {
    expect(await problemOfStart(newFolder(), { env: { PORT: port } })).toBe(
      `PORT is not a port number: ${port}`,
    );
  });

  it("an engine that is missing for this machine", async () => {
    expect(await problemOfStart(newFolder(), { node: ["--import", ELSEWHERE] })).toBe(
      "no embedded engine for linux-riscv64: run a DynamoDB endpoint of your own and name it in AWS_ENDPOINT_URL_DYNAMODB",
    );
  });

  it("an endpoint of one's own that does not answer", async () => {
    const env = { AWS_ENDPOINT_URL_DYNAMODB: "http://127.0.0.1:1" };
    expect(await problemOfStart(newFolder(), { env })).toBe(
      "no DynamoDB answers at http://127.0.0.1:1: see AWS_ENDPOINT_URL_DYNAMODB",
    );
  });

  it("a data folder that cannot be written", async () => {
    const folder = newFolder();
    chmodSync(folder, 0o555);
    const uid = process.getuid?.() === 0 ? { uid: NOBODY } : {};
    expect(await problemOfStart(folder, uid)).toMatch(
      /^the data folder \S+\.local cannot be written \(EACCES\)/,
    );
  });
});

describe.concurrent("a damaged data folder is refused in one line that names the way out:", () => {
  let founded: string;
  beforeAll(async () => {
    founded = await foundedFolder();
  });

  const write = (file: string, text: string | Buffer) => (local: string) =>
    writeFileSync(join(local, file), text);
  const remove = (file: string) => (local: string) => rmSync(join(local, file));
  const change = (file: string, edit: (text: string) => string) => (local: string) =>
    writeFileSync(join(local, file), edit(readFileSync(join(local, file), "utf8")));

  const garbage = Buffer.alloc(8_192, "no database ");
  const otherSecret = "s".repeat(64);

  it.each<[string, (local: string) => void, string]>([
    ["garbage for records", write("data.sqlite", garbage), "data.sqlite is damaged (file is not a database)"],
    ["a page of records lost", overwritePage, "data.sqlite is damaged ("],
    ["records cut off", (local) => truncateSync(join(local, "data.sqlite"), 4_096), "data.sqlite"],
    ["records removed", remove("data.sqlite"), "demo.json does not match the data beside it"],
    ["records that are a folder", asFolder("data.sqlite"), "data.sqlite is damaged (unable to open"],
    ["an empty secret", write("secret", ""), "secret is damaged (the root secret is shorter than 32"],
    ["a short secret", write("secret", "short"), "secret is damaged (the root secret is shorter than 32"],
    ["another secret", write("secret", otherSecret), "demo.json does not match the data beside it"],
    ["a lost secret", remove("secret"), "demo.json does not match the data beside it"],
    ["a secret that is a folder", asFolder("secret"), "secret cannot be read (EISDIR)"],
    ["demo.json cut off", change("demo.json", (text) => text.slice(0, 99)), "demo.json is damaged"],
    [
      "demo.json without a key",
      change("demo.json", (text) => text.replace("live", "x")),
      "demo.json is damaged",
    ],
    ["demo.json of null", write("demo.json", "null"), "demo.json is damaged"],
    ["a mistyped key", change("demo.json", (text) => text.replace("cvg_live", "cvg_life")), "does not match"],
    ["an issuer's key cut off", write("issuer.jwk", "{"), "issuer.jwk is damaged"],
    ["an issuer's key without its secret half", change("issuer.jwk", withoutSecret), "issuer.jwk is damaged"],
    ["a lock that is none", write("lock", garbage), "lock is damaged"],
    ["a file for a folder", fileForFolder, ".local is not a folder"],
  ])("%s", async (_, damage, line) => {
    const folder = copyOf(founded);
    damage(join(folder, ".local"));
    const problem = await problemOfStart(folder);
    expect(problem).toContain(line);
    expect(problem).toMatch(/: `npm run reset` starts over with a fresh demo city$/);
  });
});

it("a data folder of an older version is refused in one line that names the way out", async () => {
  const folder = await preparedFolder();
  const engine = await startEngine({ dataFile: join(folder, ".local/data.sqlite") });
  const client = new DynamoDBClient({
    endpoint: engine.endpoint,
    region: "local",
    credentials: { accessKeyId: "local", secretAccessKey: "local" },
  });
  const { tablePrefix } = LOCAL;
  await client.send(
    new CreateTableCommand({
      TableName: `${tablePrefix}-records-live`,
      BillingMode: "PAY_PER_REQUEST",
      AttributeDefinitions: ["pk", "sk"].map((name) => ({ AttributeName: name, AttributeType: "S" })),
      KeySchema: [
        { AttributeName: "pk", KeyType: "HASH" },
        { AttributeName: "sk", KeyType: "RANGE" },
      ],
    }),
  );
  client.destroy();
  await engine.stop();
  expect(await problemOfStart(folder)).toBe(
    `the table ${tablePrefix}-records-live was made by another version of the platform: \`npm run reset\` starts over with a fresh demo city`,
  );
});

/** One from the middle, which no start would read. */
function overwritePage(local: string): void {
  const file = join(local, "data.sqlite");
  writeFileSync(file, readFileSync(file).fill(0xa5, 100_000, 104_096));
}

const asFolder = (file: string) => (local: string) => {
  rmSync(join(local, file));
  mkdirSync(join(local, file));
};

function fileForFolder(local: string): void {
  rmSync(local, { recursive: true });
  writeFileSync(local, "");
}

function withoutSecret(text: string): string {
  const { d: _, ...half } = JSON.parse(text);
  return JSON.stringify(half);
}

describe("npm run reset", () => {
  const { scripts } = JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8"));

  it("starts over, also from a damaged folder: a fresh city, with other keys", async () => {
    expect(scripts.reset).toBe("node local/reset.ts");
    const folder = await foundedFolder();
    const before = demoOf(folder);
    writeFileSync(join(folder, ".local/data.sqlite"), "garbage");
    expect(await run("reset.ts", folder).ended).toMatchObject({ code: 0, stderr: "" });
    expect(holds(folder, "")).toBe(false);
    const after = await whileRunning(folder, async ({ demo }) => demo);
    expect(after.citizen.ref).not.toBe(before.citizen.ref);
    expect(after.partner.live).not.toBe(before.partner.live);
  });

  it("has nothing against a folder that is not there, or is a file", async () => {
    const folder = newFolder();
    expect(await run("reset.ts", folder).ended).toMatchObject({ code: 0, stderr: "" });
    writeFileSync(join(folder, ".local"), "");
    expect(await run("reset.ts", folder).ended).toMatchObject({ code: 0, stderr: "" });
    expect(holds(folder, "")).toBe(false);
  });
});
