import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { build } from "esbuild";
import { buildSchema, parse, validate } from "graphql";
import { afterAll, describe, expect, it } from "vitest";
import { ASSETS, bundleSources } from "../../local/graphiql/bundle.ts";
import type { DemoCredentials } from "../../local/graphiql/demo-credentials.ts";
import { examples } from "../../local/graphiql/examples.ts";
import { graphiqlPage } from "../../local/graphiql/serve.ts";
import { tabs } from "../../local/graphiql/tabs.ts";

const DEMO: DemoCredentials = {
  endpoint: "http://localhost:4000/graphql",
  citizen: { ref: "citizen", token: "citizen-token" },
  officer: { ref: "ofc_0123456789abcdef", token: "</script><script>alert(1)</script>" },
  officers: {},
  partner: { id: "partner", test: "cvg_test_key", live: "cvg_live_key", citizenRef: "pairwise" },
  inspectionPlan: "ipl_0123456789abcdef",
};

const cacheFolder = mkdtempSync(join(tmpdir(), "civigraph-graphiql-"));
afterAll(() => rmSync(cacheFolder, { recursive: true, force: true }));

const page = (demo: DemoCredentials | undefined = DEMO) => graphiqlPage(demo, cacheFolder);

async function html(demo?: DemoCredentials): Promise<string> {
  return String((await page(demo).handle("/graphiql"))?.body);
}

/** The files that the page's link and script elements load. */
async function addresses(): Promise<string[]> {
  return [...(await html()).matchAll(/<(?:link|script)\b[^>]*?(?:href|src)="([^"]*)"/g)].map(
    ([, address = ""]) => address,
  );
}

describe("the page", () => {
  it("loads from its own server only", async () => {
    const loaded = await addresses();
    expect(loaded).toHaveLength(3);
    for (const address of loaded) expect(address).toMatch(/^(\/graphiql\/|data:)/);
  });

  it("forbids scripts, connections and workers of any other origin", async () => {
    const policy = (await page().handle("/graphiql"))?.headers?.["content-security-policy"];
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toMatch(/https?:|\*|blob:|'unsafe-eval'|script-src[^;]*'unsafe-inline'/);
  });

  it("carries the credentials without letting them out of their element", async () => {
    const text = await html();
    expect(text.match(/<script/g)).toHaveLength(2);
    const [, json = ""] = /<script id="demo" type="application\/json">(.*?)<\/script>/s.exec(text) ?? [];
    expect(JSON.parse(json)).toEqual(DEMO);
  });

  it("fills the window and never scrolls: its editors reach below it", async () => {
    expect(await html()).toMatch(/html, body, #graphiql \{[^}]*overflow: hidden/);
  });

  it("is not kept by the browser, because it holds credentials", async () => {
    expect((await page().handle("/graphiql?again"))?.headers?.["cache-control"]).toBe("no-store");
  });

  it.each(["/", "/graphql", "/favicon.ico", "/graphiql/other/page.js"])(
    "leaves %s to others",
    async (path) => {
      expect(await page().handle(path)).toBeUndefined();
    },
  );
});

describe("the bundle", () => {
  it("is another once any file that it is made of has changed", async () => {
    const { metafile } = await build({
      entryPoints: ["local/graphiql/page.tsx"],
      ...{
        bundle: true,
        write: false,
        metafile: true,
        packages: "external",
        outdir: cacheFolder,
        format: "esm",
      },
    });
    const made = Object.keys(metafile.inputs).filter((file) => !file.includes("node_modules"));
    expect(made).toContain("local/graphiql/page.tsx");
    expect(bundleSources().map((file) => relative(process.cwd(), file))).toEqual(
      expect.arrayContaining(made),
    );
  });

  it("has the page and the editor's workers, and nothing in the styles from elsewhere", async () => {
    const served = page();
    const address = (await addresses()).find((each) => each.endsWith("/page.js")) ?? "";
    for (const [name, contentType] of Object.entries(ASSETS)) {
      const asset = await served.handle(address.replace("page.js", name));
      expect(asset).toMatchObject({ status: 200, contentType });
      const text = Buffer.from(asset?.body ?? "").toString();
      expect(text.length, name).toBeGreaterThan(10_000);
      expect(text.match(/@import|url\(["']?(?:https?:)?\/\/|import[( ]["'](?:https?:)?\/\//)).toBeNull();
    }
    expect(await served.handle(address.replace("page.js", "../bundle.ts"))).toBeUndefined();
    expect(await served.handle(address.replace("page.js", "toString"))).toBeUndefined();
  });

  it("is kept for the next start", async () => {
    await page().prepare();
    const before = readdirSync(cacheFolder);
    await page().prepare();
    expect(readdirSync(cacheFolder)).toEqual(before);
    expect(before).toHaveLength(1);
  });
});

describe("the examples", () => {
  const folder = new URL("../../schema/", import.meta.url);
  const sources = readdirSync(folder).filter((name) => name.endsWith(".graphql"));
  const schema = buildSchema(sources.map((name) => readFileSync(new URL(name, folder), "utf8")).join("\n"));

  it.each(examples(DEMO))("are valid against the schema: $title", ({ query, variables }) => {
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const declared = document.definitions.flatMap((each) =>
      each.kind === "OperationDefinition" ? (each.variableDefinitions ?? []) : [],
    );
    expect(declared.map((each) => each.variable.name.value)).toEqual(Object.keys(variables));
  });

  it("name their operations, which become the titles of the tabs", () => {
    const names = examples(DEMO).map(({ query }) => /^(?:query|mutation) (\w+)/.exec(query)?.[1]);
    expect(names).not.toContain(undefined);
    expect(new Set(names).size).toBe(names.length);
  });

  it("are sent with the credential of the caller whom they are about", () => {
    const secrets = {
      anonymous: undefined,
      citizen: DEMO.citizen.token,
      officer: DEMO.officer.token,
      partner: DEMO.partner.live,
    };
    const expected = examples(DEMO).map(({ as }) =>
      secrets[as] ? { Authorization: `Bearer ${secrets[as]}` } : {},
    );
    expect(tabs(DEMO).map(({ headers }) => JSON.parse(headers))).toEqual(expected);
  });

  it("are sent anonymously where there is no demo city", () => {
    expect(tabs(undefined).map(({ headers }) => headers)).toEqual(examples(undefined).map(() => "{}"));
  });
});
