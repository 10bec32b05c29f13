import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { breaches, FILE_LINES_MAX, type SourceFile } from "./support/layers.ts";

const ROOTS = ["functions", "infra", "local", "services"];

const sources = (): readonly SourceFile[] =>
  globSync(`{${ROOTS.join(",")}}/**/*.{ts,tsx,mjs}`).map((path) => ({
    path,
    text: readFileSync(path, "utf8"),
  }));

describe("who may call whom", () => {
  it("holds for every file, and no file is longer than a reader takes in", () => {
    const files = sources();
    for (const root of ROOTS) expect(files.some(({ path }) => path.startsWith(`${root}/`))).toBe(true);
    expect(breaches(files)).toEqual([]);
  });
});

const NOUN = "services/government/halls/tickets/ticket.ts";
const USE_CASE = "services/halls/draw-ticket.ts";
const STORE = "services/halls/store.ts";
const RESOLVERS = "services/government/halls/closing/resolvers.ts";
const PURE_TEXT = "export const next = (n: number) => n + 1;\n";
const WAITING_TEXT = "export async function draw() {}\n";

/** A house in order, into which each test puts one import that does not belong there. */
const ORDERLY: Readonly<Record<string, string>> = {
  "functions/graphql.ts": 'import { createGraphqlHandler } from "../services/app/compose.ts";\n',
  "infra/app.ts":
    'import { TABLES } from "../services/kernel/database/tables.ts";\nimport { App } from "aws-cdk-lib";\n',
  "local/start.ts": 'import { readTicket } from "../services/halls/store.ts";\n',
  "services/app/compose.ts": 'import { resolvers } from "./resolvers.ts";\n',
  "services/app/registry.ts": 'import { hallResolvers } from "../halls/resolvers.ts";\n',
  "services/government/halls/index.ts": 'export { draw } from "./draw-ticket.ts";\n',
  "services/permits/index.ts": 'export { issue } from "./issue-permit.ts";\n',
  "services/permits/issue-permit.ts": `import { draw } from "../halls/index.ts";\n${WAITING_TEXT}`,
  "services/permits/permit.ts": PURE_TEXT,
  "services/kernel/commit/commit.ts":
    'import { TransactWriteCommand } from "@aws-sdk/lib-dynamodb";\nawait 0;\n',
  "services/api/oidc.ts": WAITING_TEXT,
  "services/kernel/result.ts": PURE_TEXT,
  "services/kernel/database/tables.ts": PURE_TEXT,
  [NOUN]: `import { ok } from "../platform/result.ts";\n${PURE_TEXT}`,
  [USE_CASE]: `import { next } from "./ticket.ts";\nimport { readTicket } from "./store.ts";\n${WAITING_TEXT}`,
  [STORE]: 'import { Entity } from "dynamodb-toolbox/entity";\nimport { next } from "./ticket.ts";\n',
  [RESOLVERS]:
    'import { draw } from "./draw-ticket.ts";\nimport type { Context } from "../graphql/context.ts";\n',
};

const house = (changes: Readonly<Record<string, string>>): readonly SourceFile[] =>
  Object.entries({ ...ORDERLY, ...changes }).map(([path, text]) => ({ path, text }));

/** The breaches of a house in which `path` has this import as well. */
const withImport = (path: string, specifier: string): readonly string[] =>
  breaches(house({ [path]: `import { x } from "${specifier}";\n${ORDERLY[path]}` }));

describe("the check itself", () => {
  it("finds nothing in a house in order", () => {
    expect(breaches(house({}))).toEqual([]);
  });

  it.each([
    ["functions/graphql.ts", "../services/halls/store.ts", "another service's store"],
    ["functions/graphql.ts", "../services/government/halls/tickets/ticket.ts", "another service's noun"],
    ["functions/graphql.ts", "../services/app/registry.ts", "server"],
    ["functions/graphql.ts", "../local/start.ts", "local"],
    ["infra/app.ts", "../services/government/halls/tickets/ticket.ts", "another service's noun"],
    ["infra/app.ts", "../services/platform/commit.ts", "platform port"],
    ["infra/app.ts", "../local/start.ts", "local"],
    ["local/start.ts", "../test/support/platform.ts", "test"],
    ["services/kernel/result.ts", "../halls/index.ts", "another service's index"],
    ["services/kernel/commit/commit.ts", "../graphql/context.ts", "server"],
    ["services/kernel/commit/commit.ts", "../../local/start.ts", "local"],
    ["services/app/compose.ts", "../halls/store.ts", "another service's store"],
    ["services/app/compose.ts", "@aws-sdk/client-dynamodb", "database package"],
    ["services/app/compose.ts", "../../bench/run.ts", "test"],
    ["services/permits/issue-permit.ts", "../halls/draw-ticket.ts", "another service's use case"],
    [NOUN, "../platform/oidc.ts", "platform port"],
    [NOUN, "../permits/permit.ts", "another service's noun"],
    [NOUN, "../permits/index.ts", "another service's index"],
    [NOUN, "../graphql/context.ts", "server"],
    [NOUN, "./draw-ticket.ts", "use case"],
    [NOUN, "./store.ts", "store"],
    [NOUN, "node:fs", "package"],
    [USE_CASE, "graphql", "graphql"],
    [USE_CASE, "../graphql/errors.ts", "server"],
    [USE_CASE, "./resolvers.ts", "resolvers"],
    [USE_CASE, "@aws-sdk/client-dynamodb", "database package"],
    [USE_CASE, "dynamodb-toolbox/entity", "database package"],
    [STORE, "./draw-ticket.ts", "use case"],
    [STORE, "../graphql/context.ts", "server"],
    [STORE, "../permits/index.ts", "another service's index"],
    [RESOLVERS, "@aws-sdk/lib-dynamodb", "database package"],
    [RESOLVERS, "../permits/resolvers.ts", "another service's resolvers"],
    [RESOLVERS, "../permits/permit.ts", "another service's noun"],
  ])("notices that %s imports %s", (path, specifier, imported) => {
    expect(withImport(path, specifier)).toEqual([
      expect.stringMatching(new RegExp(`^${path} \\([a-z ]+\\) imports ${specifier} \\(${imported}\\)$`)),
    ]);
  });

  it("notices a noun that begins to wait or to know the database, by who counts on its doing neither", () => {
    const waiting = `${ORDERLY[NOUN]}export const later = async () => 1;\n`;
    const knowing = `import type { Commit } from "../platform/commit.ts";\n${ORDERLY[NOUN]}`;
    for (const text of [waiting, knowing]) {
      expect(breaches(house({ [NOUN]: text }))).toEqual([`${STORE} (store) imports ./ticket.ts (use case)`]);
    }
    expect(breaches(house({ [NOUN]: `// never await here\n${ORDERLY[NOUN]}` }))).toEqual([]);
  });

  it("notices a noun that asks for the time or for chance instead of being told", () => {
    const text = `${PURE_TEXT}const at = Date.now();\nconst id = randomUUID();\n`;
    expect(breaches(house({ [NOUN]: text }))).toEqual([
      `${NOUN} (noun) uses Date.now`,
      `${NOUN} (noun) uses randomUUID`,
    ]);
    expect(breaches(house({ [USE_CASE]: `${ORDERLY[USE_CASE]}const at = Date.now();\n` }))).toEqual([]);
  });

  it.each([
    ["a type", 'import type { X } from "./store.ts";'],
    ["several lines", 'import {\n  x,\n  y,\n} from "./store.ts";'],
    ["a re-export", 'export { x } from "./store.ts";'],
    ["a re-export of everything", 'export * from "./store.ts";'],
    ["its effect alone", 'import "./store.ts";'],
    ["a default", 'import x from "./store.ts";'],
    ["a namespace", "import * as x from './store.ts';"],
    ["run time", 'const { x } = load(import("./store.ts"));'],
    ["a type in place", 'type X = import("./store.ts").X;'],
  ])("sees an import of %s", (_, statement) => {
    expect(breaches(house({ [NOUN]: `${statement}\n${PURE_TEXT}` }))).toEqual([
      `${NOUN} (noun) imports ./store.ts (store)`,
    ]);
  });

  it("counts lines, but not of what is generated", () => {
    const long = "\n".repeat(FILE_LINES_MAX).concat("const end = 1;\n");
    expect(
      breaches(house({ "services/halls/queue.ts": long, "services/api/generated/types.ts": long })),
    ).toEqual([`services/halls/queue.ts has ${FILE_LINES_MAX + 1} lines, more than ${FILE_LINES_MAX}`]);
  });
});
