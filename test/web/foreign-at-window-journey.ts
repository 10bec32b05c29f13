import { expect, it } from "vitest";
import { OFFICER_NAMES } from "../../local/demo/officers.ts";
import { senderOf } from "./desk-city.ts";
import { deskOf } from "./desk-of.ts";
import { CODE, NUMBER, recognise, TIANJIN, TYPED } from "./foreign-licence-journey.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { expectAccessible, goTo, partOf, speak } from "./visit.ts";
import { ITEM_WITH_WAYS, publishItemWithWays } from "./ways-city.ts";
import { receiveByCard } from "./window-journeys.ts";

const START = `mutation ($item: ID!) {
  startApplication(idempotencyKey: "foreign-at-window", input: { item: $item, region: "110105" }) {
    ... on Application { id }
  }
}`;
type Begun = { readonly startApplication: { readonly id: string } };

/** A clerk has a licence recognised that the person at the window shows on their phone. */
export function foreignAtWindowJourney(site: () => Site): void {
  it("of a clerk at a window: a licence of another region by the code on the person's phone, for their material", async () => {
    await publishItemWithWays(site());
    const { startApplication } = await senderOf(site(), site().demo.citizen)<Begun>(START, {
      item: ITEM_WITH_WAYS,
    });
    const seen = await deskOf(site(), OFFICER_NAMES.clerk);
    const { page } = seen;
    const attendance = await receiveByCard(seen);
    await goTo(seen, `${attendance}/cases/${startApplication.id}`);

    const part = partOf(page, "Food permit");
    await part.waitFor();
    // A member of the household is asked by the applicant, in the portal.
    expect(await partOf(page, "Disability certificate").getByText("licence of another region").count()).toBe(
      0,
    );
    await part.getByText("Use an electronic licence of another region").click();
    const region = part.getByLabel("Region that issued it");
    await expect.poll(() => region.locator("option").allInnerTexts()).toEqual(["Choose one", "天津市"]);
    await part.getByRole("button", { name: "Use this licence" }).click();
    await page.getByRole("alert").getByText("Choose the region that issued it").waitFor();
    await page.getByRole("alert").getByText("A code has 26 letters and digits").waitFor();
    await expectAccessible(seen, "a licence of another region at a window without a code");
    await speak(seen, "en");

    await region.selectOption({ label: "天津市" });
    const code = part.getByLabel("Code of the licence");
    // A reader of QR codes types it, and a key at the end: nothing of the form around it is handed in.
    await code.focus();
    await page.keyboard.insertText(TYPED);
    const [request] = await Promise.all([
      page.waitForRequest((one) => (one.postData() ?? "").includes("useForeignLicence")),
      page.keyboard.press("Enter"),
    ]);
    expect(request.postDataJSON().variables).toEqual({
      input: { application: startApplication.id, material: "permit", region: TIANJIN, code: CODE },
      attendance: attendance.split("/").at(-1),
    });
    await part
      .locator("#foreign-code-permit-problem")
      .getByText("This platform is not connected to that of 天津市")
      .waitFor();

    await page.route("**/graphql", recognise);
    await part.getByRole("button", { name: "Use this licence" }).click();
    await part.getByText(`The licence ${NUMBER} stands for this material now.`).waitFor();
    await part.getByText("Tianjin demo office").waitFor();
    await part.getByText("Show another licence of another region").waitFor();
    await expectAccessible(seen, "a licence of another region that fills a material at a window");
    await page.unrouteAll({ behavior: "wait" });
    await leave(seen, site().origin, DESK, [CODE, "王小明"]);
  });
}
