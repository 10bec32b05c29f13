import { setOperatorProfile } from "../../../services/convenience/transit/cards/set-operator-profile.ts";
import { region } from "../../../services/field/region.ts";
import { type CitizenId, newId } from "../../../services/kernel/ids.ts";
import { parseMoney } from "../../../services/kernel/money.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import { at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, partnerManager, seedPartner } from "../../support/seed-partner.ts";

export const CARD = "id number kind status balance held availableActions";

export const newKey = (): string => newId("key", systemRuntime);

const MODES = ["METRO", "BUS"] as const;

/** The terms of an operator beside its fares. */
export type OperatorTerms = {
  readonly minimumBalance?: string;
  readonly sameStationMinutes?: number;
};

/** A partner that runs Beijing's metro and buses. */
async function seedOperator(
  platform: TestPlatform,
  creditCode = "11100000000013338W",
  { minimumBalance, sameStationMinutes }: OperatorTerms = {},
): Promise<LivePartner> {
  const partner = await seedPartner(platform, {
    scopes: ["TRANSIT_OPERATE", "TRANSIT_TARIFFS", "OWN_ACCOUNTS"],
    creditCode,
  });
  const actor = partnerManager();
  const context = platform.context(actor);
  const incompleteFare = must(parseMoney("3.00"));
  const profile = {
    ...{ name: "京港地铁", region: region("110000"), modes: MODES, incompleteFare },
    ...(sameStationMinutes === undefined ? {} : { sameStationMinutes }),
    ...(minimumBalance ? { minimumBalance: must(parseMoney(minimumBalance)) } : {}),
  } as const;
  must(await setOperatorProfile(partner.partnerId, profile, { actor, now: context.now }, context));
  return partner;
}

export type Caller = { readonly token?: string; readonly apiKey?: string };

/** The field `done` of a mutation's answer; throws what was thrown. */
export async function mutate(
  platform: TestPlatform,
  caller: Caller,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Json> {
  const answer = await platform.call({ query, variables, ...caller });
  if (answer.errors.length > 0) throw new Error(answer.text);
  return at(answer.data, "done");
}

/** A new card of the caller's. */
export const issue = (
  platform: TestPlatform,
  caller: Caller,
  kind = "STANDARD",
  key = newKey(),
): Promise<Json> =>
  mutate(
    platform,
    caller,
    `mutation { done: issueTransitCard(idempotencyKey: "${key}", input: { kind: ${kind}, region: "110000" }) {
      __typename ... on TransitCard { ${CARD} } ... on IssuedTransitCard { number kind bindingCode }
      ... on Refusal { code message } ... on InvalidInput { path }
    } }`,
  );

/** A card as an operator hands it out, with the code that comes with it. */
export type HandedOut = { readonly number: string; readonly code: string };

export async function handOut(
  platform: TestPlatform,
  { liveKey: apiKey }: Pick<LivePartner, "liveKey">,
  kind = "STANDARD",
): Promise<HandedOut> {
  const card = await issue(platform, { apiKey }, kind);
  return { number: textAt(card, "number"), code: textAt(card, "bindingCode") };
}

/** Makes a card that was handed out a citizen's own. */
export const bind = (platform: TestPlatform, token: string, { number, code }: HandedOut): Promise<Json> =>
  mutate(
    platform,
    { token },
    `mutation { done: bindTransitCard(number: "${number}", bindingCode: "${code}") {
      __typename ... on TransitCard { ${CARD} } ... on Refusal { code } ... on CardHeldAlready { card }
      ... on InvalidInput { path }
    } }`,
  );

export const topUp = (
  platform: TestPlatform,
  caller: Caller,
  number: string,
  amount: string,
  key = newKey(),
): Promise<Json> =>
  mutate(
    platform,
    caller,
    `mutation { done: topUpTransitCard(idempotencyKey: "${key}", input: {
      cardNumber: "${number}", amount: "${amount}", channel: ${caller.apiKey ? "PREFUND" : "SANDBOX"}
    }) {
      __typename ... on Payment { id status amount transitCard bills { bill } }
      ... on Refusal { code message } ... on InvalidInput { path } ... on InsufficientFunds { spendable needed }
    } }`,
  );

/** The cards of a citizen, as they stand. */
export async function cardsOf(platform: TestPlatform, token: string): Promise<Json> {
  const { data, text } = await platform.call({ query: `{ me { transitCards { ${CARD} } } }`, token });
  if (!data) throw new Error(text);
  return at(data, "me", "transitCards");
}

/** A citizen with a card that has so much on it. */
export async function seedCard(
  platform: TestPlatform,
  amount?: string,
  { id: holder }: { readonly id: CitizenId } = { id: platform.newCitizen() },
) {
  const token = await platform.tokens.citizen(holder);
  const card = await issue(platform, { token });
  const [id, number] = [textAt(card, "id"), textAt(card, "number")];
  if (amount) await topUp(platform, { token }, number, amount);
  return { holder, token, id, number };
}

export type TapSender = LivePartner & {
  readonly tap: (...rows: readonly object[]) => Promise<readonly Json[]>;
};

/** An operator that sends taps. */
export async function seedTapSender(
  platform: TestPlatform,
  creditCode?: string,
  terms?: OperatorTerms,
): Promise<TapSender> {
  const operator = await seedOperator(platform, creditCode, terms);
  const caller = { apiKey: operator.liveKey };
  return {
    ...operator,
    tap: async (...rows) => {
      const outcomes = await mutate(
        platform,
        caller,
        `mutation ($rows: [TapRowInput!]!) { done: submitTaps(rows: $rows) {
          __typename ... on OperatedTrip { id status fare loss }
          ... on Refusal { code message } ... on InvalidInput { path }
        } }`,
        { rows },
      );
      if (!Array.isArray(outcomes)) throw new Error("outcomes are a list");
      return outcomes;
    },
  };
}

/** A tap; each has a number of its own. */
export const tapRow = (
  kind: "ENTRY" | "EXIT" | "BUS",
  cardNumber: string,
  at: string,
  changes: object = {},
): Readonly<Record<string, unknown>> => ({
  ...{ number: newKey().replace("_", "-"), kind, cardNumber, at },
  ...(kind === "BUS" ? { distanceKm: "12" } : { station: kind === "ENTRY" ? "xidan" : "guomao" }),
  ...changes,
});
