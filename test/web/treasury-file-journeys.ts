import { expect, it } from "vitest";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, speak } from "./visit.ts";

/** A treasurer takes the bank's file, and a gateway's, and two agree on how operators share rides. */
export function treasuryFileJourneys(site: () => Site): void {
  it("of a treasurer: the bank's file is read row by row, and each row is told", async () => {
    const seen = await deskOf(site(), "何芳");
    const { page } = seen;
    await goTo(seen, "/desk/treasury");
    await page.getByRole("link", { name: "The bank's file" }).click();
    await drawn(page);
    const rows = page.getByLabel("Or paste what is in it");
    const send = page.getByRole("button", { name: "Take the file" });
    await send.click();
    await page.getByRole("alert").getByText("Paste or choose a file").waitFor();
    await rows.fill("payout,outcome\npyo_none,paid");
    await send.click();
    await page.getByRole("alert").getByText("The first line lacks the column amount").waitFor();
    await rows.fill("payout,outcome,amount\npyo_0000000000000000,lost,1.00");
    await send.click();
    await page.getByRole("alert").getByText("Line 2: outcome is paid, refused or returned").waitFor();
    await expectAccessible(seen, "a bank's file with a row that nobody can read");
    await speak(seen, "en");
    await page.getByLabel("Choose the file").setInputFiles({
      ...{ name: "bank.csv", mimeType: "text/csv" },
      buffer: Buffer.from(
        'outcome,payout,amount,bankReference,reason\nreturned,pyo_0000000000000000,1.00,ICBC-1,"closed, they say"\n',
      ),
    });
    await expect.poll(() => rows.inputValue()).toContain("closed, they say");
    await send.click();
    await page.getByText("1 rows are dealt with, 1 of them not taken.").waitFor();
    await page.getByRole("table", { name: "What has become of each row" }).getByText("Not taken").waitFor();
    await expectAccessible(seen, "a bank's file of which nothing was taken");
    await speak(seen, "en");

    await goTo(seen, "/desk/treasury/chargebacks");
    await page
      .getByLabel("Or paste what is in it")
      .fill("kind,payment,number,amount,at\nchargeback,pay_0000000000000000,cb-1,1,2026-11-23T01:00:00Z");
    await page.getByRole("button", { name: "Take the file" }).click();
    await page.getByText("1 rows are dealt with, 1 of them not taken.").waitFor();
    await expectAccessible(seen, "a gateway's chargebacks of which nothing was taken");
    await leave(seen, site().origin, DESK, ["ICBC-1", "closed, they say"]);
  });

  it("of two treasurers: a rule of clearing is proposed by one, and agreed to by the other", async () => {
    const first = await deskOf(site(), "何芳");
    const { page } = first;
    await goTo(first, "/desk/treasury");
    await page.getByRole("link", { name: "Clearing between operators" }).click();
    await page.getByText("There is no rule yet").waitFor();
    await page.getByRole("button", { name: "Propose it" }).click();
    await page.getByRole("alert").getByText("Choose the first day").waitFor();
    await expectAccessible(first, "a rule of clearing without its first day");
    await speak(first, "en");
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await page.getByLabel("First day").fill(today);
    await page
      .getByLabel("How a ride is shared")
      .selectOption({ label: "Fixed shares of the operators at entry and exit" });
    await page.getByLabel("Share of the operator at the entry").fill("400");
    await page.getByRole("button", { name: "Propose it" }).click();
    // It is the platform that finds that the day has begun, and nothing typed is lost.
    await page.locator("#effectiveFrom-problem").waitFor();
    await page.getByLabel("First day").fill("2099-01-01");
    await page.getByRole("button", { name: "Propose it" }).click();
    await page.getByText("You have proposed this; another treasurer has to agree to it.").waitFor();
    expect(await page.getByRole("button", { name: /^Agree to it/ }).count()).toBe(0);
    await expectAccessible(first, "a rule of clearing that waits");
    await leave(first, site().origin, DESK);

    const second = await deskOf(site(), "谢强");
    await goTo(second, "/desk/treasury/clearing");
    await second.page.getByRole("button", { name: /^Agree to it/ }).click();
    await expectAccessible(second, "a rule of clearing that is about to be agreed to");
    await speak(second, "en");
    await second.page.getByRole("button", { name: /^Yes, agree to it/ }).click();
    await second.page.getByRole("alert").getByText("It is agreed").waitFor();
    await second.page.getByText("Agreed", { exact: true }).waitFor();
    await leave(second, site().origin, DESK);
  });

  it("of a treasurer: an operator is there to choose, however many partners are settled with before it", async () => {
    const seen = await deskOf(site(), "何芳");
    const { page } = seen;
    let pages = 0;
    // The platform is asked for pages of one, so that few partners are many.
    await page.route("**/graphql", (route, request) => {
      const asked = request.postData() ?? "";
      if (asked.includes("DeskSettledPartners")) pages += 1;
      return route.continue({
        postData: asked.replaceAll(/settlementBooks\(first: 50/g, "settlementBooks(first: 1"),
      });
    });
    await goTo(seen, "/desk/treasury/clearing");
    const lines = page.getByRole("group", { name: "The operator of each line" }).getByRole("combobox");
    await expect.poll(() => lines.first().getByRole("option").count()).toBeGreaterThan(1);
    expect(pages).toBeGreaterThan(1);
    await page.unrouteAll();
    await leave(seen, site().origin, DESK);
  });
}
