import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, speak } from "./visit.ts";

/** By its end a bank of the demo city says that it is another's. */
const OF_ANOTHER = "1101010400123491";
const ACCOUNT = "1101010400123456";

/** A treasurer books by what transfer a channel has settled a day. */
export function channelSettlementJourney(site: () => Site): void {
  it("of a treasurer: what a channel has paid is booked once, with how it differs from the books", async () => {
    const seen = await deskOf(site(), "何芳");
    const { page } = seen;
    await goTo(seen, "/desk/treasury");
    await page.getByRole("link", { name: "What channels have paid" }).click();
    await page.getByText("Nothing of this channel is booked yet.").waitFor();
    await page.getByRole("link", { name: "Demonstration" }).click();
    await page.waitForURL(/channel=SANDBOX/);
    await drawn(page);
    const send = page.getByRole("button", { name: "Book it as arrived" });
    await send.click();
    await page.getByRole("alert").getByText("Choose a day").first().waitFor();
    await expectAccessible(seen, "a channel's settlement without its amounts");
    await speak(seen, "en");
    await page.getByLabel("First day").fill("2026-01-05");
    await page.getByLabel("Last day").fill("2026-01-06");
    await page.getByLabel("Total of the files").fill("100");
    await page.getByLabel("Fee that the channel has kept").fill("0.6");
    await page.getByLabel("What has arrived").fill("99");
    await page.getByLabel("The bank's number of the transfer").fill("BANK-2026-0105");
    await send.click();
    // It is the platform that finds that they do not fit, and nothing typed is lost.
    await page.locator("#gross-problem").waitFor();
    await page.getByLabel("What has arrived").fill("99.40");
    await send.click();
    await page.getByRole("alert").getByText("It is booked").waitFor();
    const line = page.getByRole("table", { name: "Booked so far" }).getByRole("row").nth(1);
    await line.waitFor();
    const told = ["¥100.00", "¥0.60", "¥99.40", "¥0.00", "BANK-2026-0105"];
    expect(await line.getByRole("cell").allInnerTexts()).toEqual(expect.arrayContaining(told));
    await expectAccessible(seen, "a channel's settlement that differs from the books");
    await leave(seen, site().origin, DESK, ["BANK-2026-0105", "99.40"]);
  });
}

/** Two treasurers agree how a partner is settled with. */
export function contractJourney(site: () => Site): void {
  it("of two treasurers: a contract of settlement is proposed, called off, proposed anew, and agreed to by the other", async () => {
    const { origin, demo } = site();
    const first = await deskOf(site(), "何芳");
    const { page } = first;
    await goTo(first, "/desk/treasury");
    await page.getByRole("link", { name: "Contracts of settlement" }).click();
    await page.getByRole("cell", { name: "Transit operator" }).waitFor();
    await page.getByRole("button", { name: "Open its contracts" }).click();
    await page.getByRole("alert").getByText("Write the partner's id").waitFor();
    await expectAccessible(first, "contracts, without the partner that is sought");
    await speak(first, "en");
    await page.getByLabel("The partner's id").fill(demo.partner.id);
    await page.getByRole("button", { name: "Open its contracts" }).click();
    await page.getByText("No contract was proposed for this partner yet").waitFor();
    await page.getByRole("button", { name: "Propose it" }).click();
    await page.getByRole("alert").getByText("Choose the first day").waitFor();
    await expectAccessible(first, "a contract without its terms");
    await speak(first, "en");
    await fillTerms(page, OF_ANOTHER);
    await page.getByRole("button", { name: "Propose it" }).click();
    // The bank's word stands at the account, and nothing typed is lost.
    await page.locator("#accountNumber-problem").waitFor();
    expect(await page.getByLabel("Fee in thousandths").inputValue()).toBe("3.5");
    await page.getByLabel("Number of the enterprise's bank account").fill(ACCOUNT);
    await page.getByRole("button", { name: "Propose it" }).click();
    await page.getByText("You have proposed this; another treasurer has to agree to it.").waitFor();
    expect(await page.getByRole("button", { name: "Agree to it" }).count()).toBe(0);
    await page.getByRole("button", { name: "Call it off" }).click();
    await page.getByRole("button", { name: "Yes, call it off" }).click();
    await page.getByRole("alert").getByText("It is called off").waitFor();
    await fillTerms(page, ACCOUNT);
    await page.getByRole("button", { name: "Propose it" }).click();
    await page.getByText("You have proposed this; another treasurer has to agree to it.").waitFor();
    await expectAccessible(first, "a contract that waits for another treasurer");
    await leave(first, origin, DESK, [ACCOUNT, OF_ANOTHER, "3.5"]);

    const second = await deskOf(site(), "谢强");
    await goTo(second, "/desk/treasury");
    await second.page.getByText("Contracts of settlement wait for another treasurer.").waitFor();
    await second.page.getByRole("link", { name: "Contracts of settlement" }).click();
    await drawn(second.page);
    const waiting = second.page.getByRole("table", { name: "Contracts that wait for another treasurer" });
    await waiting.getByText("For you to agree to").waitFor();
    await expectAccessible(second, "a contract that a treasurer is to agree to");
    await speak(second, "en");
    await waiting.getByRole("link").click();
    await second.page.getByRole("button", { name: "Agree to it" }).click();
    await expectAccessible(second, "a contract that is about to be agreed to");
    await speak(second, "en");
    await second.page.getByRole("button", { name: "Yes, agree to it" }).click();
    await second.page.getByRole("alert").getByText("It is agreed").waitFor();
    await second.page.getByText("In force", { exact: true }).waitFor();
    await leave(second, origin, DESK);
  });
}

async function fillTerms(page: Page, account: string): Promise<void> {
  await page.getByLabel("First day").fill(new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));
  await page.getByLabel("Fee in thousandths").fill("3.5");
  await page.getByLabel("Fixed fee for each, in yuan").fill("0.1");
  await page.getByLabel("Fee at most, in yuan").fill("50");
  await page.getByLabel("Least that is paid out, in yuan").fill("10");
  await page.getByLabel("Number of the enterprise's bank account").fill(account);
}
