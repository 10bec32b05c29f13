import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { ask, signedIn } from "../local/local-platform.ts";
import { decodeCode } from "./gate.ts";
import { leave, PORTAL } from "./held.ts";
import { DEVICE_KEYS, onDevice } from "./on-device.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, partOf, signIn, speak, type Visit, visit } from "./visit.ts";
import { OWN_NUMBER, revokeAll } from "./wallet-steps.ts";

/** Of somebody else, and one of nobody. */
const [OTHER_NUMBER, NO_NUMBER] = ["110101199003070628", "110101199003070000"];

const REDEEM = `mutation ($code: String!) { redeemLicenceCode(code: $code) {
  __typename ... on Refusal { code } ... on ShownLicence { number content } } }`;

export function licenceCodeJourney(portal: () => Portal): void {
  it("to show a licence by a code: the device is bound on the way, and one reads whoever has seen it", async () => {
    const { browser, origin, endpoint, city, demo } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/licences/own/${city.licence.id}`);
    await signIn(seen);
    await page.getByText("Nobody has seen it in the last 90 days.").waitFor();
    await page.getByRole("link", { name: "At a counter" }).click();
    await page.getByText("This device shows no licences yet").waitFor();
    await page.getByRole("link", { name: "Bind this device" }).click();
    await refuseWrongNumbers(seen);
    await page.getByLabel("Your identity number").fill(OWN_NUMBER.toLowerCase());
    await page.keyboard.press("Enter");
    await page.getByText("This device is bound now").waitFor();
    await expectAccessible(seen, "a device that is bound");
    await speak(seen, "en");
    expect(await onDevice(page, DEVICE_KEYS)).toEqual([{ extractable: false, type: "private" }]);

    await page.getByRole("link", { name: "Go on and show the licence" }).click();
    await page.getByText("Always shown: Name").waitFor();
    // By keys alone.
    await page.getByRole("checkbox", { name: /^Grade/ }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("button", { name: "Show the code" }).focus();
    await page.keyboard.press("Enter");
    const code = await codeOn(page);
    expect(
      Buffer.from(await decodeCode(browser, await page.locator(".qr-code").screenshot())).toString(),
    ).toBe(code);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Take it off the screen");
    await expectAccessible(seen, "a code of a licence");
    await speak(seen, "en");
    const redeem = (by: Readonly<Record<string, string>>, read: string) =>
      ask(endpoint, REDEEM, by, { code: read });
    const clerk = signedIn(demo.officers["clerk"] ?? expect.fail("there is no clerk"));
    expect(await redeem(clerk, code)).toMatchObject({
      data: {
        redeemLicenceCode: {
          ...{ __typename: "ShownLicence", number: city.licence.number },
          content: { name: "王小明", grade: "二级" },
        },
      },
    });
    await page.getByText("The code was read").waitFor();
    await expectAccessible(seen, "a code that was read");
    await speak(seen, "en");

    // Another one is read by a partner, then tried by the clerk, too.
    await page.getByRole("button", { name: "Show a new code" }).click();
    const next = await codeOn(page);
    expect(next).not.toBe(code);
    await redeem({ "x-api-key": demo.partner.live }, next);
    await redeem(clerk, next);
    await page.getByRole("link", { name: "See who has read it" }).click();
    const list = partOf(page, "Who has seen it").getByRole("listitem");
    await expect.poll(() => list.count()).toBe(3);
    const [refused, byPartner, byOffice] = await list.allInnerTexts();
    expect(refused).toContain("Tried a code that no longer held");
    expect(byPartner).toContain("Read the code that you showed");
    expect(byPartner).not.toContain("An office");
    expect(byOffice).toMatch(/An office[\s\S]+Read the code that you showed/);
    await expectAccessible(seen, "those who have seen a licence");
    await speak(seen, "en");

    await endUnread(seen, city.licence.id);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));
    for (const shown of [code, next]) expect(kept).not.toContain(shown);
    await revokeAll(seen);
    await leave(seen, origin, PORTAL, [OTHER_NUMBER, NO_NUMBER, code, next]);
  });
}

/** A number that is none, one that is another's, and none at all: each is said at its field. */
async function refuseWrongNumbers(seen: Visit): Promise<void> {
  const { page } = seen;
  const bind = page.getByRole("button", { name: "Bind this device" });
  const summary = page.getByRole("alert");
  const number = page.getByLabel("Your identity number");
  await page.getByLabel("Name of this device").fill(" ");
  await bind.click();
  await summary.getByText("Give the device a name").waitFor();
  await summary.getByText("Write your identity number").waitFor();
  await expectAccessible(seen, "a device without a name");
  await speak(seen, "en");
  await page.getByLabel("Name of this device").fill("My telephone");
  await number.fill(NO_NUMBER);
  await bind.click();
  await summary.getByText("This is no valid identity number").waitFor();
  await number.fill(OTHER_NUMBER);
  await bind.click();
  await summary.getByText("This is not your own identity number. Check it.").waitFor();
  expect(await number.getAttribute("aria-invalid")).toBe("true");
  await expectAccessible(seen, "a device with another's number");
  await speak(seen, "en");
}

/** The code on the page, as it is typed. */
async function codeOn(page: Page): Promise<string> {
  const groups = page.locator(".code-groups span");
  await groups.first().waitFor();
  return (await groups.allInnerTexts()).join("");
}

/** A code that nobody reads ends with its minute. */
async function endUnread(seen: Visit, licence: string): Promise<void> {
  const { page } = seen;
  await goTo(seen, `/licences/own/${licence}/code`);
  await page.clock.install();
  await page.getByRole("button", { name: "Show the code" }).click();
  await codeOn(page);
  const heard = page.getByRole("status");
  await expect.poll(() => heard.innerText()).toBe("60 seconds left");
  await page.clock.runFor(31_000);
  await expect.poll(() => heard.innerText()).toBe("30 seconds left");
  await page.clock.runFor(30_000);
  await page.getByText("The code is over; nobody has read it").waitFor();
  expect(await page.locator(".code-groups").count()).toBe(0);
  await page.clock.resume();
}
