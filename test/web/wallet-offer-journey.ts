import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import { credentialIssuerAt } from "../../services/government/licences/openid/issuer-identifier.ts";
import { newCodes, offerUri } from "../../services/government/licences/openid/licence-offer.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { decodeCode } from "./gate.ts";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, signedInAgain, signIn, speak, visit } from "./visit.ts";
import { OWN_NUMBER } from "./wallet-steps.ts";

const NO_NUMBER = "110101199003070000";

export function walletOfferJourney(portal: () => Portal): void {
  it("to offer a licence to a wallet of another maker: its QR code, its link and its code are there once", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/licences/own/${city.licence.id}`);
    await signIn(seen);
    await page.getByRole("link", { name: "In a wallet of another maker" }).click();
    const make = page.getByRole("button", { name: "Make an offer" });
    await make.click();
    await page.getByRole("alert").getByText("Give the wallet a name").waitFor();
    await page.getByRole("alert").getByText("Write your identity number").waitFor();
    await expectAccessible(seen, "an offer without a name");
    await speak(seen, "en");
    await page.getByLabel("Name of the wallet").fill("My wallet");
    await page.getByLabel("Your identity number").fill(NO_NUMBER);
    await make.click();
    await page.locator("#wallet-id-number-problem").getByText("This is no valid identity number").waitFor();
    await page.getByLabel("Your identity number").fill(OWN_NUMBER.toLowerCase());
    await page.keyboard.press("Enter");
    // A platform on this machine has no address by https.
    await page.getByText("This platform has no address of its own").waitFor();

    // As a stage that has one answers.
    const codes = newCodes(systemRuntime);
    const uri = offerUri(
      credentialIssuerAt("https://stage.example.cn", "live") ?? "",
      { type: "disability-certificate" },
      codes.code,
    );
    await page.route("**/graphql", offersTo(uri, codes.transactionCode));
    await make.click();
    await page.getByRole("heading", { name: "Scan it with your wallet" }).waitFor();
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("H2");
    const picture = await page.locator(".dense-code svg").screenshot();
    expect(Buffer.from(await decodeCode(browser, picture)).toString()).toBe(uri);
    expect(await page.getByRole("link", { name: /^The wallet is on this device/ }).getAttribute("href")).toBe(
      uri,
    );
    expect((await page.locator(".code-groups").innerText()).replaceAll(/\s/g, "")).toBe(
      codes.transactionCode,
    );
    await page.getByText(/^[1-4] min \d+ s left$/).waitFor();
    await expectAccessible(seen, "an offer for a wallet");
    await speak(seen, "en");
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    for (const secret of [codes.code, codes.transactionCode, OWN_NUMBER]) expect(kept).not.toContain(secret);
    await page.getByRole("button", { name: "Take it off the screen" }).click();
    await make.waitFor();
    await expect.poll(() => page.locator(".code-groups").count()).toBe(0);
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    await signedInAgain(seen);
    await make.waitFor();
    expect(await page.getByLabel("Your identity number").inputValue()).toBe("");
    await leave(seen, origin, PORTAL, [codes.code, codes.transactionCode]);
  });
}

const offersTo =
  (uri: string, transactionCode: string) =>
  (route: Route): Promise<void> =>
    route.request().postData()?.includes("offerLicence")
      ? route.fulfill({
          json: { data: { offerLicence: { __typename: "LicenceOffer", uri, transactionCode } } },
        })
      : route.continue();
