import { useSyncExternalStore } from "react";

export type Language = "zh" | "en";
/** The elder mode of MIIT's guideline: text of 24 to 30 px, targets of 60 px. */
export type Size = "plain" | "elder";

/** A reader's own choices, kept on the device. They say nothing of the person. */
export type Settings = { readonly language: Language; readonly size: Size };

const KEY = "civigraph:settings";
const LANGUAGE_TAGS: Readonly<Record<Language, string>> = { zh: "zh-CN", en: "en" };

const listeners = new Set<() => void>();
let settings = kept();

function kept(): Settings {
  const language = navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en";
  try {
    const { language: chosen, size } = JSON.parse(localStorage.getItem(KEY) ?? "{}");
    return {
      language: chosen === "zh" || chosen === "en" ? chosen : language,
      size: size === "elder" ? "elder" : "plain",
    };
  } catch {
    // A browser that keeps nothing, or what somebody else has written.
    return { language, size: "plain" };
  }
}

/** Tells the page's root, by which styles, browsers and screen readers go. */
export function applySettings(): void {
  document.documentElement.lang = LANGUAGE_TAGS[settings.language];
  document.documentElement.dataset["size"] = settings.size;
}

export function changeSettings(change: Partial<Settings>): void {
  settings = { ...settings, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // They hold until the page is closed.
  }
  applySettings();
  for (const tell of listeners) tell();
}

export const currentLanguage = (): Language => settings.language;

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useSettings = (): Settings => useSyncExternalStore(subscribe, () => settings);
