import type { Page, Route } from "playwright-core";
import { expect, it } from "vitest";
import { AUTHORITIES } from "../../local/demo/licence-types/authorities.ts";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { expectAccessible, goTo, signedInAgain, speak, violations } from "./visit.ts";

const KEYS = `/desk/issuer-keys/${AUTHORITIES.disabledPersons.creditCode}?mode=TEST`;
const REASON = "年度轮换";
const WAITS = "Waits for a second officer";

const keyThat = (page: Page, standing: string) =>
  page.getByRole("region", { name: /^Key / }).filter({ hasText: standing });

export function issuerKeyJourneys(site: () => Site): void {
  it("of two officers: a key is proposed by one and agreed to by the other, the one before ended, and reported as stolen", async () => {
    await proposeKey(site());
    await agreeToKey(site());
    await endAndReportKey(site());
  });
}

async function proposeKey(site: Site): Promise<void> {
  const seen = await deskOf(site, "林静");
  const { page } = seen;
  await page.getByRole("main").getByRole("link", { name: "Issuers' keys" }).click();
  await page.getByRole("button", { name: "Open them" }).click();
  await page.getByRole("alert").getByText("Write the credit code").waitFor();
  await page.getByRole("link", { name: AUTHORITIES.disabledPersons.department.name.en }).click();
  await keyThat(page, "Valid: it signs").waitFor();
  await page.getByRole("link", { name: "Test", exact: true }).click();
  await page.waitForURL(/mode=TEST/);
  await keyThat(page, "Valid: it signs").waitFor();
  const propose = page.getByRole("button", { name: "Propose it" });
  await propose.click();
  await page.getByRole("alert").getByText("Write the reason").waitFor();
  await page.getByLabel("Reason").fill(REASON);
  await page.getByLabel("It signs from").fill("2020-01-01T08:00");
  await propose.click();
  await page.locator("#from-problem").getByText("cannot begin in the past").waitFor();
  await expectAccessible(seen, "a key that would begin in the past");
  await speak(seen, "en");
  await page.getByLabel("It signs from").fill("");
  const type = page.getByLabel("A licence type in force");
  expect(await type.inputValue()).toBe("disability-certificate");
  await type.fill("residence-permit");
  await propose.click();
  await page.locator("#licenceType-problem").getByText("names no such issuer").waitFor();
  await type.fill("disability-certificate");
  await propose.click();
  await page.getByText("It is proposed, and waits for another officer", { exact: true }).waitFor();
  await keyThat(page, WAITS).getByText("You have proposed this key").waitFor();
  expect(await page.getByRole("button", { name: "Agree to this key" }).count()).toBe(0);
  await expectAccessible(seen, "a key that waits");
  await speak(seen, "en");

  // Nor does the platform take their word, whatever their page offers.
  await page.route("**/graphql", offerAgreement);
  await page.reload();
  await signedInAgain(seen);
  await page.getByLabel("Why you agree").fill(REASON);
  await page.getByRole("button", { name: "Agree to this key" }).click();
  await page.getByRole("alert").getByText("another officer has to take this one").waitFor();
  await page.unrouteAll({ behavior: "wait" });
  await leave(seen, site.origin, DESK, [REASON]);
}

/** As the platform answers somebody who has not proposed the key. */
async function offerAgreement(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.json();
  for (const edited of body.data?.editedIssuerKeys ?? [])
    if (edited.key.standing === "PROPOSED") edited.availableActions = ["agreeToIssuerKey"];
  await route.fulfill({ response, json: body });
}

async function agreeToKey(site: Site): Promise<void> {
  const seen = await deskOf(site, "高磊");
  const { page } = seen;
  await goTo(seen, KEYS);
  await keyThat(page, WAITS).getByText("林静").waitFor();
  await page.getByRole("button", { name: "Agree to this key" }).click();
  await page.getByRole("alert").getByText("Write it down first").waitFor();
  await expectAccessible(seen, "a key to agree to");
  await speak(seen, "en");
  await page.getByLabel("Why you agree").fill(REASON);
  // By keys alone.
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.getByText("It is agreed to, and signs from its time on", { exact: true }).waitFor();
  await expect.poll(() => keyThat(page, "Valid: it signs").count()).toBe(2);
  await leave(seen, site.origin, DESK, [REASON]);
}

async function endAndReportKey(site: Site): Promise<void> {
  const seen = await deskOf(site, "林静");
  const { page } = seen;
  await goTo(seen, KEYS);
  const older = page.getByRole("region", { name: /^Key / }).last();
  await older.getByRole("link", { name: /^End it/ }).click();
  await page.getByRole("heading", { name: /^End: Key / }).waitFor();
  const end = page.getByRole("button", { name: "End it" });
  await end.click();
  await page.getByRole("alert").getByText("Choose the day and the time").waitFor();
  await page.getByLabel("Reason").fill(REASON);
  await page.getByLabel("It signs until").fill("2020-01-01T08:00");
  await end.click();
  await page.locator("#at-problem").getByText("cannot end in the past").waitFor();
  await expectAccessible(seen, "a key that would end in the past");
  await speak(seen, "en");
  await page.getByLabel("It signs until").fill("2099-01-01T08:00");
  await end.click();
  await page.getByText("Its end is on record", { exact: true }).waitFor();
  await older.getByText("1 January 2099 at 08:00").waitFor();

  await older.getByRole("link", { name: /^Report it as stolen/ }).click();
  await page.getByRole("link", { name: "Leave it as it is" }).click();
  await older.getByRole("link", { name: /^Report it as stolen/ }).click();
  await page.getByText("cannot be taken back").waitFor();
  await page.getByLabel("Stolen since").fill("2099-01-01T08:00");
  await page.getByLabel("Reason").fill("审计发现他人使用");
  const report = page.getByRole("button", { name: "Report it as stolen" });
  const asked = page.getByRole("dialog", { name: "Report this key as stolen?" });
  const yes = asked.getByRole("button", { name: "Report it as stolen" });
  // By keys: Escape leaves it unsent, with all that is typed.
  await report.focus();
  await page.keyboard.press("Enter");
  await asked.waitFor();
  expect(await violations(page), "a report that is about to be sent").toEqual([]);
  await page.keyboard.press("Escape");
  await expect.poll(() => asked.count()).toBe(0);
  await report.click();
  await yes.click();
  await page.locator("#at-problem").getByText("yet to come").waitFor();
  await expectAccessible(seen, "a report of a time to come");
  await speak(seen, "en");
  await page.getByLabel("Stolen since").fill("2026-01-01T08:00");
  await report.click();
  await yes.click();
  await page.getByText("It is on record as stolen, and signs nothing more", { exact: true }).waitFor();
  await older.getByText("Stolen", { exact: true }).waitFor();
  await older.getByText("1 January 2026 at 08:00").waitFor();
  await expectAccessible(seen, "a key that was stolen");
  await leave(seen, site.origin, DESK, [REASON, "审计发现"]);
}
