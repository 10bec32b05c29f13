import type { Lookup } from "../../../services/convenience/utilities/biller.ts";
import { setBillerProfile } from "../../../services/convenience/utilities/bills/set-biller-profile.ts";
import type { LateFee } from "../../../services/convenience/utilities/late-fee.ts";
import type { UtilityKind } from "../../../services/convenience/utilities/tariffs/tariff.ts";
import { region } from "../../../services/field/region.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { must } from "../../support/must.ts";
import { type Answer, at, type Json, type TestPlatform, textAt } from "../../support/platform.ts";
import { type LivePartner, partnerManager, seedPartner } from "../../support/seed-partner.ts";

export const BILL = "id number from to amount dueOn status payment biller { name }";

export const RATING =
  "usage usedBefore householdClass householdSize tariffFrom lines { kind tier usage price amount }";

const SUBMIT = `mutation ($rows: [BillRowInput!]!) {
  outcomes: submitBills(rows: $rows) {
    __typename
    ... on Bill { ${BILL} }
    ... on Refusal { code message }
    ... on InvalidInput { path }
  }
}`;

const READ = `mutation ($rows: [MeterReadingInput!]!) {
  outcomes: submitMeterReadings(rows: $rows) {
    __typename
    ... on Bill { ${BILL} rating { ${RATING} } }
    ... on Refusal { code message }
    ... on InvalidInput { path }
  }
}`;

export type Biller = LivePartner & {
  readonly submit: (...rows: readonly object[]) => Promise<readonly Json[]>;
  readonly read: (...rows: readonly object[]) => Promise<readonly Json[]>;
};

/** A partner that is a biller of water in Beijing. */
export async function seedBiller(
  platform: TestPlatform,
  {
    lookup = "ACCOUNT_NUMBER_AND_HOLDER" as Lookup,
    creditCode = "11100000000013338W",
    kind = "WATER" as UtilityKind,
    lateFee = undefined as LateFee | undefined,
    partPayments = false,
  } = {},
): Promise<Biller> {
  const partner = await seedPartner(platform, { scopes: ["BILLS_SUBMIT", "OWN_ACCOUNTS"], creditCode });
  const actor = partnerManager();
  const context = platform.context(actor);
  const profile = { name: "市自来水集团", kind, region: region("110000"), lookup, lateFee, partPayments };
  must(await setBillerProfile(partner.partnerId, profile, { actor, now: context.now }, context));
  const send = async (query: string, rows: readonly object[]) => {
    const answer = await platform.call({ query, variables: { rows }, apiKey: partner.liveKey });
    const outcomes = answer.errors.length > 0 ? [] : at(answer.data, "outcomes");
    if (!Array.isArray(outcomes) || answer.errors.length > 0) throw new Error(answer.text);
    return outcomes;
  };
  return {
    ...partner,
    submit: (...rows) => send(SUBMIT, rows),
    read: (...rows) => send(READ, rows),
  };
}

export const newNumber = (): string => newId("n", systemRuntime).replace("_", "-");

/** A period that is over for every clock that a test or this machine has. */
export const PAST = { from: "2025-09-01", to: "2025-11-01" };

/** A row of the biller's; each has a number of its own. */
export const row = (changes: object = {}): Record<string, string> => ({
  accountNumber: "1000234",
  holderName: "王小明",
  number: newNumber(),
  from: "2026-09-01",
  to: "2026-11-01",
  amount: "88.20",
  dueOn: "2026-11-30",
  ...changes,
});

/** A reading of the biller's; each has a number of its own. */
export const reading = (changes: object = {}): Record<string, unknown> => {
  const { amount: _, ...stated } = row();
  return { ...stated, usage: "20", ...changes };
};

export const PAY = `mutation ($key: ID!, $input: PayBillsInput!) {
  payBills(idempotencyKey: $key, input: $input) {
    __typename
    ... on Payment { id status amount channel declined bills { bill amount } }
    ... on Refusal { code message }
    ... on BillNotPayable { bill payment }
    ... on InsufficientFunds { spendable needed }
    ... on InvalidInput { path }
  }
}`;

type Payer = { readonly token?: string; readonly apiKey?: string };

/** Pays as a citizen through the sandbox, or as a partner from its prefunded account. */
export async function pay(
  platform: TestPlatform,
  payer: Payer,
  bills: readonly string[],
  key: string = newId("key", systemRuntime),
  channel: "PREFUND" | "SANDBOX" = payer.apiKey ? "PREFUND" : "SANDBOX",
): Promise<Json> {
  const answer: Answer = await platform.call({
    query: PAY,
    variables: { key, input: { bills, channel } },
    ...payer,
  });
  if (answer.errors.length > 0) throw new Error(answer.text);
  return at(answer.data, "payBills");
}

/** Issues a bill and answers with its id. */
export const issueBill = async (biller: Biller, changes: object = {}): Promise<string> =>
  textAt((await biller.submit(row(changes)))[0] ?? null, "id");
