import { symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { build } from "esbuild";
import { fontAt } from "../../infra/constructs/font-place.ts";
import { PROJECT } from "../../local/project.ts";
import { FONT_FILE } from "../../services/government/licences/rendering/font-file.ts";
import { madeOnce } from "../support/made-once.ts";

/** `local/start.ts`, bundled. */
export const bundledStart = (): Promise<string> => bundled("local/start.ts");

/**
 * A script with all of this project that it loads, as three files instead of a thousand: the same sources, whose loading
 * took half of what a start takes of the processor. Packages are not in it, and are loaded from where they lie.
 */
export async function bundled(script: string): Promise<string> {
  const name = basename(script, ".ts");
  const folder = await madeOnce(name, async (draft) => {
    await build({
      entryPoints: [join(PROJECT, script)],
      outdir: draft,
      outExtension: { ".js": ".mjs" },
      bundle: true,
      packages: "external",
      format: "esm",
      // The services, which are loaded late, stay by themselves.
      splitting: true,
      platform: "node",
      target: "node24",
      charset: "utf8",
      sourcemap: true,
      sourcesContent: false,
      // That of local/project.ts.
      define: { "import.meta.dirname": JSON.stringify(join(PROJECT, "local")) },
      // Where it lies.
      plugins: [fontAt(`new URL(${JSON.stringify(FONT_FILE.href)})`)],
      logLevel: "error",
    });
    symlinkSync(join(PROJECT, "node_modules"), join(draft, "node_modules"));
  });
  return join(folder, `${name}.mjs`);
}
