import type { Route } from "playwright-core";
import { expect, it } from "vitest";
import { residencePermitType } from "../../local/demo/licence-types/of-people.ts";
import { senderOf } from "./desk-city.ts";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import {
  drawn,
  expectAccessible,
  goTo,
  partOf,
  signedInAgain,
  speak,
  type Visit,
  violations,
  WIDTHS,
} from "./visit.ts";

const PERMIT = "/desk/licence-types/residence-permit";
const VIOLATIONS = "To be resolved before it comes into force";
const REASON = "签注改为两年一次";

export function licenceTypeJourneys(site: () => Site): void {
  it("of a licence type: changed, its faults said at their places, published by another once they are gone", async () => {
    const { origin } = site();
    const first = await deskOf(site(), "林静");
    const { page } = first;
    await openDraft(first);
    await addDay(first);
    await expectLeavingAsked(first);

    await save(first);
    await expectFaultsAtPlaces(first);
    await expectNotPublishable(site());

    await goTo(first, `${PERMIT}/edit`);
    await page
      .getByLabel("Issued on", { exact: true })
      .selectOption({ label: "As usual: where nothing else is asked for" });
    await page
      .getByLabel("It is valid")
      .selectOption({ label: "So many months from the day of the decision on" });
    await page.getByLabel("Months").fill("two years");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("alert").getByText("Write a whole number").waitFor();
    await page.getByLabel("Months").fill("24");
    await save(first);
    await expect.poll(() => partOf(page, VIOLATIONS).count()).toBe(0);
    await goTo(first, PERMIT);
    await page.getByText("another editor looks at it and publishes it").waitFor();
    const differences = page.getByRole("table", { name: "The draft beside the version in force" });
    await differences.getByRole("row", { name: /Months 12 24/ }).waitFor();
    await expectAccessible(first, "a licence type that waits for another editor");
    await speak(first, "en");

    // One who has saved it is no second pair of eyes, whatever their page offers.
    await page.route("**/graphql", offerPublication);
    await page.reload();
    await signedInAgain(first);
    await publish(first, REASON);
    await page.getByRole("alert").getByText("another officer has to take this one").waitFor();
    await page.unrouteAll({ behavior: "wait" });

    await publishAsRead(site());
    await goTo(first, "/desk/licence-types");
    await page
      .getByRole("row", { name: /Residence permit/ })
      .getByText("version 2")
      .waitFor();
    await leave(first, origin, DESK, [REASON]);
  });

  it("of a new licence type: what cannot be kept is refused at its field, and the rest is said as it is saved", async () => {
    const { origin } = site();
    const seen = await deskOf(site(), "林静");
    const { page } = seen;
    await goTo(seen, "/desk/licence-types");
    await page.getByRole("link", { name: "Draft a new licence type" }).click();
    await page.getByRole("heading", { name: "Draft a new licence type" }).waitFor();
    await page.getByLabel("Code of the type").fill("dog-licence");
    await page.getByLabel("Name in Chinese").first().fill("养犬登记证");
    await page.getByLabel("Name in English").first().fill("Dog licence");
    await page.getByLabel("Code of the department").first().fill("BJ-GA");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("alert").getByText("Choose a day").waitFor();
    await page.locator("#draft-regions").getByRole("checkbox", { name: "北京市" }).check();
    const issuer = page.getByRole("group", { name: "Authority 1" });
    await issuer.getByLabel("Code of the department").fill("BJ-GA");
    await issuer.getByLabel("First day").fill("2026-01-01");
    await issuer.getByLabel("Credit code").fill("11100000000013338A");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.locator("#draft-issuers-0-creditCode-problem").waitFor();
    await expectAccessible(seen, "a licence type with something to put right");
    await speak(seen, "en");
    await page.reload();
    await signedInAgain(seen);
    await issuer.getByLabel("Credit code").fill("11100000000013338W");
    await page.getByRole("button", { name: "Save the draft" }).click();
    await page.getByRole("heading", { name: "Dog licence" }).waitFor();
    await page.getByText("never published").waitFor();
    const violations = partOf(page, VIOLATIONS);
    await violations.getByText("A type code is the credit code").waitFor();
    await violations.getByRole("link", { name: "Authorities › Authority 1 › Where it issues" }).click();
    await page.getByRole("heading", { name: "Edit the draft · dog-licence" }).waitFor();
    await expect.poll(() => focusedId(seen)).toBe("draft-issuers-0-regions");
    await expectAccessible(seen, "a licence type that breaks many rules");
    await speak(seen, "en");
    await drawTemplate(seen);
    await expectReachableWhateverItsCode(seen, site());
    await leave(seen, origin, DESK);
  });
}

/** A cell that shows nothing is refused at its place; what a template lacks is said there once it is saved. */
async function drawTemplate(seen: Visit): Promise<void> {
  const { page } = seen;
  await page.getByLabel("It is valid").selectOption({ label: "Until a day that the licence states" });
  await page.getByLabel("This type has a template of its own").check();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.locator("#draft-template-blocks-0-cells-0-problem").getByText("A cell shows either").waitFor();
  const first = page.getByRole("group", { name: "Cell 1" });
  await first.getByLabel("It shows").selectOption({ label: "Fixed place: Number of the licence" });
  await page.getByRole("button", { name: "Add: Cell" }).click();
  const second = page.getByRole("group", { name: "Cell 2" });
  await second.getByLabel("It shows").selectOption({ label: "Fixed place: Number of the licence" });
  await page.getByLabel("Sheet").selectOption({ label: "A card, A6 across, for 7 lines at most" });
  await page.getByLabel("Title in English").fill("Dog Licence");
  await save(seen);
  const said = partOf(page, VIOLATIONS);
  await said.getByText("Choose the field of the content that states the last day").waitFor();
  await page.locator("#draft-template-title-zh-problem").waitFor();
  await page.locator("#draft-template-blocks-0-cells-1-problem").getByText("twice").waitFor();
  const place = "How its licences look › Blocks › Block 1 › Cells › Cell 2";
  await said.getByRole("link", { name: place, exact: true }).click();
  expect(await focusedId(seen)).toBe("draft-template-blocks-0-cells-1");
  await expectAccessible(seen, "a template with something to put right");
  await speak(seen, "en");
  await second.getByRole("button", { name: /^Remove/ }).click();
  await page.getByLabel("Title in Chinese").fill("养犬登记证");
  await save(seen);
  await expect.poll(() => said.getByText("twice").count()).toBe(0);
  expect(await page.locator("#draft-template-title-zh-problem").count()).toBe(0);
}

/** No code is the address of another page. */
async function expectReachableWhateverItsCode(seen: Visit, site: Site): Promise<void> {
  const { catalogueEditor } = site.demo.officers;
  if (!catalogueEditor) throw new Error("the demo city has no editor");
  const input = { ...residencePermitType, code: "new", name: { zh: "新证", en: "Permit called new" } };
  await senderOf(site, catalogueEditor)(SAVE_AGAIN, { input });
  await goTo(seen, "/desk/licence-types");
  await seen.page.getByRole("link", { name: "Permit called new" }).click();
  await seen.page.getByRole("heading", { name: "Permit called new" }).waitFor();
  await seen.page.getByRole("link", { name: "Edit the draft" }).click();
  await seen.page.getByRole("heading", { name: "Edit the draft · new" }).waitFor();
  await drawn(seen.page);
}

async function openDraft(seen: Visit): Promise<void> {
  const { page } = seen;
  await goTo(seen, "/desk/licence-types");
  await page.getByRole("link", { name: "Residence permit" }).click();
  await page.getByText("Nothing keeps it from coming into force").waitFor();
  await page.getByText("there is nothing to publish").waitFor();
  await page.getByRole("link", { name: "Edit the draft" }).click();
  await page.getByRole("heading", { name: "Edit the draft · residence-permit" }).waitFor();
  await drawn(page);
}

/** A day that need not be filled in is to end the licence, and it is not said how much it tells. */
async function addDay({ page }: Visit): Promise<void> {
  await page.getByRole("button", { name: "Add a field to this page" }).first().click();
  await page.locator("#field-field6-kind").selectOption({ label: "Day" });
  await page.locator("#field-field6-x-label-zh").fill("签发日期");
  await page.locator("#field-field6-x-label-en").fill("Issued on");
  await page.getByLabel("It is valid").selectOption({ label: "Until a day that the licence states" });
  await page.getByLabel("The field that states its last day").selectOption({ label: "Issued on" });
  // It is called otherwise everywhere.
  await page.locator("#field-field6-name").fill("issuedOn");
  await page.keyboard.press("Tab");
  expect(await page.getByLabel("The field that states its last day").inputValue()).toBe("issuedOn");
}

const save = async ({ page }: Visit): Promise<void> => {
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByText("The draft is saved", { exact: true }).waitFor();
};

const focusedId = ({ page }: Visit): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.id);

/** An editor who goes is asked, by keys as well; what was typed is there when they come back. */
async function expectLeavingAsked(seen: Visit): Promise<void> {
  const { page } = seen;
  for (const language of ["zh", "en"] as const) {
    await speak(seen, language);
    const back = page.getByRole("link", { name: /^(回到证照类型|Back to the licence type)$/ });
    await back.focus();
    await page.keyboard.press("Enter");
    await page
      .getByRole("dialog", { name: /^(修改还没有保存，要离开吗？|Leave without saving\?)$/ })
      .waitFor();
    for (const width of Object.values(WIDTHS)) {
      await page.setViewportSize({ width, height: 844 });
      expect(await violations(page), `a draft that is about to be left, ${language}, ${width} px`).toEqual(
        [],
      );
    }
    await page.keyboard.press("Escape");
    await expect.poll(() => back.evaluate((link) => link === document.activeElement)).toBe(true);
  }
  await page.getByRole("link", { name: "Back to the licence type", exact: true }).click();
  await page.getByRole("button", { name: "Leave", exact: true }).click();
  await page.getByRole("link", { name: "Edit the draft" }).click();
  await page.getByText("Something is typed in that is not saved").waitFor();
}

async function expectFaultsAtPlaces(seen: Visit): Promise<void> {
  const { page } = seen;
  const violations = partOf(page, VIOLATIONS);
  await violations.getByText('Say how much is told by showing the field "issuedOn"').waitFor();
  await page.locator("#draft-disclosures-issuedOn-problem").waitFor();
  await page.locator("#draft-validity-field-problem").getByText("has to be a required field").waitFor();
  await violations.getByRole("link", { name: "The field that states its last day" }).click();
  expect(await focusedId(seen)).toBe("draft-validity-field");
  await expectAccessible(seen, "a draft that breaks rules");
  await speak(seen, "en");
  // A value that was changed since then may be right.
  await page.getByLabel("It is valid").selectOption({ label: "Always" });
  await page.getByRole("button", { name: "Discard it" }).click();
  await page.locator("#draft-validity-field-problem").waitFor();
}

async function publish({ page }: Visit, reason: string): Promise<void> {
  await page.getByLabel("Reason").fill(reason);
  await page.getByRole("button", { name: "Publish it" }).click();
}

async function expectNotPublishable(site: Site): Promise<void> {
  const seen = await deskOf(site, "高磊");
  await goTo(seen, PERMIT);
  await partOf(seen.page, VIOLATIONS).getByText("has to be a required field").waitFor();
  await publish(seen, REASON);
  await seen.page
    .getByRole("alert")
    .getByText("The draft cannot be published yet; resolve what is listed")
    .waitFor();
  await expectAccessible(seen, "a draft that is not published");
  await leave(seen, site.origin, DESK, [REASON]);
}

/** As the platform answers somebody who has not saved the draft. */
async function offerPublication(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.json();
  const edited = body.data?.editedLicenceType;
  if (edited) edited.availableActions = ["publishLicenceType"];
  await route.fulfill({ response, json: body });
}

const SAVE_AGAIN = `mutation ($input: LicenceTypeInput!) {
  done: saveLicenceTypeDraft(input: $input) { __typename ... on Refusal { message } }
}`;

/** The draft is saved again while the second editor reads it: they publish what they have read, or nothing. */
async function publishAsRead(site: Site): Promise<void> {
  const { catalogueEditor } = site.demo.officers;
  if (!catalogueEditor) throw new Error("the demo city has no editor");
  const seen = await deskOf(site, "高磊");
  const { page } = seen;
  await goTo(seen, PERMIT);
  await page.getByText("Nothing keeps it from coming into force").waitFor();
  await page.getByRole("button", { name: "Publish it" }).click();
  await page.locator("#publish-reason-problem").waitFor();
  const input = { ...residencePermitType, validity: { kind: "MONTHS", months: 36 } };
  await senderOf(site, catalogueEditor)(SAVE_AGAIN, { input });
  await publish(seen, REASON);
  await page.getByRole("alert").getByText("The draft was saved again since you read it").waitFor();
  await page
    .getByRole("table")
    .getByRole("row", { name: /Months 12 36/ })
    .waitFor();
  await expectAccessible(seen, "a draft that was saved again");
  await speak(seen, "en");
  await page.getByRole("button", { name: "Publish it" }).click();
  await page.getByText("It is published", { exact: true }).waitFor();
  await page.getByText("there is nothing to publish").waitFor();
  await expectAccessible(seen, "a licence type that is published");
  await leave(seen, site.origin, DESK, [REASON]);
}
