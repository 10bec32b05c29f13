import { copyFileSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type BuildOptions, build, type Plugin } from "esbuild";
import { fontAt } from "./font-place.ts";
import { packTexts, textsIn } from "./pack-texts.ts";

/**
 * `node build-bundle.ts <entry> <folder>`: bundles the entry point of a function with all that it needs, as one minified
 * file with its map. A process of its own, because synthesis waits for nothing.
 */
const [entry = "", folder = ""] = process.argv.slice(2);
const PROJECT = join(import.meta.dirname, "../..");

/** CommonJS packages inside the bundle may still ask for Node's own modules in their old way. */
const REQUIRE = `import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);`;

/**
 * The server and its cache come as ES modules and as CommonJS, and CommonJS packages ask for them as well: without this
 * both are in the bundle, 420 kB more of it, and two classes of one name. The others are for what a function does never, or seldom.
 */
const INSTEAD = {
  "@apollo/server": join(PROJECT, "node_modules/@apollo/server/dist/esm"),
  "lru-cache": join(PROJECT, "node_modules/lru-cache/dist/esm/node/index.min.js"),
  "@graphql-tools/schema": join(import.meta.dirname, "no-schema-builder.mjs"),
  "ajv/dist/2020.js": join(import.meta.dirname, "lazy-validator.cjs"),
  "json-logic-engine": join(import.meta.dirname, "lazy-rules.cjs"),
  "chinese-days": join(import.meta.dirname, "lazy-calendar.cjs"),
  "ipaddr.js": join(import.meta.dirname, "lazy-ip-addresses.cjs"),
  "sha.js": join(import.meta.dirname, "node-hash.cjs"),
};

/**
 * Parts of Apollo Server that it loads where it is told to, which the API's never is: reports to Apollo's own service, a
 * page for browsers, cache hints. 120 kB with all that they stand on.
 */
const NEVER_LOADED = [
  "cacheControl",
  "inlineTrace",
  "landingPage/default",
  "schemaReporting",
  "usageReporting",
].map((plugin) => `./plugin/${plugin}/index.js`);

const COMMON = {
  absWorkingDir: PROJECT,
  bundle: true,
  minify: true,
  platform: "node",
  target: "node24",
  // Chinese as it stands: escaped, each character takes twice the bytes.
  charset: "utf8",
  legalComments: "none",
  logLevel: "warning",
  // graphql compares classes by their names elsewhere, so that two of one name are told apart.
  define: { "globalThis.process.env.NODE_ENV": '"production"' },
} as const satisfies BuildOptions;

const OPTIONS = {
  ...COMMON,
  entryPoints: [entry],
  outfile: join(folder, "index.mjs"),
  format: "esm",
  mainFields: ["module", "main"],
  sourcemap: "external",
  sourcesContent: false,
  external: NEVER_LOADED,
  alias: INSTEAD,
  banner: { js: REQUIRE },
  metafile: true,
} satisfies BuildOptions;

/** These stand beside a bundle, not in it: no start compiles what most requests do not need. */
const BESIDE = [
  { module: "node_modules/ajv/dist/2020.js", file: "./validator.cjs" },
  { module: "node_modules/json-logic-engine/dist/cjs/index.js", file: "./rules.cjs" },
  { module: "node_modules/chinese-days/dist/index.min.js", file: "./calendar.cjs" },
  { module: "node_modules/ipaddr.js/lib/ipaddr.js", file: "./ip-addresses.cjs" },
  { module: "services/field/region-names.ts", file: "./region-names.cjs" },
] as const;
/** The pages of licences, with the packages and the font that nothing else needs. */
const PAGES = {
  entry: "services/government/licences/rendering/index.ts",
  file: "./licence-pages.mjs",
  fontSource: "node_modules/node-source-han-sans-sc/SourceHanSansSC-Regular.otf",
  font: "./licence-font.otf",
};
/**
 * Loaded by `await import()`: the descriptions of the schema, which introspection alone shows, what signs credentials, what verifies
 * those of other regions, the protocols of wallets, what takes registers' licences, and pages.
 */
const LOADED = [
  { entry: "services/api/generated/descriptions.ts", file: "./descriptions.mjs" },
  { entry: "services/government/licences/credentials/write-credential.ts", file: "./licence-credential.mjs" },
  { entry: "services/government/licences/recognition/verify-shown.ts", file: "./foreign-licence.mjs" },
  { entry: "services/government/licences/openid/wallet-protocol.ts", file: "./wallet-protocol.mjs" },
  {
    entry: "services/government/licences/registers/take-licence-changes.ts",
    file: "./licence-registers.mjs",
  },
  PAGES,
] as const;
const besideBundle: Plugin = {
  name: "files beside the bundle",
  setup: ({ onResolve }) => {
    for (const { entry: loaded, file } of LOADED) {
      // From its own folder, or from another.
      const [folder, name = ""] = loaded.split("/").slice(-2);
      const filter = new RegExp(`(?:/${folder}|^\\.)/${name.replaceAll(".", "\\.")}$`);
      onResolve({ filter }, ({ kind }) =>
        kind === "dynamic-import" ? { path: file, external: true } : undefined,
      );
    }
    onResolve({ filter: /\/region-names\.ts$/ }, ({ kind }) =>
      kind === "import-statement" ? { path: join(import.meta.dirname, "lazy-region-names.cjs") } : undefined,
    );
    for (const { module, file } of BESIDE) {
      const filter = new RegExp(`/${module.replaceAll(".", "\\.")}$`);
      onResolve({ filter }, ({ kind }) =>
        kind === "require-call" ? { path: file, external: true } : undefined,
      );
    }
  },
};

/** An endpoint's answer that its service loads by `await import()` is in the bundle of endpoints, and no other function loads it. */
const answersOfEndpoints: Plugin = {
  name: "answers of endpoints",
  setup: ({ onResolve }) => {
    if (entry === "functions/endpoint.ts") return;
    onResolve({ filter: /-endpoint\.ts$/ }, ({ kind, path }) =>
      kind === "dynamic-import" ? { path, external: true } : undefined,
    );
  },
};

/** People and rules decide in the API alone: no other function asks another region how a licence stands, or could. */
const looksElsewhere: Plugin = {
  name: "looks elsewhere",
  setup: ({ onResolve }) => {
    if (entry === "functions/graphql.ts") return;
    onResolve({ filter: /\/look-elsewhere\.ts$/ }, () => ({
      path: join(import.meta.dirname, "no-look-elsewhere.mjs"),
    }));
  },
};

const noIncrementalDelivery: Plugin = {
  name: "no incremental delivery",
  setup: ({ onResolve }) => {
    onResolve({ filter: /^graphql$/ }, ({ kind }) =>
      kind === "dynamic-import"
        ? { path: join(import.meta.dirname, "no-incremental-delivery.mjs") }
        : undefined,
    );
  },
};
const fontBeside = fontAt(`new URL("${PAGES.font}", import.meta.url)`);
const plugins = [besideBundle, answersOfEndpoints, looksElsewhere, noIncrementalDelivery];

const { metafile } = await build({ ...OPTIONS, plugins, write: false });
const bundled = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint);
if (!bundled) throw new Error(`${entry} makes no bundle`);
const sources = Object.keys(bundled.inputs).filter((file) => /^services\/.*\.ts$/.test(file));
const texts = sources.flatMap((file) => textsIn(readFileSync(join(PROJECT, file), "utf8")));
await build({ ...OPTIONS, plugins: [...plugins, packTexts(texts)] });
for (const { module, file } of BESIDE.filter((one) => bundled.imports.some(({ path }) => path === one.file)))
  await build({ ...COMMON, entryPoints: [module], outfile: join(folder, file), format: "cjs" });
for (const { entry: loaded, file } of LOADED.filter((one) =>
  bundled.imports.some(({ path }) => path === one.file),
)) {
  await build({
    ...{ ...OPTIONS, sourcemap: false, entryPoints: [loaded], outfile: join(folder, file) },
    plugins: [fontBeside],
  });
  if (file === PAGES.file) copyFileSync(join(PROJECT, PAGES.fontSource), join(folder, PAGES.font));
}
