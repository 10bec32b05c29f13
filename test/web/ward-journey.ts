import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, partOf, signIn, speak, visit } from "./visit.ts";

/** Of the demo city. */
const PARENT = "周建国";
const CHILD = "周小宝";

export function wardJourney(portal: () => Portal): void {
  it("of a guardian: to pay a child's bill and to top up the child's card; the child does not apply", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/bills");
    await signIn(seen, PARENT);
    await page.getByRole("link", { name: `Bills and transit cards of ${CHILD}` }).click();
    await page.getByRole("heading", { name: CHILD, level: 1 }).waitFor();
    await expectAccessible(seen, "a child's bills and cards");
    await speak(seen, "en");

    await page.getByRole("link", { name: /^Top up/ }).click();
    await page.getByRole("heading", { name: "Top up your card" }).waitFor();
    await page.getByRole("link", { name: "Back to this card" }).click();
    await page.getByText(`The card of ${CHILD}, whose guardian you are`).waitFor();
    await expect.poll(() => page.getByRole("link", { name: "Show the ride code" }).count()).toBe(0);
    await expectAccessible(seen, "a child's card");
    await speak(seen, "en");
    await page.getByRole("button", { name: "Freeze this card" }).click();
    await page.getByText("The card is frozen").waitFor();
    await page.getByRole("button", { name: "Found it: use it again" }).click();
    await page.getByText("The card can be used again").waitFor();

    await goTo(seen, "/acting");
    await partOf(page, "People you act for")
      .getByRole("link", { name: /^Bills and transit cards/ })
      .click();
    await page.getByRole("button", { name: /^Pay ¥/ }).click();
    await page.getByRole("radio", { name: /Demonstration/ }).check();
    await page.getByRole("button", { name: "Pay now" }).click();
    await page.getByText(/^You have paid/).waitFor();
    await leave(seen, origin, PORTAL, [PARENT, CHILD]);

    const child = await visit(browser, origin, "en");
    await child.page.goto("/bills");
    await signIn(child, CHILD);
    await goTo(child, "/apply/BJ-GA-JZZSL-001");
    await drawn(child.page);
    await child.page.getByText("You cannot apply for this right now").waitFor();
    await child.page
      .getByText("The applicant is under 18, so a parent or another guardian applies")
      .waitFor();
    await expect.poll(() => child.page.getByText("Myself").count()).toBe(0);
    await expectAccessible(child, "an item for which a child does not apply alone");
    await leave(child, origin, PORTAL, [CHILD]);
  });
}
