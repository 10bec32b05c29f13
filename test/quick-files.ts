import { existsSync, globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { importsOf } from "./support/architecture/source-file.ts";

/** Imports that take their time: the engine, any other process, a server, the synthesis of stacks. */
const SLOW = [
  "local/engine.ts",
  "child_process",
  "node:child_process",
  "node:http",
  "aws-cdk-lib",
  "node:worker_threads",
];

/** The test files that reach nothing of it, whatever they import and however far: rules, formats, texts, the schema. */
export function quickFiles(): readonly string[] {
  const reached = new Map<string, boolean>();
  const isSlow = (path: string): boolean => {
    const known = reached.get(path);
    if (known !== undefined) return known;
    // A circle adds nothing to what its other files reach.
    reached.set(path, false);
    const slow = importsOf(readFileSync(path, "utf8")).some(({ specifier, form }) => {
      if (form === "type" || form === "declare module") return false;
      if (!specifier.startsWith(".")) return SLOW.includes(specifier);
      const target = join(dirname(path), specifier);
      // A test of the imports writes some that lead nowhere.
      return SLOW.includes(target) || (existsSync(target) && isSlow(target));
    });
    reached.set(path, slow);
    return slow;
  };
  return globSync("test/**/*.test.ts").filter((path) => !isSlow(path));
}
