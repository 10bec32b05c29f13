import type { Page, Route } from "playwright-core";
import { expect, it } from "vitest";
import { dateAt, monthOf } from "../../services/kernel/civil-date.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { apply, LOAN, senderOf } from "./desk-city.ts";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { drawn, expectAccessible, goTo, signedInAgain, signIn, speak, type Visit, visit } from "./visit.ts";

const CHAOYANG = "110105";
const CODE = "BJ-TEST-YQ-001";

export function cityJourneys(site: () => Site): void {
  it("of an item: drafted with a form, seen in both languages, published by another, found by people", async () => {
    const { browser, origin } = site();
    const seen = await deskOf(site(), "林静");
    const { page } = seen;
    await goTo(seen, "/desk/catalogue");
    await page.getByRole("link", { name: "Draft a new item" }).click();
    await page.getByRole("heading", { name: "Draft a new item" }).waitFor();
    await draftItem(page);

    await page.getByRole("button", { name: "Show a preview in both languages" }).click();
    const preview = page.getByRole("region", { name: "Preview of the form" });
    for (const label of ["犬只名字", "The dog's name"]) await preview.getByLabel(label).waitFor();
    // An answer on one side stands on the other.
    await preview.getByLabel("犬只名字").fill("旺财");
    expect(await preview.getByLabel("The dog's name").inputValue()).toBe("旺财");
    // It follows what is typed, and what was tried stays.
    await page.getByLabel("Label in English", { exact: true }).first().fill("Name of the dog");
    expect(await preview.getByLabel("Name of the dog").inputValue()).toBe("旺财");
    await page.getByLabel("Label in English", { exact: true }).first().fill("The dog's name");
    await preview.getByLabel("The dog's name").waitFor();

    // A number is missing: said at its place, and nothing is lost.
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("alert").getByText("Write a whole number").first().waitFor();
    await expectAccessible(seen, "an item with something to put right");
    await speak(seen, "en");
    // JSON that cannot be read is not passed over, and a reload keeps it.
    const whole = page.locator("#form-json");
    await page.getByText("All of the form as JSON", { exact: true }).first().click();
    const written = await whole.inputValue();
    await whole.fill(`${written},`);
    await page.reload();
    await signedInAgain(seen);
    expect(await whole.inputValue()).toBe(`${written},`);
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("alert").getByText("This is no JSON object").waitFor();
    await whole.fill(written);
    await page.getByLabel("Promised working days").fill("3");
    await page.getByLabel("Days that the law allows").fill("5");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("heading", { name: "Keeping a dog" }).waitFor();
    await page.getByText("another editor looks at it and publishes it").waitFor();
    await leave(seen, origin, DESK);

    const second = await deskOf(site(), "高磊");
    await goTo(second, `/desk/catalogue/${CODE}`);
    await second.page.getByText("Nothing keeps it from coming into force").waitFor();
    await second.page.getByLabel("Reason").first().fill("依法公布");
    await second.page.getByRole("button", { name: "Publish it" }).click();
    await second.page.getByText("It is published", { exact: true }).waitFor();
    await second.page.locator("#roll-out-reason").fill("全市开通");
    await second.page.getByRole("button", { name: "Change it" }).click();
    await second.page.getByText("It is changed", { exact: true }).waitFor();
    await expectAccessible(second, "an item that is published and on");
    await leave(second, origin, DESK);

    const anybody = await visit(browser, origin, "zh");
    await anybody.page.goto("/services");
    await anybody.page.getByLabel("您想办什么？").fill("养犬");
    await anybody.page.getByRole("button", { name: "搜索" }).click();
    await anybody.page.getByRole("link", { name: "养犬登记" }).waitFor();
    await anybody.context.close();
  });

  it("of a partner: found, looked at, and approved for a reason", async () => {
    const { origin } = site();
    const seen = await deskOf(site(), "周敏");
    const { page } = seen;
    // From further down in the list the search begins at its first.
    await goTo(seen, "/desk/partners?status=PENDING&after=further");
    await page.getByLabel("Find by name or credit code").fill("91110000ma00000077");
    await page.getByRole("button", { name: "Find" }).click();
    await page.getByRole("link", { name: "北京示范出行有限公司" }).click();
    await page.getByRole("heading", { name: "北京示范出行有限公司" }).waitFor();
    await drawn(page);
    await page.getByRole("button", { name: "Decide so" }).click();
    await page.getByRole("alert").getByText("Choose what you decide").waitFor();
    await page.getByRole("radio", { name: "Approve" }).check();
    // A choice stays as its reason does, though the page is left: nothing more is granted by mistake.
    const scope = page.getByRole("checkbox").first();
    await scope.uncheck();
    const partner = new URL(page.url()).pathname;
    await goTo(seen, "/desk");
    await goTo(seen, partner);
    expect(await page.getByRole("radio", { name: "Approve" }).isChecked()).toBe(true);
    expect(await scope.isChecked()).toBe(false);
    await scope.check();
    await page.getByRole("button", { name: "Decide so" }).click();
    // The platform asks for a reason, in its own words.
    await page.locator("#reason-problem").waitFor();
    await expectAccessible(seen, "a decision without a reason");
    await speak(seen, "en");
    await page.getByLabel("Reason").fill("营业执照与登记一致");
    await page.getByRole("button", { name: "Decide so" }).click();
    await page.getByText("Approved", { exact: true }).waitFor();
    await page.getByText("Live access is opened by another manager").waitFor();
    await page.getByText("营业执照与登记一致").waitFor();
    expect(await page.getByRole("radio").count()).toBe(1);
    await leave(seen, origin, DESK, ["营业执照与登记一致"]);
  });

  it("of figures: from a department's counts of two decisions to those of a region and an item", async () => {
    await untilCounted(site(), 2);
    const seen = await deskOf(site(), "马超");
    const { page } = seen;
    await goTo(seen, `/desk/figures?department=BJ-GJJ&region=${CHAOYANG}`);
    const ofRegions = page.getByRole("table", { name: "Figures of each region" });
    const ofItems = page.getByRole("table", { name: "Figures of each item" });
    const line = ["2", "2", "100 %", "100 %", "0", "0"];
    expect(await ofRegions.getByRole("row", { name: "朝阳区" }).getByRole("cell").allInnerTexts()).toEqual(
      expect.arrayContaining(line),
    );
    await ofItems.getByRole("link", { name: "Housing-fund withdrawal for a home loan" }).click();
    await page.waitForURL(/item=BJ-GJJ-HDTQ-001/);
    await drawn(page);
    expect(await ofItems.getByRole("cell").allInnerTexts()).toEqual(expect.arrayContaining(line));
    await leave(seen, site().origin, DESK);
  });

  it("of a treasurer: what differs, the account that it is about, and a payout ordered and booked", async () => {
    const { origin } = site();
    const seen = await deskOf(site(), "何芳");
    const { page } = seen;
    await page.route("**/graphql", tellDifference);
    await goTo(seen, "/desk/treasury");
    await page.getByText("The books are not right").waitFor();
    await page.getByRole("button", { name: "Open", exact: true }).click();
    await page.getByRole("alert").getByText("Write the account's id").waitFor();
    await expectAccessible(seen, "books that are not right");
    await speak(seen, "en");
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("link", { name: "bank:main#03" }).click();
    await page.getByRole("heading", { name: "bank:main" }).waitFor();
    await drawn(page);
    await page.getByText("¥10,000.00").first().waitFor();
    await expectDepositAtItsAccount(seen, site().demo.partner.id);

    await goTo(seen, "/desk/treasury/payouts");
    await page
      .getByRole("button", { name: /^Order it from the bank/ })
      .first()
      .click();
    await expectAccessible(seen, "a payout that is about to be ordered");
    await speak(seen, "en");
    await page.getByRole("button", { name: "Yes, order it from the bank" }).click();
    await page.getByRole("alert").getByText("It is ordered").waitFor();
    await page.getByRole("button", { name: "Book as paid" }).first().click();
    await page.locator(".field-error").waitFor();
    await expectAccessible(seen, "a payout without the bank's number");
    await speak(seen, "en");
    await page.getByLabel("The bank's number of the transfer").first().fill("BANK-2026-0001");
    await page.getByRole("button", { name: "Book as paid" }).first().click();
    await page.getByRole("alert").getByText("It is booked").waitFor();
    await page.getByText("Nothing is owed to anybody").waitFor();
    await expectGoneWithSignOut(seen);
    await leave(seen, origin, DESK, ["BANK-2026-0001"]);
  });
}

/** A deposit that is begun at one partner's account is not found at another's, or in the treasury. */
async function expectDepositAtItsAccount(seen: Visit, partner: string): Promise<void> {
  const { page } = seen;
  const amount = page.getByLabel("Amount in yuan");
  await goTo(seen, `/desk/treasury/accounts/prefund:${partner}`);
  await amount.fill("1.00");
  await goTo(seen, "/desk/treasury");
  expect(await amount.inputValue()).toBe("");
  expect(await page.getByLabel("The partner's id").inputValue()).toBe("");
  await goTo(seen, `/desk/treasury/accounts/prefund:${partner}`);
  expect(await amount.inputValue()).toBe("1.00");
}

/** An account that is on screen is gone when its reader signs out in another tab. */
async function expectGoneWithSignOut(seen: Visit): Promise<void> {
  const { page, context } = seen;
  await goTo(seen, "/desk/treasury/accounts/bank:main");
  const balance = page.locator("dt").getByText("Balance now");
  await balance.waitFor();
  const other = { ...seen, page: await context.newPage() };
  await other.page.goto("/desk");
  await signIn(other, "何芳");
  await other.page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in" }).first().waitFor();
  await expect.poll(() => balance.count()).toBe(0);
}

async function draftItem(page: Page): Promise<void> {
  const fill = (label: string, text: string): Promise<void> =>
    page.getByLabel(label, { exact: true }).first().fill(text);
  await fill("Code of the item", CODE);
  await fill("Name in Chinese", "养犬登记");
  await fill("Name in English", "Keeping a dog");
  await fill("Code of the department", "BJ-GA");
  await fill("Name of the department in Chinese", "北京市公安局");
  await fill("Name of the department in English", "Beijing Public Security Bureau");
  await page.getByRole("checkbox", { name: "北京市" }).check();
  await fill("Law", "北京市养犬管理规定");
  await fill("Article", "第八条");
  await fill("The form's name in Chinese", "养犬登记申请表");
  await fill("The form's name in English", "Application to keep a dog");
  await page.getByRole("button", { name: "Add a page" }).click();
  await fill("Title in Chinese", "犬只");
  await fill("Title in English", "The dog");
  await page.getByRole("button", { name: "Add a field to this page" }).click();
  await fill("Label in Chinese", "犬只名字");
  await fill("Label in English", "The dog's name");
  await page.getByRole("button", { name: "Add: Step" }).click();
  const step = page.getByRole("group", { name: "Step 3" });
  await step.getByLabel("Code", { exact: true }).fill("deliver");
  await step.getByLabel("Name in Chinese").fill("送达");
  await step.getByLabel("Name in English").fill("Delivery");
  await step.getByLabel("Role that takes it").selectOption("issuer");
}

/** The books as a verification would find them after something had written past the ledger. */
async function tellDifference(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.json();
  if (body.data?.trialBalance === undefined) return route.fulfill({ response, json: body });
  const books = {
    ...{ asOf: "2026-11-01T00:00:00.000Z", verifiedAt: "2026-11-01T00:01:00.000Z" },
    ...{ debits: "10000.00", credits: "9999.99", imbalance: "0.01", brokenTransferCount: 1 },
    lines: [{ kind: "BANK", debits: "10000.00", credits: "0.00", balance: "10000.01" }],
    differenceCount: 1,
    differences: [
      {
        ...{ account: "bank:main", partition: "bank:main#03", what: "BALANCE" },
        ...{ recorded: "10000.01", recomputed: "10000.00" },
      },
    ],
    brokenTransfers: [{ id: "tfr_0123456789abcdef", what: "NOT_BALANCED" }],
  };
  return route.fulfill({ response, json: { data: { trialBalance: books } } });
}

/** A rule grants the demo citizen all that can be drawn, which is owed from then on, and so refuses the next time. */
export async function fileDecidedCases(site: Site): Promise<void> {
  const send = senderOf(site, site.demo.citizen);
  await apply(send, { ...LOAN, region: CHAOYANG, key: "city-loan" });
  await apply(send, { ...LOAN, region: CHAOYANG, key: "city-loan-again", why: "另一笔贷款。" });
}

/** Figures count what is decided when its event is delivered. */
async function untilCounted(site: Site, decided: number): Promise<void> {
  const { supervisor } = site.demo.officers;
  if (!supervisor) throw new Error("the demo city has no supervisor");
  const month = monthOf(dateAt(systemRuntime.now()));
  const figures = `{ caseFigures(region: "${CHAOYANG}", department: "BJ-GJJ", from: "${month}", to: "${month}") {
    ... on CaseFigures { total { decided } } } }`;
  const send = senderOf(site, supervisor);
  const counted = async () => JSON.stringify(await send<object>(figures));
  await expect.poll(counted, { interval: 500, timeout: 60_000 }).toContain(`"decided":${decided}`);
}
