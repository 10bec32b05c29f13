import type { Text } from "../../shared/texts/text.ts";

/** How often a copy was used, and may still be. */
export const usesLeft = (uses: number, used: number): Text => ({
  zh: `已用 ${used} 次，还剩 ${uses - used} 次`,
  en: `used ${used} of ${uses}, ${uses - used} left`,
});
