import { it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, partOf, signIn, speak, visit } from "./visit.ts";

const NUMBER = "110101199003070628";

export function spouseJourney(portal: () => Portal): void {
  it("to confirm one's spouse for the housing fund, and to take it back", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/fund/withdraw");
    await signIn(seen);
    await page.getByRole("link", { name: "Your spouse draws for rent? Confirm them first" }).click();
    await page.getByRole("button", { name: "This is my spouse" }).click();
    await page.getByRole("alert").getByText("Write the number of their identity document").waitFor();
    await page.getByLabel("Your spouse's identity number").fill("110101199003070000");
    await page.getByRole("button", { name: "This is my spouse" }).click();
    await page.getByRole("alert").getByText("This is no valid identity number").waitFor();
    await expectAccessible(seen, "a spouse with a number that is none");
    await speak(seen, "en");
    await page.getByLabel("Your spouse's identity number").fill(NUMBER);
    await page.getByRole("button", { name: "This is my spouse" }).click();
    await page.getByText(/You have confirmed 1101\S+0628 as your spouse/).waitFor();
    const own = partOf(page, "The spouse you have confirmed");
    await own.getByText(/^1101\S+0628$/).waitFor();
    await own.getByRole("button", { name: /Take it back/ }).click();
    await expectAccessible(seen, "a spouse who was confirmed");
    await speak(seen, "en");
    await own.getByRole("button", { name: "Yes, take it back" }).click();
    await page.getByText("It is taken back.").waitFor();
    await leave(seen, origin, PORTAL, [NUMBER]);
  });
}
