import type { Page } from "playwright-core";

/** Values of enums, facts as rules read them, and ids. */
const CODE =
  /\b(?:[A-Z]{2,}(?:_[A-Z]+)+|[A-Z]{5,}|[a-z]{3,4}_[0-9a-z]{12,}|(?:facts|form)(?:\.[a-zA-Z]+)+)\b/;

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
