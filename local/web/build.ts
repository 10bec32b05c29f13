import { join, resolve } from "node:path";
import { build } from "vite";
import { inlineOperations } from "./inline-operations.ts";
import { PROJECT } from "./sources.ts";

/**
 * Builds the pages of the front-ends into a folder: `node local/web/build.ts <folder>`. A process of its own, for it keeps a
 * processor busy for seconds, and the platform answers meanwhile.
 */
const [, , folder] = process.argv;
if (!folder) throw new Error("usage: node local/web/build.ts <folder>");
const root = join(PROJECT, "web");
/** They keep their places, where `pageFileAt` of infra/page-serving.ts finds them. */
const PAGES = Object.fromEntries(
  ["portal", "desk", "console", "screen"].map((name) => [name, join(root, name, "index.html")]),
);

await build({
  configFile: false,
  root,
  publicDir: false,
  logLevel: "error",
  // Each file of its own kind, under a name with its content's hash: a browser keeps it for good.
  build: {
    outDir: resolve(folder),
    emptyOutDir: true,
    target: "es2022",
    // A font or picture inside a style sheet would have to be allowed as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    rolldownOptions: { input: PAGES },
  },
  plugins: [await inlineOperations()],
});
