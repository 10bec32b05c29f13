import { expect, it } from "vitest";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import { holderPhone } from "./holder-phone.ts";
import { issueCertificate, publishCertificateItem } from "./licence-city.ts";
import type { Site } from "./site.ts";
import { expectAccessible, partOf, speak } from "./visit.ts";

export function shownLicenceJourney(site: () => Site): void {
  it("of a clerk: a holder's code is scanned, shows the licence in words once, and is refused the second time", async () => {
    const { demo, origin } = site();
    await publishCertificateItem(site());
    const { id, number } = await issueCertificate(site(), demo.citizen, { days: 90, key: "shown-licence" });
    const phone = await holderPhone(site());
    const seen = await deskOf(site(), OFFICER_NAMES.clerk);
    const { page } = seen;
    await page.getByRole("main").getByRole("link", { name: "Licence codes" }).click();
    const field = page.getByLabel("Code", { exact: true });
    await page.getByRole("button", { name: "Read it" }).click();
    await page.getByRole("alert").getByText("A code has 26 letters and digits").waitFor();
    await expectAccessible(seen, "the field for a code");
    await speak(seen, "en");

    // As a scanner writes: like a keyboard, with Enter at the end.
    const code = await phone.codeOf(id, ["kind"]);
    await field.fill("");
    await field.pressSequentially(code.toUpperCase());
    await page.keyboard.press("Enter");
    const shown = partOf(page, "Disability certificate");
    await shown.getByText("Valid", { exact: true }).waitFor();
    await shown.getByText(number, { exact: true }).waitFor();
    await shown.getByText("Hearing").waitFor();
    // The holder has not chosen it.
    expect(await shown.getByText("Grade").count()).toBe(0);
    await expectAccessible(seen, "a licence that is shown by a code");
    await speak(seen, "en");
    await page.getByRole("button", { name: "Put it away, and read the next one" }).click();
    expect(await page.getByText("Hearing").count()).toBe(0);
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);

    // In the groups in which the phone shows it.
    await field.fill((code.match(/.{1,4}/g) ?? []).join(" "));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("This code was used before").waitFor();
    expect(await field.inputValue()).toBe("");
    await expectAccessible(seen, "a code that was used");
    await speak(seen, "en");
    await field.fill("0".repeat(26));
    await page.keyboard.press("Enter");
    await page.getByRole("alert").getByText("There is no such code").waitFor();
    await leave(seen, origin, DESK, [code]);
  });
}
