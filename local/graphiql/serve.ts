/** GraphiQL at `/graphiql` of the local server: everything from this machine, nothing from a CDN. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EACH_TIME, FOR_GOOD, GRAPHIQL_PATH, graphiqlHeaders } from "../../infra/page-serving.ts";
import type { PageResponse } from "../page-response.ts";
import { ASSETS, bundle, bundleKey } from "./bundle.ts";
import type { DemoCredentials } from "./demo-credentials.ts";
import { html } from "./html.ts";

export type GraphiqlPage = {
  /** Answers a GET for a path, with or without a query string; undefined for a path that is not this page's. */
  handle(path: string): Promise<PageResponse | undefined>;
  /** Bundles ahead of the first request. Rejects where that fails; the next request tries again. */
  prepare(): Promise<void>;
};

const HEADERS = { ...graphiqlHeaders(), "x-dns-prefetch-control": "off" };

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
    const headers = { ...HEADERS, "cache-control": FOR_GOOD };
    return { status: 200, contentType, body, headers };
  }

  return {
    async handle(path) {
      const [pathname = ""] = path.split("?", 1);
      if (pathname === GRAPHIQL_PATH) {
        const headers = { ...HEADERS, "cache-control": EACH_TIME };
        return {
          status: 200,
          contentType: "text/html; charset=utf-8",
          body: html(demo, `${GRAPHIQL_PATH}/${key}`),
          headers,
        };
      }
      const assets = `${GRAPHIQL_PATH}/${key}/`;
      return pathname.startsWith(assets) ? asset(pathname.slice(assets.length)) : undefined;
    },
    async prepare() {
      await folder();
    },
  };
}
