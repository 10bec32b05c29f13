import type { MessageCode } from "../../kernel/message.ts";
import { type LegalBasis, type LocalizedText, type Violation, violation } from "./item-terms.ts";

/** A text that has to be there, and its place. */
type WantedText = readonly [text: string, path: readonly string[]];

/** A text in both languages. */
export const bothOf = ({ zh, en }: LocalizedText, ...path: readonly string[]): readonly WantedText[] => [
  [zh, [...path, "zh"]],
  [en, [...path, "en"]],
];

export const lawTexts = (legalBasis: readonly LegalBasis[]): readonly WantedText[] =>
  legalBasis.flatMap(({ law, article }, i): readonly WantedText[] => [
    [law, ["legalBasis", String(i), "law"]],
    [article, ["legalBasis", String(i), "article"]],
  ]);

export const missingTexts = (texts: readonly WantedText[]): Violation[] =>
  texts.flatMap(([text, path]) => (text === "" ? [violation("TEXT_MISSING", path)] : []));

/** A list that has to name something, and the code where it does not. */
type WantedList = readonly [code: MessageCode, field: string, list: readonly unknown[]];

export const missingLists = (lists: readonly WantedList[]): Violation[] =>
  lists.flatMap(([code, field, list]) => (list.length === 0 ? [violation(code, [field])] : []));
