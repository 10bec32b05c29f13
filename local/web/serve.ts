/** The front-ends' pages, as `web/` makes them, at the local server's own origin. */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm } from "node:fs/promises";
import { extname, join } from "node:path";
import {
  ASSETS,
  CONFIG_FILE,
  EACH_TIME,
  FOR_GOOD,
  pageFileAt,
  pageHeaders,
  SERVICE_WORKER,
} from "../../infra/page-serving.ts";
import type { PageConfig } from "../../web/shared/page-config.ts";
import type { PageResponse } from "../page-response.ts";
import { PROJECT } from "../project.ts";
import { pagesKey } from "./sources.ts";

export type WebPages = {
  /** Answers a GET for a path, with or without a query string; waits for pages that are being built. */
  handle(path: string): Promise<PageResponse | undefined>;
  areBuilt(): boolean;
  /** Builds ahead of the first request. Rejects where that fails; the next request tries again. */
  prepare(): Promise<Built>;
  /** Ends a build that is under way. */
  stop(): Promise<void>;
};

type Built = "built" | "found" | "stopped";

const HEADERS = pageHeaders({ called: [], sentTo: [] });
const ONCE = { ...HEADERS, "cache-control": EACH_TIME };
const KEPT = { ...HEADERS, "cache-control": FOR_GOOD };

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
};

/** @param cacheFolder Keeps built pages from one start to the next, for example `.local/web`. */
export function webPages(config: PageConfig, cacheFolder: string): WebPages {
  const key = pagesKey();
  const target = join(cacheFolder, key);
  const end = new AbortController();
  let building: Promise<Built> | undefined;

  function built(): Promise<Built> {
    building ??= build(target, end.signal).catch((error: unknown) => {
      building = undefined;
      throw error;
    });
    return building;
  }

  async function asset(name: string): Promise<PageResponse | undefined> {
    await built();
    const contentType = MEDIA_TYPES[extname(name)];
    const isThere = (await readdir(join(target, ASSETS))).includes(name);
    if (!contentType || !isThere) return undefined;
    return { status: 200, contentType, body: await readFile(join(target, ASSETS, name)), headers: KEPT };
  }

  async function asked(file: string, contentType = "text/html; charset=utf-8"): Promise<PageResponse> {
    await built();
    const body = await readFile(join(target, file));
    return { status: 200, contentType, body, headers: ONCE };
  }

  return {
    async handle(path) {
      const [pathname = ""] = path.split("?", 1);
      if (pathname === CONFIG_FILE) {
        const body = JSON.stringify(config);
        return { status: 200, contentType: "application/json; charset=utf-8", body, headers: ONCE };
      }
      if (pathname === SERVICE_WORKER) return asked(pathname, MEDIA_TYPES[".js"]);
      if (pathname.startsWith(ASSETS)) return asset(pathname.slice(ASSETS.length));
      // The portal's own router tells its addresses apart, and says so of one that it does not have.
      const file = pageFileAt(pathname);
      return file === undefined ? undefined : asked(file);
    },
    areBuilt: () => existsSync(target),
    prepare: built,
    async stop() {
      end.abort();
      await building?.catch(() => undefined);
    },
  };
}

/** The pages appear at once and whole: another server, or an interrupted one, may be at the same work. */
async function build(target: string, signal: AbortSignal): Promise<Built> {
  if (existsSync(target)) return "found";
  const draft = join(target, `../draft-${randomUUID()}`);
  await mkdir(draft, { recursive: true });
  try {
    if ((await runBuild(draft, signal)) === "stopped") return "stopped";
    await rename(draft, target).catch((error: unknown) => {
      if (!existsSync(target)) throw error;
    });
    return "built";
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function runBuild(folder: string, signal: AbortSignal): Promise<Built> {
  if (signal.aborted) return "stopped";
  const script = join(PROJECT, "local/web/build.ts");
  // Else a developer's, or a test's, own setting would make React the one that warns and is twice as large.
  const env = { ...process.env, NODE_ENV: "production" };
  const child = spawn(process.execPath, [script, folder], { env, stdio: ["ignore", "ignore", "pipe"] });
  signal.addEventListener("abort", () => child.kill("SIGKILL"));
  let complaint = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    complaint += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject).once("close", (code) => {
      if (signal.aborted) resolve("stopped");
      else if (code === 0) resolve("built");
      else reject(new Error(complaint.trim() || "the build was ended"));
    });
  });
}
