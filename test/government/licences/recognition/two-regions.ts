import { randomUUID } from "node:crypto";
import { present } from "../../../../services/government/licences/credentials/present.ts";
import { date } from "../../../../services/kernel/civil-date.ts";
import { type Asker, askerOf } from "../../../support/asking.ts";
import { startHttpServer } from "../../../support/http-server.ts";
import { newIdNumber } from "../../../support/made-up.ts";
import { materialsOf } from "../../../support/material-files.ts";
import { at, type Json, startPlatform, type TestPlatform, textAt } from "../../../support/platform.ts";
import { seedPartner } from "../../../support/seed-partner.ts";
import { type Applicant, act, newOfficer, saveCase, startCase, submitAsIs } from "../../cases/casework.ts";
import { draftOf, forPeople, publishItem, region } from "../../catalogue/items.ts";
import { issuerKeysOf } from "../issuer-keys/issuer-keys.ts";
import { itemOf, licencesOf } from "../repository/repository-world.ts";
import { publisherOf } from "../status/publisher.ts";
import { issuerDraft, JILIN, JILIN_OFFICE, mappingDraft, trustOf } from "../trust/trust.ts";
import { DEPARTMENT, draftOfType, typesOf } from "../types.ts";
import { type Phone, walletOf } from "../wallet/wallet-world.ts";

/** The platform of Jilin, by the name that it gives itself; the other one is Beijing's. */
export const JILIN_SITE = "https://jilin.test";
const CHANGCHUN = "220102";
export const CHAOYANG = "110105";
/** The item here, and the type that its material asks for. */
export const ITEM = "BJ-WORK-PERMIT";
export const OWN_TYPE = "electrician";
export const MATERIAL = "licence";

const text = (title: string) => ({ type: "string", title, maxLength: 60 });
const NUMBER = { type: "string", title: "证件号码", format: "citizen-id" };
const ASKED = { name: text("姓名"), number: NUMBER, trade: text("行业") };

const contentOf = (properties: Readonly<Record<string, unknown>>) =>
  forPeople({ type: "object", properties, required: Object.keys(properties), additionalProperties: false });

/** The first field is always told, the others where their holder chooses so. */
const disclosed = (properties: Readonly<Record<string, unknown>>) =>
  Object.keys(properties).map((field, i) => ({ field, disclosure: i === 0 ? "MINIMAL" : "ORDINARY" }));

/** A type of Jilin's, whose content names its fields otherwise than ours. */
type JilinType = { readonly code: string; readonly serial: number };
export const ELECTRICIAN: JilinType = { code: "jl-electrician", serial: 1 };
export const WELDER: JilinType = { code: "jl-welder", serial: 2 };
export const FITTER: JilinType = { code: "jl-fitter", serial: 3 };
export const PLUMBER: JilinType = { code: "jl-plumber", serial: 4 };
const vctOf = ({ code }: JilinType): string => `urn:jilin:${code}`;
const typeCodeOf = ({ serial }: JilinType): string => `${JILIN_OFFICE}${String(serial).padStart(3, "0")}`;

const THEIRS = { holder: text("姓名"), idNumber: NUMBER, occupation: text("工种") };
const TO_OURS = [
  { field: "name", claim: "holder" },
  { field: "number", claim: "idNumber" },
  { field: "trade", claim: "occupation" },
];

/** A person whom both platforms know, each by an id of its own. */
export type Person = { readonly idNumber: string; readonly here: Applicant; readonly there: Applicant };

/** A licence of Jilin's in its holder's phone. */
export type HeldThere = {
  readonly person: Person;
  readonly phone: Phone;
  readonly licence: string;
  readonly number: string;
  readonly credential: string;
};

const LASTING = Date.UTC(2060, 0, 1) / 1_000;

async function applicantAt(platform: TestPlatform, idNumber: string): Promise<Applicant> {
  const id = `ctz_${platform.ports.secrets.citizenDigest(idNumber)}` as const;
  return { id, idNumber, token: await platform.tokens.citizen(id, { exp: LASTING }) };
}

/** Makes something of a request from here to the platform of Jilin before it is sent; undefined lets it pass. */
export type Meddle = (address: string, init: RequestInit) => Promise<Response> | undefined;

/** Two platforms of two regions, which know each other by what two officers of Beijing have agreed to, and by nothing else. */
export async function startTwoRegions() {
  const there = await startPlatform({
    siteOrigin: JILIN_SITE,
    secret: "a root secret of Jilin's, of its own making",
  });
  const server = await startHttpServer(there);
  const { liveKey } = await seedPartner(there, { scopes: ["LICENCE_CODES"] });
  const meddlers: Meddle[] = [];
  const sent: string[] = [];
  const here = await startPlatform({
    peers: {
      settings: JSON.stringify({ live: { [JILIN]: { origin: JILIN_SITE, apiKey: liveKey } } }),
      send: async (address, init) => {
        sent.push(address);
        const meddled = meddlers.map((meddle) => meddle(address, init)).find((one) => one !== undefined);
        return meddled ?? fetch(address.replace(JILIN_SITE, server.origin), init);
      },
    },
  });
  await publishHere(here);
  const keyId = await publishThere(there);
  const jilin = openJilin(there);
  await jilin.publish();
  return {
    ...{ here, there, keyId, sent, ...jilin, trust: trustOf(here) },
    /** Comes between the platforms until the returned function is called. */
    meddle: (meddle: Meddle): (() => void) => {
      meddlers.push(meddle);
      return () => {
        const place = meddlers.indexOf(meddle);
        if (place >= 0) meddlers.splice(place, 1);
      };
    },
    newPerson: async (): Promise<Person> => {
      const idNumber = newIdNumber();
      const [ofHere, ofThere] = [await applicantAt(here, idNumber), await applicantAt(there, idNumber)];
      return { idNumber, here: ofHere, there: ofThere };
    },
    /** Both clocks go on, and Jilin publishes anew. */
    advance: async (ms: number): Promise<void> => {
      here.clock.advance(ms);
      there.clock.advance(ms);
      await jilin.publish();
    },
    stop: async (): Promise<void> => {
      server.stop();
      await Promise.all([here.stop(), there.stop()]);
    },
  };
}

export type TwoRegions = Awaited<ReturnType<typeof startTwoRegions>>;

/** Beijing's own type, which names its holder by number, and an item that asks for it. */
async function publishHere(platform: TestPlatform): Promise<void> {
  await typesOf(platform).putInForce({
    ...draftOfType(OWN_TYPE, 700, {
      name: { zh: "电工证", en: "Electrician's licence" },
      validity: { kind: "MONTHS", months: 24 },
      disclosures: disclosed(ASKED),
    }),
    content: contentOf({ ...ASKED, number: { ...NUMBER, "x-held": "PERSON_ID_NUMBER" } }),
  });
  await publishItemHere(platform, {});
}

/** An item of Beijing's that asks for the licence, with what a test changes. */
export async function publishItemHere(
  platform: TestPlatform,
  changes: Parameters<typeof draftOf>[0],
): Promise<void> {
  const material = { code: MATERIAL, name: { zh: "电工证", en: "Licence" }, required: true };
  await publishItem(
    platform,
    draftOf({
      ...{ code: ITEM, department: DEPARTMENT, audiences: ["NATURAL_PERSON", "LEGAL_PERSON"] },
      channels: ["ONLINE", "HALL"],
      handedInAt: [
        {
          ...{ region: region(JILIN), from: date("2026-01-01") },
          basis: { law: "京吉政务服务“跨省通办”合作协议", article: "第三条" },
        },
      ],
      materials: [
        { ...material, replacedByLicence: OWN_TYPE },
        { ...material, code: "photo", required: false },
        { ...material, code: "other", required: false, replacedByLicence: "another-type" },
      ],
      ...changes,
    }),
    { "110000": "GENERAL" },
  );
}

const ACTS = ["ISSUE", "REISSUE", "SUSPEND", "RESUME", "CANCEL"] as const;

/** Jilin's types, each with an item that issues its licences, and the key of their issuer; its id. */
async function publishThere(platform: TestPlatform): Promise<string> {
  const types = typesOf(platform);
  for (const type of [ELECTRICIAN, WELDER, FITTER, PLUMBER]) {
    await types.putInForce({
      ...draftOfType(type.code, 700, {
        ...{ typeCode: typeCodeOf(type), vct: vctOf(type), regions: [JILIN] },
        issuers: [{ creditCode: JILIN_OFFICE, regions: [JILIN] }],
        validity: { kind: "MONTHS", months: 24 },
        disclosures: disclosed(THEIRS),
      }),
      content: contentOf(THEIRS),
    });
    for (const acting of ACTS) {
      const isIssue = acting === "ISSUE";
      const properties = isIssue ? THEIRS : { number: text("证照编号") };
      const said = Object.fromEntries(Object.keys(THEIRS).map((name) => [name, { var: `form.${name}` }]));
      await publishItem(
        platform,
        draftOf({
          ...{ code: itemOf(type.code, acting), department: DEPARTMENT, regions: [region(JILIN)] },
          form: forPeople({ type: "object", properties, required: Object.keys(properties) }),
          ...{ audiences: ["NATURAL_PERSON"], materials: [], effect: "LICENCE" },
          licence: {
            ...{ act: acting, type: type.code, content: isIssue ? said : {} },
            ...(isIssue ? {} : { number: { var: "form.number" } }),
          },
        }),
        { [JILIN]: "GENERAL" },
      );
    }
  }
  return issuerKeysOf(platform).agreed({ issuer: JILIN_OFFICE, licenceType: ELECTRICIAN.code });
}

async function published(outcome: Promise<Json>, as: string): Promise<void> {
  const told = await outcome;
  if (textAt(told, "__typename") !== as) throw new Error(JSON.stringify(told));
}

/** Jilin's side: its holders, their licences and phones. */
function openJilin(there: TestPlatform) {
  const wallet = walletOf(there);
  const publish = publisherOf(there);
  const done = async (
    person: Person,
    item: string,
    form: Readonly<Record<string, unknown>>,
  ): Promise<void> => {
    const { token } = person.there;
    const id = textAt(await startCase(there, token, { item, region: CHANGCHUN }), "id");
    await saveCase(there, token, id, form);
    await submitAsIs(there, token, id);
    const officer = await newOfficer(there, { roles: ["ACCEPTOR", "DECIDER"], region: "22" });
    await act(there, officer, id, "accept", `acceptApplication(id: "${id}")`);
    const granted = await act(
      there,
      officer,
      id,
      "decide",
      `approveApplication(id: "${id}", reason: "符合条件")`,
    );
    if (at(granted, "decision", "outcome") !== "APPROVED") throw new Error(JSON.stringify(granted));
  };
  const licenceIn = async (person: Person, type: JilinType): Promise<{ id: string; number: string }> => {
    const licences = await licencesOf(there, person.there);
    const found = licences.find((one) => textAt(one, "type", "code") === type.code) ?? null;
    return { id: textAt(found, "id"), number: textAt(found, "number") };
  };
  const credential = async ({ person, licence, phone }: Pick<HeldThere, "person" | "licence" | "phone">) =>
    textAt(await wallet.credential(person.there, { licence, device: phone.id }), "credential");
  return {
    ...{ wallet, publish, credential },
    /** Somebody's licence of a type, in their phone. */
    issue: async (person: Person, type: JilinType = ELECTRICIAN): Promise<HeldThere> => {
      const form = { holder: "王小明", idNumber: person.idNumber, occupation: "电工" };
      await done(person, itemOf(type.code, "ISSUE"), form);
      const { id: licence, number } = await licenceIn(person, type);
      const phone = await wallet.boundPhone(person.there);
      return { person, phone, licence, number, credential: await credential({ person, licence, phone }) };
    },
    act: (held: HeldThere, type: JilinType, acting: Exclude<(typeof ACTS)[number], "ISSUE">): Promise<void> =>
      done(held.person, itemOf(type.code, acting), { number: held.number }),
    code: async (
      { person, phone, licence }: HeldThere,
      fields: readonly string[] = Object.keys(THEIRS),
    ): Promise<string> => textAt(await wallet.code(person.there, phone, { licence, fields }), "code"),
  };
}

type Changes = Readonly<Record<string, unknown>>;

/** Two officers of Beijing trust Jilin's office with a key and types, as its platform publishes them. */
export async function trustJilin(
  { here, there, keyId, trust }: TwoRegions,
  changes: Changes = {},
): Promise<void> {
  const keys = await issuerKeysOf(there).ofPublic({ issuer: JILIN_OFFICE });
  const key = (Array.isArray(keys) ? keys : []).find((one: Json) => at(one, "keyId") === keyId) ?? null;
  const [first, second] = [await trust.editor(), await trust.editor()];
  await published(
    trust.saveIssuer(
      issuerDraft({
        platform: JILIN_SITE,
        keys: [
          { keyId, algorithm: "ES256", publicKey: at(key, "publicKey"), from: at(key, "from"), until: null },
        ],
        types: [ELECTRICIAN, WELDER, FITTER, PLUMBER].map((type) => ({
          ...{
            vct: vctOf(type),
            typeCode: typeCodeOf(type),
            name: { zh: "吉林电工证", en: "Jilin licence" },
          },
          ...{ from: "2026-01-01", until: null },
        })),
        ...changes,
      }),
      first.token,
    ),
    "TrustedIssuer",
  );
  await published(
    trust.agree("ISSUER", `${JILIN}.${JILIN_OFFICE}`, { token: second.token }),
    "TrustedIssuer",
  );
  here.database().forget();
}

/** Two officers say what a type of Jilin's stands for. */
export async function mapType(
  { trust }: TwoRegions,
  type: JilinType,
  equivalence: "FULL" | "PARTIAL" | "NONE" = "FULL",
): Promise<void> {
  const [first, second] = [await trust.editor(), await trust.editor()];
  const draft = mappingDraft(type.code, OWN_TYPE, {
    ...{ vct: vctOf(type), typeCode: typeCodeOf(type), equivalence, fields: TO_OURS },
  });
  await published(trust.saveMapping(draft, first.token), "LicenceMapping");
  await published(trust.agree("MAPPING", `${JILIN}.${type.code}`, { token: second.token }), "LicenceMapping");
}

const FOREIGN = `region issuer { creditCode name { zh } } vct name { zh } identifier number version issuedOn validUntil
  ownType { code version } mapping trustListVersion content way verifiedAt`;

/** Beijing's side: the calls of one who applies there. */
export function openBeijing({ here }: Pick<TwoRegions, "here">) {
  const run = askerOf(here);
  return {
    /** A draft of somebody's here; its id. */
    begin: async ({ here: { token } }: Person, item = ITEM): Promise<string> => {
      const id = textAt(await startCase(here, token, { item, region: CHAOYANG }), "id");
      await saveCase(here, token, id, { name: "王小明" });
      return id;
    },
    challenge: async (application: string, { here: { token } }: Person): Promise<Json> =>
      run(
        `query ($application: ID!) { result: presentationChallenge(application: $application) {
          audience nonce expiresAt } }`,
        { application },
        { token },
      ),
    use: async (
      by: Asker,
      input: { readonly application: string } & Readonly<Record<string, unknown>>,
      attendance: string | null = null,
      language = "en",
    ): Promise<Json> =>
      run(
        `mutation ($input: ForeignLicenceInput!, $attendance: ID) {
          result: useForeignLicence(input: $input, attendance: $attendance) { __typename ... on Refusal { code message }
            ... on InvalidInput { path } ... on NotAllowedNow { state }
            ... on FilledMaterial { source reference statedOn takenAt foreignLicence { ${FOREIGN} } } } }`,
        { input: { material: MATERIAL, region: JILIN, ...input }, attendance },
        { ...by, headers: { "accept-language": language } },
      ),
    /** The state of the material that asks for the licence. */
    state: async (application: string, { here: { token } }: Person): Promise<string> => {
      const materials = await materialsOf(here, token, application);
      return textAt(materials.find((one) => at(one, "code") === MATERIAL) ?? null, "state");
    },
    submit: ({ here: { token } }: Person, id: string): Promise<Json> =>
      submitAsIs(here, token, id, { key: randomUUID() }),
    /** The material as officers read it. */
    evidence: async (application: string): Promise<Json> => {
      const { token } = await newOfficer(here, { roles: ["ACCEPTOR", "DECIDER"] });
      const query = `query ($id: ID!) { result: node(id: $id) { ... on Application { materials { code state
        filled { source reference over { how noticedAt } unansweredSince foreignLicence { ${FOREIGN} } } } } } }`;
      const materials = at(await run(query, { id: application }, { token }), "materials");
      return (
        (Array.isArray(materials) ? materials : []).find((one: Json) => at(one, "code") === MATERIAL) ?? null
      );
    },
  };
}

type Beijing = ReturnType<typeof openBeijing>;

/** A holder of a licence of Jilin's, which its platform has published since, with an application that is begun in Beijing. */
export async function meetHolder(two: TwoRegions, beijing: Beijing, type = ELECTRICIAN) {
  const held = await two.issue(await two.newPerson(), type);
  await two.publish();
  const application = await beijing.begin(held.person);
  return { held, application, by: { token: held.person.here.token } };
}

type Shown = {
  readonly audience?: string;
  readonly nonce?: string;
  readonly by?: Phone;
  readonly fields?: string[];
};

/** A presentation that a phone makes for an application, with all fields but for what a test changes. */
export async function presented(
  beijing: Beijing,
  { person, phone, credential }: HeldThere,
  application: string,
  now: TestPlatform["clock"],
  changes: Shown = {},
): Promise<string> {
  const asked = await beijing.challenge(application, person);
  const { audience = textAt(asked, "audience"), nonce = textAt(asked, "nonce"), by = phone } = changes;
  const { fields = ["idNumber", "occupation"] } = changes;
  return present(credential, fields, { audience, nonce, now: now.now() }, by);
}
