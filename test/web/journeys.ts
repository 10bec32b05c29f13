import { expect, it } from "vitest";
import { sumOf, yuan } from "../../web/shared/format/money.ts";
import { leave, PORTAL, TOKEN } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, signIn, speak, visit } from "./visit.ts";

export function journeys(portal: () => Portal): void {
  it("to pay bills: the answer is lost, and the second call is the same payment", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    const { GAS = "", ELECTRICITY = "", WATER = "" } = city.owed;
    const both = yuan(sumOf([GAS, ELECTRICITY]));
    const keys: string[] = [];
    page.on("request", (request) => {
      const sent = request.postDataJSON()?.variables as { readonly key?: string } | undefined;
      if (sent?.key) keys.push(sent.key);
    });
    await page.goto("/bills");
    await signIn(seen);

    // None is chosen: said at its place, and in front of the form.
    for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
    await page.getByRole("button", { name: /^Pay / }).click();
    await page.getByRole("alert").getByText("Choose at least one bill").waitFor();
    await expectAccessible(seen, "no bill is chosen");
    await page.getByRole("checkbox", { name: /燃气/ }).check();
    await page.getByRole("checkbox", { name: /电力/ }).check();
    await page.getByRole("button", { name: `Pay ${both}` }).click();
    await page.getByRole("heading", { name: "Check and pay" }).waitFor();
    await drawn(page);

    // There are two channels, and none is chosen for the reader.
    await page.getByRole("button", { name: "Pay now" }).click();
    await page.getByRole("alert").getByText("Choose how to pay").waitFor();
    await expectAccessible(seen, "no channel is chosen");
    await speak(seen, "en");
    await page.getByRole("radio", { name: /Demonstration/ }).check();

    // The platform takes the payment, and its answer is lost on the way.
    await page.route("**/graphql", async (route) => {
      await route.fetch();
      await route.abort("connectionreset");
    });
    await page.getByRole("button", { name: "Pay now" }).click();
    await page.getByText("you are not charged twice").first().waitFor();
    await expectAccessible(seen, "a payment whose answer was lost");
    await page.unrouteAll({ behavior: "wait" });
    // The list of bills knows of it, too, and of all the bills that it is to pay.
    await goTo(seen, "/bills");
    const unended = page.locator("section", { hasText: "Payments that have not ended" });
    await unended.getByText("2 bills").waitFor();
    await expectAccessible(seen, "bills with a payment that has not ended");
    await speak(seen, "en");
    await unended.getByRole("link", { name: "Go on with this payment" }).click();
    await page.getByRole("button", { name: "Go on with this payment" }).click();
    await page.getByText(`You have paid ${both}`).waitFor();
    expect(await page.getByRole("heading", { name: "Receipt" }).isVisible()).toBe(true);
    await expectAccessible(seen, "a receipt");
    expect(new Set(keys).size).toBe(1);
    expect(keys).toHaveLength(2);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(keys[0]);

    // Paid once: one payment of it, and one bill is left.
    await goTo(seen, "/bills/payments");
    expect(await page.locator("main .rows .strong", { hasText: both }).count()).toBe(1);
    await page.getByText("Show the receipt").first().click();
    await expectAccessible(seen, "payments with a receipt");
    await goTo(seen, "/bills");
    expect(await page.getByRole("checkbox").count()).toBe(city.dueBills.length - 2);

    // Somebody comes back to the address of what is paid.
    await goTo(seen, `/bills/pay?bills=${city.gasBill}`);
    await page.getByText("There is no bill to be paid here").waitFor();
    // Beside one that is due: the one that is paid is left out before anything is sent.
    await goTo(seen, `/bills/pay?bills=${city.gasBill},${city.waterBill}`);
    await page.getByText("Not all of these are to be paid now").waitFor();
    await expectAccessible(seen, "bills of which one is paid");
    await speak(seen, "en");
    expect(await page.getByRole("button", { name: "Pay now" }).count()).toBe(0);
    await page.getByRole("link", { name: `Pay the others, ${yuan(WATER)}` }).click();
    await page.getByRole("button", { name: "Pay now" }).waitFor();
    expect(new URL(page.url()).search).toBe(`?bills=${city.waterBill}`);
    await leave(seen, origin, PORTAL);
  });

  it("through a sign-in, its renewal, its end in the middle of a text, and out", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page, context } = seen;
    // The tokens' life is the issuer's word, which is changed on its way.
    let life: "long" | "over" | "refused" = "long";
    const refreshed: string[] = [];
    await page.route("**/token", async (route) => {
      const isRefresh = route.request().postData()?.includes("grant_type=refresh_token") ?? false;
      if (isRefresh) refreshed.push(life);
      if (isRefresh && life === "refused")
        return route.fulfill({ status: 400, json: { error: "invalid_grant" } });
      const response = await route.fetch();
      const tokens = await response.json();
      return route.fulfill({ response, json: life === "over" ? { ...tokens, expires_in: 1 } : tokens });
    });
    life = "over";
    await page.goto(`/cases/${city.appealed}`);
    await page.getByText("Sign in to see this").waitFor();
    await signIn(seen);
    expect(new URL(page.url()).pathname).toBe(`/cases/${city.appealed}`);
    expect(await page.evaluate(keptByBrowser)).not.toMatch(TOKEN);
    // The issuer's own, for its own addresses alone, are all that there are.
    expect(await context.cookies([`${origin}/`, `${origin}/graphql`])).toEqual([]);
    for (const { name, httpOnly, path } of await context.cookies())
      expect([name, httpOnly, path]).toEqual([
        "civigraph-citizen",
        true,
        expect.stringMatching(/^\/(authorize|logout)$/),
      ]);

    // A token that is over is renewed by itself, each time by another refresh token.
    await goTo(seen, "/messages");
    await page.getByRole("button", { name: "Mark these as read" }).waitFor();
    expect(refreshed).toEqual(["over", "over"]);

    // It ends while a reply is being written; what was typed is there behind the next sign-in.
    await goTo(seen, `/cases/${city.appealed}`);
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByRole("alert").getByText("Write what you want to reply").waitFor();
    await expectAccessible(seen, "an empty reply");
    await page.getByLabel("Your reply").fill("合同签订于 2020 年 3 月 1 日。");
    life = "refused";
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Your sign-in has ended").first().waitFor();
    await expectAccessible(seen, "a sign-in that has ended");
    life = "long";
    await signIn(seen);
    expect(await page.getByLabel("Your reply").inputValue()).toBe("合同签订于 2020 年 3 月 1 日。");
    await page.getByRole("button", { name: "Send" }).click();
    await page.getByText("Your reply is sent").waitFor();
    await page.getByText("合同签订于 2020 年 3 月 1 日。").waitFor();

    await page.getByLabel("Your reply").fill("还有一句");
    const left = page.waitForRequest("**/logout*");
    await page.getByRole("button", { name: "Sign out" }).dblclick();
    const way = await left;
    expect([way.method(), way.url()]).toEqual(["POST", `${origin}/logout`]);
    expect(way.postData()).toContain("id_token_hint=eyJ");
    await page.getByRole("heading", { name: "Public services, all in one place" }).waitFor();
    expect(seen.addresses.filter((address) => address === `${origin}/logout`)).toHaveLength(1);
    expect(await page.evaluate(keptByBrowser)).not.toMatch(/还有一句|eyJ[\w-]+\.eyJ|ctz_/);
    await goTo(seen, "/messages");
    await page.getByText("Sign in to see this").waitFor();
    await leave(seen, origin, PORTAL, ["合同签订于", "还有一句"]);
  });
}

const keptByBrowser = (): string => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]);
