import { expect } from "vitest";
import { goTo, partOf, type Visit } from "./visit.ts";

/** The demo citizen's. */
export const OWN_NUMBER = "11010519491231002X";

/** Fills in the form by which this browser is bound, and sends it. */
export async function tryToBind({ page }: Visit, name: string): Promise<void> {
  await page.getByLabel("Name of this device").fill(name);
  await page.getByLabel("Your identity number").fill(OWN_NUMBER);
  await page.getByRole("button", { name: "Bind this device" }).click();
}

/** Binds this browser to the person who has signed in. */
export async function bindHere(seen: Visit, name: string): Promise<void> {
  await goTo(seen, "/licences/devices/bind");
  await tryToBind(seen, name);
  await seen.page.getByText("This device is bound now").waitFor();
}

/** Leaves the person with no device, for those who come after. */
export async function revokeAll(seen: Visit): Promise<void> {
  const { page } = seen;
  await goTo(seen, "/licences/devices");
  const rows = partOf(page, "Bound devices").getByRole("listitem");
  while ((await rows.count()) > 0) {
    const left = await rows.count();
    await rows
      .first()
      .getByRole("button", { name: /^Revoke it/ })
      .click();
    await rows.first().getByRole("button", { name: "Yes, revoke it" }).click();
    await expect.poll(() => rows.count()).toBe(left - 1);
  }
}
