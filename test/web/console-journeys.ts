import { text } from "node:stream/consumers";
import type { Locator, Page } from "playwright-core";
import { expect, it } from "vitest";
import { ask, signedIn } from "../local/local-platform.ts";
import { at } from "../support/platform.ts";
import { CONSOLE, leave } from "./held.ts";
import type { Site } from "./site.ts";
import {
  drawn,
  expectAccessible,
  goTo,
  MAGNIFIED_WIDTH,
  overflow,
  signedInAgain,
  signIn,
  speak,
  type Visit,
  violations,
  visit,
  WIDTHS,
} from "./visit.ts";

const REASON = "自有账户与代缴账单的用途没有写明，先不批准。";
const APPROVE = `mutation ($id: ID!) {
  approvePartner(id: $id, scopes: [CONSENT_REQUEST, UTILITIES_READ], reason: "${REASON}") { __typename }
}`;
/** When the demo city was founded, and so its partner's deposit was booked. */
const FOUNDED = "query ($id: ID!) { node(id: $id) { ... on Partner { appliedAt } } }";
const CALL = "{ viewer { kind mode scopes } }";
/** Stands for a key that is pasted. */
const NOTE = "pasted-here";
/** As a key is shown, whole. */
const KEY = /cvg_test_[0-9a-z]{24}_[0-9a-z]{32}_[0-9a-z]{7}/;

/** The month in Beijing. */
const monthOf = (instant: string): string =>
  new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date(instant)).slice(0, 7);

/** The HTTP status of a first call with a key, and what the platform takes it for. */
async function call(endpoint: string, key: string): Promise<readonly [number, unknown]> {
  const headers = { "content-type": "application/json", "x-api-key": key };
  const response = await fetch(endpoint, { method: "POST", headers, body: JSON.stringify({ query: CALL }) });
  const { data } = (await response.json()) as { readonly data?: { readonly viewer: unknown } };
  return [response.status, data?.viewer];
}

/** Fills in an application for the demo citizen's restaurant; the telephone number is wrong at first. */
async function fillIn({ page }: Visit): Promise<void> {
  await page.getByRole("combobox", { name: "Enterprise" }).selectOption("91110105MA0000004B");
  for (const name of [/^Asking for consent/, /^Utility bills/, /^Paying bills/])
    await page.getByRole("checkbox", { name }).check();
  await page.getByRole("textbox", { name: "Purpose" }).fill("餐厅水电账单管理");
  await page.getByRole("textbox", { name: "Name" }).fill("王小明");
  await page.getByRole("textbox", { name: "Telephone" }).fill("12345");
  await page.getByRole("textbox", { name: "Email address" }).fill("wang@example.cn");
}

/** The secret that the page shows now. */
async function shownKey({ page }: Visit): Promise<string> {
  const [key] = KEY.exec((await page.getByText(KEY).textContent()) ?? "") ?? [];
  if (!key) throw new Error("no key is shown");
  return key;
}

/** Nothing of a secret is anywhere but on the page that made it. */
async function expectForgotten(seen: Visit, secret: string): Promise<void> {
  const { page, addresses } = seen;
  await expect.poll(() => page.content()).not.toContain(secret);
  const stores = () => JSON.stringify([{ ...sessionStorage }, { ...localStorage }, history.state]);
  expect(await page.evaluate(stores)).not.toContain(secret);
  expect(addresses.join("\n")).not.toContain(secret);
}

/** The question behind a button, in both languages. It is left by a key, and the focus is where it was. */
async function expectQuestion(seen: Visit, opener: Locator): Promise<void> {
  const { page } = seen;
  for (const language of ["zh", "en"] as const) {
    await speak(seen, language);
    await opener.click();
    await page.getByRole("group", { name: /^(Revoke|吊销)/ }).waitFor();
    for (const width of [...Object.values(WIDTHS), MAGNIFIED_WIDTH]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await violations(page), `the question, ${language}, ${width} px`).toEqual([]);
      expect(await overflow(page)).toBe(0);
    }
    await page.keyboard.press("Escape");
    await page.getByRole("group", { name: /^(Revoke|吊销)/ }).waitFor({ state: "detached" });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);
  }
}

/** GraphiQL as the console opens it: a text that is written into its headers is in no store, and gone with a reload. */
async function expectForgetful(graphiql: Page): Promise<void> {
  const headers = graphiql.getByText("x-api-key");
  await headers.click();
  await graphiql.keyboard.press("End");
  await graphiql.keyboard.insertText(NOTE);
  const written = graphiql.getByText(NOTE);
  await written.waitFor();
  // It writes its tabs down half a second after a change, where it keeps them.
  await graphiql.waitForTimeout(1_000);
  const stores = () => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
  expect(await graphiql.evaluate(stores)).not.toContain(NOTE);
  await graphiql.reload();
  await headers.waitFor();
  expect(await written.count()).toBe(0);
  await graphiql.close();
}

export function consoleJourneys(site: () => Site): void {
  it("from an application to the first call, its key rotated and revoked", async () => {
    const { browser, origin, endpoint, demo } = site();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/console/apply");
    await signIn(seen);

    // Nothing is filled in: said in front of the form and at each field, and the summary leads to them.
    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.getByRole("alert").getByText("Choose the enterprise").click();
    expect(
      await page
        .getByRole("combobox", { name: "Enterprise" })
        .evaluate((field) => field === document.activeElement),
    ).toBe(true);
    await expectAccessible(seen, "an application without anything");
    await speak(seen, "en");
    await fillIn(seen);
    await page.getByRole("button", { name: "Apply", exact: true }).click();
    await page.getByRole("alert").getByText("The phone number is not valid.").click();
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type("13800138000");
    await page.keyboard.press("Enter");
    await page.getByText("A manager has still to decide").waitFor();
    await page.getByText("they wait for the decision").waitFor();
    const partner = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    await expectAccessible(seen, "a partnership that waits");
    await speak(seen, "en");
    await goTo(seen, `/console/partners/${partner}/keys`);
    await page.getByText("No key can be made now").waitFor();
    await expectAccessible(seen, "keys before the approval");
    await speak(seen, "en");

    // The manager grants two of three, and says why.
    const manager = demo.officers["partnerManager"];
    if (!manager) throw new Error("the demo city has no partner manager");
    await ask(endpoint, APPROVE, signedIn(manager), { id: partner });
    await page.reload();
    await signedInAgain(seen);
    await goTo(seen, `/console/partners/${partner}`);
    await page.getByText(REASON).waitFor();
    await page.getByText("Scopes that were not granted").waitFor();
    await expectAccessible(seen, "a partnership with a scope that was refused");
    await speak(seen, "en");

    // A key: shown once, and its first call answers.
    await page.getByRole("link", { name: "Keys" }).first().click();
    await page.getByRole("button", { name: "Make the key" }).click();
    await page.getByRole("alert").getByText("Give the key a name").waitFor();
    await expectAccessible(seen, "a key without anything");
    await speak(seen, "en");
    await page.getByRole("textbox", { name: "Name" }).fill("账单服务");
    await page.getByRole("checkbox", { name: /^Utility bills/ }).check();
    await page.getByRole("button", { name: "Make the key" }).click();
    const heading = page.getByRole("heading", { name: "The new key" });
    await heading.waitFor();
    expect(await heading.evaluate((title) => title === document.activeElement)).toBe(true);
    const first = await shownKey(seen);
    await expectAccessible(seen, "a key that is shown");
    await speak(seen, "en");
    const isPartner = { kind: "PARTNER", mode: "TEST", scopes: ["UTILITIES_READ"] };
    expect(await call(endpoint, first)).toEqual([200, isPartner]);

    // The same from the page that says how to call, where the key is nowhere but in its field.
    await page.getByRole("link", { name: "Make the first call with it" }).click();
    await expectForgotten(seen, first);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("alert").getByText("Paste the key").waitFor();
    await page.getByLabel("Key", { exact: true }).fill(first);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText('"kind": "PARTNER"').waitFor();
    await expectAccessible(seen, "an answer to a first call");
    const opened = seen.context.waitForEvent("page");
    await page.getByRole("link", { name: /GraphiQL/ }).click();
    await expectForgetful(await opened);
    await speak(seen, "en");
    await goTo(seen, `/console/partners/${partner}/keys`);
    await expectForgotten(seen, first);

    // Rotated: there is another, and the old one answers for as long as its countdown says.
    await page.getByRole("button", { name: "Rotate 账单服务" }).click();
    await page.getByRole("combobox", { name: "For how long is the old one to work?" }).selectOption("1");
    await expectAccessible(seen, "a key to be rotated");
    await speak(seen, "en");
    await page.getByRole("button", { name: "Make the new key" }).click();
    await heading.waitFor();
    const second = await shownKey(seen);
    await page.getByRole("button", { name: "I have put it away; hide it" }).click();
    await expectForgotten(seen, second);
    const countdown = page.getByText(/Works for another 0 h \d+ min \d+ s/);
    const before = await countdown.textContent();
    await expect.poll(() => countdown.textContent()).not.toBe(before);
    expect([await call(endpoint, first), await call(endpoint, second)]).toEqual([
      [200, isPartner],
      [200, isPartner],
    ]);
    await expectAccessible(seen, "a key that was rotated");
    await speak(seen, "en");

    // Revoked: not without a second word, and then at once.
    const old = page.getByRole("listitem").filter({ has: page.locator("time") });
    await expectQuestion(seen, old.getByRole("button", { name: /^(Revoke|吊销)/ }));
    expect((await call(endpoint, first))[0]).toBe(200);
    await old.getByRole("button", { name: /^Revoke/ }).click();
    await page.getByRole("button", { name: "Revoke this key" }).click();
    await page.getByText("Keys that have ended (1)").click();
    await expectAccessible(seen, "a key that was revoked");
    expect([(await call(endpoint, first))[0], (await call(endpoint, second))[0]]).toEqual([401, 200]);
    await leave(seen, origin, CONSOLE);
  });

  it("to ask a citizen for consent, and to have a month's statement as a file", async () => {
    const { browser, origin, endpoint, demo } = site();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    const of = `/console/partners/${demo.partner.id}`;
    await page.goto(`${of}/consents`);
    await signIn(seen);
    await page.getByRole("button", { name: "Make the link" }).click();
    await page.getByRole("alert").getByText("Choose at least one").waitFor();
    await expectAccessible(seen, "a request for nothing");
    await speak(seen, "en");
    await page.getByRole("checkbox", { name: /^Transit cards and trips/ }).check();
    await page.getByRole("textbox", { name: "Purpose" }).fill("出行报销");
    await page.getByRole("textbox", { name: "For how many days" }).fill("400");
    await page.getByRole("button", { name: "Make the link" }).click();
    await page.getByRole("alert").getByText(/365/).waitFor();
    await page.getByRole("textbox", { name: "For how many days" }).fill("30");
    await page.getByRole("button", { name: "Make the link" }).click();
    const link = (await page.getByText(/\/consent#crq_/).textContent()) ?? "";
    await page.getByText("Waits for an answer").waitFor();
    await expectAccessible(seen, "a link for a citizen");
    await speak(seen, "en");
    const token = new URL(link).hash.slice(1);
    const grant = `mutation ($token: String!) { grantConsent(token: $token, scopes: [TRANSIT_READ]) { __typename } }`;
    await ask(endpoint, grant, signedIn(demo.citizen), { token });
    await goTo(seen, `${of}/consents?mode=TEST`);
    await page.getByText("Nobody has been asked yet").waitFor();
    await expectAccessible(seen, "consents for which nobody was asked");
    await speak(seen, "en");
    // An answer holds for a while, and another person has changed it meanwhile.
    await page.goto(`${of}/consents`);
    await signedInAgain(seen);
    const asked = page.getByRole("listitem").filter({ hasText: "出行报销" });
    await asked.getByText("Consent in force").waitFor();
    await expectForgotten(seen, token);

    const { data } = await ask(endpoint, FOUNDED, signedIn(demo.citizen), { id: demo.partner.id });
    await goTo(seen, `${of}/accounts/prefund?month=${monthOf(String(at(data, "node", "appliedAt")))}`);
    await page.getByRole("cell", { name: "¥10,000.00" }).waitFor();
    const [file] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download the whole month as CSV" }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(/^statement-prefund-\d{4}-\d{2}\.csv$/);
    const lines = (await text(await file.createReadStream())).replace(/^\uFEFF/, "").split("\r\n");
    expect(lines[0]).toBe("id,bookedAt,amount,reason,cause,reverses");
    expect(lines.join("\n")).toContain(",10000.00,payments.deposit.recorded,dep_");
    await drawn(page);
    await leave(seen, origin, CONSOLE);
  });
}
