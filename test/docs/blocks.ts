import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A fenced block of a page. */
export type Block = {
  readonly page: string;
  /** Of its fence, from 1. */
  readonly line: number;
  readonly language: string;
  readonly text: string;
};

const ROOT = new URL("../../", import.meta.url);

/** The pages that people read, in the order in which they would. */
export const PAGES: readonly string[] = [
  "README.md",
  ...globSync("docs/**/*.md", { cwd: fileURLToPath(ROOT) }).sort(),
];

export const textOf = (file: string): string => readFileSync(new URL(file, ROOT), "utf8");

/** The fenced blocks of a page; one that is indented is without its indentation. */
export function blocksOf(page: string, text = textOf(page)): readonly Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  let open: { readonly indent: string; readonly language: string; readonly at: number } | undefined;
  for (const [i, line] of lines.entries()) {
    const [, indent = "", language = ""] = /^( *)```(.*)$/.exec(line) ?? [];
    if (!line.trimStart().startsWith("```")) continue;
    if (!open) open = { indent, language: language.trim(), at: i };
    else {
      const inside = lines.slice(open.at + 1, i).map((each) => each.replace(open?.indent ?? "", ""));
      blocks.push({ page, line: open.at + 1, language: open.language, text: `${inside.join("\n")}\n` });
      open = undefined;
    }
  }
  if (open) throw new Error(`${page}:${open.at + 1}: a block is not closed`);
  return blocks;
}

/** "docs/partners.md:27", as editors open it. */
export const placeOf = ({ page, line }: Pick<Block, "page" | "line">): string => `${page}:${line}`;
