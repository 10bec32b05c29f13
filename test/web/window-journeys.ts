import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { readWithDemoReader } from "../../local/demo/card-reader.ts";
import { ALWAYS_OPEN_HALL } from "../../local/demo/halls.ts";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import type { Instant } from "../../services/kernel/runtime.ts";
import { ask, signedIn } from "../local/local-platform.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, signIn, speak, type Visit, visit } from "./visit.ts";

const CLERK = OFFICER_NAMES.clerk;
/** The demo citizen's card. */
const CARD = { hall: ALWAYS_OPEN_HALL, idNumber: "11010519491231002X", name: "王小明" };
const WINDOW = `/desk/window/${ALWAYS_OPEN_HALL}/1`;
const LOAN = "Housing-fund withdrawal for a home loan";
const KIOSK = `/desk/kiosk/${ALWAYS_OPEN_HALL}`;

/** Holds the citizen's card to the hall's reader, which writes what it has read into a field. */
export async function holdCard(
  page: Page,
  label: string | RegExp,
  readAt = new Date().toISOString() as Instant,
): Promise<void> {
  const read = readWithDemoReader({ ...CARD, readAt });
  await page.getByLabel(label).fill(JSON.stringify(read));
}

/** Receives the citizen at a clerk's window by their card; answers with the path of what is done for them there. */
export async function receiveByCard(seen: Visit): Promise<string> {
  const { page } = seen;
  await goTo(seen, `/desk/window/${ALWAYS_OPEN_HALL}/2`);
  await holdCard(page, /^Identity card$/);
  await page.getByText(/is at your window/).waitFor();
  await drawn(page);
  return new URL(page.url()).pathname;
}

const press = (page: Page, name: string | RegExp): Promise<void> =>
  page
    .getByRole("button", { name, exact: typeof name === "string" })
    .first()
    .click();

/** The code of the text message that went out last, in the page's language; a platform without a sender prints it. */
async function codeIn(output: () => string): Promise<string> {
  const codes = (): readonly string[] =>
    [...output().matchAll(/text message to \d+: .*? by the code (\d+)/g)].map(([, code = ""]) => code);
  await expect.poll(() => codes().length).toBeGreaterThan(0);
  return codes().at(-1) ?? "";
}

export function windowJourneys(site: () => Site): void {
  it("of a clerk at a window: call, receive, apply for the person, their word by code, done", async () => {
    const { browser, origin, output } = site();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/desk/window");
    await signIn(seen, CLERK);
    await page.getByRole("region", { name: "24-hour" }).getByRole("link", { name: "Window 1" }).click();
    await drawn(page);

    await press(page, "Give out");
    await page.getByRole("alert").getByText("Choose a queue").waitFor();
    await expectAccessible(seen, "a ticket without a wish");
    await speak(seen, "en");
    await page.getByLabel("Queue").selectOption({ label: "A Housing fund" });
    await press(page, "Give out");
    await page.getByText(/Ticket A\d+ is given out/).waitFor();
    await page.getByLabel("Queue").selectOption({ label: "A Housing fund" });
    await holdCard(page, /gives the ticket a name/);
    const number = "A002";
    await page.getByText(`Ticket ${number} is given out`).waitFor();

    await press(page, "Call the next");
    await page.getByText("Not known yet").waitFor();
    await press(page, "Call again");
    await page.getByText("2 times").waitFor();
    await press(page, "Receive the holder");
    await page
      .getByRole("alert")
      .getByText(/have a reader at the hall read/)
      .waitFor();
    await expectAccessible(seen, "a holder who has to show a card");
    await speak(seen, "en");
    await press(page, "Nobody came");
    await page.getByText("This window is free").waitFor();

    await press(page, "Call the next");
    await page.getByText("Known since the ticket was taken").waitFor();
    await expectShown(site(), number);
    await press(page, "Receive the holder");
    await page.getByText(/is at your window/).waitFor();
    await expectAccessible(seen, "an attendance");
    await speak(seen, "en");

    // Applied for, at once by all pages of the form; what is missing is said at its place.
    await press(page, "Begin");
    await page.getByRole("alert").getByText("Choose the service that they apply for").waitFor();
    await page.getByLabel("Service").selectOption({ label: LOAN });
    await page.getByLabel("Region").selectOption({ label: "朝阳区" });
    await press(page, "Begin");
    await page.getByRole("heading", { name: LOAN, level: 1 }).waitFor();
    await drawn(page);
    await press(page, "They have come about this case");
    await page.getByText("This visit counts among those of this case").waitFor();
    await press(page, "Hand in");
    await page.getByRole("heading", { name: "There is something to put right" }).waitFor();
    await expectAccessible(seen, "a form at the window that is not complete");
    await speak(seen, "en");
    await page.getByRole("radio").first().check();
    await press(page, "Save");
    await page.getByText("It is saved").waitFor();
    await press(page, "Hand in");

    await page.getByRole("heading", { name: "Their own word" }).waitFor();
    await press(page, "Send the code");
    await page.getByLabel("The code from the text message").fill("000000");
    await press(page, "Confirm");
    await page.getByRole("alert").filter({ hasText: "It was not done" }).waitFor();
    await expectAccessible(seen, "a code that is wrong");
    await speak(seen, "en");
    await page.getByLabel("The code from the text message").fill(await codeIn(output));
    await press(page, "Confirm");
    // By rule at once: an earlier case has drawn all that could be drawn.
    await page.getByText("Refused").waitFor();
    await expectNothingOnceOver(seen);

    await page.getByRole("link", { name: "Back to the attendance" }).click();
    await press(page, "Done: end this attendance");
    await page.getByText("This window is free").waitFor();
    expect(new URL(page.url()).pathname).toBe(WINDOW);
    await expectColleaguesCall(site(), seen);
    await leave(seen, origin, DESK, [CARD.idNumber, CARD.name]);
  });

  it("of a visitor at a hall's own machine, which goes back to its start, never locks, and is no way into the desk", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin, "zh", 1_280);
    const { page } = seen;
    await page.clock.install();
    await page.goto("/desk");
    await signIn(seen, CLERK);
    await goTo(seen, KIOSK);
    await expectAccessible(seen, "a kiosk");
    await speak(seen, "en");
    await press(page, "I have booked for today");
    await press(page, "Take a ticket");
    await page.getByRole("alert").getByText("Hold your card to the reader").waitFor();
    await expectAccessible(seen, "a kiosk without a card");
    await speak(seen, "en");
    await press(page, "Back");
    await press(page, /Residence/);
    await press(page, "Take a ticket without a card");
    await page.getByText("You are next.").waitFor();
    await expectAccessible(seen, "a ticket of a kiosk");
    await page.clock.fastForward("01:01");
    await page.getByRole("heading", { name: "请选择要办的业务" }).waitFor();
    await page.clock.fastForward("30:00");
    await page.getByRole("heading", { name: "请选择要办的业务" }).waitFor();
    await page.evaluate(() => history.pushState({}, "", "/desk/window"));
    await page.getByRole("heading", { name: "页面已锁定" }).waitFor();
    await leave(seen, origin, DESK, [CARD.idNumber, CARD.name]);
  });

  it("of a visitor at a hall's own machine who types an address: the desk is locked there, too", async () => {
    const { browser, origin } = site();
    const seen = await visit(browser, origin, "zh", 1_280);
    const { page } = seen;
    await page.goto("/desk");
    await signIn(seen, CLERK);
    await goTo(seen, KIOSK);
    await page.getByRole("heading", { name: "请选择要办的业务" }).waitFor();
    await page.goto("/desk/window");
    await page.getByRole("heading", { name: "页面已锁定" }).waitFor();
    await leave(seen, origin, DESK);
  });
}

/** The hall's screen, which anybody sees, shows the number. */
async function expectShown({ browser, origin }: Site, number: string): Promise<void> {
  const { page, context } = await visit(browser, origin, "en");
  await page.goto(`/screen/${ALWAYS_OPEN_HALL}`);
  await page.locator(".newest").getByText(number).waitFor();
  await context.close();
}

const CALL = `mutation ($hall: ID!, $window: ID!) {
  callNextTicket(hall: $hall, window: $window) { ... on Ticket { number } }
}`;

/** A colleague has called a number at the same window: it is said why nobody else goes on with it, and it can be ended. */
async function expectColleaguesCall({ endpoint, demo }: Site, { page }: Visit): Promise<void> {
  const giveOut = async (): Promise<void> => {
    await page.getByLabel("Queue").selectOption({ label: "A Housing fund" });
    await press(page, "Give out");
  };
  await giveOut();
  await page.getByText("Ticket A003 is given out").waitFor();
  const variables = { hall: ALWAYS_OPEN_HALL, window: "1" };
  const { data } = await ask(endpoint, CALL, signedIn(demo.officer), variables);
  expect(data).toEqual({ callNextTicket: { number: "A003" } });
  await giveOut();
  await press(page, "Call again");
  await page.getByText("A colleague has called this number already").waitFor();
  await press(page, "The holder has left");
  await page.getByText("This window is free").waitFor();
}

/** The attendance ends by itself while a case is looked at: the next to come finds nothing of it. */
async function expectNothingOnceOver(seen: Visit): Promise<void> {
  const { page } = seen;
  await page.getByText(CARD.name).first().waitFor();
  const until = new Date(Date.now() - 60_000).toISOString();
  await page.route("**/graphql", async (route) => {
    const response = await route.fetch();
    const body = await response.json();
    const attendance = body.data?.attendance;
    if (attendance) attendance.until = until;
    await route.fulfill({ response, json: body });
  });
  await speak(seen, "zh");
  await page.getByText("这次接待已经结束").waitFor();
  expect(await page.getByText(CARD.name).count()).toBe(0);
  await page.unrouteAll({ behavior: "wait" });
  await speak(seen, "en");
  await page.getByText("Refused").waitFor();
}
