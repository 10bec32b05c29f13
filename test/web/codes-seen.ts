import { globSync, readFileSync } from "node:fs";
import { parse } from "graphql";
import type { Page } from "playwright-core";

/** Kinds of files are called so by people, too. */
const WORDS = new Set(["JPEG"]);

/** The values of all enums; one of three letters may be a word. */
const VALUES = globSync("schema/*.graphql")
  .flatMap((path) => parse(readFileSync(path, "utf8")).definitions)
  .flatMap((one) => (one.kind === "EnumTypeDefinition" ? (one.values ?? []) : []))
  .map(({ name }) => name.value)
  .filter((value) => value.length > 3 && !WORDS.has(value));

/** Values of enums, other codes of that form, facts as rules read them, and ids. A number of sixteen letters is none. */
const CODE = new RegExp(
  `(?<![\\w-])(?:${VALUES.join("|")}|[A-Z]{2,}(?:_[A-Z]+)+|[a-z]{3,4}_[0-9a-z]{12,}|(?:facts|form)(?:\\.[a-zA-Z]+)+)\\b`,
);

/** A field that takes an id says how one looks. */
const EXAMPLE = /^(?:例如|For example) /;

/**
 * The texts on the page that hold a code, outside of what is shown as a program's: people are told a name or a number.
 */
export async function codesSeen(page: Page): Promise<readonly string[]> {
  const texts = await page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const isForPrograms = node.parentElement?.closest("code, pre, textarea, script, style, noscript");
      if (!isForPrograms) found.push(node.textContent ?? "");
    }
    return found;
  });
  return texts.filter((text) => CODE.test(text) && !EXAMPLE.test(text));
}
