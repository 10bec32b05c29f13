import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { textsIn, withoutTexts } from "../../infra/constructs/pack-texts.ts";
import { SERVICES } from "../../services/app/registry.ts";

const PROJECT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "civigraph-texts-"));
const file = join(folder, "index.mjs");

beforeAll(() => {
  const build = join(PROJECT, "infra/constructs/build-bundle.ts");
  execFileSync(process.execPath, [build, "services/app/registry.ts", folder]);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("the texts of a bundle", () => {
  it("read as the sources write them, and stand in it packed", async () => {
    const { SERVICES: bundled }: { readonly SERVICES: unknown } = await import(file);
    expect(bundled).toEqual(SERVICES);
    const texts = textsIn(readFileSync(join(PROJECT, "services/government/cases/messages.ts"), "utf8"));
    expect(texts.length).toBeGreaterThan(50);
    const [, first = ""] = /zh: "([^"]+)"/.exec(texts[0] ?? "") ?? [];
    expect(JSON.stringify(SERVICES)).toContain(first);
    expect(readFileSync(file, "utf8")).not.toContain(first);
  });

  it("leave each source's lines where they are, for the map of the bundle", () => {
    const files = globSync("services/**/*.ts", { cwd: PROJECT });
    const sources = files.map((name) => readFileSync(join(PROJECT, name), "utf8"));
    const places = new Map(sources.flatMap(textsIn).map((text, at) => [text, at]));
    expect(places.size).toBeGreaterThan(1_000);
    for (const source of sources) {
      const lines = withoutTexts(source, places).split("\n");
      const others = source.split("\n");
      for (const [at, line] of others.entries())
        if (!/[{}]| zh: | en: |["'`]/.test(line)) expect(lines[at]).toBe(line);
    }
  });
});

describe("a text in both languages", () => {
  it.each([
    ['{ zh: "甲", en: "A" }', 1],
    ['{\n  zh: "甲",\n  en: \'say "A"\',\n}', 1],
    ["{ zh: `甲`, en: `A` }", 1],
    ['{ zh: "甲\\"", en: "A\\\\" }', 1],
    [`{ zh: \`\${NAME}甲\`, en: \`A\` }`, 0],
    ["{ zh: name, en: name }", 0],
    ['{ zh: "甲", en: "A", other: 1 }', 0],
    ["{ zh: string; en: string }", 0],
  ])("is packed where nothing is put into it: %s", (source, count) => {
    expect(textsIn(`const it = ${source};`)).toHaveLength(count);
  });
});
