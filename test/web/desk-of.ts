import type { Site } from "./site.ts";
import { signIn, type Visit, visit, WIDTHS } from "./visit.ts";

/** The desk as an officer of this name sees it who has just signed in. */
export async function deskOf({ browser, origin }: Site, name: string): Promise<Visit> {
  const seen = await visit(browser, origin, "en", WIDTHS.desktop);
  await seen.page.goto("/desk");
  await signIn(seen, name);
  return seen;
}
