import { type Language, useSettings } from "../settings/settings.ts";

/** A text for people in both languages. */
export type Text = Readonly<Record<Language, string>>;

/** Gives texts in the reader's language, and the language itself for dates. */
export function useTexts(): { readonly language: Language; readonly say: (text: Text) => string } {
  const { language } = useSettings();
  return { language, say: (text) => text[language] };
}
