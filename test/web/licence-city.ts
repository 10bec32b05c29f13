import { disabilityCertificate } from "../../local/demo/licence-types/of-people.ts";
import { addDays, dateAt } from "../../services/kernel/civil-date.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { draftOf } from "../government/catalogue/items.ts";
import { apply, type Sender, senderOf } from "./desk-city.ts";
import type { Site } from "./site.ts";

const ITEM = "BJ-CL-CJZ-001";
const REGION = "110105";

const SAVE_ITEM = `mutation ($input: ServiceItemInput!) {
  done: saveServiceItemDraft(input: $input) { __typename ... on ServiceItem { code } ... on Refusal { message } }
}`;
const READ_ITEM = `query ($code: ID!) { editedItem(code: $code) { draftRevision } }`;
const PUBLISH = `mutation ($code: ID!, $revision: Int!) {
  done: publishServiceItem(code: $code, draftRevision: $revision, reason: "依法公布") {
    __typename ... on Refusal { message } ... on NotPublishable { violations { message path } }
  }
}`;
const ROLL_OUT = `mutation ($code: ID!) {
  done: rollOutServiceItem(code: $code, region: "110000", stage: GENERAL, reason: "全市推行") {
    __typename ... on Refusal { message }
  }
}`;
const ACCEPT = `mutation ($id: ID!) {
  claimStep(id: $id, step: "accept") { __typename }
  done: acceptApplication(id: $id) { __typename ... on Refusal { message } }
}`;
const APPROVE = `mutation ($id: ID!) {
  claimStep(id: $id, step: "decide") { __typename }
  done: approveApplication(id: $id, reason: "符合评定标准") { __typename ... on Refusal { message } }
}`;
const ISSUED =
  "query ($id: ID!) { node(id: $id) { ... on Application { electronicLicence { id number identifier } } } }";

type Issued = { readonly node: { readonly electronicLicence: IssuedLicence } };
export type IssuedLicence = { readonly id: string; readonly number: string; readonly identifier: string };

type Place = Pick<Site, "endpoint" | "demo">;
type Variables = Readonly<Record<string, unknown>>;

/** The demo city's officer of this name. */
export function officerOf({ endpoint, demo }: Place, name: string): Sender {
  const by = demo.officers[name];
  if (!by) throw new Error(`the demo city has no ${name}`);
  return senderOf({ endpoint }, by);
}

/** Sends a change under the name of `done`; throws where it is refused. */
export async function must<Done>(as: Sender, query: string, variables: Variables): Promise<Done> {
  const answer = await as<{ readonly done: Done & { readonly message?: string } }>(query, variables);
  if (answer.done.message !== undefined) throw new Error(JSON.stringify(answer));
  return answer.done;
}

type ItemDraft = Pick<ReturnType<typeof draftOf>, "code" | "name" | "department">;

/** An item of this name, as the API takes it: applied for online, accepted, and decided. */
export const itemOf = (called: ItemDraft, content: Variables) => ({
  ...draftOf(called),
  ...{ materials: [], fee: { amount: "0.00" } },
  ...content,
});

/** An item, as data: drafted by one editor, published and rolled out in the whole city by another. */
export async function publishItem(site: Place, input: Variables & { readonly code: string }): Promise<void> {
  const [author, publisher] = [officerOf(site, "catalogueEditor"), officerOf(site, "secondCatalogueEditor")];
  const { code } = input;
  await must(author, SAVE_ITEM, { input });
  const { editedItem } = await publisher<{ readonly editedItem: { readonly draftRevision: number } }>(
    READ_ITEM,
    { code },
  );
  await must(publisher, PUBLISH, { code, revision: editedItem.draftRevision });
  await must(publisher, ROLL_OUT, { code });
}

/** Officers accept a case that was handed in, and grant it. */
export async function grantCase(site: Place, id: string): Promise<void> {
  await must(officerOf(site, "acceptor"), ACCEPT, { id });
  await must(officerOf(site, "decider"), APPROVE, { id });
}

/** Publishes an item whose grant issues a disability certificate of the demo city's type. */
export async function publishCertificateItem(site: Place): Promise<void> {
  const { department, legalBasis, content } = disabilityCertificate;
  const { additionalProperties: _, ...form } = content;
  const fields = Object.keys(Object(content["properties"]));
  const called = { code: ITEM, name: { zh: "残疾人证核发", en: "Disability certificate" }, department };
  const licence = {
    ...{ act: "ISSUE", type: disabilityCertificate.code },
    content: Object.fromEntries(fields.map((field) => [field, { var: `form.${field}` }])),
  };
  await publishItem(site, itemOf(called, { legalBasis, form, effect: "LICENCE", licence }));
}

/** The window of the item by which the certificate is renewed, in working days before its end. */
export const RENEWAL_WINDOW = { opensWorkingDays: 90, inTimeWorkingDays: 10 };
export const RENEWAL_ITEM = "BJ-CL-CJZ-002";

/** Publishes an item whose grant renews that certificate, in a window of its own. */
export async function publishRenewalItem(site: Place): Promise<void> {
  const { code: type, department, legalBasis } = disabilityCertificate;
  const title = "证号";
  const number = { type: "string", title, maxLength: 40, "x-label": { zh: title, en: "Number" } };
  const form = {
    ...{ type: "object", properties: { number }, required: ["number"] },
    "x-pages": [{ title: { zh: "申请表", en: "Form" }, fields: ["number"] }],
  };
  const called = {
    ...{ code: RENEWAL_ITEM, department },
    name: { zh: "残疾人证延续", en: "Renewal of a disability certificate" },
  };
  const licence = { act: "RENEW", type, content: {}, number: { var: "form.number" }, window: RENEWAL_WINDOW };
  await publishItem(site, itemOf(called, { legalBasis, form, effect: "LICENCE", licence }));
}

/** Somebody applies for a certificate that ends in so many days, and officers grant it. */
export async function issueCertificate(
  site: Place,
  by: { readonly token: string },
  { days, whose, key }: { readonly days: number; readonly key: string; readonly whose?: object },
): Promise<IssuedLicence> {
  const as = senderOf(site, by);
  const validUntil = addDays(dateAt(systemRuntime.now()), days);
  const form = () => ({ kind: "听力", grade: "二级", validUntil });
  const { id } = await apply(as, { item: ITEM, region: REGION, key, form, whose, why: "补办" });
  await grantCase(site, id);
  const { node } = await as<Issued>(ISSUED, { id });
  return node.electronicLicence;
}
