import { readWithDemoReader } from "../../local/demo/card-reader.ts";
import { type Instant, systemRuntime } from "../../services/kernel/runtime.ts";
import { ask, signedIn } from "../local/local-platform.ts";
import {
  type IssuedLicence,
  issueCertificate,
  publishCertificateItem,
  publishRenewalItem,
} from "./licence-city.ts";
import type { Site } from "./site.ts";
import { ITEM_WITH_WAYS, publishItemWithWays } from "./ways-city.ts";

/** The hall that never closes, and an item that it serves. */
export const OPEN_HALL = "BJ-CY-24";
export const HALL_ITEM = "BJ-GA-JZZSL-001";

/** Cases of the demo citizen, each of another kind, made through the API as their people would. */
export type PortalCity = {
  readonly draft: string;
  /** Granted by rule at once. */
  readonly granted: string;
  /** Refused by rule, being reconsidered, and an officer has written about it. */
  readonly appealed: string;
  /** A partner has handed it in for the citizen, who has to confirm it. */
  readonly toConfirm: string;
  /** A draft with a list, in which two entries stand, and one of an enterprise that the citizen represents. */
  readonly trader: string;
  readonly restaurant: string;
  /** A draft of which licences of others, and of other regions, may stand for the materials. */
  readonly withWays: string;
  readonly dueBills: readonly string[];
  /** The sum that is owed for each kind of supply, by the month's usage: "251.95". */
  readonly owed: Readonly<Record<string, string>>;
  readonly gasBill: string;
  readonly waterBill: string;
  readonly electricity: string;
  readonly card: string;
  /** The newest of the card's. */
  readonly trip: string;
  /** A loan of the housing fund's. */
  readonly loan: string;
  /** A visit that is before the demo citizen. */
  readonly appointment: string;
  /** A number that the demo citizen has taken and given up. */
  readonly ticket: string;
  /** A certificate of the demo citizen's that ends in 30 days, and one that ends in a year. */
  readonly licence: IssuedLicence;
  readonly laterLicence: IssuedLicence;
};

const START = `mutation ($item: ID!, $key: ID!, $for: ApplicationForInput) {
  startApplication(idempotencyKey: $key, input: { item: $item, region: "110105", for: $for }) { ... on Application { id } }
}`;
const SAVE = `mutation ($id: ID!, $form: JSONObject!) {
  saveApplication(id: $id, form: $form) { ... on Application { status } ... on Refusal { message } }
}`;
const HAND_IN = `mutation ($id: ID!, $form: JSONObject!, $key: ID!, $why: String) {
  saveApplication(id: $id, form: $form) { __typename }
  submitApplication(id: $id, idempotencyKey: $key, duplicateReason: $why) { ... on Application { status } ... on Refusal { message } }
}`;
const APPEAL = `mutation ($id: ID!) {
  appealDecision(id: $id, reason: "请再核对一次余额。") { ... on Application { status } }
}`;
const WRITE = `mutation ($id: ID!) {
  writeNoteToApplicant(id: $id, text: "请说明贷款合同的签订日期。", idempotencyKey: "portal-note") { __typename }
}`;
const TAKE_TICKET = `mutation ($hall: ID!, $item: ID!, $card: CardReadInput!, $key: ID!) {
  takeTicket(input: { hall: $hall, item: $item, card: $card }, idempotencyKey: $key) { ... on Ticket { id number } }
}`;
const GIVE_UP = "mutation ($id: ID!) { giveUpTicket(id: $id) { ... on Ticket { status } } }";
const HELD = `{ me {
  upcomingAppointments { id }
  payoutAccounts { id isProven }
  bills(status: DUE) { id owed biller { kind } }
  utilityAccounts { id biller { kind } }
  transitCards { id kind trips(first: 1) { edges { node { id } } } }
  housingFund { loans { id } }
  enterprises { creditCode capacity }
} }`;

const DUTIES = `{ me { todo(first: 50) { kind about } } }`;

type Duty = { readonly kind: string; readonly about: string };
type OfBiller = { readonly id: string; readonly biller: { readonly kind: string } };

type Held = {
  readonly upcomingAppointments: readonly { readonly id: string }[];
  readonly payoutAccounts: readonly { readonly id: string; readonly isProven: boolean }[];
  readonly bills: readonly (OfBiller & { readonly owed: string })[];
  readonly utilityAccounts: readonly OfBiller[];
  readonly transitCards: readonly HeldCard[];
  readonly housingFund: { readonly loans: readonly { readonly id: string }[] };
  readonly enterprises: readonly { readonly creditCode: string; readonly capacity: string }[];
};

type HeldCard = {
  readonly id: string;
  readonly kind: string;
  readonly trips: { readonly edges: readonly { readonly node: { readonly id: string } }[] };
};

type HandedIn = { readonly submitApplication: { readonly status?: string } };
type Begun = { readonly startApplication: { readonly id: string } };

function there<T>(found: T | undefined): T {
  if (found === undefined) throw new Error("the demo city lacks what the portal's tests stand on");
  return found;
}

export type TakenTicket = { readonly id: string; readonly number: string };

/** The demo citizen holds their card to the reader of the hall that never closes, and a clerk gives out a number. */
export async function takeTicket(
  { endpoint, demo }: Pick<Site, "endpoint" | "demo">,
  key: string,
): Promise<TakenTicket> {
  const card = { hall: OPEN_HALL, idNumber: "11010519491231002X", name: "王小明" };
  const readAt: Instant = systemRuntime.now();
  const { data } = await ask(endpoint, TAKE_TICKET, signedIn(there(demo.officers["clerk"])), {
    ...{ hall: OPEN_HALL, item: HALL_ITEM, key },
    card: readWithDemoReader({ ...card, readAt }),
  });
  return (data as { readonly takeTicket: TakenTicket }).takeTicket;
}

export async function fillPortalCity(platform: Pick<Site, "endpoint" | "demo">): Promise<PortalCity> {
  const { endpoint, demo } = platform;
  const asCitizen = async <T>(query: string, variables = {}): Promise<T> =>
    (await ask(endpoint, query, signedIn(demo.citizen), variables)).data as T;
  const { me: held } = await asCitizen<{ readonly me: Held }>(HELD);
  const account = there(held.payoutAccounts.find(({ isProven }) => isProven)).id;
  // All else of the form the platform holds.
  const form = { payoutAccount: account };
  const begin = async (item: string, key: string, whose?: object): Promise<string> => {
    const { startApplication } = await asCitizen<Begun>(START, { item, key, for: whose });
    return startApplication.id;
  };
  const handIn = async (key: string, ends: string, item = "BJ-GJJ-HDTQ-001"): Promise<string> => {
    const id = await begin(item, `${key}-begin`);
    const { submitApplication } = await asCitizen<HandedIn>(HAND_IN, { id, form, key: `${key}-submit` });
    if (submitApplication.status !== ends) throw new Error(`${key}: ${JSON.stringify(submitApplication)}`);
    return id;
  };
  const draft = await begin("BJ-GJJ-ZFTQ-001", "portal-draft");
  const granted = await handIn("portal-loan", "DELIVERED");
  // Nothing is left to draw, so that the rule refuses the second.
  const appealed = await handIn("portal-loan-again", "REJECTED");
  await handIn("portal-order", "DELIVERED", "BJ-GJJ-HDYD-001");
  await asCitizen(APPEAL, { id: appealed });
  await ask(endpoint, WRITE, signedIn(there(demo.officers["supervisor"])), { id: appealed });
  const card = there(held.transitCards.find(({ kind }) => kind === "STANDARD"));
  const { id: ticket } = await takeTicket(platform, "portal-ticket");
  await asCitizen(GIVE_UP, { id: ticket });
  const trader = await begin("BJ-SCJG-GTSL-001", "portal-trader");
  const familyMembers = [{ name: "王小红", idNumber: "11010519491231002X" }, { name: "王小刚" }];
  await asCitizen(SAVE, { id: trader, form: { composition: "家庭经营", familyMembers } });
  const represented = there(held.enterprises.find(({ capacity }) => capacity === "LEGAL_REPRESENTATIVE"));
  const restaurant = await begin("BJ-SCJG-SPJY-001", "portal-restaurant", {
    enterprise: represented.creditCode,
  });
  await handInForCitizen({ endpoint, demo }, form);
  // A partner knows a case by an id of its own.
  const { me: dutiful } = await asCitizen<{ readonly me: { readonly todo: readonly Duty[] } }>(DUTIES);
  const toConfirm = there(dutiful.todo.find(({ kind }) => kind === "CONFIRM_APPLICATION")).about;
  await Promise.all([
    publishCertificateItem(platform),
    publishRenewalItem(platform),
    publishItemWithWays(platform),
  ]);
  const withWays = await begin(ITEM_WITH_WAYS, "portal-ways");
  const licence = await issueCertificate(platform, demo.citizen, { days: 30, key: "portal-licence" });
  const laterLicence = await issueCertificate(platform, demo.citizen, { days: 400, key: "portal-later" });
  return {
    ...{ licence, laterLicence },
    ...{ draft, granted, appealed, toConfirm, trader, restaurant, withWays, ticket, card: card.id },
    appointment: there(held.upcomingAppointments[0]).id,
    trip: there(card.trips.edges[0]).node.id,
    dueBills: held.bills.map(({ id }) => id),
    owed: Object.fromEntries(held.bills.map(({ biller, owed }) => [biller.kind, owed])),
    gasBill: there(held.bills.find(({ biller }) => biller.kind === "GAS")).id,
    waterBill: there(held.bills.find(({ biller }) => biller.kind === "WATER")).id,
    electricity: there(held.utilityAccounts.find(({ biller }) => biller.kind === "ELECTRICITY")).id,
    loan: there(held.housingFund.loans[0]).id,
  };
}

/** As the demo partner does, by the citizen's consent. */
async function handInForCitizen(
  { endpoint, demo }: Pick<Site, "endpoint" | "demo">,
  form: object,
): Promise<void> {
  const asPartner = async <T>(query: string, variables: Record<string, unknown>): Promise<T> =>
    (await ask(endpoint, query, { "x-api-key": demo.partner.live }, variables)).data as T;
  const begun = { item: "BJ-GJJ-HDTQ-001", key: "portal-partner", for: { citizen: demo.partner.citizenRef } };
  const { startApplication } = await asPartner<Begun>(START, begun);
  const { id } = startApplication;
  const handedIn = { id, form, key: "portal-partner-in", why: "另一笔贷款" };
  const { submitApplication } = await asPartner<HandedIn>(HAND_IN, handedIn);
  if (submitApplication.status !== "AWAITING_CONFIRMATION")
    throw new Error(`for the citizen: ${JSON.stringify(submitApplication)}`);
}
