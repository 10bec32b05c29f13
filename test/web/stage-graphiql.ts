import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  API_PATH,
  GRAPHIQL_PATH,
  GRAPHIQL_THAT_FORGETS,
  graphiqlHeaders,
  pageFileAt,
  pageHeaders,
} from "../../infra/page-serving.ts";
import type { Site } from "./site.ts";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Answers as a stage's CloudFront does: files with the headers of their behaviour, and the API beside them. */
async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, endpoint }: { readonly folder: string; readonly endpoint: string },
): Promise<void> {
  const { pathname } = new URL(request.url ?? "/", "http://localhost");
  if (pathname === API_PATH) {
    const key = request.headers["x-api-key"];
    const sent = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        ...(typeof key === "string" ? { "x-api-key": key } : {}),
      },
      body: await text(request),
    });
    response.writeHead(sent.status, { "content-type": "application/json" }).end(await sent.text());
    return;
  }
  const file = pageFileAt(pathname) ?? pathname;
  const ofPages = pageHeaders({ called: [], sentTo: [] });
  const headers = pathname === GRAPHIQL_PATH ? graphiqlHeaders() : ofPages;
  response.writeHead(200, { ...headers, "content-type": TYPES[extname(file)] ?? "text/plain" });
  response.end(readFileSync(join(folder, file)));
}

/** GraphiQL as a stage is given it, which has no demo city. */
export function stageGraphiql(site: () => Site): void {
  let server: Server;
  let folder: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "civigraph-stage-"));
    execFileSync(process.execPath, ["local/graphiql/build.ts", folder], { stdio: "inherit" });
    server = createServer((request, response) => {
      answer(request, response, { folder, endpoint: site().endpoint }).catch((error: unknown) => {
        response.writeHead(500).end(String(error));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it("shows the schema to a pasted key, calls with it, keeps nothing and reaches nothing else", async () => {
    const { browser, demo } = site();
    const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
    const context = await browser.newContext();
    const page = await context.newPage();
    const [elsewhere, complaints]: [string[], string[]] = [[], []];
    page.on("request", (request) => {
      if (!/^(data|blob):/.test(request.url()) && new URL(request.url()).origin !== origin)
        elsewhere.push(request.url());
    });
    page.on("console", (message) => {
      if (/Content.Security.Policy|TrustedScript|Uncaught/i.test(message.text()))
        complaints.push(message.text());
    });
    page.on("pageerror", ({ message }) => complaints.push(message));
    await page.goto(`${origin}${GRAPHIQL_THAT_FORGETS}`);
    const header = page.getByText("x-api-key");
    await header.click();
    // Between the quotes of its empty value.
    await page.keyboard.press("End");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.insertText(demo.partner.test);
    await page.getByRole("button", { name: /Documentation Explorer/ }).click();
    await page.getByText("viewer").first().waitFor();
    await page.getByText(/A GraphQL schema provides a root type/).waitFor();
    await page.getByRole("button", { name: /Execute query/ }).click();
    await page.getByText('"PARTNER"').waitFor();
    const stores = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href]);
    expect(await page.evaluate(stores)).not.toContain(demo.partner.test);
    expect(elsewhere).toEqual([]);
    expect(complaints).toEqual([]);
    await page.reload();
    await header.waitFor();
    expect(await page.getByText(demo.partner.test).count()).toBe(0);
    await context.close();
  });
}
