import { expect, it } from "vitest";
import { CONSOLE, leave, see, seeFirst } from "./held.ts";
import type { Site } from "./site.ts";
import { expectAccessible, signIn, visit } from "./visit.ts";

export function consolePages(site: () => Site): void {
  it("of nobody is light, accessible and from this origin alone", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin);
    await seeFirst(seen, CONSOLE);
    await see(seen, { name: "no page", path: "/console/nowhere", asks: 0 }, CONSOLE);
    await leave(seen, origin, CONSOLE);
  });

  it("of somebody who has signed in is drawn by one request, and accessible", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin);
    await seen.page.goto("/console");
    await signIn(seen);
    await expect.poll(() => seen.answers.length).toBe(1);
    expect(seen.answers[0]?.bytes).toBeLessThanOrEqual(CONSOLE.answerMax);
    await expectAccessible(seen, "the own front page");
    for (const page of [{ name: "no page", path: "/console/nowhere", asks: 0 }])
      await see(seen, page, CONSOLE);
    await leave(seen, origin, CONSOLE);
  });
}
