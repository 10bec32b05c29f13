import { dateAt } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import type { Database } from "../../../services/kernel/database/database.ts";
import type { PartnerId } from "../../../services/kernel/ids.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { fen } from "../../../services/kernel/money.ts";
import { type Instant, plusMs, systemRuntime } from "../../../services/kernel/runtime.ts";
import { transferOf } from "../../../services/money/ledger/index.ts";
import { type Settled, settleDueDays } from "../../../services/money/settlements/settle-due-days.ts";
import { by, ledgerOf, postTransfer } from "../../support/ledger.ts";
import { must } from "../../support/must.ts";
import { at, type Json, type TestPlatform } from "../../support/platform.ts";

const CONTRACT = "id status effectiveFrom feePerMille maskedAccount bank availableActions";
export const PROPOSE = `mutation ($key: ID!, $input: ProposeSettlementContractInput!) {
  answer: proposeSettlementContract(idempotencyKey: $key, input: $input) {
    __typename
    ... on SettlementContract { ${CONTRACT} }
    ... on Refusal { code message }
    ... on InvalidInput { path }
  }
}`;
export const AGREE = `mutation ($contract: ID!) {
  answer: agreeToSettlementContract(contract: $contract) {
    __typename
    ... on SettlementContract { ${CONTRACT} }
    ... on Refusal { code message }
  }
}`;

/** A call's answer under `answer`. Throws for an error. */
export async function asked(
  platform: TestPlatform,
  call: Parameters<TestPlatform["call"]>[0],
): Promise<Json> {
  const answer = await platform.call(call);
  if (answer.errors.length > 0) throw new Error(answer.text);
  return at(answer.data, "answer");
}

export const ACCOUNT = "1101010400123456";

/** The terms of a contract, as far as others are not wished for. */
export const termsFor = (input: object): object => ({
  ...{ kind: "BILLER", feePerMille: "6", feeFixed: "0.00", feeLeast: "0.00", feeAccount: "settlement" },
  ...{ minimum: "0.00", payDays: 1, payDayKind: "WORKING", accountNumber: ACCOUNT, ...input },
});

/** As a treasurer proposes it. */
export const propose = (
  platform: TestPlatform,
  token: string,
  input: object,
  key: string = newId("key", systemRuntime),
): Promise<Json> => {
  const variables = { key, input: termsFor(input) };
  return asked(platform, { query: PROPOSE, variables, token });
};

export const agree = (platform: TestPlatform, token: string, contract: string): Promise<Json> =>
  asked(platform, { query: AGREE, variables: { contract }, token });

/** Settles all that is due at the platform's time, as the scheduled function does; through another view of its database. */
export function settle(
  platform: TestPlatform,
  until?: Instant,
  view: () => Database = platform.database,
): Promise<Settled> {
  const open = () => {
    const database = view();
    return { database, commit: commitTo(database) };
  };
  const { now } = platform.clock;
  const pause = async (ms: number): Promise<void> => platform.clock.advance(ms);
  const ports = { open, now, pause, reasons: platform.ports.parts.settledReasons };
  return settleDueDays(ports, "live", until ?? plusMs(now(), 600_000));
}

let causes = 0;

/** Books what a payment brings a biller, or a refund takes from it, as their services do. */
export async function book(
  platform: TestPlatform,
  partner: PartnerId,
  amount: bigint,
  {
    reason = amount > 0n ? "payments.payment.succeeded" : "payments.refund.succeeded",
    kind = "biller" as "biller" | "operator",
  } = {},
): Promise<void> {
  causes += 1;
  const legs = [
    { account: "channel:sandbox", amount: fen(amount) },
    { account: `${kind}:${partner}`, amount: fen(-amount) },
  ] as const;
  const cause = `pay_test${causes}`;
  const transfer = must(transferOf({ at: platform.clock.now(), legs, reason, cause }));
  must(await postTransfer(ledgerOf(platform), transfer, by(platform)));
}

export const today = (platform: TestPlatform): string => dateAt(platform.clock.now());
