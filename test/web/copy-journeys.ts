import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { tabTo } from "./by-keys.ts";
import { decodeCode } from "./gate.ts";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import {
  drawn,
  expectAccessible,
  goTo,
  partOf,
  signedInAgain,
  signIn,
  speak,
  type Visit,
  visit,
} from "./visit.ts";

const VERIFIER = "房东李先生";
const PURPOSE = "租房签约";
/** Nobody's: a code has 130 bits. */
const WRONG_CODE = "00000000000000000000000000";
/** By one person in an hour (services/kernel/attempts). */
const GUESSES_MAX = 5;

/** Fills in a copy that may be used so often, and takes the code from the page. */
async function share({ page }: Visit, uses: number): Promise<string> {
  await page.getByLabel("What they are called").fill(VERIFIER);
  await page.getByLabel("What for").fill(PURPOSE);
  await page.getByRole("checkbox", { name: "Valid until" }).check();
  await page.getByLabel("How often it may be used").selectOption(String(uses));
  await page.getByRole("button", { name: "Make the copy" }).click();
  return shownCode(page);
}

async function shownCode(page: Visit["page"]): Promise<string> {
  await page.getByRole("heading", { name: "The copy is made" }).waitFor();
  const code = (await page.locator(".code-groups").innerText()).replaceAll(/\s/g, "");
  expect(code).toMatch(/^[0-9a-z]{26}$/);
  return code;
}

/** Types a code as it is handed around, and presses the button. */
async function use({ page }: Visit, code: string): Promise<void> {
  await page.getByLabel("Code").fill(code);
  await page.getByRole("button", { name: "Use it once and see it" }).click();
}

const grouped = (code: string): string => code.toUpperCase().replaceAll(/(.{4})/g, "$1 ");

/** The record of a copy as its holder reads it, the latest first. */
const recordOf = ({ page }: Visit): Promise<readonly string[]> =>
  partOf(page, "Who has used it").locator("li .tag").allInnerTexts();

async function saved(page: Visit["page"], button: string) {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), text: (await readFile(await file.path())).toString("latin1") };
}

export function copyJourneys(portal: () => Portal): void {
  it("of a holder who shares a copy: its code is there once, in a QR code, to be copied, and with files", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page, context } = seen;
    await context.grantPermissions(["clipboard-read", "clipboard-write"], { origin });
    await page.goto(`/licences/own/${city.licence.id}`);
    await signIn(seen);
    await page.getByRole("link", { name: "Share a copy" }).click();
    const summary = page.getByRole("alert");
    await page.getByRole("button", { name: "Make the copy" }).click();
    await summary.getByText("Say whom it is for").waitFor();
    await expectAccessible(seen, "a copy with nothing filled in");
    await speak(seen, "en");
    await page.getByLabel("A partner that is registered here").check();
    await page.getByLabel("The partner's id").fill("ptn_00000000000000000");
    await page.getByLabel("What for").fill(PURPOSE);
    await page.getByRole("button", { name: "Make the copy" }).click();
    await summary.getByText("There is no such partner that reads licences").waitFor();
    expect(await page.getByLabel("The partner's id").getAttribute("aria-invalid")).toBe("true");
    await page.getByLabel("Somebody whom I name").check();
    // The form outlives a reload; the code does not.
    await page.reload();
    await signedInAgain(seen);
    expect(await page.getByLabel("What for").inputValue()).toBe(PURPOSE);

    const code = await share(seen, 2);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("The copy is made");
    const qr = await page.getByRole("img", { name: "QR code of the copy" }).screenshot();
    expect(Buffer.from(await decodeCode(browser, qr)).toString()).toBe(`${origin}/copy#${code}`);
    await page.getByRole("button", { name: "Copy the code" }).click();
    await page.getByText("Copied").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code);
    const pdf = await saved(page, "Download as PDF");
    expect(pdf.name).toBe(`Disability certificate-copy-${VERIFIER}.pdf`);
    expect(pdf.text.slice(0, 5)).toBe("%PDF-");
    expect((await saved(page, "Download the data")).text).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+~/);
    await expectAccessible(seen, "a copy that was shared");
    expect(
      await page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
    ).not.toContain(code);
    await page.reload();
    await signedInAgain(seen);
    expect(await page.content()).not.toContain(code);
    await leave(seen, origin, PORTAL, [code, VERIFIER]);
  });

  it("of a stranger with a code: a look at the page counts nothing, each press once, until it is used up and revoked", async () => {
    const { browser, origin, city } = portal();
    const holder = await visit(browser, origin, "en");
    await holder.page.goto(`/licences/own/${city.laterLicence.id}/share`);
    await signIn(holder);
    const code = await share(holder, 2);
    const stranger = await visit(browser, origin, "en");
    const { page, answers } = stranger;
    await page.goto(`/copy#${code}`);
    await drawn(page);
    expect(await page.getByLabel("Code").inputValue()).toBe(code);
    await page.reload();
    await drawn(page);
    expect(answers.length).toBe(0);
    await page.getByRole("button", { name: "Use it once and see it" }).click();
    const heading = page.getByRole("heading", { name: `For ${VERIFIER} only` });
    await heading.waitFor();
    expect(await heading.evaluate((one) => one === document.activeElement)).toBe(true);
    for (const told of [`Purpose: ${PURPOSE}`, "王小明", city.laterLicence.number])
      await page.getByText(told).first().waitFor();
    expect(await page.getByText("Hearing").count()).toBe(0);
    const sheet = page.getByRole("img", { name: /^The page of the copy/ });
    await expect.poll(() => sheet.evaluate((of: HTMLImageElement) => of.naturalWidth > 0)).toBe(true);
    expect((await saved(page, "Download as PDF")).text.slice(0, 5)).toBe("%PDF-");
    await expectAccessible(stranger, "a copy that is used");
    // In the other language it is the same use.
    expect(answers.length).toBe(1);
    await speak(stranger, "en");
    await page.getByRole("button", { name: "Use another one" }).click();
    await use(stranger, grouped(code));
    await heading.waitFor();
    await page.getByRole("button", { name: "Use another one" }).click();
    await use(stranger, `${origin}/copy#${code}`);
    await page.getByText("This copy was used as often as it was shared for.").waitFor();
    await expectAccessible(stranger, "a copy that is used up");
    await speak(stranger, "en");

    await holder.page.getByRole("link", { name: "All copies of this licence" }).click();
    await holder.page.getByText("used 2 of 2, 0 left").waitFor();
    await holder.page.getByText("Used up").waitFor();
    await expectAccessible(holder, "copies of a licence");
    await speak(holder, "en");
    await holder.page.getByRole("link", { name: VERIFIER }).click();
    await holder.page.getByRole("heading", { name: `For ${VERIFIER} only` }).waitFor();
    expect(await recordOf(holder)).toEqual(["Refused: it was used up", "Used", "Used"]);
    await holder.page.getByRole("button", { name: "Revoke this copy" }).click();
    await expectAccessible(holder, "a copy that is about to be revoked");
    await speak(holder, "en");
    await holder.page.getByRole("button", { name: "Yes, revoke this copy" }).click();
    await holder.page.getByText("Revoked. It can be used no more.").waitFor();
    await use(stranger, code);
    await page.getByText("Its holder has revoked this copy.").waitFor();
    await holder.page.reload();
    await signedInAgain(holder);
    expect(await recordOf(holder)).toContain("Refused: it was revoked");
    await leave(stranger, origin, PORTAL, [code]);
    await leave(holder, origin, PORTAL, [code]);
  });

  it("by keys alone, to share a copy and to use it", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    await page.goto(`/licences/own/${city.laterLicence.id}/share`);
    await signIn(seen);
    await tabTo(page.locator("#copy-name"));
    await page.keyboard.type(VERIFIER);
    await tabTo(page.locator("#copy-purpose"));
    await page.keyboard.type(PURPOSE);
    await page.keyboard.press("Enter");
    const code = await shownCode(page);
    await goTo(seen, "/copy");
    await tabTo(page.locator("#copy-code"));
    await page.keyboard.type(grouped(code));
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: `For ${VERIFIER} only` }).waitFor();
    await leave(seen, origin, PORTAL, [code, VERIFIER]);
  });

  it("of one who guesses: what is no code is not sent, and after some wrong ones nothing is heard for a while", async () => {
    const { browser, origin } = portal();
    const seen = await visit(browser, origin, "en");
    const { page, answers } = seen;
    await page.goto("/copy");
    await use(seen, WRONG_CODE.slice(1));
    await page.getByRole("alert").getByText("A code has 26 letters and digits").waitFor();
    expect(answers.length).toBe(0);
    await use(seen, WRONG_CODE);
    await page.getByRole("alert").getByText("There is no copy with this code; ask the holder.").waitFor();
    await expectAccessible(seen, "a code that is wrong");
    await speak(seen, "en");
    await goTo(seen, "/licences");
    await signIn(seen, "周小宝");
    await goTo(seen, "/copy");
    for (let guesses = 0; guesses <= GUESSES_MAX; guesses += 1) {
      const asked = answers.length;
      await use(seen, WRONG_CODE);
      await expect.poll(() => answers.length).toBeGreaterThan(asked);
    }
    await page.getByText("Too many wrong codes").waitFor();
    await expectAccessible(seen, "a lock after wrong codes");
    await leave(seen, origin, PORTAL, [WRONG_CODE]);
  });
}
