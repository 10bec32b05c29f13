import { expect, it } from "vitest";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, partOf, speak } from "./visit.ts";

export function zoneAndFareJourneys(site: () => Site): void {
  it("of two treasurers: fares are proposed as a file by one, each fault at its place, and published by the other", async () => {
    const first = await deskOf(site(), "何芳");
    const { page } = first;
    await goTo(first, "/desk/treasury");
    await page.getByRole("link", { name: "Fares of transit" }).click();
    await page.getByText("Up to 6 km: ¥3.00").waitFor();
    await page.getByRole("link", { name: "Bus", exact: true }).click();
    const file = page.getByLabel("Or paste it, and change it");
    const propose = page.getByRole("button", { name: "Propose them" });
    await propose.click();
    await page.getByRole("alert").getByText("Paste or choose a file of fares").waitFor();
    await page.getByRole("button", { name: "Begin with the fares published last" }).click();
    const begun = await file.inputValue();
    await propose.click();
    await page.getByRole("alert").getByText("effectiveFrom: has to be a day").waitFor();
    await expectAccessible(first, "fares without their first day");
    await speak(first, "en");
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const onDay = (day: string) => begun.replace('"effectiveFrom": ""', `"effectiveFrom": "${day}"`);
    await page.getByLabel("Choose the file").setInputFiles({
      ...{ name: "fares.json", mimeType: "application/json" },
      buffer: Buffer.from(onDay(today).replace('"1.00"', '"1.50"')),
    });
    await page.getByRole("heading", { name: "As they will be shown" }).waitFor();
    await propose.click();
    // It is the platform that finds that the day has begun, and nothing typed is lost.
    await page.getByRole("alert").getByText("effectiveFrom: Fares begin tomorrow or later").waitFor();
    await file.fill(onDay("2099-01-01").replace('"1.00"', '"1.50"'));
    await propose.click();
    const proposed = partOf(page, "From 1 January 2099");
    await proposed.getByText("You have proposed these fares").waitFor();
    await proposed.getByText("For each further 5 km begun ¥1.50 more").waitFor();
    expect(await page.getByRole("button", { name: /^Agree to them/ }).count()).toBe(0);
    await expectAccessible(first, "fares that wait");
    await leave(first, site().origin, DESK);

    const second = await deskOf(site(), "谢强");
    await goTo(second, "/desk/treasury/fares?region=110000");
    await second.page.getByRole("link", { name: "Bus (1 proposed)" }).click();
    await second.page.getByRole("button", { name: /^Agree to them/ }).click();
    await expectAccessible(second, "fares that are about to be published");
    await speak(second, "en");
    await second.page.getByRole("button", { name: /^Yes, agree to them/ }).click();
    await second.page.getByRole("alert").getByText("They are published").waitFor();
    await partOf(second.page, "From 1 January 2099").getByText("To come").waitFor();
    await leave(second, site().origin, DESK);
  });

  it("of a supervisor: a development zone is recorded, is a region, and ends with its last day", async () => {
    const seen = await deskOf(site(), "马超");
    const { page } = seen;
    await goTo(seen, "/desk");
    await page.getByRole("main").getByRole("link", { name: "Development zones" }).click();
    await page.getByText("No zone of this region is on record").waitFor();
    const record = page.getByRole("button", { name: "Record it" });
    await record.click();
    await page.getByRole("alert").getByText("Write the code of six digits").waitFor();
    await page.getByLabel("Code").fill("110105");
    await page.getByLabel("Name in Chinese").fill("示范开发区");
    await page.getByLabel("First day").fill("2026-01-01");
    await page.getByLabel("Reason").fill("经批准设立");
    await record.click();
    await page.getByRole("alert").getByText("This code is that of an administrative division").waitFor();
    await expectAccessible(seen, "a zone with another region's code");
    await speak(seen, "en");
    await page.getByLabel("Code").fill("110171");
    await record.click();
    await page.getByText("It is recorded", { exact: true }).waitFor();
    const row = page.getByRole("row", { name: /示范开发区/ });
    await row.getByText("In force", { exact: true }).waitFor();
    await page
      .getByLabel("Region")
      .locator("option", { hasText: "示范开发区" })
      .waitFor({ state: "attached" });
    await row.getByRole("link", { name: /^Change or end it/ }).click();
    await page.getByRole("heading", { name: "Change or end 示范开发区" }).waitFor();
    await page.getByLabel("Last day").fill("2025-12-31");
    await page.getByLabel("Reason").fill("撤销");
    await record.click();
    await page.getByRole("alert").getByText("A zone cannot end before it begins").waitFor();
    await page.getByLabel("Last day").fill("2026-01-31");
    await record.click();
    await row.getByText("Not in force", { exact: true }).waitFor();
    await drawn(page);
    await expectAccessible(seen, "a zone that has ended");
    await leave(seen, site().origin, DESK);
  });
}
