import { type FieldWords, wordsAt } from "./forms/form-fields.ts";
import type { LocalizedText } from "./item-terms.ts";
import { type FactGroup, factText, IDENTITY } from "./rule-facts.ts";
import type { Form } from "./service-item.ts";

/** How people call what a check has read, and the value as they read it. */
export type InputWords = { readonly name: LocalizedText; readonly text: LocalizedText };

/**
 * A value that a check has read, in words: a form's field by its label and its choice, a fact by its name.
 *
 * @param path As a rule reads it: `form.monthlyRent`, `facts.housingFund.status`.
 */
export function inputWords(
  path: string,
  value: unknown,
  { form, group }: { readonly form: Form; readonly group: FactGroup | undefined },
): InputWords {
  const [root, ...steps] = path.split(".");
  if (root === "form") {
    const words = wordsAt(form, steps);
    return { name: words.label, text: inBoth((language) => valueText(value, words, language)) };
  }
  const [named = "", fact = ""] = steps;
  const groups: readonly (FactGroup | undefined)[] = [IDENTITY, group];
  const told = groups.find((one) => one?.name === named);
  const name = Object.entries(told?.facts ?? {}).find(([code]) => code === fact)?.[1];
  return {
    name: name ?? { zh: fact, en: fact },
    text: inBoth((language) => factText(path, value, told ?? {}, language)),
  };
}

type Language = keyof LocalizedText;

const inBoth = (textIn: (language: Language) => string): LocalizedText => ({
  zh: textIn("zh"),
  en: textIn("en"),
});

/** Of a sentence that is confirmed, "yes" is the value that says so. A value with parts of its own stands in the form. */
function valueText(
  value: unknown,
  words: Pick<FieldWords, "choices" | "confirms">,
  language: Language,
): string {
  if (Array.isArray(value)) {
    return value.map((one) => valueText(one, words, language)).join(language === "zh" ? "、" : ", ");
  }
  if (typeof value === "object" && value !== null) return "…";
  const choice = words.choices.find((one) => one.value === value);
  if (choice) return choice.label[language];
  const said = typeof value === "boolean" ? value === (words.confirms ?? true) : value;
  return factText("", said, {}, language);
}
