import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { disabilityCertificate } from "../../local/demo/licence-types/of-people.ts";
import { present } from "../../services/government/licences/credentials/present.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { CONSOLE, leave } from "./held.ts";
import { holderPhone } from "./holder-phone.ts";
import { type IssuedLicence, issueCertificate, publishCertificateItem } from "./licence-city.ts";
import type { Site } from "./site.ts";
import { expectAccessible, goTo, signIn, speak, type Visit, visit } from "./visit.ts";

const PAGE = "/console/docs/verification";
const SOURCES = join(import.meta.dirname, "../..");
/** The end of the demo citizen's number, which the examples state, too. */
const ENDING = "31002X";

/** A command as the page shows it. */
const commandOf = async (page: Page, name: string): Promise<string> =>
  (await page.getByRole("region", { name, exact: true }).textContent()) ?? "";

/** The output of a shell that is given commands as they stand, but for the words that the page says to replace. */
const run = (commands: readonly string[], own: Readonly<Record<string, string>> = {}): string => {
  const script = Object.entries(own).reduce(
    (text, [placeholder, value]) => text.replaceAll(placeholder, value),
    commands.join("\n"),
  );
  return execFileSync("bash", ["-e"], { input: script, cwd: SOURCES, encoding: "utf8" });
};

type Parsed = Readonly<Record<string, unknown>>;
const dataIn = (printed: string): Parsed => {
  const { data, errors } = JSON.parse(printed) as { readonly data: Parsed; readonly errors?: unknown };
  expect(errors).toBeUndefined();
  return data;
};

export function verificationJourney(site: () => Site): void {
  it("of how licences are verified: each command runs as it is pasted, the one without a network too", async () => {
    const { origin, demo } = site();
    await publishCertificateItem(site());
    const licence = await issueCertificate(site(), demo.citizen, { days: 200, key: "to-verify" });
    const seen = await visit(site().browser, origin, "en");
    const { page } = seen;
    await page.goto("/console/docs");
    await page.getByRole("link", { name: "How licences are verified" }).click();
    await page.getByRole("heading", { name: "Verify licences" }).waitFor();
    const command = (name: string): Promise<string> => commandOf(page, name);
    const withKey = [await command("Command that sets the key")];

    // The example's identifier is that of docs/partners.md, which the whole demo city answers for.
    const verify = [await command("Command that verifies by the identifier")];
    expect(dataIn(run(verify))).toHaveProperty("verifyLicence");
    const [example = ""] = /1\.2\.156\.3005\.2\.[0-9A-Z.]+/.exec(verify.join("")) ?? [];
    expect(readFileSync(join(SOURCES, "docs/partners.md"), "utf8")).toContain(`"${example}"`);
    expect(dataIn(run(verify, { [example]: licence.identifier }))).toMatchObject({
      verifyLicence: { status: "VALID", details: { fields: [{ value: { zh: "王小明" } }] } },
    });
    const byConsent = run([...withKey, await command("Command that reads by consent")], {
      ...{ YOUR_KEY: demo.partner.live, YOUR_REFERENCE: demo.partner.citizenRef },
    });
    expect(JSON.stringify(dataIn(byConsent))).toContain(licence.number);
    const phone = await holderPhone(site());
    const code = await phone.codeOf(licence.id, ["kind"]);
    const byCode = dataIn(
      run([...withKey, await command("Command that reads a code")], {
        ...{ YOUR_KEY: demo.partner.live, YOUR_CODE: code },
      }),
    );
    expect(byCode).toMatchObject({
      redeemLicenceCode: { number: licence.number, content: { kind: "听力" } },
    });
    const published = run([await command("Commands that fetch what is published")]);
    expect(published).toContain('"kty":"EC"');
    await verifyOffline(licence, phone, await command("Command that verifies offline"));
    await leave(seen, origin, CONSOLE);
  });

  it("of a partner: tries a verification and a code with the key that is pasted, which stays on the page", async () => {
    const { origin, demo } = site();
    const licence = await issueCertificate(site(), demo.citizen, { days: 210, key: "to-be-tried" });
    const phone = await holderPhone(site());
    const seen = await visit(site().browser, origin, "en");
    const { page } = seen;
    await page.goto("/console");
    await signIn(seen);
    await goTo(seen, PAGE);
    const verify = trialOf(seen, "Try: verify by the identifier");
    await verify.getByRole("button", { name: /^Send/ }).click();
    await page.getByRole("alert").getByText("Paste the key").waitFor();
    await page.getByRole("alert").getByText("Write the identifier of the licence").waitFor();
    await expectAccessible(seen, "a verification without anything");
    await speak(seen, "en");
    await verify.getByLabel("Key", { exact: true }).fill(demo.partner.live);
    await verify.getByLabel("Identifier of the licence").fill(licence.identifier);
    await verify.getByRole("button", { name: /^Send/ }).click();
    await verify.getByText('"status": "VALID"').waitFor();
    await verify.getByText('"details": null').waitFor();
    await verify.getByLabel("Last six characters").fill(ENDING);
    await page.keyboard.press("Enter");
    await verify.getByText("王小明").waitFor();
    await expectAccessible(seen, "a verification that is answered");
    await speak(seen, "en");

    const read = trialOf(seen, "Try: read a code");
    expect(await read.getByLabel("Key", { exact: true }).inputValue()).toBe(demo.partner.live);
    const code = await phone.codeOf(licence.id, ["kind"]);
    await read.getByLabel("Code", { exact: true }).fill(code);
    await page.keyboard.press("Enter");
    await read.getByText('"__typename": "ShownLicence"').waitFor();
    await page.keyboard.press("Enter");
    await read.getByText("LICENCE_CODE_USED").waitFor();
    await goTo(seen, "/console/docs");
    const kept = await page.evaluate(() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }]));
    for (const secret of [demo.partner.live, code]) {
      expect(kept).not.toContain(secret);
      expect(await page.content()).not.toContain(secret);
    }
    await leave(seen, origin, CONSOLE, [demo.partner.live, code]);
  });
}

const trialOf = ({ page }: Visit, name: string) =>
  page.locator("form").filter({ has: page.getByRole("heading", { name }) });

/** The issuers and the statuses are published every few seconds. */
async function verifyOffline(
  licence: IssuedLicence,
  phone: Awaited<ReturnType<typeof holderPhone>>,
  command: string,
): Promise<void> {
  const credential = await phone.credentialOf(licence.id);
  const [audience, nonce] = ["https://counter.example/windows/3", "bm9uY2Utb2YtdGhlLWNvdW50ZXI"];
  const { vct } = disabilityCertificate;
  const verdict = async (expected: string): Promise<unknown> => {
    const presented = await present(
      credential,
      ["kind"],
      { audience, nonce, now: systemRuntime.now() },
      phone,
    );
    const own = {
      ...{ YOUR_PRESENTATION: presented, YOUR_TYPE: expected },
      ...{ YOUR_ADDRESS: audience, YOUR_NONCE: nonce },
    };
    return JSON.parse(run([command], own));
  };
  await expect
    .poll(() => verdict(vct), { interval: 1_000 })
    .toMatchObject({ verdict: "VALID", claims: { content: { kind: "听力" } } });
  expect(await verdict("urn:another:type")).toMatchObject({ verdict: "NOT_VALID" });
}
