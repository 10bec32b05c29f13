import { type ReactNode, useState } from "react";
import { Told } from "./told.tsx";

/**
 * The place where a page tells what was done, and how it is told: each time the focus goes there, also where the same words
 * stand there already.
 */
export function useTold(): { readonly told: ReactNode; readonly tell: (words: string) => void } {
  const [last, setLast] = useState<{ readonly words: string; readonly times: number }>();
  return {
    told: last && <Told key={last.times} title={last.words} />,
    tell: (words) => setLast((before) => ({ words, times: (before?.times ?? 0) + 1 })),
  };
}
