import { createHash } from "node:crypto";
import { join } from "node:path";
import type { Rolldown } from "vite";

type Built = Rolldown.OutputChunk | Rolldown.OutputAsset;

/** The files of a build that a browser loads for some of its modules, with a name for them all. */
export type Shell = {
  readonly version: string;
  /** The page's own script, by which a page is known to be of this build. */
  readonly entry: string;
  readonly files: readonly string[];
};

/** The files of the modules, by their paths below `root`: of a page, and of what it loads later. */
export function shellOf(output: readonly Built[], root: string, modules: readonly string[]): Shell {
  const chunks = output.flatMap((file) => (file.type === "chunk" ? file : []));
  const named = (module: string): Rolldown.OutputChunk => {
    const found = chunks.find(({ facadeModuleId }) => facadeModuleId === join(root, module));
    if (!found) throw new Error(`no file of the build is ${module}'s own`);
    return found;
  };
  const reached = new Set<string>();
  const reach = (chunk: Rolldown.OutputChunk): void => {
    if (reached.has(chunk.fileName)) return;
    reached.add(chunk.fileName);
    for (const name of chunk.imports) {
      const imported = chunks.find(({ fileName }) => fileName === name);
      if (imported) reach(imported);
    }
  };
  for (const module of modules) reach(named(module));
  const [page = ""] = modules;
  const entry = `/${named(page).fileName}`;
  const html = textOf(output.find(({ fileName }) => fileName === page));
  for (const [, file = ""] of html.matchAll(/(?:href|src)="\/([^"]+)"/g)) reached.add(file);
  const files = [...reached].map((file) => `/${file}`).sort();
  const version = createHash("sha256").update(html).update(files.join("\n")).digest("hex").slice(0, 16);
  return { version, entry, files };
}

const textOf = (file: Built | undefined): string => (file?.type === "asset" ? String(file.source) : "");
