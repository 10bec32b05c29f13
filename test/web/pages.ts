import { expect, it } from "vitest";
import { dateAt } from "../../web/shared/format/dates.ts";
import { leave, PORTAL, see, seeBothWays, seeFirst, seeSignIn, tooSmall } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { HALL_ITEM, OPEN_HALL } from "./portal-city.ts";
import {
  DEMO_CITIZEN,
  drawn,
  expectAccessible,
  expectFocusSeen,
  goTo,
  overflow,
  signIn,
  violations,
  visit,
  WIDTHS,
} from "./visit.ts";

const DAY_MS = 86_400_000;
/** At the hall that is open every day. */
const bookingTomorrow = (): string =>
  `/halls/${OPEN_HALL}/book?item=${HALL_ITEM}&day=${dateAt(new Date(Date.now() + DAY_MS))}`;

/** Of the portal, whose pages ask for nothing before what they show, one of each shape is opened by its address as well. */
const BY_ADDRESS: readonly string[] = ["bills", "an appointment", "privacy", "a number that is not there"];

export function pages(portal: () => Portal): void {
  it("is judged by a check that finds what is wrong", async () => {
    const { browser, origin } = portal();
    const { page, context } = await visit(browser, origin);
    await page.goto("/services");
    await drawn(page);
    await page.evaluate(() => {
      document.documentElement.removeAttribute("lang");
      document.querySelector("label")?.removeAttribute("for");
    });
    expect(await violations(page)).toEqual(["html-has-lang: html", "label: #words"]);
    await context.close();
  });

  it("of somebody who has not signed in is light, accessible and from this origin alone", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin);
    await seeFirst(seen, PORTAL);
    for (const page of [
      { name: "services", path: "/services", asks: 1 },
      { name: "a service", path: "/services/BJ-GJJ-ZFTQ-001", asks: 1 },
      { name: "a service that is not there", path: "/services/none", asks: 1 },
      { name: "a licence that is not there", path: "/licences/JY11105050876919", asks: 1 },
      { name: "the verification of licences", path: "/verify", asks: 0 },
      { name: "a licence's verification", path: `/verify#${city.licence.identifier}`, asks: 1 },
      { name: "services by life event", path: "/services?event=HOME", asks: 1 },
      { name: "halls", path: "/halls", asks: 1 },
      { name: "halls for an item", path: `/halls?region=110000&item=${HALL_ITEM}`, asks: 1 },
      { name: "halls for no item", path: "/halls?item=none", asks: 1 },
      { name: "a hall", path: "/halls/BJ-CY-01", asks: 1 },
      { name: "a hall that is not there", path: "/halls/NONE", asks: 1 },
      { name: "booking: the item", path: `/halls/${OPEN_HALL}/book`, asks: 1 },
      { name: "booking: the day", path: `/halls/${OPEN_HALL}/book?item=${HALL_ITEM}`, asks: 1 },
      { name: "booking: the time", path: bookingTomorrow(), asks: 1 },
      { name: "booking at no hall", path: "/halls/NONE/book", asks: 1 },
      { name: "using a copy of a licence", path: "/copy", asks: 0 },
      { name: "bills without a sign-in", path: "/bills", asks: 0 },
      { name: "a ride code without a sign-in", path: `/cards/${city.card}/ride`, asks: 0 },
      { name: "a licence offline without a sign-in", path: "/licences/own/lic_none/offline", asks: 0 },
      { name: "devices without a sign-in", path: "/licences/devices", asks: 0 },
      { name: "adding a card without a sign-in", path: "/cards/bind", asks: 0 },
      { name: "a case without a sign-in", path: `/cases/${city.draft}`, asks: 0 },
      { name: "applying without a sign-in", path: "/apply/BJ-GJJ-ZFTQ-001", asks: 0 },
      { name: "no page", path: "/nowhere", asks: 0 },
      { name: "a sign-in that did not hold", path: "/signed-in", asks: 0 },
    ])
      await see(seen, page, PORTAL);
    await goTo(seen, "/services");
    await seen.page.locator("#words").fill("no such service");
    await seen.page.locator("#words").press("Enter");
    await seen.page
      .getByText(/^(Nothing was found|没有找到)/)
      .first()
      .waitFor();
    await expectAccessible(seen, "a search without a hit");
    await leave(seen, origin, PORTAL);
  });

  it("of somebody who has signed in is drawn by one request, and accessible", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin);
    await seen.page.goto("/");
    await drawn(seen.page);
    await seeSignIn(seen, PORTAL);
    const bills = city.dueBills.join(",");
    for (const page of [
      { name: "bills", path: "/bills", asks: 1 },
      { name: "paying bills", path: `/bills/pay?bills=${bills}`, asks: 1 },
      { name: "paying nothing", path: "/bills/pay?bills=bill_none", asks: 1 },
      { name: "a payment that is not there", path: "/bills/paid?payment=pay_none", asks: 1 },
      { name: "usage", path: `/bills/usage/${city.electricity}`, asks: 1 },
      { name: "usage of no account", path: "/bills/usage/uac_none", asks: 1 },
      { name: "payments", path: "/bills/payments", asks: 1 },
      { name: "an account", path: `/bills/accounts/${city.electricity}`, asks: 1 },
      { name: "no account", path: "/bills/accounts/uac_none", asks: 1 },
      { name: "adding an account", path: "/bills/bind", asks: 1 },
      { name: "cards", path: "/cards", asks: 1 },
      { name: "a card", path: `/cards/${city.card}`, asks: 1 },
      { name: "no card", path: "/cards/crd_none", asks: 1 },
      { name: "a trip", path: `/cards/trips/${city.trip}`, asks: 1 },
      { name: "no trip", path: "/cards/trips/trp_none", asks: 1 },
      { name: "topping up", path: `/cards/${city.card}/top-up`, asks: 1 },
      { name: "a top-up that is not there", path: "/cards/topped-up?payment=pay_nothing", asks: 1 },
      { name: "a ride code to be got", path: `/cards/${city.card}/ride`, asks: 1 },
      { name: "a payout that is not there", path: "/payouts/pyo_none", asks: 1 },
      { name: "replacing a card", path: `/cards/${city.card}/replace`, asks: 1 },
      { name: "closing a card", path: `/cards/${city.card}/close`, asks: 1 },
      { name: "a new card", path: "/cards/new", asks: 1 },
      { name: "adding a card", path: "/cards/bind", asks: 0 },
      { name: "entitlements to ride free", path: "/cards/entitlements", asks: 1 },
      { name: "fares by metro", path: "/cards/fare", asks: 1 },
      { name: "cases", path: "/cases", asks: 1 },
      { name: "a draft", path: `/cases/${city.draft}`, asks: 1 },
      { name: "a case that was granted", path: `/cases/${city.granted}`, asks: 1 },
      { name: "a case with a note", path: `/cases/${city.appealed}`, asks: 1 },
      { name: "the beginning of an application", path: "/apply/BJ-GJJ-ZFTQ-001", asks: 1 },
      { name: "applying for nothing", path: "/apply/none", asks: 1 },
      { name: "a page of a form", path: `/cases/${city.draft}/edit?step=page3`, asks: 1 },
      { name: "a list in a form", path: `/cases/${city.trader}/edit?step=page2`, asks: 1 },
      { name: "a group that the platform fills in", path: `/cases/${city.restaurant}/edit`, asks: 1 },
      { name: "materials that have ways", path: `/cases/${city.withWays}/edit?step=materials`, asks: 1 },
      { name: "what was handed in", path: `/cases/${city.granted}/form`, asks: 1 },
      { name: "a case to confirm", path: `/cases/${city.toConfirm}/confirm`, asks: 1 },
      { name: "nothing to fill in", path: `/cases/${city.granted}/edit`, asks: 1 },
      { name: "an instant decision", path: `/cases/${city.granted}/received`, asks: 1 },
      { name: "nothing to confirm", path: `/cases/${city.granted}/confirm`, asks: 1 },
      { name: "an evaluation to give", path: `/cases/${city.granted}/evaluate`, asks: 1 },
      { name: "taking a case back", path: `/cases/${city.draft}/withdraw`, asks: 1 },
      { name: "complaining of a case", path: `/cases/${city.appealed}/complain`, asks: 1 },
      { name: "what cannot be done now", path: `/cases/${city.granted}/appeal`, asks: 1 },
      { name: "messages", path: "/messages", asks: 1 },
      { name: "the own details", path: "/me", asks: 1 },
      { name: "the telephone", path: "/me/telephone", asks: 1 },
      { name: "payout accounts", path: "/me/accounts", asks: 1 },
      { name: "the housing fund", path: "/fund", asks: 1 },
      { name: "the fund by year", path: "/fund/history", asks: 1 },
      { name: "a loan", path: `/fund/loans/${city.loan}`, asks: 1 },
      { name: "a loan after its last instalment", path: `/fund/loans/${city.loan}?year=2100`, asks: 1 },
      { name: "a loan that is not there", path: "/fund/loans/hfl_none", asks: 1 },
      { name: "drawing from the fund", path: "/fund/withdraw", asks: 1 },
      { name: "confirming a spouse", path: "/fund/spouse", asks: 1 },
      { name: "licences", path: "/licences", asks: 1 },
      { name: "an own licence", path: `/licences/own/${city.licence.id}`, asks: 1 },
      { name: "what the household asks", path: "/licences/asked", asks: 1 },
      { name: "showing a licence", path: `/licences/own/${city.licence.id}/code`, asks: 1 },
      { name: "showing no licence", path: "/licences/own/lic_none/code", asks: 1 },
      { name: "offering a licence", path: `/licences/own/${city.licence.id}/wallet`, asks: 1 },
      { name: "a licence to be kept", path: `/licences/own/${city.laterLicence.id}/offline`, asks: 1 },
      { name: "devices that show licences", path: "/licences/devices", asks: 1 },
      { name: "binding a device", path: `/licences/devices/bind?licence=${city.licence.id}`, asks: 1 },
      { name: "an own licence that is not there", path: "/licences/own/lic_none", asks: 1 },
      { name: "sharing a copy", path: `/licences/own/${city.licence.id}/share`, asks: 1 },
      { name: "sharing a copy of nothing", path: "/licences/own/lic_none/share", asks: 1 },
      { name: "copies", path: `/licences/own/${city.licence.id}/copies`, asks: 1 },
      { name: "a copy that is not there", path: "/licences/copies/lcp_none", asks: 1 },
      { name: "privacy", path: "/privacy", asks: 1 },
      { name: "the record of readings", path: "/privacy/readings", asks: 1 },
      { name: "a consent that nobody asks for", path: "/consent#crq_none", asks: 1 },
      { name: "acting for others", path: "/acting", asks: 1 },
      { name: "letting somebody act", path: "/acting/give", asks: 1 },
      { name: "somebody whose guardian one is not", path: "/acting/for/prc_none", asks: 1 },
      { name: "appointments", path: "/appointments", asks: 1 },
      { name: "an appointment", path: `/appointments/${city.appointment}`, asks: 1 },
      { name: "an appointment that is not there", path: "/appointments/apt_none", asks: 1 },
      { name: "a number that was given up", path: `/tickets/${city.ticket}`, asks: 1 },
      { name: "a number that is not there", path: "/tickets/tkt_none", asks: 1 },
    ])
      await (BY_ADDRESS.includes(page.name) ? seeBothWays : see)(seen, page, PORTAL);
    await goTo(seen, `/cases/${city.draft}/edit?step=page3`);
    await expectFocusSeen(seen, "a page of a form");
    await leave(seen, origin, PORTAL);
  });

  it("of the issuer on this machine is accessible", async () => {
    const { browser, origin } = portal();
    for (const language of ["zh", "en"] as const) {
      const { page, context } = await visit(browser, origin, language);
      await page.goto("/bills");
      await page
        .getByRole("button", { name: /^(登录|Sign in)$/ })
        .first()
        .click();
      await page.getByRole("button", { name: DEMO_CITIZEN }).first().waitFor();
      for (const width of Object.values(WIDTHS)) {
        await page.setViewportSize({ width, height: 3_000 });
        expect(await violations(page), `${language}, ${width} px`).toEqual([]);
        expect(await overflow(page), `${language}: wider than ${width} px by`).toBe(0);
      }
      await context.close();
    }
  });

  it("in the elder mode has text of 24 px and targets of 60 px at least", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin);
    const { page } = seen;
    await page.goto("/");
    await page.getByRole("button", { name: "大字版" }).click();
    await signIn(seen);
    const [card, form] = [`/cards/${city.card}`, `/cases/${city.draft}/edit?step=page3`];
    const licence = `/licences/own/${city.licence.id}`;
    const wallet = [licence, `${licence}/code`, "/licences/devices", "/licences/devices/bind"];
    const own = ["/cards", card, `${card}/ride`, form, "/fund", "/privacy", "/acting", ...wallet];
    for (const path of ["/", "/bills", "/services", ...own]) {
      await goTo(seen, path);
      expect(await tooSmall(seen), path).toEqual([]);
    }
    await expectAccessible(seen, "the elder mode");
    await leave(seen, origin, PORTAL);
  });
}
