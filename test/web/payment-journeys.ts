import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import { looksAgain } from "./looks-again.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, signedInAgain, signIn, speak, type Visit, visit } from "./visit.ts";

/** The gateway's page, which is not the portal's; behind it stands the payment's id. */
const GATEWAY = "https://pay.example.cn/";
/** So often a page asks by itself. */
const POLLS = 20;

export function paymentJourneys(portal: () => Portal): void {
  it("to pay where there is one channel, or none: nothing is asked", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/");
    await signIn(seen);
    for (const [count, path, says] of [
      [1, `/bills/pay?bills=${city.waterBill}`, "Demonstration, no money moves"],
      // Another page, for which another answer is asked.
      [0, `/cards/${city.card}/top-up`, "Nothing can be paid here right now"],
    ] as const) {
      await page.route("**/graphql", (route) => offerOnly(route, count));
      await goTo(seen, path);
      await page.getByText(says).waitFor();
      expect(await page.getByRole("radio").count()).toBe(0);
      expect(await page.getByRole("button", { name: "Pay now" }).count()).toBe(count);
      await expectAccessible(seen, `${count} channels`);
      await speak(seen, "en");
      await page.unrouteAll({ behavior: "wait" });
    }
    await leave(seen, origin, PORTAL);
  });

  it("to pay at the gateway's page: given up, declined, then paid, as the portal says by itself", async () => {
    const { browser, origin, city, gateway } = portal();
    gateway.books.decide("PENDING");
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.clock.install();
    await page.route(`${GATEWAY}**`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<title>Gateway</title><h1>Pay here</h1>" }),
    );
    await page.goto(`/bills/pay?bills=${city.waterBill}`);
    await signIn(seen);
    const id = await goToGateway(seen);
    const back = gateway.books.wayBack(id) ?? "";
    expect(back).toBe(`${origin}/bills/paid?payment=${id}`);

    // Without having paid; the tab has no token any more. The page asks to an end, and then by hand.
    await comeBack(seen, back);
    await expectAccessible(seen, "a payment that is under way");
    await speak(seen, "en");
    await askToTheEnd(seen);
    await page.getByText("The payment channel has not told yet").waitFor();
    await expectAccessible(seen, "a payment whose end is late");
    await speak(seen, "en");
    await page.getByRole("button", { name: "Look again" }).click();
    await page.getByText("We are finding out how your payment ended").waitFor();

    // Going on is the same payment, at the same page of the gateway's.
    await page.getByRole("link", { name: /Go on with this payment/ }).click();
    await page.getByText("Going on is the same payment").waitFor();
    expect(await page.getByRole("radio").count()).toBe(0);
    await expectAccessible(seen, "a payment to go on with");
    await speak(seen, "en");
    await page.getByRole("button", { name: "Go on with this payment" }).click();
    await page.getByRole("heading", { name: "Pay here" }).waitFor();
    expect(page.url()).toBe(`${GATEWAY}${id}`);

    // The gateway declines while the page is asking; another payment is begun, by a channel that is chosen anew.
    await comeBack(seen, back);
    gateway.books.end(id, "DECLINED");
    expect(await gateway.deliver(id)).toBe(200);
    await looksAgain(seen);
    await page.getByText("The payment failed, and nothing was charged").waitFor();
    await expectAccessible(seen, "a payment that was declined elsewhere");
    await speak(seen, "en");
    await page.getByRole("link", { name: "Pay again" }).click();
    const second = await goToGateway(seen);
    expect(second).not.toBe(id);
    await comeBack(seen, gateway.books.wayBack(second) ?? "");
    gateway.books.end(second, "SUCCEEDED");
    expect(await gateway.deliver(second)).toBe(200);
    await looksAgain(seen);
    await page.getByText("You have paid").waitFor();
    expect(await page.getByRole("heading", { name: "Receipt" }).isVisible()).toBe(true);
    await expectAccessible(seen, "a payment that was made elsewhere");
    expect(await page.evaluate(() => JSON.stringify({ ...sessionStorage }))).not.toContain("HOSTED");
    expect(gateway.books.moved).toEqual([second]);
    await leave(seen, origin, PORTAL);
  });
}

/** The answer is the id of the payment that was begun. */
async function goToGateway({ page }: Visit): Promise<string> {
  await page.getByRole("radio", { name: /Pay online/ }).check();
  await page.getByRole("button", { name: "Pay now" }).click();
  await page.getByRole("heading", { name: "Pay here" }).waitFor();
  return page.url().slice(GATEWAY.length);
}

/** In a tab that has no token any more. */
async function comeBack(seen: Visit, url: string): Promise<void> {
  await seen.page.goto(url);
  await signedInAgain(seen);
  await seen.page.getByText("We are finding out how your payment ended").waitFor();
}

/** Until the page asks no more by itself. */
async function askToTheEnd(seen: Visit): Promise<void> {
  const late = seen.page.getByText("The payment channel has not told yet");
  for (let polls = 0; polls < POLLS && !(await late.isVisible()); polls += 1) await looksAgain(seen);
}

/** Lets the API answer, and leaves so many channels. */
async function offerOnly(route: Route, count: number): Promise<void> {
  const response = await route.fetch();
  const body: { data: { paymentChannels?: readonly unknown[] } } = await response.json();
  const offered = body.data.paymentChannels?.slice(0, count);
  const data = offered ? { ...body.data, paymentChannels: offered } : body.data;
  await route.fulfill({ response, json: { ...body, data } });
}
