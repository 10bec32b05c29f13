import type { Language } from "../../kernel/message.ts";
import { fen, formatMoney } from "../../kernel/money.ts";
import type { LocalizedText } from "./item-terms.ts";
import { valueAt } from "./rule-language.ts";

/** The facts that the platform's records can tell an item's rule about one thing, read as `facts.{name}.{fact}`. */
export type FactGroup = {
  readonly name: string;
  /** How people call each of them, by its name. */
  readonly facts: Readonly<Record<string, LocalizedText>>;
  /** How people read the values of a fact that are codes. */
  readonly words?: Readonly<Record<string, Readonly<Record<string, LocalizedText>>>>;
};

/** Told to the rule of every item. */
export const IDENTITY = {
  name: "identity",
  facts: { isOwn: { zh: "证件号码为申请人本人的", en: "The number is the applicant's own" } },
} as const satisfies FactGroup;

/** The paths of all facts that a rule can read; `ofEffect` is what its item's effect tells besides. */
export const readableFacts = (ofEffect: FactGroup | undefined): readonly string[] =>
  [IDENTITY, ...(ofEffect ? [ofEffect] : [])].flatMap(({ name, facts }) =>
    Object.keys(facts).map((fact) => `facts.${name}.${fact}`),
  );

const GAP = /\{([\w.]+)\}/g;

/** The facts that a sentence leaves a gap for. */
export const gapsIn = (sentence: string): readonly string[] =>
  [...sentence.matchAll(GAP)].map(([, path = ""]) => path);

const UNTOLD: LocalizedText = { zh: "（无记录）", en: "(not on record)" };
const YES: LocalizedText = { zh: "是", en: "Yes" };
const NO: LocalizedText = { zh: "否", en: "No" };

/** A fact as people read it: a code by its words, an amount in yuan. */
export function factText(
  path: string,
  value: unknown,
  { words }: Pick<FactGroup, "words">,
  language: Language,
): string {
  const fact = path.split(".").at(-1) ?? "";
  const word = Object.entries(words?.[fact] ?? {}).find(([code]) => code === value)?.[1];
  if (word) return word[language];
  if (typeof value === "number" && fact.endsWith("Fen")) return formatMoney(fen(BigInt(value)));
  if (typeof value === "boolean") return (value ? YES : NO)[language];
  return typeof value === "number" || typeof value === "string" ? String(value) : UNTOLD[language];
}

/** A sentence with its gaps filled by the facts, in each language. */
export function sentenceOf(
  { zh, en }: LocalizedText,
  facts: unknown,
  group: Pick<FactGroup, "words"> = {},
): LocalizedText {
  const filled = (text: string, language: Language): string =>
    text.replace(GAP, (_, path: string) => factText(path, valueAt({ facts }, path), group, language));
  return { zh: filled(zh, "zh"), en: filled(en, "en") };
}
