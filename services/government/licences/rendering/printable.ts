import type { Covers } from "./rendering.ts";

/** Stands for a character that the page cannot show, as printers have it (geta, 〓). */
const MISSING = "〓";

/**
 * Characters that no page shows as themselves: controls, formats (by which a text can show as another), halves of characters,
 * private ones (each font has another for them), line separators, and codes that are no characters.
 */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/u;

/** So many marks stand on a letter in any language; more of them would lie over other lines. */
const MARKS = /(\p{M}{4})\p{M}+/gu;

/** They choose a form of the character before them, and are none of their own. */
const SELECTOR = /[\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u;

/** A text as a page shows it, and the characters for which a mark stands there. */
export type Printable = { readonly text: string; readonly missing: readonly string[] };

/** Brings a text into what can be shown: lines are kept, tabs are spaces, and in place of all else stands a mark. */
export function printable(text: string, covers: Covers): Printable {
  const missing: string[] = [];
  const shown = [...text.normalize("NFC").replace(/\r\n?/g, "\n").replaceAll("\t", " ")].map((character) => {
    if (character === "\n" || SELECTOR.test(character)) return character;
    const codePoint = character.codePointAt(0) ?? 0;
    if (!UNPRINTABLE.test(character) && covers(codePoint)) return character;
    missing.push(character);
    return MISSING;
  });
  return { text: shown.join("").replace(MARKS, `$1${MISSING}`), missing };
}

/** The code of a character, as tables of characters have it: U+20BB7. */
export const codeOf = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
