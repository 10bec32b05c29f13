import { expect } from "vitest";
import type { Visit } from "./visit.ts";

/** After so long a page that waits for something looks again by itself. */
export const SOON = "00:11";

/** Time goes faster for the page, whose clock has to be installed, so that it looks again by itself. */
export async function looksAgain({ page, answers }: Visit): Promise<void> {
  const before = answers.length;
  await page.clock.fastForward(SOON);
  await expect.poll(() => answers.length, { timeout: 20_000 }).toBeGreaterThan(before);
}
