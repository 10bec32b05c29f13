import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, partOf, signIn, speak, type Visit, visit } from "./visit.ts";

/** The end of the demo citizen's number, and one that it is not. */
const [ENDING, OTHER_ENDING] = ["31002x", "310021"];
const NOT_LOOKED_AT = "They do not fit, or were not looked at";

const check = async ({ page }: Visit, ending: string): Promise<void> => {
  await page.getByLabel("Last six characters").fill(ending);
  await page.getByRole("button", { name: "Check it" }).click();
};

export function verifyJourney(portal: () => Portal): void {
  it("of anybody who is shown a licence: its address tells how it stands, and the holder's number what it says", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    // As a telephone opens the code on a licence.
    await page.goto(`/verify#${city.laterLicence.identifier}`);
    const standing = partOf(page, "Disability certificate");
    await standing.getByText("Valid", { exact: true }).waitFor();
    await standing.getByText("on record and valid now").waitFor();
    expect(await page.getByText("Hearing").count()).toBe(0);
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByRole("alert").getByText("Write six digits or letters").waitFor();
    await expectAccessible(seen, "a licence whose holder is to be checked");
    await speak(seen, "en");
    // By keys alone.
    await page.getByLabel("Last six characters").fill(ENDING);
    await page.keyboard.press("Enter");
    await page.getByText("They fit: it is the holder's number").waitFor();
    await page.getByText("Issued by").waitFor();
    await expectAccessible(seen, "a licence whose holder is confirmed");
    await speak(seen, "en");

    // Pasted with all of the address around it.
    const field = page.getByLabel("Identifier of the licence");
    await field.fill(` ${origin}/verify#${city.licence.identifier.toLowerCase()} `);
    await page.getByRole("button", { name: "Verify" }).click();
    await page.waitForURL(`**/verify#${city.licence.identifier}`);
    await standing.getByText("on record and valid now").waitFor();
    expect(await field.inputValue()).toBe(city.licence.identifier);
    expect(await page.getByText("They fit: it is").count()).toBe(0);
    await page.goBack();
    await expect.poll(() => field.inputValue()).toBe(city.laterLicence.identifier);

    await field.fill(`${city.licence.identifier.slice(0, -1)}*`);
    await page.keyboard.press("Enter");
    await page.getByText("No licence has this identifier").waitFor();
    await expectAccessible(seen, "an identifier of no licence");
    await speak(seen, "en");
    await field.fill("JY11105050876919");
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("Write the identifier of the licence").waitFor();
    // Nothing that was stated stands in an address that a server has seen.
    const sent = seen.addresses.map((address) => address.split("#")[0]);
    expect(sent.join("\n")).not.toContain(city.licence.number);
    await leave(seen, origin, PORTAL, [ENDING]);
  });

  it("of somebody who guesses at a holder's number: told that none is heard for an hour, and so is the holder", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/verify#${city.licence.identifier}`);
    for (let guess = 0; guess < 5; guess += 1) {
      const asked = seen.answers.length;
      await check(seen, OTHER_ENDING);
      await expect.poll(() => seen.answers.length).toBeGreaterThan(asked);
      await page.getByText(NOT_LOOKED_AT).waitFor();
    }
    // The right one is not looked at any more.
    await check(seen, ENDING);
    const told = page.getByRole("alert").filter({ hasText: NOT_LOOKED_AT });
    await told.getByText("then none is looked at until the hour is over").waitFor();
    await expectAccessible(seen, "a licence of which no end is heard");
    await leave(seen, origin, PORTAL, [ENDING, OTHER_ENDING]);

    const holder = await visit(browser, origin, "en");
    await holder.page.goto("/licences");
    await signIn(holder);
    await goTo(holder, "/messages");
    await holder.page.getByText(/wrong/i).first().waitFor();
    await drawn(holder.page);
    await leave(holder, origin, PORTAL);
  });
}
