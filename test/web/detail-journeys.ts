import { expect, it } from "vitest";
import type { PortalLicenceQuery } from "../../web/shared/generated/graphql.ts";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, partOf, signIn, speak, visit } from "./visit.ts";

/** As the API would tell it: the tests' city has issued none. */
const LICENCE: PortalLicenceQuery = {
  licence: {
    ...{ number: "JY21101050000013", type: "food-business-licence", status: "VALID" },
    ...{ holderName: "北京小明家餐饮有限公司", creditCode: "91110105MA0000004B" },
    ...{ premises: "北京市朝阳区示范路 11 号一层", businessForm: "CATERING", activities: ["餐饮服务"] },
    department: { name: { zh: "北京市市场监督管理局", en: "Market supervision of Beijing" } },
    ...{ issuedOn: "2026-09-24", validUntil: "2031-09-23", endedAt: null, remedies: null },
    renewal: { opensOn: "2031-05-19", inTimeUntil: "2031-09-02", closesOn: "2031-09-23" },
  },
};

export function detailJourneys(portal: () => Portal): void {
  it("to let somebody act for one, and to end it", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/acting/give");
    await signIn(seen);
    await page.getByRole("radio", { name: "Only those that I choose" }).check();
    await page.getByRole("button", { name: "Give the authority" }).click();
    await page.getByRole("alert").getByText("Write the number of their identity document").waitFor();
    await expectAccessible(seen, "an authority with nothing filled in");
    await speak(seen, "en");
    await page.getByLabel("Name of the one who acts").fill("张小红");
    await page.getByLabel("Identity number of the one who acts").fill("110101199003070000");
    await page.getByRole("checkbox", { name: "Housing-fund withdrawal for rent" }).check();
    await page.getByRole("button", { name: "Give the authority" }).click();
    await page.getByRole("alert").getByText("This is no valid identity number").waitFor();
    // Nothing takes the focus from somebody who types.
    await page.getByLabel("Identity number of the one who acts").fill("");
    await page.getByLabel("Identity number of the one who acts").click();
    await page.keyboard.type("110101199003070628");
    await page.getByRole("button", { name: "Give the authority" }).click();
    await page.getByText("张小红 may act from now on.").waitFor();
    expect(await page.getByLabel("Name of the one who acts").inputValue()).toBe("");
    await goTo(seen, "/acting");
    const own = partOf(page, "People who may act for you");
    await own.getByText("张小红").first().waitFor();
    await own.getByRole("button", { name: /Take it back.*张小红/ }).click();
    await own.getByRole("button", { name: "Yes, take it back" }).click();
    await own.getByText("Taken back. They may act no more.").waitFor();
    await own.getByText("Authorities that have ended").click();
    await expectAccessible(seen, "an authority that has ended");
    await leave(seen, origin, PORTAL, ["张小红", "110101199003070628"]);
  });

  it("from one part of a long list to the next: it begins at the heading, as each page does", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/me");
    await signIn(seen);
    await page.route("**/graphql", async (route) => {
      const { variables } = route.request().postDataJSON();
      const pageInfo = { hasNextPage: variables.after === undefined, endCursor: "before-these" };
      await route.fulfill({
        json: { data: { me: { id: "ctz_1", notifications: { edges: [], pageInfo } } } },
      });
    });
    await goTo(seen, "/messages");
    const focus = () => page.evaluate(() => document.activeElement?.tagName);
    for (const name of ["Older messages", "Back to the newest"]) {
      await page.getByRole("link", { name }).click();
      await page.getByRole("link", { name }).waitFor({ state: "detached" });
      expect(await focus(), name).toBe("H1");
    }
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, origin, PORTAL);
  });

  it("through the history of a case, part by part", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    // As if it were a long one.
    await page.route("**/graphql", (route) => {
      const postData = route.request().postData()?.replaceAll("auditTrail(first: 50", "auditTrail(first: 2");
      return route.continue(postData ? { postData } : {});
    });
    await page.goto(`/cases/${city.appealed}`);
    await signIn(seen);
    const history = partOf(page, "What has happened").locator("ol");
    const more = page.getByRole("button", { name: "Show what came after" });
    for (let parts = 1; await more.isVisible(); parts += 1) {
      await more.click();
      await history.nth(parts).waitFor();
      await drawn(page);
      expect(await history.nth(parts).evaluate((list) => list === document.activeElement)).toBe(true);
    }
    expect(await history.count()).toBeGreaterThan(1);
    await expectAccessible(seen, "a history in parts");
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, origin, PORTAL);
  });

  it("to check a licence, as anybody may", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/licences");
    await page.getByRole("button", { name: "Check" }).click();
    await page.getByRole("alert").getByText("Write the number of the licence").waitFor();
    await expectAccessible(seen, "no number of a licence");
    await speak(seen, "en");
    await page.route("**/graphql", (route) => route.fulfill({ json: { data: LICENCE } }));
    await page.getByLabel("Number of the licence").fill("jy21101050000013 ");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Food-business licence" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/licences/JY21101050000013");
    expect(await page.locator("main").innerText()).toMatch(/Valid[\s\S]*23 September 2031/);
    await expectAccessible(seen, "a licence");
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, origin, PORTAL);
  });

  it("to prove a telephone, and to have an account to be paid to", async () => {
    const { browser, origin, output } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/me/telephone");
    await signIn(seen);
    await page.getByLabel("The new number").fill("12345");
    await page.getByRole("button", { name: "Send the code" }).click();
    await page.getByRole("alert").getByText("has 11 digits").waitFor();
    await page.getByLabel("The new number").fill("139 1234 5679");
    await page.getByRole("button", { name: "Send the code" }).click();
    await page.getByText("A code is on its way to 139****5679").waitFor();
    const printed = /^text message to 13912345679: .*?(\d{6})/m;
    await expect.poll(() => printed.exec(output())?.[1]).toBeDefined();
    await expectAccessible(seen, "a telephone whose code is awaited");
    await speak(seen, "en");
    await page.getByLabel("The code in the text").fill("0");
    await page.getByRole("button", { name: "Prove the number" }).click();
    await page.getByRole("alert").getByText("This is not the code").waitFor();
    await page.getByLabel("The code in the text").fill(printed.exec(output())?.[1] ?? "");
    await page.getByRole("button", { name: "Prove the number" }).click();
    await page.getByText("The number is proven to be yours").waitFor();
    await partOf(page, "The number that is proven").getByText("139****5679", { exact: true }).waitFor();

    await goTo(seen, "/me/accounts");
    const add = async (account: string): Promise<void> => {
      await page.getByLabel("Number of the account").fill(account);
      await page.getByLabel("Identity number").fill("11010519491231002x");
      await page.getByRole("button", { name: "Add it, and have the bank asked" }).click();
    };
    // By its last two digits the sandbox's bank says that it is not theirs, or does not know.
    await add("6222020200112233491");
    await page.getByRole("alert").getByText("this account is not this person's").waitFor();
    await expectAccessible(seen, "an account that is somebody else's");
    await speak(seen, "en");
    await add("6222020200112233492");
    await page.getByText("the bank has not told yet").waitFor();
    await page.getByText("Cannot be paid to yet").waitFor();
    await expectAccessible(seen, "an account that is not proven");
    await speak(seen, "en");
    await page.getByRole("button", { name: /Remove this account.*3492/ }).click();
    await page.getByRole("button", { name: "Yes, remove this account" }).click();
    await page.getByText("The account is removed").waitFor();
    await page.getByText("Cannot be paid to yet").waitFor({ state: "detached" });
    await leave(seen, origin, PORTAL, ["13912345679", "139 1234 5679", "62220202001122334"]);
  });
}
