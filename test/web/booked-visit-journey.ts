import type { Browser } from "playwright-core";
import { expect, it } from "vitest";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { dateAt } from "../../services/kernel/civil-date.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import { livingFrom, preparedFolder, start } from "../local/local-platform.ts";
import { senderOf } from "./desk-city.ts";
import { DESK, leave, PORTAL } from "./held.ts";
import { looksAgain } from "./looks-again.ts";
import { OPEN_HALL } from "./portal-city.ts";
import type { Site } from "./site.ts";
import { goTo, signIn, visit, WIDTHS } from "./visit.ts";
import { holdCard } from "./window-journeys.ts";

/** The window that serves the queue of the item, for which nobody else has come. */
const WINDOW = "2";
const ITEM = "Registration of a sole trader";
const HOUR_MS = 3_600_000;

type Place = {
  readonly origin: string;
  readonly browser: Browser;
  /** How much later it is there. */
  readonly laterMs: number;
};

export function bookedVisitJourney(site: () => Site): void {
  it("of a visit: booked for today, a number at the desk by card, called to a window, on the screen, served", async () => {
    await giveBackVisits(site());
    await whileSlotsAreLeft(site(), async ({ browser, origin, laterMs }) => {
      const citizen = await visit(browser, origin, "en");
      const { page } = citizen;
      await page.clock.install();
      await page.goto("/");
      await signIn(citizen);
      await goTo(citizen, `/halls/${OPEN_HALL}`);
      await page.getByRole("link", { name: "Book a visit" }).click();
      await page.getByRole("radio", { name: ITEM }).check();
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByRole("heading", { name: "Book a visit: the day" }).waitFor();
      await page.getByRole("radio").first().check();
      await page.getByRole("button", { name: "Continue" }).click();
      await page.getByRole("heading", { name: "Book a visit: the time" }).waitFor();
      // The day's last one begins no sooner than this journey ends.
      await page.getByRole("radio").last().check();
      await page.getByRole("button", { name: "Book this visit" }).click();
      await page.getByText("Your visit is booked").waitFor();

      const number = await checkIn({ browser, origin, laterMs });
      const screen = await browser.newPage({ baseURL: origin, locale: "en-GB" });
      await screen.goto(`/screen/${OPEN_HALL}`);
      await page.getByRole("link", { name: "My appointments" }).click();
      await page.getByRole("link", { name: `My number: ${number}` }).click();
      const standing = page.locator("[aria-live]", { hasText: number });
      await standing.getByText("You are next").waitFor();
      await page.getByText("Booked for").waitFor();

      const clerk = await visit(browser, origin, "en", WIDTHS.desktop);
      const desk = clerk.page;
      await desk.goto(`/desk/window/${OPEN_HALL}/${WINDOW}`);
      await signIn(clerk, OFFICER_NAMES.clerk);
      await desk.getByRole("button", { name: "Call the next" }).click();
      await desk.getByText("Known since the ticket was taken").waitFor();
      await desk.getByText("Booked for", { exact: true }).waitFor();
      await screen.locator(".newest").getByText(number).waitFor();
      await screen
        .locator(".windows li", { hasText: `Window ${WINDOW}` })
        .getByText(number)
        .waitFor();
      await screen.close();
      await looksAgain(citizen);
      await standing.getByText(`Please go to window ${WINDOW}`).waitFor();

      await desk.getByRole("button", { name: "Receive the holder" }).click();
      await desk.getByRole("button", { name: "Done: end this attendance" }).click();
      await desk.getByText("This window is free").waitFor();
      await looksAgain(citizen);
      await standing.getByText("You have been served").waitFor();
      await leave(clerk, origin, DESK);
      await leave(citizen, origin, PORTAL);
    });
  });
}

/** Three visits may be before somebody at most, and journeys before this one have booked some. */
async function giveBackVisits(site: Site): Promise<void> {
  type Booked = { readonly me: { readonly upcomingAppointments: readonly { readonly id: string }[] } };
  const send = senderOf(site, site.demo.citizen);
  const { me } = await send<Booked>("{ me { upcomingAppointments { id } } }");
  const cancel = "mutation ($id: ID!) { cancelAppointment(id: $id) { __typename } }";
  for (const { id } of me.upcomingAppointments) await send(cancel, { id });
}

/** The hall's machine gives the number by the card of whoever has booked. */
async function checkIn({ browser, origin, laterMs }: Place): Promise<string> {
  const kiosk = await visit(browser, origin, "en", WIDTHS.desktop);
  const { page } = kiosk;
  await page.goto("/desk");
  await signIn(kiosk, OFFICER_NAMES.clerk);
  await goTo(kiosk, `/desk/kiosk/${OPEN_HALL}`);
  await page.getByRole("button", { name: "I have booked for today" }).click();
  await holdCard(page, /Hold your identity card/, new Date(Date.now() + laterMs).toISOString() as Instant);
  await page.getByText("Booked for").waitFor();
  const number = await page.locator(".kiosk-number").innerText();
  expect(number).toMatch(/^B\d{3}$/);
  await leave(kiosk, origin, DESK);
  return number;
}

/**
 * A visit is booked before its slot begins, and nobody comes but on its day: in the last hour before midnight today may have
 * none left. Then a platform of its own is used, at which it is the next morning already.
 */
async function whileSlotsAreLeft(
  { origin, browser }: Site,
  use: (place: Place) => Promise<void>,
): Promise<void> {
  const today = dateAt(new Date().toISOString() as Instant);
  if (dateAt(new Date(Date.now() + HOUR_MS).toISOString() as Instant) === today)
    return use({ origin, browser, laterMs: 0 });
  const laterMs = 2 * HOUR_MS;
  const platform = await start(await preparedFolder(), { env: livingFrom(Date.now() + laterMs) });
  try {
    await use({ origin: new URL(platform.endpoint).origin, browser, laterMs });
  } finally {
    platform.kill("SIGTERM");
    await platform.ended;
  }
}
