import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import { DEVICE_KEYS, KEPT_LICENCES, onDevice } from "./on-device.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, goTo, partOf, signIn, speak, visit } from "./visit.ts";
import { bindHere, revokeAll, tryToBind } from "./wallet-steps.ts";

export function boundDeviceJourneys(portal: () => Portal): void {
  it("on another browser of the same person shows nothing; three are bound at most, and a revoked one shows nothing more", async () => {
    const { browser, origin, city } = portal();
    const [first, second] = [await visit(browser, origin, "en"), await visit(browser, origin, "en")];
    const code = `/licences/own/${city.laterLicence.id}/code`;
    await first.page.goto("/licences/devices");
    await signIn(first);
    await bindHere(first, "The first one");
    await goTo(first, "/licences/devices");
    await partOf(first.page, "Bound devices").getByText("This one").waitFor();

    await second.page.goto(code);
    await signIn(second);
    await second.page.getByText("This device shows no licences yet").waitFor();
    expect(await second.page.getByRole("button", { name: "Show the code" }).count()).toBe(0);
    await goTo(second, "/licences/devices");
    await second.page.getByText("This device does not show your licences").waitFor();
    expect(await second.page.getByText("This one", { exact: true }).count()).toBe(0);
    await expectAccessible(second, "devices, of which this is none");
    await speak(second, "en");

    // Somebody with three devices is told so, where they come to bind a fourth and where two bind at once.
    const third = await visit(browser, origin, "en");
    await third.page.goto("/licences/devices/bind");
    await signIn(third);
    await goTo(second, "/licences/devices/bind");
    await bindHere(third, "The second one");
    const more = await visit(browser, origin, "en");
    await more.page.goto("/licences/devices/bind");
    await signIn(more);
    await bindHere(more, "The third one");
    await tryToBind(second, "The fourth one");
    await second.page.getByText("3 devices are bound already").waitFor();
    expect(await onDevice(second.page, DEVICE_KEYS)).toEqual([]);
    await expectAccessible(second, "three devices are bound");
    await speak(second, "en");
    await second.page.getByRole("link", { name: "Revoke a device" }).click();
    await second.page.getByText("3 devices are bound, the most there may be").waitFor();
    // No wallet of another maker takes the place of a fourth.
    await goTo(second, `/licences/own/${city.laterLicence.id}/wallet`);
    await second.page.getByText("3 devices are bound already").waitFor();
    await second.page.getByRole("link", { name: "Revoke a device" }).click();
    await second.page.getByText("3 devices are bound, the most there may be").waitFor();

    const row = partOf(second.page, "Bound devices")
      .getByRole("listitem")
      .filter({ hasText: "The first one" });
    await row.getByRole("button", { name: /^Revoke it.*The first one/ }).click();
    await expectAccessible(second, "a device to be revoked");
    await speak(second, "en");
    await row.getByRole("button", { name: "No, keep it" }).click();
    await row.getByRole("button", { name: /^Revoke it.*The first one/ }).click();
    await row.getByRole("button", { name: "Yes, revoke it" }).click();
    await second.page.getByText("“The first one” is revoked and shows no licence any more.").waitFor();
    await partOf(second.page, "Revoked").getByText("The first one").waitFor();
    await expectAccessible(second, "a device that was revoked");
    await speak(second, "en");

    await goTo(first, code);
    await first.page.reload();
    await first.page.getByText("This device shows no licences yet").waitFor();
    await expect.poll(() => onDevice(first.page, DEVICE_KEYS)).toEqual([]);
    await revokeAll(second);
    for (const one of [first, second, third, more]) await leave(one, origin, PORTAL);
  });

  it("that a device has kept goes with a sign-out; its key stays, and shows nothing to anybody else", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto("/licences/devices/bind");
    await signIn(seen);
    await revokeAll(seen);
    await goTo(seen, "/licences/devices/bind");
    await tryToBind(seen, "A shared device");
    await page.getByText("This device is bound now").waitFor();
    await goTo(seen, `/licences/own/${city.licence.id}/offline`);
    await page.getByRole("button", { name: "Keep it on this device" }).click();
    await page.getByText(/^It can be shown until/).waitFor();
    expect(await onDevice(page, KEPT_LICENCES)).toHaveLength(1);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Public services, all in one place" }).waitFor();
    expect(await onDevice(page, KEPT_LICENCES)).toEqual([]);
    expect(await onDevice(page, DEVICE_KEYS)).toHaveLength(1);
    await goTo(seen, "/licences/devices");
    await signIn(seen, "林新");
    await page.getByText("No device is bound yet.").waitFor();
    await page.getByRole("link", { name: "Bind this device" }).waitFor();
    await leave(seen, origin, PORTAL);
  });
}
