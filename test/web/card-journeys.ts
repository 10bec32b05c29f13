import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import type { KeptRide } from "../../web/shared/ride/kept-rides.ts";
import { decodeCode, openGate } from "./gate.ts";
import { leave, PORTAL, TOKEN } from "./held.ts";
import { looksAgain } from "./looks-again.ts";
import { cached } from "./on-device.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, signedInAgain, signIn, speak, type Visit, visit } from "./visit.ts";

const HOUR_MS = 3_600_000;

export function cardJourneys(portal: () => Portal): void {
  it("to top a card up: what is wrong is said at its field, and it is paid once", async () => {
    const { browser, origin, city, gateway } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/cards/${city.card}/top-up`);
    await signIn(seen);
    await page.getByText("¥76.00").waitFor();
    await page.getByRole("button", { name: "Pay now" }).click();
    const summary = page.getByRole("alert");
    await summary.getByText("Choose an amount, or type one").waitFor();
    await summary.getByText("Choose how to pay").waitFor();
    await expectAccessible(seen, "no amount is chosen");
    await speak(seen, "en");

    // By keys alone; what the platform refuses stands at the field, and the form stays as it was filled in.
    await page.getByRole("radio", { name: "Another amount" }).focus();
    await page.keyboard.press("Space");
    await page.keyboard.press("Tab");
    await page.keyboard.type("2000");
    await page.getByRole("radio", { name: /Demonstration/ }).check();
    await page.getByRole("button", { name: "Pay now" }).click();
    await summary.getByText("This has to be 1.00 to 1000.00 yuan.").waitFor();
    expect(await page.getByLabel("Amount in yuan").inputValue()).toBe("2000");
    expect(await page.getByLabel("Amount in yuan").getAttribute("aria-invalid")).toBe("true");
    await expectAccessible(seen, "too large a top-up");
    await speak(seen, "en");
    await page.reload();
    await signedInAgain(seen);
    expect(await page.getByLabel("Amount in yuan").inputValue()).toBe("2000");
    await page.getByRole("radio", { name: /Demonstration/ }).check();
    await page.getByLabel("Amount in yuan").fill("24");
    await page.getByRole("button", { name: "Pay now" }).click();
    await page.getByText("You have paid ¥24.00").waitFor();
    await goTo(seen, `/cards/${city.card}`);
    await page.locator(".big", { hasText: "¥100.00" }).waitFor();
    // Entries that its gates have refused stand there, with what to do.
    const refused = page.locator("section", { hasText: "Entries that were refused" });
    await refused.getByText("Guomao · gate A2").waitFor();
    expect(await refused.getByText(/Try another gate, or show this to the staff/).count()).toBe(2);

    // By the channel's own page, from which one comes back to the card's.
    await page.route("https://pay.example.cn/**", (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Gateway</title><h1>Pay here</h1>" }),
    );
    gateway.books.decide("PENDING");
    await goTo(seen, `/cards/${city.card}/top-up`);
    await page.getByRole("radio", { name: "¥50.00" }).check();
    await page.getByRole("radio", { name: /Pay online/ }).check();
    await page.getByRole("button", { name: "Pay now" }).click();
    await page.getByRole("heading", { name: "Pay here" }).waitFor();
    const id = page.url().split("/").at(-1) ?? "";
    const back = gateway.books.wayBack(id) ?? "";
    expect(back).toBe(`${origin}/cards/topped-up?payment=${id}`);
    await page.clock.install();
    await page.goto(back);
    await signedInAgain(seen);
    await page.getByRole("link", { name: /Go on with this payment/ }).waitFor();
    await expectAccessible(seen, "a top-up that is under way");
    await speak(seen, "en");
    gateway.books.end(id, "SUCCEEDED");
    expect(await gateway.deliver(id)).toBe(200);
    await looksAgain(seen);
    await page.getByText("You have paid ¥50.00").waitFor();
    await goTo(seen, `/cards/${city.card}`);
    await page.locator(".big", { hasText: "¥150.00" }).waitFor();
    await leave(seen, origin, PORTAL);
  });

  it("to ride without a network, a sign-in or the page of before: a gate takes the code", async () => {
    const { browser, origin, city, demo } = portal();
    const gate = await openGate(`${origin}/graphql`, demo);
    const seen = await visit(browser, origin, "en");
    const { page, context } = seen;
    await page.goto(`/cards/${city.card}/ride`);
    await signIn(seen);
    await page.evaluate(() => caches.open("civigraph:shell:of-an-older-build"));
    await page.getByRole("button", { name: "Get the ride code" }).click();
    const code = page.locator(".ride-code");
    await code.waitFor();
    await expectAccessible(seen, "a ride code");
    await speak(seen, "en");
    await page.evaluate(() => navigator.serviceWorker.ready);
    await expect
      .poll(() => page.evaluate(stored))
      .toEqual([expect.stringMatching(/^civigraph:shell:[0-9a-f]{16}$/)]);

    await context.setOffline(true);
    const passed = [];
    for (const _ of ["at one gate", "behind a reload at another"]) {
      await page.reload();
      await code.waitFor();
      passed.push(await gate.read(await decodeCode(browser, await code.screenshot())));
    }
    const [first, second] = passed;
    expect(first).toMatchObject({ kind: "STANDARD", isRefused: false });
    expect(second).toMatchObject({ cardNumber: first?.cardNumber, isRefused: false });
    expect(second?.id).not.toBe(first?.id);
    // A page that stays open draws another by itself.
    await page.clock.install();
    await page.reload();
    await code.waitFor();
    const drawnFirst = await code.locator("path").getAttribute("d");
    await page.clock.fastForward("01:01");
    await expect.poll(() => code.locator("path").getAttribute("d")).not.toBe(drawnFirst);
    await expectAccessible(seen, "a ride code without a network");
    await speak(seen, "en");
    // The front page leads there, too.
    await page.goto("/");
    await page.getByRole("link", { name: "Ride code" }).click();
    await code.waitFor();

    // Nothing of the API, no token and no person lies in the caches; no script reads the key.
    const { addresses, texts } = await cached(page);
    for (const address of addresses) expect(new URL(address).pathname).toMatch(/^\/(assets\/[\w.-]+)?$/);
    for (const fact of ["王小明", city.card]) expect(texts.join("\n")).not.toContain(fact);
    expect(texts.join("\n")).not.toMatch(TOKEN);
    expect(await page.evaluate(onDevice)).toMatchObject([{ extractable: false, type: "private" }]);

    // A day later it is over, and the page says what to do.
    await page.clock.setSystemTime(Date.now() + 25 * HOUR_MS);
    await page.reload();
    await page.getByText("Your ride code has ended").waitFor();
    expect(await code.count()).toBe(0);
    await expectAccessible(seen, "a ride code that has ended");
    await leave(seen, origin, PORTAL);
  });

  it("through a day's end and a frozen card: the code is renewed, then not shown, and a sign-out leaves nothing on the device", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    // The device's clock is five minutes slow, and the word of the platform soon ends.
    await page.route("**/graphql", sayOtherTimes);
    await getCode(seen, city.card);
    await page.unrouteAll({ behavior: "wait" });
    await page.getByText("The clock of this device is off").waitFor();
    const until = page.getByText(/^Works until/);
    const soon = await until.innerText();
    await expectAccessible(seen, "a ride code on a device whose clock is off");
    await speak(seen, "en");
    await goTo(seen, `/cards/${city.card}`);
    await goTo(seen, `/cards/${city.card}/ride`);
    await expect.poll(() => until.innerText()).not.toBe(soon);
    await page.getByText("The clock of this device is off").waitFor({ state: "detached" });

    await goTo(seen, `/cards/${city.card}`);
    await page.getByRole("button", { name: "Freeze this card" }).click();
    await page.getByText("The card is frozen").waitFor();
    await expectAccessible(seen, "a frozen card");
    await speak(seen, "en");
    await goTo(seen, `/cards/${city.card}/ride`);
    await page.getByText("Gates refuse this card").waitFor();
    expect(await page.locator(".ride-code").count()).toBe(0);
    await expectAccessible(seen, "the ride code of a frozen card");
    await speak(seen, "en");
    await goTo(seen, `/cards/${city.card}`);
    await page.getByRole("button", { name: /use it again/ }).click();
    await page.getByText("The card can be used again").waitFor();
    expect(await page.evaluate(onDevice)).toHaveLength(1);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Public services, all in one place" }).waitFor();
    expect(await page.evaluate(onDevice)).toEqual([]);
    await goTo(seen, `/cards/${city.card}/ride`);
    await page.getByText("There is no ride code on this device yet").waitFor();

    // Somebody who closes the tab without a word leaves a code behind, but not to the next who signs in.
    await getCode(seen, city.card);
    const later = { ...seen, page: await seen.context.newPage() };
    await page.close();
    await later.page.goto(`/cards/${city.card}/ride`);
    await later.page.locator(".ride-code").waitFor();
    await goTo(later, "/cards");
    await signIn(later, "林新");
    await expect.poll(() => later.page.evaluate(onDevice)).toEqual([]);
    await leave(later, origin, PORTAL);
  });

  it("to a card of one's own, and to its end", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/cards/new");
    await signIn(seen);
    await page.getByRole("button", { name: "Get the card" }).click();
    await page.getByText("You have a card of this kind in this region already.").waitFor();
    await expectAccessible(seen, "a second standard card");
    await speak(seen, "en");
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Public services, all in one place" }).waitFor();
    await page.goto("/cards/bind");
    await signIn(seen, "林新");
    await page.getByRole("button", { name: "Add the card" }).click();
    await page.getByRole("alert").getByText("Type the 19 digits").waitFor();
    await page.getByLabel("Card number").fill("3111 0000 8858 8782 919");
    await page.getByLabel("Code that came with it").fill("wrong");
    await page.getByRole("button", { name: "Add the card" }).click();
    await page.getByText("There is no such card.").waitFor();
    await expectAccessible(seen, "a card that is not known");
    await speak(seen, "en");
    await goTo(seen, "/cards/new");
    await page.getByRole("button", { name: "Get the card" }).click();
    await page.getByRole("heading", { name: /^Standard card ending in/ }).waitFor();
    await drawn(page);
    await expectAccessible(seen, "a card with nothing on it");
    await speak(seen, "en");
    await page.getByRole("link", { name: "Show the ride code" }).click();
    await page.getByText("There is less than 3.00 yuan on the card").waitFor();
    await page.getByRole("link", { name: "Back to this card" }).click();
    await page.getByRole("link", { name: "Report it lost and get a new card" }).click();
    await page.getByRole("button", { name: "End the old card and get a new one" }).click();
    await page.getByRole("link", { name: "Close it and have the money paid out" }).waitFor();
    await page.getByRole("link", { name: "Close it and have the money paid out" }).click();
    await page.getByRole("button", { name: "Close the card" }).click();
    await page.getByText("Closed", { exact: true }).waitFor();
    expect(await page.getByRole("link", { name: "Show the ride code" }).count()).toBe(0);
    await goTo(seen, "/cards");
    await page.getByRole("heading", { name: "Cards no longer in use" }).waitFor();
    await expectAccessible(seen, "cards no longer in use");
    await leave(seen, origin, PORTAL, ["8858 8782", "88588782"]);
  });
}

/** Signs in where nobody is, and puts a code on the device. */
async function getCode(seen: Visit, card: string): Promise<void> {
  await seen.page.goto(`/cards/${card}/ride`);
  await signIn(seen);
  await seen.page.getByRole("button", { name: "Get the ride code" }).click();
  await seen.page.locator(".ride-code").waitFor();
}

/** Lets the API issue a credential, and tells other times of it. */
async function sayOtherTimes(route: Route): Promise<void> {
  const response = await route.fetch();
  const body: { data: { issueRideCredential?: object } } = await response.json();
  const at = (ms: number): string => new Date(Date.now() + ms).toISOString();
  const times = { validFrom: at(HOUR_MS / 12), validUntil: at(2 * HOUR_MS) };
  const { issueRideCredential: issued } = body.data;
  const data = issued ? { issueRideCredential: { ...issued, ...times } } : body.data;
  await route.fulfill({ response, json: { ...body, data } });
}

const stored = (): Promise<readonly string[]> => caches.keys();

type OnDevice = { readonly person: string; readonly extractable: boolean; readonly type: string };

/** The content of IndexedDB: whose codes, and how their keys are kept. */
const onDevice = (): Promise<readonly OnDevice[]> =>
  new Promise((resolve) => {
    const request = indexedDB.open("civigraph", 1);
    request.onsuccess = () => {
      const all = request.result.transaction("rides").objectStore("rides").getAll();
      all.onsuccess = () => {
        request.result.close();
        const rides: readonly KeptRide[] = all.result;
        resolve(
          rides.map(({ person, keys: { privateKey } }) => ({
            ...{ person, extractable: privateKey.extractable, type: privateKey.type },
          })),
        );
      };
    };
  });
