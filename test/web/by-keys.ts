import type { Locator, Page } from "playwright-core";

/** More stops than a page has. */
const STOPS_MAX = 80;

/** The link or button with these words, or the field with this label. */
export const control = (page: Page, name: RegExp): Locator =>
  page
    .locator("a, button")
    .filter({ hasText: name })
    .or(page.getByLabel(name).and(page.locator("input, select, textarea")));

/** Goes on by Tab alone until this control has the focus. A page takes its time to draw it, and no stop counts before. */
export async function tabTo(target: Locator): Promise<void> {
  await target.waitFor({ state: "attached" });
  for (let stops = 0; !(await hasFocus(target)); stops += 1) {
    if (stops === STOPS_MAX) throw new Error(`no Tab leads to ${target}`);
    await target.page().keyboard.press("Tab");
  }
}

/** Goes on by Tab to this control, and presses the key on it. */
export async function press(target: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(target);
  await target.page().keyboard.press(key);
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);
