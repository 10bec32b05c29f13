import type { LicenceAct } from "../../../../services/government/catalogue/index.ts";
import { type Asker, askerOf, everyNode } from "../../../support/asking.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import { type Applicant, newApplicant } from "../../cases/casework.ts";
import { draftOf, forPeople, publishItem } from "../../catalogue/items.ts";
import { done, itemOf, licenceOf } from "../repository/repository-world.ts";
import { DEPARTMENT, draftOfType, typesOf } from "../types.ts";

const text = (title: string) => ({ type: "string", title, maxLength: 60 });
const GRADE = {
  ...{ type: "string", title: "等级", enum: ["甲", "乙"] },
  "x-choices": { 甲: { zh: "甲", en: "A" }, 乙: { zh: "乙", en: "B" } },
};

/** The form of the items, and of the content but for where its number comes from. */
const FIELDS = {
  name: text("姓名"),
  number: { type: "string", title: "证件号码", format: "citizen-id" },
  grade: GRADE,
  trade: text("行业"),
};
const CONTENT = {
  type: "object",
  properties: { ...FIELDS, number: { ...FIELDS.number, "x-held": "PERSON_ID_NUMBER" } },
  required: Object.keys(FIELDS),
  additionalProperties: false,
};

const LICENCE_NUMBER = { licence: text("证照编号") };
const SAID = Object.fromEntries(Object.keys(FIELDS).map((name) => [name, { var: `form.${name}` }]));

/** A type whose content states its holder's number, of a term of two years, and an item for each act. */
export async function publishNumberedType(platform: TestPlatform, type: string): Promise<void> {
  await typesOf(platform).putInForce(
    draftOfType(type, 900, {
      name: { zh: "电工证", en: "Electrician's licence" },
      validity: { kind: "MONTHS", months: 24 },
      content: forPeople(CONTENT),
      disclosures: [
        { field: "name", disclosure: "MINIMAL" },
        { field: "number", disclosure: "SENSITIVE" },
        { field: "grade", disclosure: "MINIMAL" },
        { field: "trade", disclosure: "ORDINARY" },
      ],
    }),
  );
  for (const act of ["ISSUE", "CHANGE", "SUSPEND", "CANCEL"] as const) {
    await publishItem(platform, itemFor(type, act), { "110000": "GENERAL" });
  }
}

function itemFor(type: string, act: LicenceAct) {
  const isIssue = act === "ISSUE";
  const asked = act === "ISSUE" || act === "CHANGE" ? FIELDS : {};
  const properties = { ...(isIssue ? {} : LICENCE_NUMBER), ...asked };
  return draftOf({
    ...{ code: itemOf(type, act), department: DEPARTMENT, audiences: ["NATURAL_PERSON"] },
    form: forPeople({ type: "object", properties, required: isIssue ? Object.keys(FIELDS) : ["licence"] }),
    ...{ materials: [], effect: "LICENCE" },
    licence: {
      ...{ act, type, content: asked === FIELDS ? SAID : {} },
      ...(isIssue ? {} : { number: { var: "form.licence" } }),
    },
  });
}

/** The number that the content states, whoever applies: it ends with a letter. */
export const NUMBER = "11010519491231002X";
export const ENDING = "31002X";
export const HOLDER = { name: "王小明", number: NUMBER, grade: "甲", trade: "电工" };

export type Issued = {
  readonly holder: Applicant;
  readonly id: string;
  readonly identifier: string;
  readonly number: string;
};

/** A licence of somebody new. */
export async function issue(platform: TestPlatform, type: string): Promise<Issued & { readonly by: string }> {
  const holder = await newApplicant(platform);
  const by = await done(platform, holder, itemOf(type, "ISSUE"), HOLDER);
  return { ...(await issuedTo(platform, holder)), by };
}

export async function issuedTo(platform: TestPlatform, holder: Applicant): Promise<Issued> {
  const licence = await licenceOf(platform, holder);
  const of = (name: string): string => textAt(licence, name);
  return { holder, id: of("id"), identifier: of("identifier"), number: of("number") };
}

const VERIFIED = `status name { zh en } details {
  issuer { creditCode department { code } } issuedOn validUntil fields { field label { zh en } value { zh en } } }`;

/** A verification as anybody asks for it, or as one who has a credential does. */
export async function verify(
  platform: TestPlatform,
  identifier: string,
  holderEnding?: string,
  by: Asker = {},
): Promise<Json> {
  const query = `query ($identifier: ID!, $holderEnding: String) {
    result: verifyLicence(identifier: $identifier, holderEnding: $holderEnding) { ${VERIFIED} } }`;
  const variables = { identifier, ...(holderEnding === undefined ? {} : { holderEnding }) };
  return askerOf(platform)(query, variables, by);
}

export const NAME = { zh: "电工证", en: "Electrician's licence" };

/** An answer that tells no more than how a version stands. */
export const bare = (status: string) => ({ status, name: NAME, details: null });

/** All verifications that a licence's holder reads of, asked for in pages of this size. */
export async function verificationsOf(
  platform: TestPlatform,
  { id, holder: { token } }: Pick<Issued, "id" | "holder">,
  first = 100,
): Promise<Json[]> {
  const query = `query ($id: ID!, $first: Int, $after: String) { result: node(id: $id) { ... on ElectronicLicence {
    verifications(first: $first, after: $after) {
      edges { node { at by partner outcome } } pageInfo { hasNextPage endCursor } } } } }`;
  const ask = askerOf(platform);
  return everyNode(async (after) => at(await ask(query, { id, first, after }, { token }), "verifications"));
}
