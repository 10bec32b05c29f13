import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { SourceMap as NodeSourceMap } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readSourceMap, type SourceMap, sourcesOf } from "../../services/kernel/source-map.ts";

const folder = mkdtempSync(join(tmpdir(), "civigraph-map-"));
const bundle = join(folder, "index.mjs");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let map: SourceMap;
let nodes: NodeSourceMap;
let lines: readonly string[];
beforeAll(async () => {
  const [format, platform] = ["esm", "node"] as const;
  await build({
    ...{
      entryPoints: ["services/field/region.ts", "services/api/key-set.ts"],
      outdir: folder,
      bundle: true,
      format,
    },
    ...{ platform, minify: true, sourcemap: "external", sourcesContent: false, logLevel: "silent" },
  });
  const built = join(folder, "api/key-set.js");
  writeFileSync(bundle, readFileSync(built));
  writeFileSync(`${bundle}.map`, readFileSync(`${built}.map`));
  map = readSourceMap(bundle) ?? expect.fail("no map");
  nodes = new NodeSourceMap(JSON.parse(readFileSync(`${bundle}.map`, "utf8")));
  lines = readFileSync(bundle, "utf8").split("\n");
});

it("every place of a bundle is found where Node's own reader of maps finds it", () => {
  const places = fc.array(
    fc.record({
      line: fc.integer({ min: 0, max: lines.length - 1 }),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    { minLength: 1, maxLength: 20 },
  );
  fc.assert(
    fc.property(places, (wanted) => {
      const asked = wanted.map(({ line, at }) => ({
        line,
        column: Math.floor(at * (lines[line]?.length ?? 0)),
      }));
      const found = sourcesOf(map, asked);
      for (const [i, { line, column }] of asked.entries()) {
        const theirs = nodes.findEntry(line, column);
        const isThere = "originalSource" in theirs && theirs.generatedLine === line;
        expect(found[i]).toEqual(
          isThere
            ? { file: theirs.originalSource, line: theirs.originalLine, column: theirs.originalColumn }
            : undefined,
        );
      }
    }),
    { numRuns: 100 },
  );
});

it("a bundle without a map, or with one that is none, has none", () => {
  expect(readSourceMap(join(folder, "other.mjs"))).toBeUndefined();
  writeFileSync(join(folder, "broken.mjs.map"), "{");
  expect(readSourceMap(join(folder, "broken.mjs"))).toBeUndefined();
});
