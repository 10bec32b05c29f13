import { createContext, useContext } from "react";
import { type Language, useSettings } from "../settings/settings.ts";

/** A text for people in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** The languages as the API names them. */
export const LANGUAGES = { zh: "ZH", en: "EN" } as const satisfies Readonly<Record<Language, string>>;

/** A part of a page that is in a language of its own, whatever the reader's is: a preview in the other one. */
export const SpokenIn = createContext<Language | undefined>(undefined);

/** Gives texts in the reader's language, and the language itself for dates. */
export function useTexts(): { readonly language: Language; readonly say: (text: Text) => string } {
  const { language: own } = useSettings();
  const language = useContext(SpokenIn) ?? own;
  return { language, say: (text) => text[language] };
}

/** Stands between words in a row. */
export const BETWEEN: Text = { zh: "、", en: ", " };
