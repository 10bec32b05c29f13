import { expect, it } from "vitest";
import { ask, signedIn } from "../local/local-platform.ts";
import { leave, PORTAL } from "./held.ts";
import { SOON } from "./looks-again.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, signedInAgain, signIn, speak, type Visit, visit } from "./visit.ts";

const ACCOUNT = "500012";
const BILLER = "朝阳供热公司";

const MAKE_BILLER = `mutation ($partner: ID!) {
  setBillerProfile(partner: $partner, profile: {
    name: "${BILLER}", kind: GAS, region: "110000", lookup: ACCOUNT_NUMBER_AND_HOLDER
  }) { __typename }
}`;
/** Due so late that nothing pays it by itself meanwhile. */
const ISSUE = `mutation {
  submitBills(rows: [{
    accountNumber: "${ACCOUNT}", holderName: "王小明", number: "H-1"
    from: "2026-01-01", to: "2026-02-01", amount: "66.00", dueOn: "2099-06-30"
  }]) { ... on Bill { id } }
}`;

/** The bill was too high, and is paid; then the meter is read, not read for two months, and read again. */
const PUT_RIGHT = `mutation {
  amendBill(number: "H-1", amount: "60.00", dueOn: "2099-06-30") { ... on Bill { corrected } }
  submitMeterReadings(rows: [
    { accountNumber: "${ACCOUNT}", holderName: "王小明", number: "H-2", usage: "30"
      from: "2026-02-01", to: "2026-03-01", dueOn: "2099-06-30" }
    { accountNumber: "${ACCOUNT}", holderName: "王小明", number: "H-3", usage: "20"
      from: "2026-05-01", to: "2026-06-01", dueOn: "2099-06-30" }
  ]) { ... on Bill { id } }
}`;

export function twoTabs(portal: () => Portal): void {
  it("to an account that is added, paid automatically or not, and removed; its bill paid from two tabs is paid once", async () => {
    const { browser, origin, demo, gateway } = portal();
    const endpoint = `${origin}/graphql`;
    await ask(endpoint, MAKE_BILLER, signedIn(demo.officer), { partner: demo.partner.id });
    const { data } = await ask(endpoint, ISSUE, { "x-api-key": demo.partner.live });
    const [{ id: bill }] = (data as { readonly submitBills: readonly [{ readonly id: string }] }).submitBills;
    const seen = await visit(browser, origin, "en");
    const { page, context } = seen;
    await page.clock.install();
    await page.goto("/bills/bind");
    await signIn(seen);
    await bind(seen);
    await payAutomatically(seen);

    // Another tab of the same browser, which has signed in for itself.
    const other = { ...seen, page: await context.newPage() };
    await other.page.goto(`/bills/pay?bills=${bill}`);
    await signIn(other);
    await giveUp(seen, other, { bill, gateway });
    await goTo(seen, `/bills/pay?bills=${bill}`);
    for (const tab of [seen, other]) await tab.page.getByRole("radio", { name: /Demonstration/ }).check();
    await page.getByRole("button", { name: "Pay now" }).click();
    await page.getByText("You have paid ¥66.00").waitFor();
    await other.page.getByRole("button", { name: "Pay now" }).click();
    await other.page.getByText("This bill has been paid.").waitFor();
    await expectAccessible(other, "a bill that another tab has paid");
    await speak(other, "en");
    await other.page.getByRole("link", { name: "See the payment that came first" }).click();
    await other.page.getByText("You have paid ¥66.00").waitFor();
    await goTo(other, "/bills/payments");
    const paid = other.page.locator("main .rows > li", {
      has: other.page.getByText("Paid", { exact: true }),
    });
    expect(await paid.filter({ hasText: "¥66.00" }).count()).toBe(1);

    await ask(endpoint, PUT_RIGHT, { "x-api-key": demo.partner.live });
    await seeNotes(seen);

    await goTo(seen, "/bills");
    await page.getByRole("link", { name: /removal.*暖气/ }).click();
    // Pressed twice at once, as many do, it has asked and done nothing.
    await page.getByRole("button", { name: "Remove this account" }).dblclick();
    await page.getByText("Do you want to remove this account?").waitFor();
    await page.getByRole("button", { name: "Yes, remove it" }).click();
    await page.getByRole("heading", { name: "Bills", exact: true }).waitFor();
    await page.getByRole("link", { name: /removal.*暖气/ }).waitFor({ state: "detached" });

    // A sign-out is one of all tabs.
    await page.getByRole("button", { name: "Sign out" }).click();
    await other.page.getByText("Sign in to see this").waitFor();
    await page.getByRole("heading", { name: "Public services, all in one place" }).waitFor();
    await leave(seen, origin, PORTAL, [ACCOUNT, "张三", "暖气"]);
  });
}

type GivenUp = { readonly bill: string; readonly gateway: Portal["gateway"] };

/** The first tab leaves for the gateway's page and never pays; the other sees that it has begun, and how it ends. */
async function giveUp(seen: Visit, other: Visit, { bill, gateway }: GivenUp): Promise<void> {
  gateway.books.decide("PENDING");
  await seen.page.route("https://pay.example.cn/**", (route) =>
    route.fulfill({ contentType: "text/html", body: "<title>Gateway</title><h1>Pay here</h1>" }),
  );
  await goTo(seen, `/bills/pay?bills=${bill}`);
  await seen.page.getByRole("radio", { name: /Pay online/ }).check();
  await seen.page.getByRole("button", { name: "Pay now" }).click();
  await seen.page.getByRole("heading", { name: "Pay here" }).waitFor();
  const id = seen.page.url().split("/").at(-1) ?? "";

  await goTo(other, "/bills");
  await other.page.getByText("This payment was begun elsewhere").waitFor();
  await expectAccessible(other, "a payment that was begun elsewhere");
  await speak(other, "en");
  await other.page.getByRole("link", { name: "See how this payment stands" }).click();
  await other.page.getByText("We are finding out how your payment ended").waitFor();
  expect(await other.page.getByRole("link", { name: /Go on/ }).count()).toBe(0);
  gateway.books.end(id, "DECLINED");
  expect(await gateway.deliver(id)).toBe(200);
  await other.page.clock.fastForward(SOON);
  await other.page.getByRole("link", { name: "Pay again" }).click();
  await drawn(other.page);

  await seen.page.goto(gateway.books.wayBack(id) ?? "");
  await signedInAgain(seen);
  await seen.page.getByText("The payment failed, and nothing was charged").waitFor();
}

/** A bill says what its amount does not tell, where it is due and where its year is looked at. */
async function seeNotes(seen: Visit): Promise<void> {
  const { page } = seen;
  const unread = /The meter was not read for March.–.April 2026/;
  const carried = "−¥6.00 of it carried over from earlier bills";
  await goTo(seen, "/bills");
  for (const note of [unread, carried]) await page.getByText(note).waitFor();
  await page.getByRole("link", { name: /^Usage.*暖气/ }).click();
  for (const note of [unread, carried, "Put right after it was paid: its own price is ¥60.00"])
    await page.getByText(note).waitFor();
  await expectAccessible(seen, "usage with a bill that was put right, and months that nobody read");
  await speak(seen, "en");
}

async function bind(seen: Visit): Promise<void> {
  const { page } = seen;
  await page.getByRole("button", { name: "Add the account" }).click();
  await page.getByRole("alert").getByText("Choose the biller").waitFor();
  await page.getByRole("radio", { name: new RegExp(BILLER) }).check();
  await page.getByRole("button", { name: "Add the account" }).click();
  await page.getByRole("alert").getByText("Type the account holder's name").waitFor();
  await expectAccessible(seen, "an account with nothing filled in");
  await speak(seen, "en");
  await page.getByLabel("Account number").fill(ACCOUNT);
  await page.getByLabel("Account holder's name").fill("张三");
  await page.getByLabel("Your own name for it").fill("暖气");
  await page.getByRole("button", { name: "Add the account" }).click();
  await page.getByText("No such account, or not that holder").waitFor();
  await expectAccessible(seen, "an account of another holder");
  await speak(seen, "en");
  await page.getByLabel("Account holder's name").fill("王小明");
  await page.getByRole("button", { name: "Add the account" }).click();
  await page.getByRole("heading", { name: "Gas · Account" }).waitFor();
  await drawn(page);
}

async function payAutomatically(seen: Visit): Promise<void> {
  const { page } = seen;
  await page.getByRole("radio", { name: /Demonstration/ }).check();
  await page.getByLabel(/up to, in yuan/).fill("20000");
  await page.getByRole("button", { name: "Pay automatically from now on" }).click();
  await page.getByRole("alert").getByText("up to 10000.00 yuan").waitFor();
  await expectAccessible(seen, "too high a limit");
  await speak(seen, "en");
  await page.getByLabel(/up to, in yuan/).fill("50");
  await page.getByRole("button", { name: "Pay automatically from now on" }).click();
  await page.getByText("A bill of more than ¥50.00, late fee included, is not paid").waitFor();
  await expectAccessible(seen, "automatic payment");
  await speak(seen, "en");
  await goTo(seen, "/bills");
  await page.getByText("Paid automatically").waitFor();
  await page.getByRole("link", { name: /removal.*暖气/ }).click();
  await page.getByRole("button", { name: "Stop automatic payment" }).click();
  await page.getByText("It has ended: you pay the bills yourself").waitFor();
}
