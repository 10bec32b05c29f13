import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, describe, expect, inject, it } from "vitest";
import { PROJECT } from "../../local/project.ts";
import { signInPlacesAt } from "../../local/sign-in/clients.ts";
import { webPages } from "../../local/web/serve.ts";
import { pageSources } from "../../local/web/sources.ts";
import { portalPages } from "./local-platform.ts";

/** Shared with the starts of other files, so that the pages are built once a run. */
const pages = portalPages(join(inject("sharedFolder"), "web"));

const headersOf = async (path: string) => (await pages.handle(path))?.headers ?? {};

/** The policy as a browser reads it: each directive with its sources. */
async function policy(): Promise<ReadonlyMap<string, string>> {
  const text = (await headersOf("/"))["content-security-policy"] ?? "";
  return new Map(
    text.split("; ").map((each) => [each.split(" ", 1)[0] ?? "", each.slice(each.indexOf(" ") + 1)]),
  );
}

async function assets(): Promise<readonly string[]> {
  const html = String((await pages.handle("/"))?.body);
  return [...html.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, address = ""]) => address);
}

describe("the pages", () => {
  it("are built anew once any file that they are made of has changed", async () => {
    const { metafile } = await build({
      entryPoints: ["web/*/main.tsx", "web/worker/service-worker.ts", "local/web/build.ts"],
      ...{ absWorkingDir: PROJECT, outdir: "none", bundle: true, write: false, metafile: true },
      ...{ packages: "external", platform: "node", format: "esm", splitting: true, logLevel: "error" },
    });
    const made = Object.keys(metafile.inputs);
    expect(made).toContain("web/worker/service-worker.ts");
    expect(pageSources()).toEqual(expect.arrayContaining(made));
  });
});

describe("the portal's page", () => {
  it.each(["/", "/bills", "/bills/pay?bills=bill_1", "/cases/app_1", "/nowhere"])(
    "is answered at %s",
    async (path) => {
      const answer = await pages.handle(path);
      expect(answer).toMatchObject({ status: 200, contentType: "text/html; charset=utf-8" });
      expect(String(answer?.body)).toContain('<div id="portal">');
    },
  );

  it.each([
    ["screen", "/screen"],
    ["screen", "/screen/BJ-CY-01"],
    ["desk", "/desk"],
    ["desk", "/desk/cases/app_1"],
    ["console", "/console/signed-in?code=x"],
  ])("gives way to the %s at %s", async (name, path) => {
    const { body, headers } = (await pages.handle(path)) ?? {};
    expect(String(body)).toContain(`<div id="${name}">`);
    expect(headers).toEqual(await headersOf("/"));
  });

  it("allows nothing but its own origin, no text as code, and no other page around it", async () => {
    const directives = await policy();
    expect(directives.get("img-src")).toBe("'self' blob:");
    const others = [...directives].filter(([kind]) => kind !== "img-src").map(([, from]) => from);
    expect(others.join(" ")).not.toMatch(/unsafe|https?:|\*|data:|blob:/);
    expect(directives.get("default-src")).toBe("'none'");
    for (const kind of ["script-src", "style-src", "connect-src"])
      expect(directives.get(kind)).toBe("'self'");
    expect(directives.get("frame-ancestors")).toBe("'none'");
    expect(directives.get("require-trusted-types-for")).toBe("'script'");
    expect(directives.get("trusted-types")).toBe("service-worker");
    expect(directives.get("worker-src")).toBe("'self'");
  });

  it("is asked for each time, and what it loads is kept for good", async () => {
    expect(await headersOf("/")).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    });
    const loaded = await assets();
    expect(loaded.length).toBeGreaterThan(2);
    for (const address of loaded) {
      expect(address).toMatch(/^\/assets\/[\w-]+-[\w-]{8}\.(js|css|svg)$/);
      expect(await headersOf(address)).toMatchObject({
        "cache-control": "public, max-age=31536000, immutable",
        "referrer-policy": "no-referrer",
      });
    }
  });

  it("has a service worker that is asked for each time, and keeps files of this build alone", async () => {
    const { body, contentType, headers } = (await pages.handle("/service-worker.js")) ?? {};
    expect(contentType).toBe("text/javascript; charset=utf-8");
    expect(headers).toEqual(await headersOf("/"));
    const files = String(body).match(/\/assets\/[\w.-]+/g) ?? [];
    expect(files).toEqual(expect.arrayContaining([...(await assets())]));
    expect(files.some((file) => file.startsWith("/assets/ride-page-"))).toBe(true);
    for (const file of files) expect((await pages.handle(file))?.status, file).toBe(200);
  });

  it("is told where people sign in", async () => {
    const { body, contentType, headers } = (await pages.handle("/config.json")) ?? {};
    expect(contentType).toBe("application/json; charset=utf-8");
    expect(headers?.["cache-control"]).toBe("no-store");
    expect(JSON.parse(String(body))).toEqual({
      signIn: Object.fromEntries(
        ["portal", "desk", "console"].map((clientId) => [
          clientId,
          { issuer: "http://localhost:4000", clientId, signOut: { kind: "standard" } },
        ]),
      ),
      region: "110105",
    });
  });

  it.each(["/favicon.ico", "/assets/none.js", "/assets/../portal/index.html", "/index.html"])(
    "is not answered for the file %s",
    async (path) => {
      expect(await pages.handle(path)).toBeUndefined();
    },
  );
});

describe("the build", () => {
  const folder = mkdtempSync(join(tmpdir(), "civigraph-web-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it("is found by the next start", async () => {
    expect(pages.areBuilt()).toBe(true);
    expect(await portalPages(join(inject("sharedFolder"), "web")).prepare()).toBe("found");
  });

  it("that is stopped leaves nothing behind, and is begun anew by the next start", async () => {
    const stopped = webPages({ signIn: signInPlacesAt("x"), region: "x" }, folder);
    const building = stopped.prepare();
    while (readdirSync(folder).length === 0) await new Promise((resolve) => setImmediate(resolve));
    await stopped.stop();
    expect(await building).toBe("stopped");
    expect(readdirSync(folder)).toEqual([]);
    expect(stopped.areBuilt()).toBe(false);
  });
});
