import type { LicenceAct, LicenceTerms } from "../../../../services/government/catalogue/index.ts";
import { askerOf, nodesAt } from "../../../support/asking.ts";
import { at, type Json, type TestPlatform, textAt } from "../../../support/platform.ts";
import {
  type Applicant,
  act,
  allRounder,
  mutateCase,
  saveCase,
  startCase,
  submitCase,
  type TestOfficer,
} from "../../cases/casework.ts";
import { draftOf, forPeople, publishItem } from "../../catalogue/items.ts";
import { DEPARTMENT, draftOfType, typesOf } from "../types.ts";

const text = (title: string) => ({ type: "string", title, maxLength: 60 });

const CHOICES = { 甲: { zh: "甲", en: "A" }, 乙: { zh: "乙", en: "B" } };

/** The content of these tests' licences. */
const CONTENT = {
  type: "object",
  properties: {
    name: text("姓名"),
    trade: text("行业"),
    grade: { type: "string", title: "等级", enum: ["甲", "乙"], "x-choices": CHOICES },
    remark: text("备注"),
  },
  required: ["name", "trade", "grade"],
  additionalProperties: false,
};

const { additionalProperties: _, ...ASKED } = CONTENT;

/** The forms of the items: what a licence says, and for all acts but an issue its number. */
const formOf = (acting: LicenceAct) =>
  forPeople(
    acting === "ISSUE"
      ? ASKED
      : {
          type: "object",
          properties: { number: text("证照编号"), ...(acting === "CHANGE" ? ASKED.properties : {}) },
          required: ["number"],
        },
  );

const NUMBER = { var: "form.number" };
const SAID = Object.fromEntries(
  Object.keys(CONTENT.properties).map((name) => [name, { var: `form.${name}` }]),
);

const TERMS: Readonly<Record<LicenceAct, Omit<LicenceTerms, "type" | "act">>> = {
  ISSUE: { content: SAID },
  CHANGE: { content: SAID, number: NUMBER },
  RENEW: { content: {}, number: NUMBER },
  REISSUE: { content: {}, number: NUMBER },
  SUSPEND: { content: {}, number: NUMBER },
  RESUME: { content: {}, number: NUMBER },
  CANCEL: { content: {}, number: NUMBER },
};

export const itemOf = (type: string, acting: LicenceAct): string => `${type}-${acting}`.toUpperCase();

/** The draft of an item that does this to a licence of a type. */
export const actItem = (type: string, acting: LicenceAct, terms: Partial<LicenceTerms> = {}) =>
  draftOf({
    code: itemOf(type, acting),
    department: DEPARTMENT,
    audiences: ["NATURAL_PERSON", "LEGAL_PERSON"],
    form: formOf(acting),
    materials: [],
    effect: "LICENCE",
    licence: { act: acting, type, ...TERMS[acting], ...terms },
  });

let serial = 100;

/** Saves a type, as data, through the API and publishes it. */
async function publishType(
  platform: TestPlatform,
  type: string,
  number: number,
  changes: Readonly<Record<string, unknown>>,
): Promise<void> {
  await typesOf(platform).putInForce({
    ...draftOfType(type, number, {
      validity: { kind: "MONTHS", months: 24 },
      disclosures: Object.keys(CONTENT.properties).map((field) => ({
        field,
        disclosure: field === "name" ? "MINIMAL" : "ORDINARY",
      })),
      ...changes,
    }),
    content: forPeople(CONTENT),
  });
}

const serials = new Map<string, number>();

/** Publishes a type, as data, through the API, and an item for each act. */
export async function publishTypeWithItems(
  platform: TestPlatform,
  type: string,
  changes: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  serial += 1;
  serials.set(type, serial);
  await publishType(platform, type, serial, changes);
  for (const acting of ["ISSUE", "CHANGE", "RENEW", "REISSUE", "SUSPEND", "RESUME", "CANCEL"] as const) {
    await publishItem(platform, actItem(type, acting), { "110000": "GENERAL" });
  }
}

/** Publishes the next version of a type. */
export const publishAgain = (platform: TestPlatform, type: string): Promise<void> =>
  publishType(platform, type, serials.get(type) ?? 0, {});

export const HOLDER = { name: "王小明", trade: "电工", grade: "甲" };

/** Hands in a case for an act; the answer to its submission. */
export async function ask(
  platform: TestPlatform,
  { token }: Pick<Applicant, "token">,
  item: string,
  form: Readonly<Record<string, unknown>>,
  enterprise?: string,
): Promise<Json> {
  const wish = { item, ...(enterprise ? { for: { enterprise } } : {}) };
  const id = textAt(await startCase(platform, token, wish), "id");
  await saveCase(platform, token, id, form);
  return submitCase(platform, token, id);
}

/** Accepts a case and grants it; the answer to the grant. */
export async function decide(platform: TestPlatform, id: string, by?: TestOfficer): Promise<Json> {
  const officer = by ?? (await allRounder(platform));
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  return act(platform, officer, id, "decide", `approveApplication(id: "${id}", reason: "符合条件")`);
}

/** Asks for an act and grants it; the case's id. */
export async function done(
  platform: TestPlatform,
  applicant: Pick<Applicant, "token">,
  item: string,
  form: Readonly<Record<string, unknown>>,
): Promise<string> {
  const asked = await ask(platform, applicant, item, form);
  const id = textAt(asked, "id");
  const granted = await decide(platform, id);
  if (at(granted, "decision", "outcome") !== "APPROVED") throw new Error(JSON.stringify(granted));
  return id;
}

export const takeBack = async (platform: TestPlatform, id: string): Promise<Json> =>
  mutateCase(
    platform,
    (await allRounder(platform)).token,
    `revokeApplication(id: "${id}", reason: "以欺骗手段取得", ground: { law: "行政许可法", article: "第六十九条" })`,
  );

const LICENCE = `id identifier number status region issuedOn validUntil content suspendedAt endedAt
  type { code version } issuer { creditCode department { code } }
  versions { version act identifier validUntil content }`;

/** The licences of whoever signs in. */
export async function licencesOf(
  platform: TestPlatform,
  { token }: Pick<Applicant, "token">,
): Promise<readonly Json[]> {
  const query = `{ result: me { licences(first: 50) { edges { node { ${LICENCE} } } } } }`;
  return nodesAt(await askerOf(platform)(query, {}, { token }), "licences");
}

/** The one licence of whoever signs in. */
export async function licenceOf(platform: TestPlatform, applicant: Pick<Applicant, "token">): Promise<Json> {
  const [licence, ...more] = await licencesOf(platform, applicant);
  if (licence === undefined || more.length > 0) throw new Error("not one licence");
  return licence;
}
