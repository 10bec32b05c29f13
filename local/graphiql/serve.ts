/** GraphiQL at `/graphiql` of the local server: everything from this machine, nothing from a CDN. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OfficerId } from "../../services/kernel/ids.ts";
import type { PageResponse } from "../page-response.ts";
import { ASSETS, bundle, bundleKey } from "./bundle.ts";

/**
 * The credentials of the page's callers. They are of the demo city only, for anybody who opens the page can read them.
 */
export type DemoCredentials = {
  /** Where GraphQL is served; the page uses the path. */
  readonly endpoint: string;
  readonly citizen: { readonly ref: string; readonly token: string };
  /** One with every role. */
  readonly officer: { readonly ref: OfficerId; readonly token: string };
  /** One for each role, as an office has them. */
  readonly officers: Readonly<Record<string, { readonly ref: string; readonly token: string }>>;
  readonly partner: {
    readonly id: string;
    /** The keys, with their secrets. */
    readonly test: string;
    readonly live: string;
    /** This partner's own reference for the demo citizen. */
    readonly citizenRef: string;
  };
  /** The plan of random inspections that is drawn while the city fills. */
  readonly inspectionPlan: string;
};

export type GraphiqlPage = {
  /** Answers a GET for a path, with or without a query string; undefined for a path that is not this page's. */
  handle(path: string): Promise<PageResponse | undefined>;
  /** Bundles ahead of the first request. Rejects where that fails; the next request tries again. */
  prepare(): Promise<void>;
};

export const GRAPHIQL_PATH = "/graphiql";
/** The same for a key of one's own: it keeps nothing over a reload, so that no store of the browser ever has the key. */
export const GRAPHIQL_THAT_FORGETS = `${GRAPHIQL_PATH}#forgets`;

/** Monaco sets styles on elements and brings its icon font along in the stylesheet. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join("; ");

const HEADERS = {
  "content-security-policy": CONTENT_SECURITY_POLICY,
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-dns-prefetch-control": "off",
};

/**
 * @param demo The credentials that the examples sign in with; without it they are sent anonymously.
 * @param cacheFolder Keeps bundles from one start to the next, for example `.local/graphiql`.
 */
export function graphiqlPage(demo: DemoCredentials | undefined, cacheFolder: string): GraphiqlPage {
  const key = bundleKey();
  let bundling: Promise<string> | undefined;

  function folder(): Promise<string> {
    bundling ??= bundle(cacheFolder, key).catch((error: unknown) => {
      bundling = undefined;
      throw error;
    });
    return bundling;
  }

  async function asset(name: string): Promise<PageResponse | undefined> {
    const contentType = Object.hasOwn(ASSETS, name) ? ASSETS[name] : undefined;
    if (!contentType) return undefined;
    const body = await readFile(join(await folder(), name));
    const headers = { ...HEADERS, "cache-control": "public, max-age=31536000, immutable" };
    return { status: 200, contentType, body, headers };
  }

  return {
    async handle(path) {
      const [pathname = ""] = path.split("?", 1);
      if (pathname === GRAPHIQL_PATH) {
        const headers = { ...HEADERS, "cache-control": "no-store" };
        return { status: 200, contentType: "text/html; charset=utf-8", body: html(demo, key), headers };
      }
      const assets = `${GRAPHIQL_PATH}/${key}/`;
      return pathname.startsWith(assets) ? asset(pathname.slice(assets.length)) : undefined;
    },
    async prepare() {
      await folder();
    },
  };
}

/** The only way out of a script element is `</script`, or `<!--` followed by `<script`; none without a `<`. */
function jsonForScript(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** The key is in the addresses, so that browsers keep a bundle for good and notice a new one at once. */
function html(demo: DemoCredentials | undefined, key: string): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>GraphiQL – civigraph</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/graphiql/${key}/page.css">
<style>html, body, #graphiql { height: 100%; margin: 0; overflow: hidden; }</style>
</head>
<body>
<div id="graphiql">Loading GraphiQL …</div>
<noscript>GraphiQL needs JavaScript; the API is at /graphql.</noscript>
<script id="demo" type="application/json">${jsonForScript(demo ?? null)}</script>
<script type="module" src="/graphiql/${key}/page.js"></script>
</body>
</html>
`;
}
