import type { Page, Route } from "playwright-core";
import { expect, it } from "vitest";
import { foodBusinessLicenceType } from "../../local/demo/licence-types/of-enterprises.ts";
import { jwkOf } from "../government/licences/trust/trust.ts";
import { senderOf } from "./desk-city.ts";
import { deskOf } from "./desk-of.ts";
import { DESK, leave } from "./held.ts";
import type { Site } from "./site.ts";
import { expectAccessible, goTo, partOf, signedInAgain, speak, type Visit } from "./visit.ts";

/** The example of GB/T 36904-2018: an authority of Jilin. */
const JILIN = { region: "220000", creditCode: "11220000013544541J" };
const CODE = `${JILIN.region}.${JILIN.creditCode}`;
const ISSUER = `/desk/trust/issuers?code=${CODE}`;
const MAPPING = `/desk/trust/mappings?code=${JILIN.region}.food-2026`;
const REASON = "互认协议已签署";
const VIOLATIONS = "To be resolved before it comes into force";

export function trustJourneys(site: () => Site): void {
  it("of an issuer of another region: drafted by one, agreed to by another, its key recorded as given away", async () => {
    await draftIssuer(site());
    await agreeToIssuer(site());
    await changeIssuer(site());
    await agreeToChange(site());
    await recordCompromise(site());
  });

  it("of a mapping: what its type lacks is said at its place, and another officer agrees once it is there", async () => {
    await draftMapping(site());
    await agreeToMapping(site());
  });
}

const save = async (page: Page): Promise<void> => {
  await page.getByRole("button", { name: "Save the draft" }).click();
};
const focusedId = ({ page }: Visit): Promise<string | undefined> =>
  page.evaluate(() => document.activeElement?.id);

/** The law, the department and the regions, which both kinds of parts ask for. */
async function answerFor(page: Page): Promise<void> {
  await page.getByLabel("Law", { exact: true }).fill("国务院关于在线政务服务的若干规定");
  await page.getByLabel("Article").fill("第十条");
  await page.getByRole("group", { name: "Our regions" }).getByRole("checkbox", { name: "北京市" }).check();
}

async function draftIssuer(site: Site): Promise<void> {
  const seen = await deskOf(site, "林静");
  const { page } = seen;
  await page.getByRole("main").getByRole("link", { name: "Other regions" }).click();
  await page.getByRole("link", { name: "Draft an issuer" }).click();
  await page.getByLabel("Code of its region").fill("Jilin");
  await save(page);
  await page.getByRole("alert").getByText("Write the region's code, of six digits").waitFor();
  await page.getByRole("alert").getByText("This is no JSON object").waitFor();
  await expectAccessible(seen, "an issuer with much to put right");
  await speak(seen, "en");
  await page.getByLabel("Code of its region").fill(JILIN.region);
  await page.getByLabel("Credit code").fill(JILIN.creditCode);
  await page.getByLabel("Name in Chinese", { exact: true }).first().fill("吉林省示范市场监管厅");
  const key = page.getByRole("group", { name: "Key 1" });
  await key.getByLabel("Id of the key").fill("2026-1");
  await key.getByLabel("It signs from").fill("2026-01-01T08:00");
  const publicKey = jwkOf(1);
  await key.getByLabel("Public key").fill(JSON.stringify({ ...publicKey, d: publicKey.x }));
  const type = page.getByRole("group", { name: "Type 1" });
  await type.getByLabel("First day").fill("2026-01-01");
  await save(page);
  // A draft that would give a private key away is not even kept.
  await page.locator("#draft-keys-0-publicKey-problem").getByText("holds a private key").waitFor();
  await key.getByLabel("Public key").fill(JSON.stringify(publicKey));
  await save(page);
  await page.waitForURL((url) => url.href.endsWith(ISSUER));
  const said = partOf(page, VIOLATIONS);
  await said.getByText("begins with https://, without a user name").waitFor();
  await expectAccessible(seen, "an issuer that breaks many rules");
  await speak(seen, "en");
  await said.getByRole("link", { name: "Types that it may issue › Type 1 › Type of the credential" }).click();
  await page.getByRole("heading", { name: /^Edit the draft/ }).waitFor();
  await expect.poll(() => focusedId(seen)).toBe("draft-types-0-vct");
  await type.getByLabel("Type of the credential").fill("urn:jilin:food");
  await type.getByLabel("Type code").fill(`${JILIN.creditCode}001`);
  await type.getByLabel("Name in Chinese").fill("食品经营许可证");
  await type.getByLabel("Name in English").fill("Food permit");
  await page.getByLabel("Name in English", { exact: true }).first().fill("Jilin demo office");
  await page.getByLabel("Address of its platform").fill("https://jilin.example/graphql");
  await answerFor(page);
  await save(page);
  await page.getByText("The draft is saved", { exact: true }).waitFor();
  await expect.poll(() => partOf(page, VIOLATIONS).count()).toBe(0);
  await page.getByRole("link", { name: "Back to this part" }).click();
  await page.getByRole("heading", { name: "Jilin demo office" }).waitFor();
  await page.getByText("another editor looks at it and agrees to it").waitFor();
  await expectAccessible(seen, "an issuer that waits for another editor");
  await speak(seen, "en");

  // One who has saved it is no second pair of eyes, whatever their page offers.
  await page.route("**/graphql", offerAgreement);
  await page.reload();
  await signedInAgain(seen);
  await agree(page);
  await page.getByRole("alert").getByText("another officer has to take this one").waitFor();
  await page.unrouteAll({ behavior: "wait" });
  await leave(seen, site.origin, DESK, [REASON]);
}

/** As the platform answers somebody who has not saved the draft. */
async function offerAgreement(route: Route): Promise<void> {
  const response = await route.fetch();
  const body = await response.json();
  const edited = body.data?.trustDraft;
  if (edited) edited.availableActions = ["agreeToTrust"];
  await route.fulfill({ response, json: body });
}

async function agree(page: Page): Promise<void> {
  await page.getByLabel("Why you agree").fill(REASON);
  await page.getByRole("button", { name: "Agree to this draft" }).click();
}

const AGREED = "It is agreed to, and in force as the list's next version";

async function agreeToIssuer(site: Site): Promise<void> {
  const seen = await deskOf(site, "高磊");
  const { page } = seen;
  await goTo(seen, "/desk/trust");
  const row = page.getByRole("row", { name: /Jilin demo office/ });
  await row.getByText("For you to decide on").waitFor();
  await row.getByText("has it not yet").waitFor();
  await row.getByRole("link").click();
  await page.getByText("Nothing keeps it from coming into force").waitFor();
  await page.getByRole("button", { name: "Agree to this draft" }).click();
  await page.getByRole("alert").getByText("Write it down first").waitFor();
  await expectAccessible(seen, "an issuer to agree to");
  await speak(seen, "en");
  await agree(page);
  await page.getByText(AGREED, { exact: true }).waitFor();
  await page.getByText("there is nothing to agree to").waitFor();
  await page.getByRole("table", { name: "Its keys in the list in force" }).getByText("Trusted").waitFor();
  await expectAccessible(seen, "an issuer in the list");
  await speak(seen, "en");

  await goTo(seen, "/desk/trust/list");
  const issuers = page.getByRole("table", { name: "Issuers that are believed" });
  await issuers.getByRole("row", { name: /Jilin demo office/ }).waitFor();
  await page.getByText(/\(in force\)/).waitFor();
  await expectAccessible(seen, "the list in force");
  await speak(seen, "en");
  const versions = page.getByRole("table", { name: "Its versions" });
  await versions.getByRole("row", { name: new RegExp(`Two officers agreed.*${CODE}`) }).waitFor();
  await page.getByRole("link", { name: "The version before" }).click();
  await page.getByRole("link", { name: "The version in force" }).waitFor();
  await expect.poll(() => issuers.getByRole("row", { name: /Jilin demo office/ }).count()).toBe(0);
  await leave(seen, site.origin, DESK, [REASON]);
}

const TIMES = /It signs until.*nothing.*2030-01-01T08:00/;

async function changeIssuer(site: Site): Promise<void> {
  const seen = await deskOf(site, "林静");
  const { page } = seen;
  await goTo(seen, `/desk/trust/issuers/edit?code=${CODE}`);
  await page.getByLabel("It signs until").fill("2030-01-01T08:00");
  await save(page);
  await page.getByText("The draft is saved", { exact: true }).waitFor();
  await leave(seen, site.origin, DESK, [REASON]);
}

const SAVE = `mutation ($input: TrustedIssuerInput!) {
  done: saveTrustedIssuerDraft(input: $input) { __typename ... on Refusal { message } }
}`;
const DRAFTED = `query ($code: ID!) { trustDraft(kind: ISSUER, code: $code) { draft { ... on TrustedIssuer {
  region creditCode name { zh en } platform keys { keyId algorithm publicKey from until }
  types { vct typeCode name { zh en } from until } legalBasis { law article } department { code name { zh en } } regions
} } } }`;
type Drafted = { readonly trustDraft: { readonly draft: object } };

/** The draft is saved again while the second editor reads it: they agree to what they have read, or to nothing. */
async function agreeToChange(site: Site): Promise<void> {
  const { catalogueEditor } = site.demo.officers;
  if (!catalogueEditor) throw new Error("the demo city has no editor");
  const seen = await deskOf(site, "高磊");
  const { page } = seen;
  await goTo(seen, ISSUER);
  const differences = page.getByRole("table", { name: "The draft beside the version in force" });
  await differences.getByRole("row", { name: TIMES }).waitFor();
  const send = senderOf(site, catalogueEditor);
  const { trustDraft } = await send<Drafted>(DRAFTED, { code: CODE });
  await send(SAVE, { input: { ...trustDraft.draft, platform: "https://jilin.example/v2" } });
  await agree(page);
  await page.getByRole("alert").getByText("The draft was saved again since you read it").waitFor();
  await differences.getByRole("row", { name: /Address of its platform/ }).waitFor();
  await expectAccessible(seen, "an issuer's draft that was saved again");
  await speak(seen, "en");
  await page.getByRole("button", { name: "Agree to this draft" }).click();
  await page.getByText(AGREED, { exact: true }).waitFor();
  await leave(seen, site.origin, DESK, [REASON]);
}

async function recordCompromise(site: Site): Promise<void> {
  const seen = await deskOf(site, "林静");
  const { page } = seen;
  await goTo(seen, ISSUER);
  await page.getByRole("link", { name: /^Record that it was given away/ }).click();
  await page.getByRole("heading", { name: "Record as given away: key 2026-1" }).waitFor();
  const record = page.getByRole("button", { name: "Record it", exact: true });
  await record.first().click();
  await page.getByRole("alert").getByText("Choose the day and the time").waitFor();
  await page.getByLabel("Given away since").fill("2026-03-01T08:00");
  await page.getByLabel("Reason").fill("吉林来函");
  await expectAccessible(seen, "a key that was given away, as it is recorded");
  await speak(seen, "en");
  await record.first().click();
  const asked = page.getByRole("dialog", { name: "Record this key as given away?" });
  await asked.getByRole("button", { name: "Do not send it" }).click();
  await page.getByText("Trusted", { exact: true }).waitFor();
  await record.first().click();
  await asked.getByRole("button", { name: "Record it" }).click();
  await page.getByText("It is on record, and the list's next version is in force", { exact: true }).waitFor();
  await page.getByText("Given away since 1 March 2026 at 08:00").waitFor();
  await expectAccessible(seen, "a key that was given away");
  await speak(seen, "en");
  await goTo(seen, "/desk/trust/list");
  await page.getByRole("row", { name: /A key was reported as given away/ }).waitFor();
  await page.getByText("2026-1 (given away)").waitFor();
  await leave(seen, site.origin, DESK, [REASON, "吉林来函"]);
}

async function draftMapping(site: Site): Promise<void> {
  const seen = await deskOf(site, "林静");
  const { page } = seen;
  await goTo(seen, "/desk/trust");
  await page.getByRole("link", { name: "Draft a mapping" }).click();
  await page.getByLabel("Code of its region").fill(JILIN.region);
  await page.getByLabel("Name of the mapping").fill("food 2026");
  await page.getByLabel("Type of the credential").fill("urn:jilin:food");
  await page.getByLabel("Type code").fill(`${JILIN.creditCode}001`);
  await page.getByLabel("Code of our own type").fill(foodBusinessLicenceType.code);
  await page.getByLabel("Our field").fill("nothing");
  await page.getByLabel("Claim of the other's licence").fill("name");
  await page.getByLabel("First day").fill("2026-01-01");
  await answerFor(page);
  await save(page);
  await page.locator("#draft-name-problem").waitFor();
  await page.getByLabel("Name of the mapping").fill("food-2026");
  await save(page);
  await page.waitForURL((url) => url.href.endsWith(MAPPING));
  const said = partOf(page, VIOLATIONS);
  await said.getByText('has no field "nothing"').waitFor();
  await said.getByText("is taken from nothing, so the equivalence is not full").first().waitFor();
  await expectAccessible(seen, "a mapping that breaks rules");
  await speak(seen, "en");
  await said.getByRole("link", { name: "From which claims fields are taken", exact: true }).first().click();
  await expect.poll(() => focusedId(seen)).toBe("draft-fields");
  // Nothing keeps such a mapping out, so that both officers are told what it could never do.
  await goTo(seen, MAPPING);
  const warned = partOf(page, "as it stands no licence fills a material by it");
  await warned.getByText("The number of the holder (creditCode) is taken from nothing").waitFor();
  await expectAccessible(seen, "a mapping by which nothing could be filled");
  await speak(seen, "en");
  await warned.getByRole("link", { name: "From which claims fields are taken" }).click();
  await expect.poll(() => focusedId(seen)).toBe("draft-fields");
  await page.getByLabel("It stands for ours").selectOption({ label: "Not at all: it was found not to" });
  await page.getByRole("button", { name: /^Remove.*Field 1/ }).click();
  await save(page);
  await page.getByText("The draft is saved", { exact: true }).waitFor();
  await expect.poll(() => partOf(page, VIOLATIONS).count()).toBe(0);
  await expectAccessible(seen, "a mapping's draft");
  await leave(seen, site.origin, DESK);
}

async function agreeToMapping(site: Site): Promise<void> {
  const seen = await deskOf(site, "高磊");
  const { page } = seen;
  await goTo(seen, MAPPING);
  // One that stands for nothing of ours is not to fill anything.
  await page.getByText("Nothing keeps it from coming into force").waitFor();
  expect(await partOf(page, "as it stands no licence fills a material by it").count()).toBe(0);
  await agree(page);
  await page.getByText(AGREED, { exact: true }).waitFor();
  await goTo(seen, "/desk/trust/list");
  const mappings = page.getByRole("table", { name: "What their types stand for" });
  await mappings.getByRole("row", { name: /urn:jilin:food.*Not at all/ }).waitFor();
  await expectAccessible(seen, "the list with a mapping");
  await leave(seen, site.origin, DESK, [REASON]);
}
