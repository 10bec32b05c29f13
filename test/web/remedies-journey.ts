import { expect, it } from "vitest";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { expectAccessible, goTo, partOf, speak } from "./visit.ts";

export function remediesJourney(site: () => Site): void {
  it("of the remedies that decisions name: stated with an online channel, and named from that day on", async () => {
    const { origin } = site();
    const seen = await deskOf(site(), "林静");
    const { page } = seen;
    await goTo(seen, "/desk/remedies?region=110119&department=BJ-GA");
    const form = page.locator("form", { has: page.getByRole("heading", { name: "State it anew" }) });
    await form.getByRole("button", { name: "State it" }).click();
    await page.getByRole("alert").getByText("Choose the day from which it holds").waitFor();
    await expectAccessible(seen, "remedies with something to put right");
    await speak(seen, "en");
    await form.getByLabel("Holds from").fill("2026-01-01");
    await form.getByLabel("Kind of body").selectOption({ label: "Tax authority" });
    const authority = form.getByRole("group", { name: "The authority of its own line above it" });
    await authority.getByLabel("Name in Chinese").fill("示范市税务局");
    await authority.getByLabel("Name in English").fill("The city's tax bureau");
    await authority.getByLabel("Online channel").fill("http://tax.example.cn/");
    await form.getByLabel("Reason").fill("公布网上渠道");
    await form.getByRole("button", { name: "State it" }).click();
    await page.getByRole("alert").getByText("begins with https").waitFor();
    await authority.getByLabel("Online channel").fill("https://tax.example.cn/");
    await form.getByRole("button", { name: "State it" }).click();
    await page.getByText("It is stated", { exact: true }).waitFor();
    const named = partOf(page, "A decision of today names");
    await named.getByText("The city's tax bureau").waitFor();
    await named.getByRole("link", { name: "https://tax.example.cn/" }).waitFor();
    // The next statement begins with this one.
    await expect.poll(() => authority.getByLabel("Name in Chinese").inputValue()).toBe("示范市税务局");
    await expectAccessible(seen, "remedies that are stated");
    await leave(seen, origin, DESK);
  });
}
