import { type CitizenId, newId, type PartnerId } from "../../services/kernel/ids.ts";
import { type Fen, fen, formatMoney } from "../../services/kernel/money.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { PAY } from "../convenience/utilities/utility-world.ts";
import type { Json } from "../support/platform.ts";
import type { Task } from "./killed-tasks.ts";
import { AGREE, PROPOSE, termsFor } from "./settlements/world.ts";

/** A task, the kinds of answer that it may have, and the work that is done with the answer. */
export type Act = {
  readonly task: Task;
  readonly names: readonly string[];
  readonly keep?: (answer: Json) => void;
};

type By = Extract<Task, { readonly kind: "call" }>["by"];

const call = (by: By, query: string, variables: Readonly<Record<string, unknown>>): Task => ({
  ...{ id: newId("task", systemRuntime), kind: "call", by, query, variables },
});

export const again = ({ task, names }: Act): Act => ({ task: { ...task, id: `${task.id}-again` }, names });

const OF_NAMES = "__typename ... on Refusal { code message }";
const OF_PATHS = `${OF_NAMES} ... on InvalidInput { path }`;

export const payment = (citizen: CitizenId, bill: string, keep: (answer: Json) => void): Act => {
  const variables = { key: newId("key", systemRuntime), input: { bills: [bill], channel: "SANDBOX" } };
  const task = call({ citizen }, PAY.replace("payBills(", "answer: payBills("), variables);
  return { task, names: ["Payment"], keep };
};

/** Lines that nobody knows, in a file of a day before all payments. */
export function unknownLines(day: string, amounts: readonly string[]): Act {
  const rows = amounts.map((amount, n) => ({
    ...{ type: "CHARGE", paymentId: `order-${day}-${n}`, amount, currency: "CNY", state: "SUCCEEDED" },
    ...{ number: `stray-${day}-${n}`, time: `${day}T02:00:00Z` },
  }));
  return { task: { id: `file-${day}`, kind: "file", day, rows }, names: [] };
}

export const contractProposal = (input: object, keep: (answer: Json) => void): Act => {
  const variables = {
    key: newId("key", systemRuntime),
    input: termsFor({ ...input, payDayKind: "CALENDAR" }),
  };
  return { task: call({ treasurer: 1 }, PROPOSE, variables), names: ["SettlementContract"], keep };
};

export const contractAgreement = (contract: string): Act => ({
  task: call({ treasurer: 2 }, AGREE, { contract }),
  names: ["SettlementContract"],
});

export const tariffProposal = (apiKey: string, effectiveFrom: string): Act => {
  const input = {
    ...{ region: "110000", mode: "METRO", effectiveFrom, source: "京发改〔2026〕1号" },
    distance: { bands: [{ upToKm: "6", price: "9.00" }], step: { km: "20", price: "0.00" } },
    ownLines: ["airport", "daxing"].map((line) => ({ line, distance: { bands: [{ price: "30.00" }] } })),
  };
  const query = `mutation ($input: TransitTariffInput!) { answer: proposeTransitTariff(input: $input) { ${OF_PATHS} } }`;
  return { task: call({ apiKey }, query, { input }), names: ["TransitTariff"] };
};

export const tariffAgreement = (day: string): Act => {
  const what = 'region: "110000", mode: METRO, effectiveFrom: $day';
  const query = `mutation ($day: Date!) { answer: agreeToTransitTariff(${what}) { ${OF_NAMES} } }`;
  return { task: call({ treasurer: 2 }, query, { day }), names: ["TransitTariff"] };
};

/** Money that was paid for a bill, and how much of it is charged back at the moment. */
export type Paid = { readonly payment: string; readonly amount: Fen; back: Fen };

export const chargeback = ({ payment: id, back }: Paid, kind: "CHARGEBACK" | "REVERSAL", at: string): Act => {
  const rows = [{ kind, payment: id, number: `cb-${id}`, amount: formatMoney(back), at }];
  const query = `mutation ($rows: [ChargebackRowInput!]!) { answer: takeChargebacks(rows: $rows) { ${OF_PATHS} } }`;
  return { task: call({ treasurer: 1 }, query, { rows }), names: ["Chargeback"] };
};

export const resolution = (difference: string, biller: PartnerId): Act => {
  const to = `biller:${biller}`;
  const input = { difference, reason: "核实为缴费", outcome: "ASSIGN_TO_ACCOUNT", to };
  const query = `mutation ($input: ResolveDifferenceInput!) {
    answer: resolveDifference(input: $input) { ${OF_PATHS} } }`;
  return { task: call({ treasurer: 1 }, query, { input }), names: ["ChannelDifference"] };
};

export const confirmation = (id: string): Act => {
  const query = `mutation ($id: ID!) { answer: confirmResolution(difference: $id) { ${OF_NAMES} } }`;
  return { task: call({ treasurer: 2 }, query, { id }), names: ["ChannelDifference"] };
};

export const settling = (name: string, keep: (answer: Json) => void): Act => ({
  task: { id: `settle-${name}`, kind: "settle" },
  names: [],
  keep,
});

export const order = (payout: string): Act => ({
  task: call(
    { treasurer: 1 },
    "mutation ($payout: ID!) { answer: orderPayout(payout: $payout) { __typename } }",
    {
      payout,
    },
  ),
  // One that the bank has paid before is not ordered anew.
  names: ["Payout", "NotAllowedNow"],
});

/** The bank's row, twice, as of a file that is sent again. */
export const bankAnswer = (payout: string, outcome: "PAID" | "REFUSED", paid: Fen): Act => {
  const row = {
    payout,
    outcome,
    amount: formatMoney(paid),
    bankReference: `bank-${payout}`,
    reason: "账户异常",
  };
  const query = `mutation ($rows: [BankAnswerInput!]!) { answer: takeBankAnswers(rows: $rows) { ${OF_NAMES} } }`;
  return { task: call({ treasurer: 1 }, query, { rows: [row, row] }), names: [] };
};

export const fenOf = (text: string): Fen => fen(BigInt(text.replace(".", "")));
