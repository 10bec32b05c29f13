import { expect, it } from "vitest";
import { DESK, leave, see, seeFirst } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, signIn, visit } from "./visit.ts";

const IDLE = "15:00";

export function deskPages(site: () => Site): void {
  it("of nobody is light, accessible and from this origin alone", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin);
    await seeFirst(seen, DESK);
    await see(seen, { name: "no page", path: "/desk/nowhere", asks: 0 }, DESK);
    await leave(seen, origin, DESK);
  });

  it("of an officer is drawn by one request, and accessible", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin);
    await seen.page.goto("/desk");
    await signIn(seen, "陈洁");
    await expect.poll(() => seen.answers.length).toBe(1);
    expect(seen.answers[0]?.bytes).toBeLessThanOrEqual(DESK.answerMax);
    await expectAccessible(seen, "an officer's front page");
    for (const page of [{ name: "no page", path: "/desk/nowhere", asks: 0 }]) await see(seen, page, DESK);
    await leave(seen, origin, DESK);
  });

  it("locks when nobody has been at it for 15 minutes, hides what it showed, and comes back to it", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin, "en");
    const { page, context } = seen;
    await page.clock.install();
    await page.goto("/desk");
    await signIn(seen, "陈洁");
    await goTo(seen, "/desk?from=here");
    await page.getByText("Acceptor").waitFor();
    // A sign of life, in the middle.
    await page.clock.fastForward("14:00");
    await page.keyboard.press("Tab");
    await page.clock.fastForward("14:00");
    expect(await page.getByText("Acceptor").isVisible()).toBe(true);
    await page.clock.fastForward(IDLE);
    await page.getByRole("heading", { name: "This page is locked" }).waitFor();
    expect(await page.getByText("Acceptor").count()).toBe(0);
    await expectAccessible(seen, "a locked page");
    // An issuer that still knows the officer has to ask all the same: it may be somebody else.
    const asked = page.waitForRequest("**/authorize*");
    await signIn(seen, "陈洁");
    expect(new URL((await asked).url()).searchParams.get("prompt")).toBe("login");
    await drawn(page);
    expect(new URL(page.url()).href).toBe(`${origin}/desk?from=here`);
    expect(seen.complaints).toEqual([]);
    await context.close();
  });
}
