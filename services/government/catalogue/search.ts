import type { ItemContent } from "./service-item.ts";

/**
 * The terms for which a list of items can be searched: a run of Chinese characters, or any other run, as they stand.
 */
export type Term = { readonly kind: "han" | "other"; readonly text: string };

const RUNS = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;
const IS_HAN = /^\p{Script=Han}/u;
const AROUND_WORD = /^[\p{P}\p{S}]+|[\p{P}\p{S}]+$/gu;

/** The one form in which texts are compared: full-width letters as plain ones, lower case, single spaces. */
const normalise = (text: string): string => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

/**
 * The text that one item may add to the list of each region that it is rolled out to; such lists are written in one
 * transaction. All that the bounds of draft.ts let through fits in, unless its letters grow when they are unified.
 */
const SEARCH_TEXT_LENGTH_MAX = 10_000;

/** All that an item is found by: its names, its department, its materials and its code, a line each. */
export function searchText({ code, name, department, materials }: ItemContent): string {
  const texts = [name, department.name, ...materials.map((material) => material.name)];
  const lines = [code, ...texts.flatMap(({ zh, en }) => [zh, en])];
  return lines.map(normalise).join("\n").slice(0, SEARCH_TEXT_LENGTH_MAX);
}

/** Takes a search apart at spaces, at punctuation around words, and where Chinese meets other writing. */
export function termsOf(search: string): Term[] {
  const runs = normalise(search)
    .split(" ")
    .flatMap((word) => word.match(RUNS) ?? []);
  return runs.flatMap((run): Term[] => {
    if (IS_HAN.test(run)) return [{ kind: "han", text: run }];
    const text = run.replace(AROUND_WORD, "");
    return text ? [{ kind: "other", text }] : [];
  });
}

/** Whether every term is found in a `searchText`. */
export const matches = (text: string, terms: readonly Term[]): boolean =>
  terms.every((term) => (term.kind === "han" ? isCovered(term.text, text) : text.includes(term.text)));

/**
 * Chinese is written without spaces: 公积金租房 is two words, in another order than the name has them. So a run need
 * not occur whole; but each character of it has to belong to a pair of neighbours that the text has as well.
 */
function isCovered(run: string, text: string): boolean {
  const characters = [...run];
  if (characters.length === 1) return text.includes(run);
  const pairs = characters.slice(1).map((character, i) => text.includes(`${characters[i]}${character}`));
  return characters.every((_, i) => pairs[i - 1] === true || pairs[i] === true);
}
