import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ASSETS, GRAPHIQL_FILE } from "../../infra/page-serving.ts";
import { bundle, bundleKey } from "./bundle.ts";
import { html } from "./html.ts";

/**
 * Builds GraphiQL for a stage into a folder: `node local/graphiql/build.ts <folder>`. The page has no credentials and keeps
 * nothing; what it loads lies with what the other pages load.
 */
const [, , folder] = process.argv;
if (!folder) throw new Error("usage: node local/graphiql/build.ts <folder>");
const key = bundleKey();
const assets = `${ASSETS}graphiql-${key}`;
const draft = await mkdtemp(join(tmpdir(), "civigraph-graphiql-"));
try {
  await cp(await bundle(draft, key), join(folder, assets), { recursive: true });
} finally {
  await rm(draft, { recursive: true, force: true });
}
await mkdir(join(folder, GRAPHIQL_FILE, ".."), { recursive: true });
await writeFile(join(folder, GRAPHIQL_FILE), html(undefined, assets));
