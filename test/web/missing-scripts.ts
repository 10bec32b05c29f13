import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, signedInAgain, signIn, speak, type Visit, visit } from "./visit.ts";

const REPLY = "合同签订于 2021 年 5 月。";

/**
 * Expects that a page that was never opened says why it does not come without a network, and that it is drawn once there is
 * one, with the sign-in that there was.
 */
export async function expectMissingTold(seen: Visit, path: string): Promise<void> {
  const { page } = seen;
  await setOffline(seen, true);
  await goTo(seen, path);
  await page
    .getByRole("alert")
    .getByText(/网络不通|You are offline/)
    .waitFor();
  await expectAccessible(seen, "a page that does not come without a network");
  await speak(seen, "en");
  const title = page.getByRole("heading", { level: 1, name: "This page did not open" });
  await page.getByRole("button", { name: "Try again" }).click();
  await title.waitFor();
  await setOffline(seen, false);
  await page.getByRole("button", { name: "Try again" }).click();
  await title.waitFor({ state: "detached" });
  await drawn(page);
  expect(new URL(page.url()).pathname).toBe(path);
  expect(await page.getByRole("button", { name: "Sign out" }).isVisible()).toBe(true);
  expect(await page.getByText("Sign in to see this").count()).toBe(0);
}

/**
 * Until pages notice it, too: that the browser has taken the command is no sign that its network has, and a script that is asked
 * for in between is one that the browser remembers as missing.
 */
async function setOffline({ page, context }: Visit, isOffline: boolean): Promise<void> {
  await context.setOffline(isOffline);
  const noticed = async (): Promise<readonly boolean[]> => {
    const answer = await fetch("/config.json", { cache: "no-store" }).catch(() => undefined);
    return [navigator.onLine, answer !== undefined];
  };
  await expect.poll(() => page.evaluate(noticed)).toEqual([!isOffline, !isOffline]);
}

export function missingScripts(portal: () => Portal): void {
  it("of a script that has gone says what helps, and a reload keeps the place and what was typed", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/cases/${city.appealed}`);
    await signIn(seen);
    await page.getByLabel("Your reply").fill(REPLY);

    await page.route("**/assets/*.js", (route) => route.fulfill({ status: 404 }));
    await goTo(seen, "/privacy");
    await page.getByText("Something is wrong on our side").waitFor();
    await page.getByText("If that does not help, load the page anew.").waitFor();
    await page.route(`${origin}/`, (route) =>
      route.fulfill({ contentType: "text/html", body: "<html></html>" }),
    );
    await goTo(seen, "/acting");
    await page.getByText("There is a new version").waitFor();
    await expectAccessible(seen, "a page that another version lacks");
    await speak(seen, "en");
    await page.getByText("You may have to sign in once more").waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Load the page anew" }).click();
    await signedInAgain(seen);
    expect(new URL(page.url()).pathname).toBe("/acting");
    await goTo(seen, `/cases/${city.appealed}`);
    expect(await page.getByLabel("Your reply").inputValue()).toBe(REPLY);

    // A connection that is lost, which the browser does not know of: it tries a script once.
    await page.route("**/*", (route) => route.abort("internetdisconnected"));
    await goTo(seen, "/licences");
    await page.getByText("You are offline").waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await page.getByRole("button", { name: "Try again" }).click();
    await page.getByText("You are online again").waitFor();
    await page.getByRole("button", { name: "Load the page anew" }).click();
    await signedInAgain(seen);
    await leave(seen, origin, PORTAL, [REPLY]);
  });
}
