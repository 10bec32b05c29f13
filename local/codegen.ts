import { createHash } from "node:crypto";
import { globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Service } from "../services/kernel/service.ts";
import { codegenConfig, eventFields } from "./codegen-config.ts";
import { PROJECT } from "./project.ts";

/**
 * Makes the types and the module of the schema, and the types of the front-ends' operations, which are not committed, from
 * the schema's documents, from what the services state and from the front-ends. `npm ci` does so, and each command that stands on them first asks here: it takes some seconds where one of those
 * has changed since, and else none.
 * Exit code 1 where the documents are no valid schema.
 */
const SCHEMA = join(PROJECT, "schema");
const MADE = join(PROJECT, "services/api/generated");
const EVENTS = join(PROJECT, "services/kernel/generated/events.ts");
const WEB = join(PROJECT, "web/shared/generated");
const DIGEST = join(MADE, "digest.txt");
const MAKERS = [
  "local/codegen-config.ts",
  ...["emit-type-defs", "emit-descriptions"].map((name) => `services/api/${name}.mjs`),
  ...[
    "describe-access",
    "descriptions",
    "directives",
    "pack-schema",
    "packed-schema",
    "read-directives",
    "requirement",
  ].map((name) => `services/api/${name}.ts`),
  "package-lock.json",
];
const FILES = [
  ...["types.ts", "schema.ts", "descriptions.ts"].map((name) => join(MADE, name)),
  EVENTS,
  ...["gql.ts", "graphql.ts", "fragment-masking.ts"].map((name) => join(WEB, name)),
];
/** Found by their name: the registry names all services, but with what they do, which stands on what is made here. */
const STATEMENTS = globSync("services/*/*/service.ts", { cwd: PROJECT }).sort();
const STATED_EVENTS = globSync("services/{people,money,convenience,government}/*/events.ts", {
  cwd: PROJECT,
}).sort();

/** The operations of the front-ends, wherever they stand: of their files nothing else goes in. */
function operations(): readonly string[] {
  const files = globSync("web/**/*.{ts,tsx}", { cwd: PROJECT, exclude: ["web/shared/generated/**"] }).sort();
  return files.flatMap(
    (file) => readFileSync(join(PROJECT, file), "utf8").match(/\bgraphql\(\s*`[^`]*`/g) ?? [],
  );
}

/** The digest of what goes in and of what came out: neither may have changed since. */
function digestOf(files: readonly string[], texts: readonly string[] = []): string {
  const hash = createHash("sha256");
  for (const text of texts) hash.update(text).update("\0");
  for (const file of files)
    hash
      .update(`${file.slice(PROJECT.length)}\0`)
      .update(readFileSync(file))
      .update("\0");
  return hash.digest("hex");
}

function digestAtLast(): string | undefined {
  try {
    const [of, made] = readFileSync(DIGEST, "utf8").split("\n");
    return made === digestOf(FILES) ? of : undefined;
  } catch {
    return undefined;
  }
}

async function statedServices(): Promise<readonly Service[]> {
  const files = await Promise.all(
    STATEMENTS.map(
      (file): Promise<Record<string, Service>> => import(pathToFileURL(join(PROJECT, file)).href),
    ),
  );
  return files.flatMap((file) => Object.values(file));
}

async function make(digest: string): Promise<void> {
  mkdirSync(MADE, { recursive: true });
  // Half a second to load, and mostly there is nothing to make.
  const { generate } = await import("@graphql-codegen/cli");
  const services = await statedServices();
  await generate({ ...codegenConfig(services), cwd: PROJECT });
  mkdirSync(dirname(EVENTS), { recursive: true });
  writeFileSync(EVENTS, eventFields(services));
  writeFileSync(DIGEST, `${digest}\n${digestOf(FILES)}\n`);
}

const wanted = digestOf(
  [
    ...readdirSync(SCHEMA).map((name) => join(SCHEMA, name)),
    ...[...MAKERS, ...STATEMENTS, ...STATED_EVENTS].map((name) => join(PROJECT, name)),
  ],
  operations(),
);
try {
  if (digestAtLast() !== wanted) await make(wanted);
} catch (error) {
  const [first] = error instanceof AggregateError ? error.errors : [error];
  if (!(first instanceof Error)) throw error;
  // The first of a list that repeats it, with a hundred lines of where it was found.
  console.error(first.message.split("\n", 2).join("\n"));
  process.exitCode = 1;
}
