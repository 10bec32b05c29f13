import { date, dateAt } from "../../../services/kernel/civil-date.ts";
import { commitTo } from "../../../services/kernel/commit/commit.ts";
import { newId } from "../../../services/kernel/ids.ts";
import { type Fen, fen } from "../../../services/kernel/money.ts";
import { systemRuntime } from "../../../services/kernel/runtime.ts";
import { getBalance } from "../../../services/money/ledger/index.ts";
import { bookFile } from "../../../services/money/payments/reconciliation/book-file.ts";
import {
  DAY_FILE_COLUMNS,
  type Movement,
  readDayFileRow,
} from "../../../services/money/payments/reconciliation/reconcile-file.ts";
import { type Biller, issueBill, PAY, seedBiller } from "../../convenience/utilities/utility-world.ts";
import { nodesAt } from "../../support/asking.ts";
import type { FaultProxy } from "../../support/fault-proxy.ts";
import { startHttpServer } from "../../support/http-server.ts";
import { ledgerOf } from "../../support/ledger.ts";
import { startPaymentGateway } from "../../support/payment-gateway.ts";
import { at, type Json, startPlatform, textAt } from "../../support/platform.ts";

export type GatewayCity = Awaited<ReturnType<typeof foundGatewayCity>>;

/** A platform with a gateway beside it that does what it should not, and a biller whose bills are paid through it. */
export async function foundGatewayCity({ faults }: { readonly faults?: FaultProxy } = {}) {
  const gateway = await startPaymentGateway({ now: () => platform.clock.now() });
  const platform = await startPlatform({
    gateways: `{"live":${gateway.secret}}`,
    ...(faults ? { faults } : {}),
  });
  const server = await startHttpServer(platform);
  gateway.notifyTo(server.notificationsUrl);
  const biller: Biller = await seedBiller(platform);

  /** Pays a new bill through the gateway, which decides as it is told. */
  const pay = async (amount = "88.00", decision: "SUCCEEDED" | "DECLINED" | "PENDING" = "SUCCEEDED") => {
    gateway.books.decide(decision);
    const token = await platform.tokens.citizen();
    const bill = await issueBill(biller, { amount });
    const variables = { key: newId("key", systemRuntime), input: { bills: [bill], channel: "HOSTED" } };
    const paid = at((await platform.call({ query: PAY, variables, token })).data, "payBills");
    gateway.books.decide("SUCCEEDED");
    return { token, bill, payment: textAt(paid, "id"), status: textAt(paid, "status") };
  };

  /** Posts what the gateway says of a charge, as it is now or as changed; answers with the status. */
  const notify = async (paymentId: string, changes: object = {}): Promise<number> => {
    const { headers, body } = gateway.notification(paymentId, { changes: { ...changes } });
    return (await fetch(server.notificationsUrl, { method: "POST", headers, body })).status;
  };

  const rows = (): readonly Movement[] => {
    const [, ...lines] = gateway.books.dayFile().trim().split("\n");
    return lines.map((line) => {
      const texts = line.split(",");
      const read = readDayFileRow(
        Object.fromEntries(DAY_FILE_COLUMNS.map((column, i) => [column, texts[i]])),
      );
      if (!read.ok) throw new Error(`${line}: ${JSON.stringify(read.error)}`);
      return read.value;
    });
  };

  /** Books the file of today, as the gateway has it by now. */
  const readFile = async (day = date(dateAt(platform.clock.now())), change = (row: Movement) => row) => {
    const { database } = ledgerOf(platform);
    const ports = {
      ...{ database, commit: commitTo(database), requestId: "test", now: platform.clock.now },
      mode: "live",
      actor: { kind: "SYSTEM", mode: "live", name: "reconciliation" },
      purposes: platform.ports.parts.payments.purposes,
    } as const;
    const theirs = rows()
      .map(change)
      .filter((row) => dateAt(row.at) === day);
    return bookFile(ports, "hosted", day, theirs);
  };

  /** Books the files of all days. */
  const readAllFiles = async (): Promise<void> => {
    for (const day of new Set(rows().map((row) => dateAt(row.at)))) await readFile(date(day));
  };

  const balance = async (account: Parameters<typeof getBalance>[1]): Promise<Fen> =>
    (await getBalance(ledgerOf(platform), account))?.balance ?? fen(0n);

  /** All that the gateway has by its own files, in yuan. */
  const there = (): bigint =>
    rows()
      .filter(({ state, currency }) => state === "SUCCEEDED" && currency === "CNY")
      .reduce((sum, { type, amount }) => sum + SIGNS[type] * amount, 0n);

  /** Takes the gateway's row about a charge that was taken back, or given again; answers with what has become of it. */
  const take = async (
    token: string,
    kind: "CHARGEBACK" | "REVERSAL",
    row: { readonly payment: string; readonly number: string; readonly amount: string },
  ): Promise<string> => {
    const query = `mutation ($rows: [ChargebackRowInput!]!) { done: takeChargebacks(rows: $rows) { __typename } }`;
    const rows = [{ kind, ...row, at: platform.clock.now() }];
    return textAt(await ask(token, query, { rows }), "done", 0, "__typename");
  };

  const treasurer = (person = newId("ctz", systemRuntime)) =>
    platform.tokens.officer({ roles: ["TREASURER"], person });

  const ask = async (token: string, query: string, variables: Record<string, Json> = {}): Promise<Json> => {
    const { data, errors, text } = await platform.call({ query, variables, token });
    if (errors.length > 0) throw new Error(text);
    return data;
  };

  const open = async (token: string): Promise<readonly Json[]> => {
    return nodesAt(
      await ask(token, `{ channelDifferences(first: 100) { edges { node { ${DIFFERENCE} } } } }`),
      "channelDifferences",
    );
  };

  const propose = async (token: string, difference: string, wish: Record<string, Json>): Promise<Json> => {
    const query = `mutation ($input: ResolveDifferenceInput!) { done: resolveDifference(input: $input) { ${OUTCOME} } }`;
    const input = { difference, reason: "核实为重复扣款", ...wish };
    return at(await ask(token, query, { input }), "done");
  };
  const confirm = async (token: string, id: string, name = "confirmResolution"): Promise<Json> =>
    at(
      await ask(token, `mutation ($id: ID!) { done: ${name}(difference: $id) { ${OUTCOME} } }`, { id }),
      "done",
    );

  return {
    ...{
      platform,
      gateway,
      biller,
      pay,
      notify,
      readFile,
      readAllFiles,
      balance,
      there,
      take,
      treasurer,
      ask,
      open,
      propose,
      confirm,
    },
    stop: async (): Promise<void> => {
      server.stop();
      gateway.stop();
      await platform.stop();
    },
  };
}

const SIGNS = { CHARGE: 1n, REFUND: -1n, CHARGEBACK: -1n, REVERSAL: 1n } as const;

const DIFFERENCE = `id kind movement status amount paymentId channelNumber source known foreign refund payment declined resolvedAt
  confirmedBy availableActions proposal { outcome reason to isOwn }`;
const OUTCOME = `__typename ... on ChannelDifference { ${DIFFERENCE} } ... on Refusal { code message } ... on InvalidInput { path }`;
