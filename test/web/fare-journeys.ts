import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, signIn, speak, visit } from "./visit.ts";

export function fareJourneys(portal: () => Portal): void {
  it("to learn what a ride costs and why: what lacks is said at its field, and each part of the fare has its words", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/cards/fare");
    const show = () => page.getByRole("button", { name: "Show the fare" }).click();
    await show();
    await page.getByRole("alert").getByText("Choose where you get in").waitFor();
    await expectAccessible(seen, "no station is chosen");
    await speak(seen, "en");
    await page.getByLabel("From", { exact: true }).selectOption({ label: "Tuqiao" });
    await page.getByLabel("To", { exact: true }).selectOption({ label: "Daxing Airport" });
    // A Monday that is worked.
    await page.getByLabel("Day").fill("2026-11-23");
    await page.getByLabel("Time of entering").fill("07:00");
    await page.getByLabel("Paid this month").fill("100.00");
    await show();
    const heading = page.getByRole("heading", { name: "Fare", exact: true });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element === document.activeElement)).toBe(true);
    for (const text of ["Early on a working day: having entered by 07:00, you pay 50 %", "¥35.00"])
      await page.getByText(text).first().waitFor();
    await page.getByText("Discount of the month: from 100.00 yuan paid on, you pay 80 %").waitFor();
    await expectAccessible(seen, "a fare of two legs");
    await speak(seen, "en");
    await leave(seen, origin, PORTAL);
  });

  it("to see what one is entitled to, the card that goes with it, and why its rides cost what they did", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/cards/entitlements");
    await signIn(seen);
    await page.getByRole("heading", { name: "People of 60 and over" }).waitFor();
    await page.getByText("Holds", { exact: true }).waitFor();
    await goTo(seen, "/cards");
    await page.getByRole("link", { name: /Senior card/ }).click();
    await page.getByText("Entitled until").waitFor();
    await page.getByText("Changed by leaving").waitFor();
    await page.getByRole("link", { name: /Bus.*Free ride/ }).click();
    await page.getByText(/^Free ride: People of 60 and over/).waitFor();
    await expectAccessible(seen, "a ride that was free");
    await leave(seen, origin, PORTAL);
  });
}
