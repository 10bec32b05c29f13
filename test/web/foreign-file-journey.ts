import { readFile } from "node:fs/promises";
import type { Download, Page } from "playwright-core";
import { expect, it } from "vitest";
import { readPresentation } from "../../services/government/licences/credentials/read-presentation.ts";
import { NUMBER, recognise, TIANJIN } from "./foreign-licence-journey.ts";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { drawn, expectAccessible, goTo, partOf, signedInAgain, signIn, speak, visit } from "./visit.ts";
import { revokeAll, tryToBind } from "./wallet-steps.ts";

export function foreignFileJourney(portal: () => Portal): void {
  it("to show a licence of another region by a file of one's wallet there, which is made for this application alone", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    // The one portal stands for both: the licence is kept on this device, as in the region that has issued it.
    const wallet = `/licences/own/${city.laterLicence.id}/offline`;
    await page.goto(wallet);
    await signIn(seen);
    await page.getByRole("link", { name: "Bind this device" }).click();
    await tryToBind(seen, "A device of two regions");
    await page.getByRole("link", { name: "Go on and show the licence" }).click();
    await page.getByRole("button", { name: "Keep it on this device" }).click();
    await page.getByText(/^It can be shown until/).waitFor();

    await goTo(seen, `/cases/${city.withWays}/edit?step=materials`);
    const part = partOf(page, "Food permit");
    await part.getByText("licence of another region").first().click();
    await part.getByLabel("By a file that the wallet saves").check();
    const use = part.getByRole("button", { name: "Use this licence" });
    await use.click();
    await page.getByRole("alert").getByText("Choose the file that the wallet has saved").waitFor();
    await part.getByRole("button", { name: "Make a request" }).click();
    await part.getByText(/^The request holds until \d\d:\d\d\.$/).waitFor();
    const request = await part.locator("code").innerText();
    await part.getByLabel("File of the wallet").setInputFiles({
      ...{ name: "letter.txt", mimeType: "text/plain", buffer: Buffer.from("no licence") },
    });
    await part.getByText("This is no file that a wallet has saved").waitFor();
    await expectAccessible(seen, "a licence of another region by a file that is none");
    await speak(seen, "en");

    await goTo(seen, wallet);
    const saved = await savedFor(page, request, async () => {
      await expectAccessible(seen, "a request of another region that is not whole");
      await speak(seen, "en");
    });
    expect(saved.suggestedFilename()).toBe(`Disability certificate-${city.laterLicence.number}.sd-jwt.txt`);
    const text = await readFile(await saved.path(), "utf8");
    const [audience, nonce] = request.split(" ");
    const read = await readPresentation(text);
    expect(read?.binding?.payload).toMatchObject({ aud: audience, nonce });
    expect(audience).toBe(origin);

    await goTo(seen, `/cases/${city.withWays}/edit?step=materials`);
    await part.getByText("licence of another region").first().click();
    await part.getByLabel("By a file that the wallet saves").check();
    await part.getByLabel("Region that issued it").selectOption({ label: "天津市" });
    await part.getByLabel("File of the wallet").setInputFiles(await saved.path());
    const [sent] = await Promise.all([
      page.waitForRequest((one) => (one.postData() ?? "").includes("useForeignLicence")),
      use.click(),
    ]);
    const input = { application: city.withWays, material: "permit", region: TIANJIN, presentation: text };
    expect(sent.postDataJSON().variables).toEqual({ input });
    // It is Beijing's own, so that nobody of Tianjin's has issued it.
    await part.locator("#foreign-file-permit-problem").getByText("天津市").waitFor();
    await page.route("**/graphql", recognise);
    await use.click();
    await part.getByText(`The licence ${NUMBER} stands for this material now.`).waitFor();
    await expectAccessible(seen, "a licence of another region that a file has shown");
    await page.unrouteAll({ behavior: "wait" });
    await page.reload();
    await signedInAgain(seen);
    await drawn(page);
    await revokeAll(seen);
    await leave(seen, origin, PORTAL, [text, String(nonce)]);
  });
}

/** Presents all of the kept licence for a request; what is pasted in part is told first. */
async function savedFor(page: Page, request: string, wrong: () => Promise<void>): Promise<Download> {
  await page.getByText("For an application in another region").click();
  for (const box of await page.getByRole("checkbox").all()) await box.check();
  const field = page.getByLabel("Request that was made there");
  const save = page.getByRole("button", { name: "Save as a file" });
  await field.fill(request.split(" ")[0] ?? "");
  await save.click();
  await page.getByRole("alert").getByText("Paste the whole request").waitFor();
  await wrong();
  await field.fill(request);
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  await page.getByText("is saved: choose it there within a minute.").waitFor();
  return download;
}
