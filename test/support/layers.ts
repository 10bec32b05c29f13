import { posix } from "node:path";

/** A file of the repository: its path from the root, and what stands in it. */
export type SourceFile = { readonly path: string; readonly text: string };

export const FILE_LINES_MAX = 250;

/** What codegen and the generators write; nobody reads it line by line. */
const GENERATED = [/^services\/graphql\/generated\//, /^services\/platform\/region-codes\.ts$/];

/** The entry points' way in, and what the infrastructure may know of the services: names, no behaviour. */
const COMPOSITION = "services/app/compose.ts";
const CONSTANTS = [
  "services/kernel/process/config.ts",
  "services/api/oidc.ts",
  "services/kernel/database/tables.ts",
];

/**
 * Packages that compute and do nothing else, for the nouns that need one: a checksum, a comparison in constant time,
 * the judgement of a JSON Schema.
 */
const PURE_PACKAGES = ["node:crypto", "node:zlib", "ajv/dist/2020.js", "ajv-formats"];

/** Where a file stands. */
type Layer =
  | "function"
  | "infra"
  | "local"
  | "test"
  | "platform"
  | "platform port"
  | "server"
  | "index"
  | "resolvers"
  | "store"
  | "use case"
  | "noun";

/** What an import is to the file that imports it. */
type Imported =
  | Layer
  | `another service's ${Layer}`
  | "composition"
  | "constants"
  | "pure package"
  | "graphql"
  | "database package"
  | "package";

const PURE = ["platform", "pure package"] as const;
const PORTS = [...PURE, "platform port"] as const;

/** What each layer may import: the design's "who may call whom". What is not listed is refused. */
const MAY_IMPORT: Readonly<Record<Exclude<Layer, "local" | "test">, readonly Imported[]>> = {
  function: [...PORTS, "composition", "another service's index", "database package", "package"],
  infra: ["infra", "constants", "package", "pure package"],
  platform: [...PORTS, "database package", "package"],
  "platform port": [...PORTS, "database package", "package"],
  server: [
    ...PORTS,
    "server",
    "another service's index",
    "another service's resolvers",
    "graphql",
    "package",
  ],
  resolvers: [
    ...PORTS,
    ...(["use case", "noun", "store", "index", "another service's index", "server", "graphql"] as const),
  ],
  index: [...PORTS, "use case", "noun", "store"],
  "use case": [...PORTS, "use case", "noun", "store", "another service's index", "package"],
  store: [...PORTS, "noun", "database package"],
  noun: [...PURE, "noun"],
};

/** Every breach of the layering and of the bound on a file's length, as a line that names file and import. */
export function breaches(files: readonly SourceFile[]): readonly string[] {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  return files.flatMap((file) => [...tooLong(file), ...forbiddenImports(file, texts), ...impurities(file)]);
}

function tooLong({ path, text }: SourceFile): readonly string[] {
  const lines = text.trimEnd().split("\n").length;
  if (lines <= FILE_LINES_MAX || GENERATED.some((pattern) => pattern.test(path))) return [];
  return [`${path} has ${lines} lines, more than ${FILE_LINES_MAX}`];
}

function forbiddenImports({ path, text }: SourceFile, texts: ReadonlyMap<string, string>): readonly string[] {
  const layer = layerOf(path, text);
  return importsOf(text).flatMap((specifier) => {
    const imported = importedAs(path, specifier, texts);
    return mayImport(layer, imported) ? [] : [`${path} (${layer}) imports ${specifier} (${imported})`];
  });
}

/** Time, chance and the environment reach a noun as arguments. */
const IMPURE =
  /\b(?:Date\.now|new Date\(\)|performance\.now|Math\.random|random(?:UUID|Bytes|Int)|process\.|Temporal\.Now)/g;

function impurities({ path, text }: SourceFile): readonly string[] {
  if (layerOf(path, text) !== "noun") return [];
  return [...withoutComments(text).matchAll(IMPURE)].map(([found]) => `${path} (noun) uses ${found}`);
}

function mayImport(layer: Layer, imported: Imported): boolean {
  if (layer === "test") return true;
  return layer === "local" ? imported !== "test" : MAY_IMPORT[layer].includes(imported);
}

/** Specifiers of imports, types' too, of re-exports, and of imports at run time. */
function importsOf(text: string): readonly string[] {
  const code = withoutComments(text);
  const statements = code.matchAll(/^\s*(?:import|export)\b[^"'`;]*?\bfrom\s*["']([^"']+)["']/gm);
  const effects = code.matchAll(/^\s*import\s*["']([^"']+)["']/gm);
  const atRunTime = code.matchAll(/\b(?:import|require)\(\s*["']([^"']+)["']/g);
  return [...statements, ...effects, ...atRunTime].map(([, specifier = ""]) => specifier);
}

function importedAs(from: string, specifier: string, texts: ReadonlyMap<string, string>): Imported {
  if (!specifier.startsWith(".")) return packageKind(specifier);
  const path = posix.join(posix.dirname(from), specifier);
  if (path === COMPOSITION && from.startsWith("functions/")) return "composition";
  if (CONSTANTS.includes(path) && from.startsWith("infra/")) return "constants";
  const layer = layerOf(path, texts.get(path) ?? "");
  return OF_A_SERVICE.includes(layer) && serviceOf(path) !== serviceOf(from)
    ? `another service's ${layer}`
    : layer;
}

const OF_A_SERVICE: readonly Layer[] = ["index", "resolvers", "store", "use case", "noun"];

/** "services/partners", or the first two steps of any other path. */
const serviceOf = (path: string): string => path.split("/", 2).join("/");

function packageKind(specifier: string): Imported {
  if (PURE_PACKAGES.includes(specifier)) return "pure package";
  if (/^(@aws-sdk|@smithy|dynamodb-toolbox)(\/|$)/.test(specifier)) return "database package";
  return /^(graphql|@graphql-tools|@apollo|@as-integrations)(\/|$)/.test(specifier) ? "graphql" : "package";
}

/**
 * In a service, the names of resolvers.ts, store.ts and index.ts say what they are, and so do the ends of
 * `…-resolvers.ts` and `…-store.ts`, where there are several. Of the other files, one that waits or knows the database is a use case; one that does neither is a noun. So a noun that
 * begins to wait becomes a use case, and shows as a breach in the nouns and the store that import it.
 */
function layerOf(path: string, text: string): Layer {
  const [root = "", service = ""] = path.split("/");
  const name = posix.basename(path);
  if (root === "functions") return "function";
  if (root === "infra" || root === "local") return root;
  if (root !== "services") return "test";
  if (service === "platform") return waitsOrKnowsDatabase(text) ? "platform port" : "platform";
  if (service === "graphql") return "server";
  if (name === "resolvers.ts") return "resolvers";
  if (name === "store.ts" || name.endsWith("-store.ts")) return "store";
  if (name.endsWith("-resolvers.ts")) return "resolvers";
  if (name === "index.ts") return "index";
  return waitsOrKnowsDatabase(text) ? "use case" : "noun";
}

function waitsOrKnowsDatabase(text: string): boolean {
  const ports = /\/(commit|database|entity|record-reader|wire)\.ts$/;
  const waits = /\b(await|async|Promise)\b/.test(withoutComments(text));
  return waits || importsOf(text).some((specifier) => ports.test(specifier));
}

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");
