import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";
import { PROJECT } from "../project.ts";

const CALL = /\bgraphql\(\s*`([^`]*)`\s*,?\s*\)/g;
const GENERATED = join(PROJECT, "web/shared/generated");

/**
 * Puts each operation's whole text, with the fragments that it spreads, where it is asked for. Codegen's own `graphql` looks
 * it up in a table of all, which would make every page carry the operations of every other.
 */
export async function inlineOperations(): Promise<Plugin> {
  const texts = await operationTexts();
  return {
    name: "inline-operations",
    enforce: "pre",
    transform(code, id) {
      if (!/\.tsx?$/.test(id) || id.startsWith(GENERATED)) return undefined;
      const inlined = code.replaceAll(CALL, (_, source: string) => {
        const text = texts.get(source);
        if (text === undefined) throw new Error(`${id}: codegen does not know the operation ${source}`);
        return JSON.stringify(text);
      });
      // The import of the table goes with its last use.
      return { code: inlined.replace(/^import \{ graphql \} from .*$/m, ""), map: null };
    },
  };
}

/** From the text as it stands in a source file to the one that is sent. */
async function operationTexts(): Promise<ReadonlyMap<string, string>> {
  const table = readFileSync(join(GENERATED, "gql.ts"), "utf8");
  const { default: _, ...made } = (await import(join(GENERATED, "graphql.ts"))) as Record<string, unknown>;
  const entries = table.matchAll(/^ {4}("(?:[^"\\]|\\.)*"): types\.(\w+),$/gm);
  return new Map(
    [...entries].map(([, source = '""', name = ""]) => [JSON.parse(source), packed(String(made[name]))]),
  );
}

/** GraphQL takes any blank for any other; none of the operations holds a text with two. */
const packed = (text: string): string => text.replaceAll(/\s+/g, " ").trim();
