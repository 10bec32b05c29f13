import { useSyncExternalStore } from "react";
import type { Text } from "../shared/texts/text.ts";

/** "none": this browser cannot speak. "waits": it wants to be touched first. */
type Voice = "none" | "waits" | "on";

const LANGUAGES = { zh: "zh-CN", en: "en-GB" } as const;
const IS_ON: Text = { zh: "声音已打开。", en: "The sound is on." };

const listeners = new Set<() => void>();
let voice: Voice = "speechSynthesis" in globalThis ? "waits" : "none";

function change(next: Voice): void {
  voice = next;
  for (const tell of listeners) tell();
}

/** Finds out, without a sound, whether the browser speaks before anybody has touched it. */
export function tryVoice(): void {
  if (voice === "none") return;
  const silence = new SpeechSynthesisUtterance(" ");
  silence.volume = 0;
  silence.onend = () => change("on");
  speechSynthesis.speak(silence);
}

/** To be called as somebody touches the screen, and heard at once, so that they can set how loud it is. */
export function turnSoundOn(): void {
  change("on");
  say(IS_ON);
}

/** Says it in Chinese, then in English; nothing while the browser may not speak. */
export function announce(text: Text): void {
  if (voice === "on") say(text);
}

function say(text: Text): void {
  for (const language of ["zh", "en"] as const) {
    const spoken = new SpeechSynthesisUtterance(text[language]);
    spoken.lang = LANGUAGES[language];
    spoken.onerror = ({ error }) => {
      if (error === "not-allowed") change("waits");
    };
    speechSynthesis.speak(spoken);
  }
}

function subscribe(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

export const useVoice = (): Voice => useSyncExternalStore(subscribe, () => voice);
