/** A text that people read. Its `{gaps}` are filled where it is said. */
export type Message = { readonly zh: string; readonly en: string };

export type Language = keyof Message;

/** The texts of the API and the services, by codes: each merges its own here, in its `messages.ts`. */
// biome-ignore lint/suspicious/noEmptyInterface: anybody who has something to say merges it into this
export interface MessageTexts {}

/** A code that has a text. */
export type MessageCode = keyof MessageTexts;

type Texts = Readonly<Record<string, Message>>;
type CodesOf<T extends Texts> = T extends T ? keyof T & string : never;

/** The values that fill a message's gaps; of a code its words in each language. */
export type Values = Readonly<Record<string, string | Message>>;

/** The text for a code, its gaps filled with `values`. Throws for a code without a text. */
export type Say<Code extends string = MessageCode> = (code: Code, values?: Values) => string;

export type SayIn<Code extends string = MessageCode> = (language: Language) => Say<Code>;

/** A message in a language, its gaps filled with `values`. */
export const fill = (message: Message, language: Language, values: Values = {}): string =>
  message[language].replace(/\{(\w+)\}/g, (_, gap: string) => {
    const value = values[gap] ?? "";
    return typeof value === "string" ? value : value[language];
  });

/** Joins texts. Throws for a code that comes twice. */
export function sayFrom<T extends Texts>(texts: readonly T[]): SayIn<CodesOf<T>> {
  const all = new Map<string, Message>();
  for (const [code, message] of texts.flatMap((some) => Object.entries(some))) {
    if (all.has(code)) throw new Error(`two messages for ${code}`);
    all.set(code, message);
  }
  return (language) => (code, values) => {
    const message = all.get(code);
    if (!message) throw new Error(`no message for ${code}`);
    return fill(message, language, values);
  };
}
