import { globSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AccessPattern } from "../services/kernel/access-pattern.ts";
import { TABLES, type TableDefinition } from "../services/kernel/database/tables.ts";
import { PROJECT } from "./project.ts";

const KERNEL = "services/kernel/database/tables.ts";

/** The keys of a service, or of the kernel: a module that exports its `patterns` beside its templates. */
export type KeysModule = {
  /** From the project's root, "services/government/halls/keys.ts". */
  readonly file: string;
  readonly patterns: readonly AccessPattern[];
  readonly exports: Readonly<Record<string, unknown>>;
};

/** The kernel first, then the services by name. Throws where one exports no patterns. */
export async function readKeysModules(): Promise<readonly KeysModule[]> {
  const files = globSync("services/*/*/keys.ts", { cwd: PROJECT }).sort();
  return Promise.all(
    [KERNEL, ...files].map(async (file) => {
      const exports: Record<string, unknown> = await import(pathToFileURL(join(PROJECT, file)).href);
      const { patterns } = exports;
      if (!isPatterns(patterns)) throw new Error(`${file} exports no patterns`);
      return { file, patterns, exports };
    }),
  );
}

const isPatterns = (value: unknown): value is readonly AccessPattern[] =>
  Array.isArray(value) && value.length > 0 && value.every(isPattern);

const isPattern = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "table" in value && "what" in value && "key" in value;

/** Partition key and sort key of a pattern; without a sort key where it means the whole partition. */
export function partsOf(key: string): readonly [pk: string, sk: string | undefined] {
  const [, pk = key, sk] = /^(.*?), (.*)$/.exec(key) ?? [];
  return [pk, sk];
}

const HEAD = `# Tables

All tables, indexes and access patterns of the platform. \`npm run tables\` writes this page from [the tables](../${KERNEL})
and from the \`patterns\` in each service's \`keys.ts\`; change those, never the page.

In braces stands what differs, mostly an id: \`{citizen}\` is a citizen's. \`consent#…\` is all that begins with
\`consent#\`; without a sort key all of a partition is meant. A pattern with an index is found by the index, whose keys are
shown; each index is sparse, so that only records that carry its attributes are in it.
`;

const line = (...cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
const code = (text: string | undefined): string => (text === undefined ? "" : `\`${text}\``);

const SHOWS = { ALL: "the whole record", KEYS_ONLY: "its keys only" } as const;

const indexText = ({ name, pk, sk, projection }: TableDefinition["indexes"][number]): string =>
  `\`${name}\` (\`${pk}\`, \`${sk}\`): ${SHOWS[projection]}`;

const writesText = ({ writtenInTransactionsOnly, forgets }: TableDefinition): string =>
  [
    writtenInTransactionsOnly ? "written inside transactions only" : "",
    forgets ? "removes records whose `ttl` is over" : "removes nothing",
  ]
    .filter((text) => text !== "")
    .join("; ");

const tableLine = (table: TableDefinition): string =>
  line(code(table.name), table.indexes.map(indexText).join("; "), writesText(table));

const sectionName = (file: string): string =>
  file === KERNEL ? "kernel" : file.replace(/^services\/|\/keys\.ts$/g, "");

function patternLine({ table, what, key, index }: AccessPattern): string {
  const [pk, sk] = partsOf(key);
  return line(what, code(table), code(index), code(pk), code(sk));
}

const section = ({ file, patterns }: KeysModule): string =>
  [
    `## ${sectionName(file)}`,
    "",
    `[${file}](../${file})`,
    "",
    line("what", "table", "index", "partition key", "sort key"),
    line(...Array.from({ length: 5 }, () => "---")),
    ...patterns.map(patternLine),
    "",
  ].join("\n");

/** The text of docs/tables.md. */
export function tablesPage(modules: readonly KeysModule[]): string {
  const tables = [
    "## The tables",
    "",
    "`records` and `ledger` below are one table for each mode, live and test. A stage's name stands before each name.",
    "",
    line("table", "indexes, and what they show", "what is written"),
    line("---", "---", "---"),
    ...TABLES.map(tableLine),
    "",
  ].join("\n");
  return [HEAD, tables, ...modules.map(section)].join("\n");
}
