import { readFileSync } from "node:fs";
import { runInNewContext } from "node:vm";
import { brotliCompressSync } from "node:zlib";
import type { Plugin } from "esbuild";

const STRING = String.raw`(?:"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|${"`"}(?:[^${"`"}\\$]|\\.)*${"`"})`;
/** A text in both languages, as sources write one into which nothing is put. */
const TEXT = new RegExp(String.raw`\{\s*zh: ${STRING},\s*en: ${STRING},?\s*\}`, "g");

/** The texts of a source, as it writes them. */
export const textsIn = (source: string): readonly string[] => source.match(TEXT) ?? [];

/**
 * Lets a bundle carry the texts for people as one list, packed. Each is read from the list where it stood; a source's lines
 * stay where they are, for the map of the bundle.
 *
 * @param written Those of the bundle's sources, and of no other.
 */
export function packTexts(written: readonly string[]): Plugin {
  const places = new Map([...new Set(written)].map((text, at) => [text, at]));
  return {
    name: "texts for people, packed",
    setup: ({ onResolve, onLoad }) => {
      onResolve({ filter: /^packed:texts$/ }, ({ path }) => ({
        path,
        namespace: "packed",
        sideEffects: false,
      }));
      onLoad({ filter: /./, namespace: "packed" }, () => ({ contents: listOf([...places.keys()]) }));
      onLoad({ filter: /\/services\/.*\.ts$/ }, ({ path }) => {
        const source = readFileSync(path, "utf8");
        if (!textsIn(source).some((text) => places.has(text))) return undefined;
        return { contents: withoutTexts(source, places), loader: "ts" };
      });
    },
  };
}

/** A source that reads its texts from the list. A call that is marked as pure is left out with whatever nobody uses. */
export const withoutTexts = (source: string, places: ReadonlyMap<string, number>): string =>
  `${source.replace(TEXT, (text) => {
    const lines = "\n".repeat(text.split("\n").length - 1);
    return places.has(text) ? `/* @__PURE__ */ packedText(${lines}${places.get(text)})` : text;
  })}\nimport { packedText } from "packed:texts";\n`;

/** In one line, which needs no map. */
function listOf(written: readonly string[]): string {
  const texts: readonly object[] = runInNewContext(`[${written.join(",")}]`);
  const packed = brotliCompressSync(JSON.stringify(texts)).toString("base64");
  return [
    'import { brotliDecompressSync } from "node:zlib";',
    `const texts = JSON.parse(brotliDecompressSync(Buffer.from("${packed}", "base64")).toString());`,
    "export const packedText = (at) => texts[at];",
  ].join(" ");
}
