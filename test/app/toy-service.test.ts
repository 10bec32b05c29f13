import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { TOY_EDITS, TOY_FILES, TOY_RUN } from "./toy-service.ts";

const PROJECT = join(import.meta.dirname, "../..");
const COPIED = ["functions", "infra", "local", "schema", "services", "test/support", "test/infra", "web"];
const FILES = ["cdk.json", "package.json", "package-lock.json"];

const tree = mkdtempSync(join(tmpdir(), "civigraph-toy-"));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

const run = (...given: readonly string[]): string =>
  execFileSync(process.execPath, given, { cwd: tree, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function copyProject(): void {
  for (const path of [...COPIED, ...FILES])
    cpSync(join(PROJECT, path), join(tree, path), { recursive: true });
  symlinkSync(join(PROJECT, "node_modules"), join(tree, "node_modules"));
  const { compilerOptions } = JSON.parse(readFileSync(join(PROJECT, "tsconfig.json"), "utf8"));
  const include = ["services", "infra", "functions"];
  writeFileSync(join(tree, "tsconfig.json"), JSON.stringify({ compilerOptions, include }));
}

/** Adds an entry at the end of the file's list, and its import at the head. */
function edit(path: string, { entry, from }: { readonly entry: string; readonly from: string }): void {
  const text = readFileSync(join(tree, path), "utf8");
  const listed = text.replace(/\n\](?= as const|;)/, `\n  ${entry},\n]`);
  expect(listed.split("\n")).toHaveLength(text.split("\n").length + 1);
  writeFileSync(join(tree, path), `import { ${entry} } from "${from}";\n${listed}`);
}

describe("a new service", () => {
  it("is its folder, its document and an entry in each of the registry's two lists, and works", () => {
    copyProject();
    for (const [path, text] of Object.entries(TOY_FILES)) {
      mkdirSync(dirname(join(tree, path)), { recursive: true });
      writeFileSync(join(tree, path), text);
    }
    for (const [path, change] of Object.entries(TOY_EDITS)) edit(path, change);
    const elsewhere = Object.keys(TOY_FILES).filter(
      (path) => !path.startsWith("services/convenience/wishes/"),
    );
    expect(elsewhere).toEqual(["schema/wishes.graphql"]);
    expect(Object.keys(TOY_EDITS)).toEqual(["services/app/registry.ts", "services/app/api.ts"]);
    run("local/codegen.ts");
    run(join(PROJECT, "node_modules/typescript/bin/tsc"), "-p", ".", "--singleThreaded");
    writeFileSync(join(tree, "run.mjs"), TOY_RUN);
    const { infra, rights, ...seen } = JSON.parse(run("run.mjs").trim().split("\n").at(-1) ?? "");
    expect(seen).toMatchObject({
      made: { data: { makeWish: { text: "rain (1 a day)" } } },
      read: {
        data: {
          me: {
            wish: { text: "rain (1 a day)" },
            notifications: { edges: [{ node: { type: "wish.made", text: "Your wish is on record." } }] },
          },
        },
      },
      heard: [expect.stringMatching(/^wsh_/)],
      swept: { granted: 3, finished: true },
      posted: { statusCode: 204 },
    });
    for (const id of [
      "GrantWishes",
      "AlarmsMissedWishes",
      "AlarmsSilentGrantWishes",
      "WishGranted",
      "AlarmsWishErrors",
      "AlarmsWishesUnheard",
      "AlarmsLostWishes",
    ])
      expect(infra).toContain(`"${id}`);
    expect(rights).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^DeliverEvents: secretsmanager:\S+ on BankAccountCheck PaymentGateways$/),
        expect.stringMatching(
          /^Graphql: secretsmanager:\S+ on BankAccountCheck .* TextMessages WishingWell$/,
        ),
        "Graphql: dynamodb:Scan on records-live records-test",
        "GrantWishes: dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Query on records-live records-test",
        expect.stringMatching(
          /^GrantWishes: dynamodb:PutItem on records-live records-test if .* ctz_\* and /,
        ),
        "GrantWishes: secretsmanager:GetSecretValue on TextMessages",
      ]),
    );
    for (const [pattern, log] of [
      ["{ $.unheard >= 0 }", "DeliverEventsCalledLog"],
      ['{ $.message = "wish lost" }', "GraphqlLog"],
    ])
      expect(infra).toContain(`"FilterPattern":${JSON.stringify(pattern)},"LogGroupName":{"Ref":"${log}`);
    expect(infra).toContain("settings of the wishing well of civigraph dev; an operator puts them in");
    for (const name of ["WishingWellArn", "CIVIGRAPH_WISHING_WELL_ID"]) expect(infra).toContain(`"${name}":`);
    expect(infra.match(/"CIVIGRAPH_WISHES_PER_DAY":"3"/g)).toHaveLength(1);
  });
});
