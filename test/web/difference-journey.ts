import { expect, it } from "vitest";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, speak } from "./visit.ts";

const REASON = "重复扣款，无法联系付款人";

/** Two treasurers resolve what a channel charged a second time. */
export function differenceJourney(site: () => Site): void {
  it("of two treasurers: a second charge is proposed to be written off, not by one alone, and confirmed", async () => {
    const { origin } = site();
    const first = await deskOf(site(), "何芳");
    const { page } = first;
    await goTo(first, "/desk/treasury");
    await page.getByText(/Differences of payment channels wait for treasurers/).waitFor();
    await page.getByRole("link", { name: "Differences of payment channels" }).click();
    await page.getByRole("link", { name: "Charged a second time" }).click();
    await page.getByRole("heading", { name: "Charged a second time" }).waitFor();
    await drawn(page);
    await page.getByRole("button", { name: "Hand it to another treasurer" }).click();
    await page.getByRole("alert").getByText("Choose an outcome").waitFor();
    await expectAccessible(first, "a difference without a word on it");
    await speak(first, "en");
    await page.getByLabel("Outcome").selectOption("ASSIGN_TO_BILL");
    await page.getByLabel("The bill's id").fill("bill_none");
    await page.getByLabel("Reason").fill(REASON);
    await page.getByRole("button", { name: "Hand it to another treasurer" }).click();
    await page.getByText("There is no such bill.").first().waitFor();
    await page.getByLabel("Outcome").selectOption("WRITE_OFF");
    expect(await page.getByLabel("Reason").inputValue()).toBe(REASON);
    await page.getByRole("button", { name: "Hand it to another treasurer" }).click();
    await page.getByText("You have proposed this; another treasurer has to confirm it.").waitFor();
    expect(await page.getByRole("button", { name: "Confirm it" }).count()).toBe(0);
    await expectAccessible(first, "a difference that waits for another treasurer");
    await leave(first, origin, DESK, [REASON, "bill_none"]);

    const second = await deskOf(site(), "谢强");
    await goTo(second, "/desk/treasury/differences");
    await second.page.getByText("To be confirmed").waitFor();
    await second.page.getByRole("link", { name: "Charged a second time" }).click();
    await second.page.getByText(REASON).waitFor();
    await second.page.getByRole("button", { name: "Confirm it" }).click();
    await expectAccessible(second, "a difference that is about to be confirmed");
    await speak(second, "en");
    await second.page.getByRole("button", { name: "Yes, confirm it" }).click();
    await second.page.getByRole("alert").getByText("It is confirmed").waitFor();
    await goTo(second, "/desk/treasury/differences");
    await second.page.getByText("No channel differs from the books.").waitFor();
    await expectAccessible(second, "no differences");
    await leave(second, origin, DESK);
  });
}
