/** The page and its workers, bundled once for each version of their sources. */
import { createHash, randomUUID } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { PROJECT } from "../project.ts";

const HERE = join(PROJECT, "local/graphiql");
const LOCK = join(PROJECT, "package-lock.json");

/** The files that a browser may ask for: file to media type. */
export const ASSETS: Readonly<Record<string, string>> = {
  "page.js": "text/javascript; charset=utf-8",
  "page.css": "text/css; charset=utf-8",
  "editor.worker.js": "text/javascript; charset=utf-8",
  "json.worker.js": "text/javascript; charset=utf-8",
  "graphql.worker.js": "text/javascript; charset=utf-8",
};

/** The editor (Monaco) runs each language in a worker, and a worker is a file of its own. */
const ENTRY_POINTS = {
  page: join(HERE, "page.tsx"),
  "editor.worker": "monaco-editor/esm/vs/editor/editor.worker.js",
  "json.worker": "monaco-editor/esm/vs/language/json/json.worker.js",
  "graphql.worker": "monaco-graphql/esm/graphql.worker.js",
};

/** The lock file stands for React and Monaco, whose versions GraphiQL's own does not fix. */
export const bundleSources = (): readonly string[] =>
  [...globSync("*.{ts,tsx}", { cwd: HERE }).map((file) => join(HERE, file)), LOCK].sort();

/** For example "5.4.0-9f86d081884c". */
export function bundleKey(): string {
  const graphiql = readFileSync(join(PROJECT, "node_modules/graphiql/package.json"), "utf8");
  const { version } = JSON.parse(graphiql) as { version: string };
  const hash = createHash("sha256");
  for (const source of bundleSources()) hash.update(readFileSync(source)).update("\0");
  return `${version}-${hash.digest("hex").slice(0, 12)}`;
}

/**
 * Writes the bundle below `cacheFolder` unless it is there, and gives its folder. It appears at once and whole:
 * another server, or an interrupted one, may be at the same work.
 */
export async function bundle(cacheFolder: string, key: string): Promise<string> {
  const target = join(cacheFolder, key);
  if (existsSync(target)) return target;
  const draft = join(cacheFolder, `draft-${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  try {
    await writeBundle(draft);
    await rename(draft, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

async function writeBundle(folder: string): Promise<void> {
  // Loaded only when there is something to build: `npm start` is to be fast.
  const { build } = await import("esbuild");
  await build({
    entryPoints: ENTRY_POINTS,
    absWorkingDir: PROJECT,
    // Relative to this process, not to the project: the cache may lie elsewhere.
    outdir: resolve(folder),
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    jsx: "automatic",
    legalComments: "none",
    define: { "process.env.NODE_ENV": '"production"' },
    loader: { ".ttf": "dataurl" },
    logLevel: "error",
  });
}
