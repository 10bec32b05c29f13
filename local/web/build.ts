import { join, resolve } from "node:path";
import { build } from "vite";
import { SERVICE_WORKER } from "../../infra/page-serving.ts";
import { PROJECT } from "../project.ts";
import { inlineOperations } from "./inline-operations.ts";
import { shellOf } from "./shell-files.ts";

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

/** Here without a network: the page, and the parts of it that draw ride codes and show licences. */
const WITHOUT_NETWORK = [
  ...["portal/index.html", "portal/cards/ride/ride-page.tsx", "portal/wallet/offline-page.tsx"],
  "../services/government/licences/credentials/present.ts",
];

const common = {
  configFile: false,
  root,
  publicDir: false,
  logLevel: "error",
} as const;

const target = "es2022";

/**
 * The files that a browser is told of before it finds them: with a page all of its own, with a part that comes later its styles
 * alone. The first page else carried the names of all files that any other one needs, 2.9 kB packed.
 */
const neededFiles = (_: string, files: string[], { hostType }: { hostType: "html" | "js" }): string[] =>
  hostType === "html" ? files : files.filter((file) => file.endsWith(".css"));

const built = await build({
  ...common,
  // Each file of its own kind, under a name with its content's hash: a browser keeps it for good.
  build: {
    outDir: resolve(folder),
    emptyOutDir: true,
    target,
    // A font or picture inside a style sheet would have to be allowed as data.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false, resolveDependencies: neededFiles },
    reportCompressedSize: false,
    rolldownOptions: { input: PAGES },
  },
  plugins: [await inlineOperations()],
});
if (!("output" in built)) throw new Error("the pages are built at once, and not watched");

// Its name stays, for a browser asks for it anew by that.
await build({
  ...common,
  define: { SHELL: JSON.stringify(shellOf(built.output, root, WITHOUT_NETWORK)) },
  build: {
    outDir: resolve(folder),
    emptyOutDir: false,
    target,
    reportCompressedSize: false,
    rolldownOptions: {
      input: join(root, "worker/service-worker.ts"),
      output: { format: "iife", entryFileNames: SERVICE_WORKER.slice(1) },
    },
  },
});
