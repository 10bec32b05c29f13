import { readWithDemoReader } from "../../local/demo/card-reader.ts";
import { type Instant, systemRuntime } from "../../services/kernel/runtime.ts";
import { ask, signedIn } from "../local/local-platform.ts";
import type { Site } from "./site.ts";

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
  readonly dueBills: readonly string[];
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
};

const START = `mutation ($item: ID!, $key: ID!) {
  startApplication(idempotencyKey: $key, input: { item: $item, region: "110105" }) { ... on Application { id } }
}`;
const HAND_IN = `mutation ($id: ID!, $form: JSONObject!, $key: ID!) {
  saveApplication(id: $id, form: $form) { __typename }
  submitApplication(id: $id, idempotencyKey: $key) { ... on Application { status } ... on Refusal { message } }
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
  bills(status: DUE) { id biller { kind } }
  utilityAccounts { id biller { kind } }
  transitCards { id kind trips(first: 1) { edges { node { id } } } }
  housingFund { loans { id } }
} }`;

type OfBiller = { readonly id: string; readonly biller: { readonly kind: string } };

type Held = {
  readonly upcomingAppointments: readonly { readonly id: string }[];
  readonly payoutAccounts: readonly { readonly id: string; readonly isProven: boolean }[];
  readonly bills: readonly OfBiller[];
  readonly utilityAccounts: readonly OfBiller[];
  readonly transitCards: readonly HeldCard[];
  readonly housingFund: { readonly loans: readonly { readonly id: string }[] };
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

export async function fillPortalCity(platform: Site): Promise<PortalCity> {
  const { endpoint, demo } = platform;
  const asCitizen = async <T>(query: string, variables = {}): Promise<T> =>
    (await ask(endpoint, query, signedIn(demo.citizen), variables)).data as T;
  const { me: held } = await asCitizen<{ readonly me: Held }>(HELD);
  const account = there(held.payoutAccounts.find(({ isProven }) => isProven)).id;
  // All else of the form the platform holds.
  const form = { payoutAccount: account };
  const begin = async (item: string, key: string): Promise<string> => {
    const { startApplication } = await asCitizen<Begun>(START, { item, key });
    return startApplication.id;
  };
  const handIn = async (key: string, ends: string): Promise<string> => {
    const id = await begin("BJ-GJJ-HDTQ-001", `${key}-begin`);
    const { submitApplication } = await asCitizen<HandedIn>(HAND_IN, { id, form, key: `${key}-submit` });
    if (submitApplication.status !== ends) throw new Error(`${key}: ${JSON.stringify(submitApplication)}`);
    return id;
  };
  const draft = await begin("BJ-GJJ-ZFTQ-001", "portal-draft");
  const granted = await handIn("portal-loan", "DELIVERED");
  // Nothing is left to draw, so that the rule refuses the second.
  const appealed = await handIn("portal-loan-again", "REJECTED");
  await asCitizen(APPEAL, { id: appealed });
  await ask(endpoint, WRITE, signedIn(there(demo.officers["supervisor"])), { id: appealed });
  const card = there(held.transitCards.find(({ kind }) => kind === "STANDARD"));
  const { id: ticket } = await takeTicket(platform, "portal-ticket");
  await asCitizen(GIVE_UP, { id: ticket });
  return {
    ...{ draft, granted, appealed, ticket, card: card.id },
    appointment: there(held.upcomingAppointments[0]).id,
    trip: there(card.trips.edges[0]).node.id,
    dueBills: held.bills.map(({ id }) => id),
    gasBill: there(held.bills.find(({ biller }) => biller.kind === "GAS")).id,
    waterBill: there(held.bills.find(({ biller }) => biller.kind === "WATER")).id,
    electricity: there(held.utilityAccounts.find(({ biller }) => biller.kind === "ELECTRICITY")).id,
    loan: there(held.housingFund.loans[0]).id,
  };
}
