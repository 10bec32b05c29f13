import type { Language } from "../kernel/message.ts";
import { weighted } from "./weighted.ts";

/** The first of zh and en that an Accept-Language header names, in the order of its weights; Chinese by default. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const wanted = weighted(acceptLanguage)
    .map(({ value, weight }) => ({ tag: value.split("-")[0], weight }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const first = wanted.find(({ tag }) => tag === "zh" || tag === "en");
  return first?.tag === "en" ? "en" : "zh";
}
