import { recordsTable } from "../../services/kernel/database/tables.ts";
import { type CitizenId, newId } from "../../services/kernel/ids.ts";
import { DAY_MS, type Instant, plusMs, systemRuntime } from "../../services/kernel/runtime.ts";
import type { PayoutAccountId } from "../../services/money/payout-accounts/ids.ts";
import { numberAccount, putStated } from "../../services/money/payout-accounts/index.ts";
import { ACTOR } from "./ledger.ts";
import { must } from "./must.ts";
import { at, type Json, type TestPlatform } from "./platform.ts";

export const BANK_ACCOUNT = "6222020200012345678";

type Stating = {
  readonly number?: string;
  /** Two days ago, so that a rule pays to it. */
  readonly statedAt?: Instant;
};

/** An account as a fund centre's file states it of somebody; answers with its id. */
export async function stateAccount(
  platform: TestPlatform,
  citizenId: CitizenId,
  { number = BANK_ACCOUNT, statedAt = plusMs(platform.clock.now(), -2 * DAY_MS) }: Stating = {},
): Promise<PayoutAccountId> {
  const { database, commit, now, requestId, secrets } = platform.context(ACTOR);
  const account = must(numberAccount({ secrets, mode: "live" }, citizenId, number));
  must(
    await commit({
      ...{ actor: ACTOR, at: now, requestId, table: recordsTable("live") },
      ...{ action: "housing-fund.file.imported", aggregate: newId("file", systemRuntime) },
      writes: [putStated({ database, mode: "live" }, account, statedAt)],
    }),
  );
  return account.id;
}

const ACCOUNT = `id maskedNumber bank isProven provenAt provenBy origin addedAt caution removedAt`;
const ANSWER = `__typename ... on Refusal { code message } ... on PayoutAccount { ${ACCOUNT} }`;
const PATH = "... on InvalidInput { path }";

type Caller = { readonly token?: string; readonly apiKey?: string };

async function done(
  platform: TestPlatform,
  caller: Caller,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): Promise<Json> {
  const answer = await platform.call({ ...caller, query, variables });
  if (answer.errors.length > 0) throw new Error(JSON.stringify(answer.errors));
  return at(answer.data, "done");
}

export type AccountInput = {
  readonly accountNumber: string;
  readonly idNumber: string;
  readonly name?: string;
  readonly person?: string;
};

export const addAccount = (
  platform: TestPlatform,
  caller: Caller,
  input: AccountInput,
  attendance?: string,
): Promise<Json> =>
  done(
    platform,
    caller,
    `mutation ($input: AddPayoutAccountInput!, $attendance: ID) {
      done: addPayoutAccount(input: $input, attendance: $attendance) { ${ANSWER} ${PATH} } }`,
    { input, attendance },
  );

export const checkAccount = (
  platform: TestPlatform,
  caller: Caller,
  wish: { readonly id: string; readonly idNumber: string; readonly name?: string },
): Promise<Json> =>
  done(
    platform,
    caller,
    `mutation ($id: ID!, $idNumber: String!, $name: String) {
      done: checkPayoutAccount(id: $id, idNumber: $idNumber, name: $name) { ${ANSWER} ${PATH} } }`,
    wish,
  );

export const removeAccount = (platform: TestPlatform, caller: Caller, id: string): Promise<Json> =>
  done(platform, caller, `mutation ($id: ID!) { done: removePayoutAccount(id: $id) { ${ANSWER} } }`, { id });

/** A person's accounts, as they see them. */
export async function accountsOf(platform: TestPlatform, caller: Caller): Promise<readonly Json[]> {
  const { data, errors } = await platform.call({
    ...caller,
    query: `{ me { payoutAccounts { ${ACCOUNT} } } }`,
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
  const accounts = at(data, "me", "payoutAccounts");
  return Array.isArray(accounts) ? accounts : [];
}
