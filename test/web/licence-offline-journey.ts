import type { Browser, Page } from "playwright-core";
import { expect, it } from "vitest";
import { disabilityCertificate } from "../../local/demo/licence-types/of-people.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { openCounter } from "../government/licences/wallet/counter.ts";
import { decodeCode } from "./gate.ts";
import { leave, PORTAL, TOKEN } from "./held.ts";
import { cached } from "./on-device.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, signIn, speak, visit, WIDTHS } from "./visit.ts";
import { OWN_NUMBER, tryToBind } from "./wallet-steps.ts";

const COUNTER = "https://hall.example/windows/3";
/** Of the certificates that the demo city's people have. */
const { vct } = disabilityCertificate;
const HOUR_MS = 3_600_000;

export function licenceOfflineJourney(portal: () => Portal): void {
  it("to a counter that is offline, without a network and a sign-in: what it reads holds there, with the chosen fields alone", async () => {
    const { browser, origin, city } = portal();
    const counter = openCounter(origin, origin);
    const seen = await visit(browser, origin, "en", WIDTHS.desktop);
    const { page, context } = seen;
    const path = `/licences/own/${city.laterLicence.id}/offline`;
    await page.goto(path);
    await page.getByText("To keep it you need a network, and to sign in.").waitFor();
    await signIn(seen);
    await page.getByText("This device shows no licences yet").waitFor();
    await page.getByRole("link", { name: "Bind this device" }).click();
    await tryToBind(seen, "A device offline");
    await page.getByRole("link", { name: "Go on and show the licence" }).click();
    await page.getByRole("button", { name: "Keep it on this device" }).click();
    await page.getByText(/^It can be shown until/).waitFor();
    await expectAccessible(seen, "a licence that this device has kept");
    await speak(seen, "en");
    await page.evaluate(() => navigator.serviceWorker.ready);

    await context.setOffline(true);
    await page.setViewportSize({ width: WIDTHS.desktop, height: 900 });
    const verdicts = [];
    for (const fields of [["Grade"], ["Grade", "Kind of disability"]]) {
      await page.reload();
      await present(page, fields);
      const text = await presentationOn(page, browser);
      await context.setOffline(false);
      await expect.poll(() => counter.refresh(text, systemRuntime.now()).then(() => true, String)).toBe(true);
      await context.setOffline(true);
      verdicts.push(await counter.verify(text, systemRuntime.now(), { vct, audience: COUNTER }));
      expect(await counter.verify(text, systemRuntime.now(), { vct, audience: COUNTER })).toMatchObject({
        reason: "REPLAYED",
      });
      expect(
        await counter.verify(text, systemRuntime.now(), { vct, audience: "https://elsewhere.example" }),
      ).toMatchObject({ reason: "WRONG_AUDIENCE" });
    }
    const content = { name: "王小明", grade: "二级" };
    expect(verdicts).toMatchObject([
      { verdict: "VALID", claims: { content } },
      { verdict: "VALID", claims: { content: { ...content, kind: "听力" } } },
    ]);
    expect(JSON.stringify(verdicts)).not.toContain(OWN_NUMBER);
    await expectAccessible(seen, "a licence that is shown without a network");
    await speak(seen, "en");

    // The next one comes by itself. The front page leads here, too; nothing of the person lies in the caches.
    const qr = page.locator(".dense-code path");
    const drawnFirst = await qr.getAttribute("d");
    await page.clock.install();
    await page.goto("/");
    await page.getByRole("link", { name: "Show it" }).click();
    await present(page, ["Grade"]);
    const before = await qr.getAttribute("d");
    expect(before).not.toBe(drawnFirst);
    await page.clock.fastForward("01:01");
    await expect.poll(() => qr.getAttribute("d")).not.toBe(before);
    const { addresses, texts } = await cached(page);
    for (const address of addresses) expect(new URL(address).pathname).toMatch(/^\/(assets\/[\w.-]+)?$/);
    for (const fact of ["王小明", OWN_NUMBER, city.laterLicence.number])
      expect(texts.join("\n")).not.toContain(fact);
    expect(texts.join("\n")).not.toMatch(TOKEN);

    await page.clock.setSystemTime(Date.now() + 25 * HOUR_MS);
    await page.reload();
    await page.getByText("What this device has kept of it has ended").waitFor();
    await expectAccessible(seen, "a licence whose day on this device is over");
    await speak(seen, "en");
    await leave(seen, origin, PORTAL);
  });
}

async function present(page: Page, fields: readonly string[]): Promise<void> {
  await page.getByRole("button", { name: "Show the code" }).waitFor();
  for (const field of fields) await page.getByRole("checkbox", { name: new RegExp(`^${field}`) }).check();
  await page.getByLabel("Address of the counter").fill(` ${COUNTER} `);
  await page.getByRole("button", { name: "Show the code" }).click();
  await page.locator(".dense-code svg").waitFor();
}

/** The presentation on the screen, as a counter's camera reads it. */
const presentationOn = async (page: Page, browser: Browser): Promise<string> =>
  Buffer.from(await decodeCode(browser, await page.locator(".dense-code svg").screenshot())).toString();
