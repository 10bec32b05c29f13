import type { Route } from "playwright-core";
import { it } from "vitest";
import { choice, districtOf, page as formPage, said, textField } from "../../local/demo/items/fields.ts";
import { AUTHORITIES, definedBy } from "../../local/demo/licence-types/authorities.ts";
import { contentOf, vctOf } from "../../local/demo/licence-types/content.ts";
import { apply, senderOf } from "./desk-city.ts";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import { grantCase, itemOf, must, officerOf, publishItem } from "./licence-city.ts";
import type { Site } from "./site.ts";
import { expectAccessible, goTo, partOf, speak } from "./visit.ts";

const TYPE = "dog-card";
const AUTHORITY = AUTHORITIES.publicSecurity;

const FIELDS = contentOf(
  said("养犬登记证", "Dog card"),
  [formPage("犬只", "The dog", "name", "breed", "bornOn", "district")],
  {
    name: ["MINIMAL", textField(said("犬名", "Name of the dog"), { maxLength: 40 })],
    breed: ["ORDINARY", choice(said("犬种", "Breed"), { 柴犬: "Shiba", 贵宾犬: "Poodle" })],
    bornOn: ["ORDINARY", textField(said("出生日期", "Born on"), { format: "date" })],
    district: ["ORDINARY", districtOf(said("饲养地所在区", "District"))],
  },
);
const { additionalProperties: _, ...FORM } = FIELDS.content;
const DOG = { name: "旺财", breed: "柴犬", bornOn: "2025-04-01", district: "110105" };
const CONTENT = Object.fromEntries(Object.keys(DOG).map((field) => [field, { var: `form.${field}` }]));
const NUMBER = textField(said("证照编号", "Number of the card"), { maxLength: 40 });

const TYPE_DRAFT = {
  ...{ code: TYPE, name: { zh: "养犬登记证", en: "Dog card" }, ...definedBy(AUTHORITY, "903"), ...FIELDS },
  legalBasis: [{ law: "北京市养犬管理规定", article: "第九条" }],
  ...{ holderKind: "PERSON", validity: { kind: "MONTHS", months: 12 }, assurance: "HIGH", vct: vctOf(TYPE) },
};

const itemDraft = (code: string, form: object, licence: object) =>
  itemOf(
    { code, name: { zh: "养犬登记", en: "Keeping a dog" }, department: AUTHORITY.department },
    { form, effect: "LICENCE", licence: { type: TYPE, ...licence } },
  );

const ITEMS = {
  issue: itemDraft("BJ-TEST-GQ-001", FORM, { act: "ISSUE", content: CONTENT }),
  change: itemDraft(
    "BJ-TEST-GQ-002",
    {
      ...FORM,
      "x-pages": [formPage("犬只", "The dog", "number", ...Object.keys(DOG))],
      properties: { ...FORM.properties, number: NUMBER },
      required: [...FORM.required, "number"],
    },
    { act: "CHANGE", content: CONTENT, number: { var: "form.number" } },
  ),
};

const SAVED = "__typename ... on Refusal { message } ... on InvalidInput { path }";
const PUBLISHED =
  "__typename ... on Refusal { message } ... on NotPublishable { violations { message path } }";
const SAVE_TYPE = `mutation ($input: LicenceTypeInput!) { done: saveLicenceTypeDraft(input: $input) { ${SAVED} } }`;
const PUBLISH_TYPE = `mutation ($code: ID!) { done: publishLicenceType(code: $code, draftRevision: 1, reason: "依法公布") { ${PUBLISHED} } }`;
const NUMBER_OF = `query ($id: ID!) { node(id: $id) { ... on Application { electronicLicence { number } } } }`;

async function publishAll(site: Site): Promise<void> {
  await must(officerOf(site, "catalogueEditor"), SAVE_TYPE, { input: TYPE_DRAFT });
  await must(officerOf(site, "secondCatalogueEditor"), PUBLISH_TYPE, { code: TYPE });
  for (const input of Object.values(ITEMS)) await publishItem(site, input);
}

/** Applies, and has it granted; the case's id. */
async function granted(site: Site, item: string, form: Readonly<Record<string, unknown>>): Promise<string> {
  const wish = { item, region: "110105", key: item, form: () => form };
  const { id } = await apply(senderOf(site, site.demo.citizen), wish);
  await grantCase(site, id);
  return id;
}

/** As the platform answers where the repository of licences is down. */
async function withoutLicence(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.json();
  if (body.data?.node?.electronicLicence) {
    body.data.node.electronicLicence = null;
    body.errors = [
      {
        ...{ message: "The service is not available", path: ["node", "electronicLicence"] },
        extensions: { code: "UNAVAILABLE", retryable: true },
      },
    ];
  }
  await route.fulfill({ response, json: body });
}

export function caseLicenceJourney(site: () => Site): void {
  it("of a case whose grant has issued a licence: officers read it there, as it stands now, in words", async () => {
    await publishAll(site());
    const id = await granted(site(), ITEMS.issue.code, DOG);
    const seen = await deskOf(site(), "徐峰");
    const { page } = seen;
    await goTo(seen, `/desk/cases/${id}`);
    const licence = partOf(page, "The electronic licence");
    await licence.getByText("Dog card", { exact: true }).waitFor();
    await licence.getByText("Valid", { exact: true }).waitFor();
    await licence.getByText("1 · Issued").waitFor();
    for (const words of ["Shiba", "旺财", "1 April 2025", "朝阳区"]) await licence.getByText(words).waitFor();
    await expectAccessible(seen, "a case with its licence");

    const node = await officerOf(site(), "decider")<{
      readonly node: { readonly electronicLicence: { readonly number: string } };
    }>(NUMBER_OF, { id });
    const { number } = node.node.electronicLicence;
    await granted(site(), ITEMS.change.code, { ...DOG, name: "来福", number });
    await speak(seen, "en");
    await page.reload();
    await licence.getByText("2 · Changed").waitFor();
    await licence.getByText("来福").waitFor();
    await licence
      .getByRole("table", { name: "Its versions" })
      .getByRole("row", { name: /1 Issued/ })
      .waitFor();
    await expectAccessible(seen, "a case with a licence of two versions");

    // One that cannot be read is not a case without one.
    await speak(seen, "en");
    await page.route("**/graphql", withoutLicence);
    await page.reload();
    await licence.getByRole("alert").waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await licence.getByRole("button").click();
    await licence.getByText("来福").waitFor();
    await leave(seen, site().origin, DESK);
  });
}
