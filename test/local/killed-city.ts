import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { randomOf } from "../../local/generate/random.ts";
import { newId } from "../../services/kernel/ids.ts";
import { systemRuntime } from "../../services/kernel/runtime.ts";
import { PAST, row } from "../convenience/utilities/utility-world.ts";
import { type World, worldOf } from "../money/payments/random-payers.ts";
import { at, type Call, type Json, textAt } from "../support/platform.ts";
import { ask, run, type Started, signedIn } from "./local-platform.ts";

const PREFIX = "civigraph-local";
const CITIZENS = 3;
const BILLS = 60;
const FUNDS = "150.00";

const PROFILE = `mutation ($partner: ID!, $profile: BillerProfileInput!) {
  setBillerProfile(partner: $partner, profile: $profile) { __typename } }`;
const SUBMIT = `mutation ($rows: [BillRowInput!]!) {
  submitBills(rows: $rows) { __typename ... on Bill { id } } }`;
const DEPOSIT = `mutation ($input: RecordDepositInput!) {
  recordDeposit(idempotencyKey: "of-the-killed", input: $input) { __typename } }`;

/** Those of a running platform who pay, and what: its demo partner is a biller and has paid something in. */
export async function peopleOf({ endpoint, demo }: Started, folder: string, seed: string) {
  const random = randomOf(`${seed} bills`);
  const { id: partner, live } = demo.partner;
  const officer = signedIn(demo.officer);
  const done = async (
    query: string,
    variables: Readonly<Record<string, Json>>,
    by: Record<string, string>,
  ) => {
    const { data, errors } = await ask(endpoint, query, by, variables);
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  const profile = { name: "市自来水集团", kind: "WATER", region: "110000", lookup: "ACCOUNT_NUMBER" };
  await done(PROFILE, { partner, profile }, officer);
  await done(DEPOSIT, { input: { partner, amount: FUNDS, bankReference: "killed-1" } }, officer);
  // So few fen that no sum of three makes a scene of the sandbox, which would take its time in earnest.
  const amount = (): string => `${random.int(5, 40)}.${String(random.int(0, 30)).padStart(2, "0")}`;
  const rows = Array.from({ length: BILLS }, () => row({ ...PAST, amount: amount() }));
  const bills = at(await done(SUBMIT, { rows }, { "x-api-key": live }), "submitBills");
  if (!Array.isArray(bills)) throw new Error("no bills");
  const tokens = Array.from({ length: CITIZENS }, async () => {
    const { stdout } = await run("token.ts", folder, { args: ["citizen", newId("ctz", systemRuntime)] })
      .ended;
    return stdout.trim();
  });
  return {
    bills: bills.map((bill: Json) => textAt(bill, "id")),
    citizens: await Promise.all(tokens),
    partners: [live],
    treasurer: demo.officer.token,
    lastDigits: [0] as const,
  };
}

/** The world of those who reach a platform over HTTP, wherever it is at the moment. */
export const reaching = (
  people: Awaited<ReturnType<typeof peopleOf>>,
  where: { readonly endpoint: string },
): World =>
  worldOf(people, {
    call: async ({ query, variables = {}, token, apiKey }: Call) => {
      const by = token ? signedIn({ token }) : { "x-api-key": apiKey ?? "" };
      try {
        const { data, errors = [] } = await ask(where.endpoint, query, by, variables);
        return { data: data ?? null, errors: errors.map((error) => ({ extensions: {}, ...error })) };
      } catch {
        return {
          data: null,
          errors: [{ message: "", extensions: { code: "NOT_REACHED", retryable: true } }],
        };
      }
    },
    advance: () => undefined,
    // The platform has a sweeper of its own.
    sweep: async () => undefined,
  });

/** Straight to the tables of the platform that runs in this folder. */
export function tablesOf(folder: string): { readonly client: DynamoDBClient; readonly prefix: string } {
  const { engine } = JSON.parse(readFileSync(join(folder, ".local/platform.json"), "utf8"));
  const credentials = { accessKeyId: "local", secretAccessKey: "local" };
  return { client: new DynamoDBClient({ endpoint: engine, region: "local", credentials }), prefix: PREFIX };
}
