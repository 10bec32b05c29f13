import { expect, it } from "vitest";
import { ask, signedIn } from "../local/local-platform.ts";
import { press } from "./by-keys.ts";
import { leave, PORTAL } from "./held.ts";
import { looksAgain } from "./looks-again.ts";
import type { Portal } from "./portal.test.ts";
import { HALL_ITEM, OPEN_HALL, takeTicket } from "./portal-city.ts";
import { drawn, expectAccessible, goTo, signIn, speak, type Visit, visit } from "./visit.ts";

/** A hall of which each slot has one place. */
const SMALL_HALL = "BJ-CY-31";
const RENT = "BJ-GJJ-ZFTQ-001";
const LOAN = "BJ-GJJ-HDTQ-001";
/** At which the demo clerk serves the queue of the item. */
const WINDOW = "1";

const SAVE_HALL = `mutation ($input: HallInput!) { done: saveHall(input: $input, reason: "新设大厅") { __typename } }`;
const BOOK = `mutation ($input: BookAppointmentInput!) {
  done: bookAppointment(input: $input, idempotencyKey: "portal-other") { __typename ... on Appointment { id } }
}`;
const CALL_NEXT = `mutation ($hall: ID!, $window: ID!) {
  done: callNextTicket(hall: $hall, window: $window) { __typename ... on Ticket { id number } }
}`;
const CALLED =
  "query ($hall: ID!, $window: ID!) { done: calledTicket(hall: $hall, window: $window) { id number } }";
const CALL_AGAIN = "mutation ($id: ID!) { done: callTicketAgain(id: $id) { __typename } }";
const FINISH = `mutation ($id: ID!, $outcome: TicketOutcome!) {
  done: finishTicket(id: $id, outcome: $outcome) { __typename }
}`;
const TAKE_ANY = `mutation ($hall: ID!, $item: ID!) {
  done: takeTicket(input: { hall: $hall, item: $item }, idempotencyKey: "portal-other") { ... on Ticket { id number } }
}`;

type Done = { readonly __typename?: string; readonly id: string; readonly number: string };

export function hallJourneys(portal: () => Portal): void {
  it("to book a visit, by keys alone", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/");
    await signIn(seen);
    await press(page.getByRole("link", { name: "Find a hall, book a visit", exact: true }));
    await press(page.getByRole("link", { name: "Chaoyang District 24-hour Service Hall", exact: true }));
    await press(page.getByRole("link", { name: "Book a visit", exact: true }));
    // The first of the items the demo citizen has booked already.
    await pick(seen, 2);
    // Nothing is chosen where the day is asked for: the problem leads to the choice.
    await press(page.getByRole("button", { name: "Continue", exact: true }));
    await page.getByRole("heading", { name: "Book a visit: the day" }).waitFor();
    await drawn(page);
    await press(page.getByRole("button", { name: "Continue", exact: true }));
    await page.getByRole("alert").getByText("Choose a day").waitFor();
    await press(page.getByRole("link", { name: "Choose a day", exact: true }));
    await page.keyboard.press("Space");
    // Late in the evening tomorrow's first visits begin too soon to be cancelled.
    for (let days = 0; days < 2; days += 1) await page.keyboard.press("ArrowDown");
    await press(page.getByRole("button", { name: "Continue", exact: true }));
    await page.getByRole("heading", { name: "Book a visit: the time" }).waitFor();
    await drawn(page);
    await pick(seen, 3);
    await press(page.getByRole("button", { name: "Book this visit", exact: true }));
    await page.getByText("Your visit is booked").waitFor();
    await expectAccessible(seen, "a visit that is booked");
    await speak(seen, "en");

    // The act that cannot be taken back is asked for twice, and the focus goes with it.
    await press(page.getByRole("button", { name: "Cancel this visit", exact: true }));
    await expectAccessible(seen, "a visit that may be cancelled");
    await speak(seen, "en");
    await press(page.getByRole("button", { name: "Keep it", exact: true }));
    expect(await focused(seen)).toBe("button Cancel this visit");
    await page.keyboard.press("Enter");
    await press(page.getByRole("button", { name: "Yes, cancel it", exact: true }));
    await page.getByText("Cancelled", { exact: true }).waitFor();
    expect(await page.getByRole("link", { name: "Change the time" }).count()).toBe(0);
    await leave(seen, origin, PORTAL);
  });

  it("to book a slot: full meanwhile, the answer lost, once all the same; then another time", async () => {
    const { browser, origin, demo } = portal();
    const asManager = callsOf(portal())(demo.officers["hallManager"]);
    expect(await asManager(SAVE_HALL, { input: SMALL })).toMatchObject({ __typename: "Hall" });
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    const keys: unknown[] = [];
    page.on("request", (request) => keys.push(request.postDataJSON()?.variables?.key));
    // Somebody who has not signed in sees what is free, and comes back to it.
    await page.goto(`/halls/${SMALL_HALL}/book?item=${RENT}`);
    await page.getByRole("radio").nth(2).check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("Sign in to book").waitFor();
    await expectAccessible(seen, "a time, without a sign-in");
    await speak(seen, "en");
    await signIn(seen);
    const first = page.getByRole("radio").first();
    const slot = (await first.getAttribute("id"))?.replace("slot-", "") ?? "";

    const input = { hall: SMALL_HALL, item: LOAN, slot };
    const { data } = await ask(`${origin}/graphql`, BOOK, signedIn(demo.citizen), { input });
    const other = (data as { readonly done: Done }).done;
    expect(other.__typename).toBe("Appointment");
    await first.check();
    await page.getByRole("button", { name: "Book this visit" }).click();
    await page.getByRole("alert").getByText("This slot is full").waitFor();
    await expect.poll(() => first.isDisabled()).toBe(true);
    await expectAccessible(seen, "a slot that is full");
    await speak(seen, "en");

    keys.length = 0;
    await page.getByRole("radio").nth(1).check();
    await page.route("**/graphql", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Book this visit" }).click();
    await page.getByText("You are offline").waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Book this visit" }).click();
    await page.getByText("Your visit is booked").waitFor();
    const sent = keys.filter(Boolean);
    expect([sent.length, new Set(sent).size]).toEqual([2, 1]);

    await page.getByRole("link", { name: "Change the time" }).click();
    await page.getByText("stays yours until you have chosen another").waitFor();
    await page.getByRole("radio").nth(3).check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("radio").nth(4).check();
    await page.getByRole("button", { name: "Change to this time" }).click();
    await page.getByText("Your visit has another time").waitFor();

    // The same item again is refused in the platform's words, and leads to the visit that there is.
    await goTo(seen, `/halls/${SMALL_HALL}/book?item=${LOAN}`);
    await page.getByRole("radio").nth(3).check();
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("radio").first().check();
    await page.getByRole("button", { name: "Book this visit" }).click();
    await page.getByRole("alert").getByText("You have an appointment for this item already").waitFor();
    await expectAccessible(seen, "a visit that was refused");
    await speak(seen, "en");
    await goTo(seen, "/appointments");
    expect(await page.locator("main .rows > li", { hasText: "for rent" }).count()).toBe(1);
    await leave(seen, origin, PORTAL);
  });

  it("with a number in the hall: ahead, next, called, called again, served; and one that was missed", async () => {
    const { browser, origin, demo } = portal();
    // The one who has called the number that the demo city begins with.
    const asClerk = callsOf(portal())(demo.officer);
    const at = { hall: OPEN_HALL, window: WINDOW };
    const finish = async (id: string, outcome: "SERVED" | "NO_SHOW"): Promise<void> =>
      expect(await asClerk(FINISH, { id, outcome })).toEqual({ __typename: "Ticket" });
    /** Serves all who are in front of a number. */
    const callUntil = async (number: string): Promise<Done> => {
      const called = (await asClerk(CALLED, at)) ?? (await asClerk(CALL_NEXT, at));
      if (called.number === number) return called;
      await finish(called.id, "SERVED");
      return callUntil(number);
    };
    const before = await asClerk(TAKE_ANY, { hall: OPEN_HALL, item: HALL_ITEM });
    const mine = await takeTicket({ endpoint: `${origin}/graphql`, demo }, "portal-mine");
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.clock.install();
    await page.goto(`/tickets/${mine.id}`);
    await signIn(seen);
    const standing = page.locator("[aria-live]", { hasText: mine.number });
    await standing.getByText("1 ahead of you").waitFor();
    await expectAccessible(seen, "a number that waits");
    await speak(seen, "en");

    const screen = await browser.newPage({ baseURL: origin, locale: "en-GB" });
    await screen.goto(`/screen/${OPEN_HALL}`);
    await callUntil(before.number);
    await looksAgain(seen);
    await standing.getByText("You are next").waitFor();
    await finish(before.id, "SERVED");
    expect(await asClerk(CALL_NEXT, at)).toMatchObject({ number: mine.number });
    await looksAgain(seen);
    await standing.getByText("Please go to window 1").waitFor();
    expect(await standing.getAttribute("aria-live")).toBe("assertive");
    await screen.locator(".windows li", { hasText: "Window 1" }).getByText(mine.number).waitFor();
    await screen.close();
    await expectAccessible(seen, "a number that is called");
    await speak(seen, "en");
    await asClerk(CALL_AGAIN, { id: mine.id });
    await looksAgain(seen);
    await standing.getByText("You were called 2 times").waitFor();
    await finish(mine.id, "SERVED");
    await looksAgain(seen);
    await standing.getByText("You have been served").waitFor();

    const missed = await takeTicket({ endpoint: `${origin}/graphql`, demo }, "portal-missed");
    await callUntil(missed.number);
    await finish(missed.id, "NO_SHOW");
    await goTo(seen, `/tickets/${missed.id}`);
    await page.getByText("Your number was missed").waitFor();
    const left = await takeTicket({ endpoint: `${origin}/graphql`, demo }, "portal-left");
    await goTo(seen, `/tickets/${left.id}`);
    await page.getByRole("button", { name: "Leave the queue" }).click();
    await page.getByRole("button", { name: "Yes, give it up" }).click();
    await page.getByText("This number holds no more").waitFor();
    await leave(seen, origin, PORTAL);
  });
}

const TEXT = { zh: "朝阳区示范小厅", en: "A small hall in Chaoyang" };
const SMALL = {
  ...{ code: SMALL_HALL, name: TEXT, address: TEXT, region: "110105", followsCalendar: false },
  weeklyHours: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, from: "00:00", to: "24:00" })),
  queues: [{ letter: "A", name: TEXT, departments: ["BJ-GJJ"], slotCapacity: 1 }],
  windows: [{ code: "1", queues: ["A"] }],
};

/** Calls of the API as one of the demo city's officers. */
const callsOf =
  ({ origin }: Portal) =>
  (officer: { readonly token: string } | undefined) =>
  async (query: string, variables: Readonly<Record<string, unknown>>): Promise<Done> => {
    if (!officer) throw new Error("the demo city lacks this officer");
    const { data } = await ask(`${origin}/graphql`, query, signedIn(officer), variables);
    return (data as { readonly done: Done }).done;
  };

/** The role and the name of what has the focus. */
const focused = ({ page }: Visit): Promise<string> =>
  page.evaluate(() => {
    const element = document.activeElement;
    const role = element?.tagName === "A" ? "link" : (element?.tagName.toLowerCase() ?? "");
    return `${role} ${element?.textContent?.trim() ?? ""}`;
  });

/** Goes to the page's radio buttons, takes the first and goes so many further. */
async function pick({ page }: Visit, further: number): Promise<void> {
  await press(page.getByRole("radio").first(), "Space");
  for (let i = 0; i < further; i += 1) await page.keyboard.press("ArrowDown");
}
