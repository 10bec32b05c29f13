import { join } from "node:path";
import { OutputFormat, SourceMapMode } from "aws-cdk-lib/aws-lambda-nodejs";

const PROJECT = join(import.meta.dirname, "../..");

/** CommonJS packages inside the bundle may still ask for Node's own modules in their old way. */
const REQUIRE = `import { createRequire as createBundleRequire } from "node:module"; const require = createBundleRequire(import.meta.url);`;

/**
 * The server and its cache come as ES modules and as CommonJS, and CommonJS packages ask for them as well: without this
 * both are in the bundle, 420 kB more of it, and two classes of one name. The others are for what a function does never, or seldom.
 */
const INSTEAD = {
  "--alias:@apollo/server": join(PROJECT, "node_modules/@apollo/server/dist/esm"),
  "--alias:lru-cache": join(PROJECT, "node_modules/lru-cache/dist/esm/node/index.min.js"),
  "--alias:@graphql-tools/schema": join(import.meta.dirname, "no-schema-builder.mjs"),
  "--alias:ajv/dist/2020.js": join(import.meta.dirname, "lazy-validator.cjs"),
  "--alias:sha.js": join(import.meta.dirname, "node-hash.cjs"),
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

/**
 * One minified file with all that it needs, built by the esbuild of this repository: no Docker, no installation. Beside it
 * its map, without the sources: Node does not know of it, and services/kernel/fault.ts reads it at the first fault.
 */
export const bundle = (entry: string) => ({
  entry: join(PROJECT, entry),
  projectRoot: PROJECT,
  depsLockFilePath: join(PROJECT, "package-lock.json"),
  awsSdkConnectionReuse: false,
  bundling: {
    format: OutputFormat.ESM,
    target: "node24",
    mainFields: ["module", "main"],
    minify: true,
    sourceMap: true,
    sourceMapMode: SourceMapMode.EXTERNAL,
    sourcesContent: false,
    bundleAwsSDK: true,
    externalModules: NEVER_LOADED,
    banner: REQUIRE,
    // Chinese as it stands: escaped, each character takes twice the bytes.
    esbuildArgs: { "--charset": "utf8", "--legal-comments": "none", "--log-level": "warning", ...INSTEAD },
    environment: { NPM_CONFIG_UPDATE_NOTIFIER: "false" },
  },
});
