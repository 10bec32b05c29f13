import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import { workingDaysBefore } from "../../services/field/working-days.ts";
import { addDays as civilDaysLater, date } from "../../services/kernel/civil-date.ts";
import { addDays, dateAt, day } from "../../web/shared/format/dates.ts";
import { leave, PORTAL } from "./held.ts";
import { RENEWAL_ITEM, RENEWAL_WINDOW } from "./licence-city.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, partOf, signIn, speak, visit } from "./visit.ts";

const { opensWorkingDays, inTimeWorkingDays } = RENEWAL_WINDOW;

export function licenceRenewalJourney(portal: () => Portal): void {
  it("to learn when a licence's renewal can be asked for: now, not yet, and too late to be in time", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/licences/own/${city.licence.id}`);
    await signIn(seen);
    const part = partOf(page, "Renewal");
    await part.getByText("It can be asked for now, in time").waitFor();
    const end = civilDaysLater(date(dateAt(new Date())), 30);
    for (const told of [
      workingDaysBefore(end, opensWorkingDays),
      workingDaysBefore(end, inTimeWorkingDays),
      end,
    ])
      await part.getByText(day(told, "en"), { exact: true }).waitFor();
    await part.getByText("it counts as granted if nobody has decided").waitFor();
    await expectAccessible(seen, "a licence whose renewal can be asked for");
    await speak(seen, "en");

    await goTo(seen, `/licences/own/${city.laterLicence.id}`);
    await part.getByText("It cannot be asked for yet").waitFor();

    // As it is told a day after the last one in time.
    await page.route("**/graphql", tooLate);
    await page.goto(`/licences/own/${city.licence.id}`);
    await part.getByText("It is too late to be in time").waitFor();
    await expectAccessible(seen, "a licence whose renewal is late");
    await speak(seen, "en");
    await page.unrouteAll({ behavior: "wait" });

    await part.getByRole("link", { name: "See the service that renews it" }).click();
    await page.getByRole("heading", { name: "Renewal of a disability certificate", level: 1 }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/services/${RENEWAL_ITEM}`);
    await leave(seen, origin, PORTAL);
  });
}

type Answer = { readonly data: { readonly node?: { readonly renewal?: { inTimeUntil: string } } } };

async function tooLate(route: Route): Promise<void> {
  if (!route.request().postData()?.includes("PortalOwnLicence")) return route.continue();
  const response = await route.fetch();
  const json: Answer = await response.json();
  if (json.data.node?.renewal) json.data.node.renewal.inTimeUntil = addDays(dateAt(new Date()), -1);
  return route.fulfill({ response, json });
}
