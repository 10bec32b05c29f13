import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { renderPdf } from "../../services/government/licences/rendering/pdf.ts";
import { sampleOf } from "../government/licences/rendering/samples.ts";

const PROJECT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "civigraph-pages-"));
const bundle = join(folder, "bundle");
const MEGABYTE = 1_000_000;

beforeAll(() => {
  const entry = join(folder, "entry.ts");
  const pages = join(PROJECT, "services/government/licences/rendering/index.ts");
  writeFileSync(entry, `export const loadPages = () => import(${JSON.stringify(pages)});\n`);
  execFileSync(process.execPath, [join(PROJECT, "infra/constructs/build-bundle.ts"), entry, bundle]);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true }));

describe("a function that loads the pages of licences", () => {
  it("has them and their font beside its bundle, within what Lambda takes", () => {
    const sizes = Object.fromEntries(
      readdirSync(bundle).map((name) => [name, statSync(join(bundle, name)).size]),
    );
    expect(
      Object.keys(sizes)
        .filter((name) => !name.endsWith(".map"))
        .toSorted(),
    ).toEqual(["index.mjs", "licence-font.otf", "licence-pages.mjs"]);
    expect(sizes["index.mjs"]).toBeLessThan(1_000);
    expect(sizes["licence-pages.mjs"]).toBeLessThan(2 * MEGABYTE);
    expect(sizes["licence-font.otf"]).toBeLessThan(20 * MEGABYTE);
  });

  it("draws the same bytes as the sources do, with nothing of the project around it", async () => {
    const { regionText: _, ...sample } = sampleOf("business-licence");
    const script = `const [file, sample] = process.argv.slice(-2);
      const { renderPdf, renderSvg } = await (await import(file)).loadPages();
      const rendering = { ...JSON.parse(sample), regionText: () => undefined };
      const { createHash } = await import("node:crypto");
      console.log(createHash("sha256").update(await renderPdf(rendering)).digest("hex"), renderSvg(rendering).slice(0, 4));`;
    const told = execFileSync(
      process.execPath,
      ["--input-type=module", "--eval", script, "--", join(bundle, "index.mjs"), JSON.stringify(sample)],
      { cwd: folder, encoding: "utf8" },
    );
    const own = await renderPdf({ ...sample, regionText: () => undefined });
    expect(told.trim()).toBe(`${createHash("sha256").update(own).digest("hex")} <svg`);
  });
});
