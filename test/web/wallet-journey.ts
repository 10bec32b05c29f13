import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, partOf, signIn, speak, visit } from "./visit.ts";

export function walletJourney(portal: () => Portal): void {
  it("of a holder: their licences, the one that ends first on top, one with its page, saved as a PDF", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page, answers } = seen;
    await page.goto("/");
    await signIn(seen);
    // The front page tells of the one that ends soon alone.
    const told = partOf(page, "Licences");
    await told.getByText(city.licence.number).waitFor();
    await expect.poll(() => told.getByText(city.laterLicence.number).count()).toBe(0);

    await told.getByRole("link", { name: "All licences" }).click();
    const own = partOf(page, "Your licences");
    const cards = own.getByRole("listitem");
    const later = cards.filter({ hasText: city.laterLicence.number });
    await later.waitFor();
    const [first] = await cards.allInnerTexts();
    expect(first).toContain(city.licence.number);
    for (const said of ["Disability certificate", "Ends in 30 days", "Valid until", "Valid"])
      expect(first).toContain(said);
    expect(await later.innerText()).not.toContain("Ends");

    await own.getByRole("link", { name: "Disability certificate" }).first().click();
    await page.getByRole("heading", { name: "Disability certificate", level: 1 }).waitFor();
    await page.getByText("It ends in 30 days").waitFor();
    await page.getByText("符合评定标准").waitFor();
    // Others may look on, so that what is sensitive is there once it is asked for.
    expect(await page.getByText("Hearing").isVisible()).toBe(false);
    await page.getByText("Sensitive (open to see it)").click();
    await page.getByText("Hearing").waitFor();
    await page.getByText("Version 1: Issued (in force)").waitFor();

    const asked = answers.length;
    await page.getByRole("button", { name: "Show it" }).click();
    const sheet = page.getByRole("img", { name: /^The page of the licence/ });
    await sheet.waitFor();
    await expect
      .poll(() => sheet.evaluate((image: HTMLImageElement) => image.complete && image.naturalWidth > 0))
      .toBe(true);
    expect(answers.length - asked).toBe(1);
    await expectAccessible(seen, "a licence with its page");
    await speak(seen, "en");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download as PDF" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`Disability certificate-${city.licence.number}.pdf`);
    expect((await readFile(await download.path())).subarray(0, 5).toString()).toBe("%PDF-");

    await page.getByRole("link", { name: /^\d{14}$/ }).click();
    await page.waitForURL(/\/cases\/app_/);
    await leave(seen, origin, PORTAL);
  });

  it("of a stranger: another's licence is as one that is not there", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    await seen.page.goto("/licences");
    await signIn(seen, "周小宝");
    await seen.page.getByText("You have no electronic licence").waitFor();
    await goTo(seen, `/licences/own/${city.licence.id}`);
    await seen.page.getByText("There is no such licence, or it is not yours.").waitFor();
    await leave(seen, origin, PORTAL);
  });
}
