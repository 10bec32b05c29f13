import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import { leave, PORTAL } from "./held.ts";
import type { Portal } from "./portal.test.ts";
import { expectAccessible, partOf, signIn, speak, visit } from "./visit.ts";

export const TIANJIN = "120000";
export const CODE = "0123456789abcdefghjkmnpqrs";
/** As the platform of Tianjin shows it. */
export const TYPED = "0123 4567 89AB CDEF GHJK MNPQ RS";
export const NUMBER = "JY11201010000019";

export function foreignLicenceJourney(portal: () => Portal): void {
  it("to show a licence of another region by its code: what is wrong is said at the field, then what it fills", async () => {
    const { browser, origin, city } = portal();
    const seen = await visit(browser, origin, "en");
    const { page } = seen;
    const materials = `/cases/${city.withWays}/edit?step=materials`;
    await page.goto(materials);
    await signIn(seen);
    const part = partOf(page, "Food permit");
    const use = part.getByRole("button", { name: "Use this licence" });
    await part.getByText("Use an electronic licence of another region").focus();
    await page.keyboard.press("Enter");
    const region = part.getByLabel("Region that issued it");
    await region.waitFor();
    // Of the others a licence stands for ours in part only, or not at all.
    await expect.poll(() => region.locator("option").allInnerTexts()).toEqual(["Choose one", "天津市"]);
    await part.getByLabel("Code of the licence").fill("0123 4567");
    await use.click();
    await page.getByRole("alert").getByText("Choose the region that issued it").waitFor();
    await page.getByRole("alert").getByText("A code has 26 letters and digits").waitFor();
    await expectAccessible(seen, "a licence of another region with a code that is none");
    await speak(seen, "en");

    await region.selectOption({ label: "天津市" });
    await part.getByLabel("Code of the licence").fill(TYPED);
    const [request] = await Promise.all([
      page.waitForRequest((one) => (one.postData() ?? "").includes("useForeignLicence")),
      page.keyboard.press("Enter"),
    ]);
    const input = { application: city.withWays, material: "permit", region: TIANJIN, code: CODE };
    expect(request.postDataJSON().variables).toEqual({ input });
    // The demo city's platform is connected to none.
    await part
      .locator("#foreign-code-permit-problem")
      .getByText("This platform is not connected to that of 天津市")
      .waitFor();

    // As a platform answers that is connected, and has recognised it.
    await page.route("**/graphql", recognise);
    await page.keyboard.press("Tab");
    await use.click();
    await part.getByText(`The licence ${NUMBER} stands for this material now.`).waitFor();
    for (const said of ["天津市", "Food business licence", "Tianjin demo office", NUMBER, "30 June 2060"])
      await part.getByText(said).first().waitFor();
    // A day after it was verified, which is sooner than its end.
    await part.getByText("It stands for this until 2 March 2026 at 10:00.").waitFor();
    await part.getByText("Show another licence of another region").waitFor();
    await expectAccessible(seen, "a licence of another region that fills a material");
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, origin, PORTAL, [CODE]);
  });
}

const RECOGNISED = {
  ...{ region: TIANJIN, number: NUMBER, validUntil: "2060-06-30", verifiedAt: "2026-03-01T02:00:00.000Z" },
  name: { zh: "食品经营许可证", en: "Food business licence" },
  issuer: { name: { zh: "天津市示范市场监管委", en: "Tianjin demo office" } },
};

type CaseMaterials = { readonly code: string; filled: object | null; state: string }[];
type Case = { readonly materials?: CaseMaterials };
type Answer = {
  readonly data: { readonly node?: Case; readonly attendance?: { readonly application?: Case } };
};

/** As a platform answers that is connected to Tianjin's: it has recognised the licence. */
export async function recognise(route: Route): Promise<void> {
  if (route.request().postData()?.includes("useForeignLicence"))
    return route.fulfill({
      json: { data: { useForeignLicence: { __typename: "FilledMaterial", foreignLicence: RECOGNISED } } },
    });
  const response = await route.fetch();
  const json: Answer = await response.json();
  const { node, attendance } = json.data;
  const permit = (node ?? attendance?.application)?.materials?.find(({ code }) => code === "permit");
  if (permit) {
    permit.state = "FILLED";
    permit.filled = {
      ...{ source: "FOREIGN_LICENCES", reference: NUMBER, statedOn: "2026-03-01" },
      foreignLicence: RECOGNISED,
    };
  }
  return route.fulfill({ response, json });
}
