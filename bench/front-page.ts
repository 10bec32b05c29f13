import {
  BatchGetItemCommand,
  type DynamoDBClient,
  QueryCommand,
  type QueryCommandInput,
} from "@aws-sdk/client-dynamodb";
import type { CardId } from "../services/convenience/transit/ids.ts";
import { transitKeys } from "../services/convenience/transit/keys.ts";
import { accountIdOf } from "../services/convenience/utilities/bill-place.ts";
import type { UtilityAccountId } from "../services/convenience/utilities/ids.ts";
import { utilityKeys } from "../services/convenience/utilities/keys.ts";
import { putAccount } from "../services/government/housing-fund/account-store.ts";
import { housingFundKeys } from "../services/government/housing-fund/keys.ts";
import { addMonths, date } from "../services/kernel/civil-date.ts";
import { type Key, physicalName, recordsTable, type TableName } from "../services/kernel/database/tables.ts";
import type { CitizenId } from "../services/kernel/ids.ts";
import { ledgerKeys } from "../services/money/ledger/keys.ts";
import { paymentKeys } from "../services/money/payments/keys.ts";
import { bind, handOut, issue, seedTapSender, topUp } from "../test/convenience/transit/transit-world.ts";
import { type Biller, row, seedBiller } from "../test/convenience/utilities/utility-world.ts";
import { account } from "../test/government/housing-fund/records.ts";
import { must } from "../test/support/must.ts";
import { eventOf, startPlatform, type TestPlatform, textAt } from "../test/support/platform.ts";
import { partnerManager } from "../test/support/seed-partner.ts";
import { bareClient, bareGetItem } from "./bare-sdk.ts";
import { type Figure, lastCost, medians, ms, type Operation, times } from "./measure.ts";

const ACCOUNTS = ["1000001", "1000002"];
const BILLS_EACH = 12;
/** One of a kind is all that a person has. */
const CARD_KINDS = ["STANDARD", "STUDENT", "SENIOR"] as const;
const PAYMENTS = 10;
const EVENTS = 1_024;

const QUERY = `{ me {
  bills(status: DUE) { number owed dueOn biller { name } }
  utilityAccounts { alias number biller { name } }
  transitCards { number status balance }
  payments(first: ${PAYMENTS}) { edges { node { amount status createdAt } } }
  housingFund { balance }
} }`;

/** A citizen's front page against the bare SDK doing the same reads, those that need no other at once. */
export async function frontPage(): Promise<readonly Figure[]> {
  const platform = await startPlatform();
  const bare = bareClient(platform);
  try {
    const { page, reads } = await operationsOn(platform, bare);
    const depths: number[] = [];
    for (let i = 0; i < 20; i += 1) {
      await page();
      depths.push(Number(lastCost(platform)["roundTripsDeep"]));
    }
    const p50 = await medians({ reads, page });
    const { readUnits, calls } = lastCost(platform);
    const bills = ACCOUNTS.length * BILLS_EACH;
    return [
      {
        what: `the front page with ${bills} bills, ${CARD_KINDS.length} cards and ${PAYMENTS} payments, p50, against the bare SDK doing the same reads`,
        measured: `${ms(p50.page)} / ${ms(p50.reads)} = ${times(p50.page / p50.reads)}`,
        bound: "≤ 1.8 ×",
      },
      { what: "its round trips, one after the other", measured: String(Math.min(...depths)), bound: "≤ 2" },
      {
        what: "its consumed capacity",
        measured: `${String(readUnits)} read units in ${String(calls)} calls`,
        bound: "",
      },
    ];
  } finally {
    bare.destroy();
    await platform.stop();
  }
}

async function operationsOn(platform: TestPlatform, bare: DynamoDBClient) {
  const citizen = platform.newCitizen();
  const token = await platform.tokens.citizen(citizen);
  const biller = await seedBiller(platform, { lookup: "ACCOUNT_NUMBER" });
  await seedBills(platform, biller, token);
  const cards = await seedCards(platform, token);
  await seedFund(platform, citizen);
  const events = Array.from({ length: EVENTS }, () => eventOf({ token, query: QUERY }));
  let next = 0;
  const page = async (): Promise<void> => {
    next = (next + 1) % EVENTS;
    const { body = "" } = await platform.handler(events[next] ?? eventOf({ token, query: QUERY }));
    if (!body.includes('"balance":"100000.00"') || body.includes("errors")) throw new Error(body);
  };
  const ids = ACCOUNTS.map((number) => accountIdOf(biller.partnerId, number));
  return { page, reads: readsOf(platform, bare, { citizen, biller, cards, accounts: ids }) };
}

async function seedBills(platform: TestPlatform, biller: Biller, token: string): Promise<void> {
  for (const accountNumber of ACCOUNTS) {
    const rows = Array.from({ length: BILLS_EACH }, (_, i) => {
      const from = addMonths(date("2025-11-01"), i);
      return row({ accountNumber, from, to: addMonths(from, 1), dueOn: "2027-01-31" });
    });
    await biller.submit(...rows);
    const query = `mutation { bindUtilityAccount(input: {
      biller: "${biller.partnerId}", accountNumber: "${accountNumber}", alias: "home"
    }) { __typename } }`;
    await platform.call({ query, token });
  }
}

async function seedCards(platform: TestPlatform, token: string): Promise<readonly CardId[]> {
  const cards = [];
  const operator = await seedTapSender(platform);
  for (const kind of CARD_KINDS) {
    const isOwn = kind === "STANDARD";
    cards.push(
      isOwn
        ? await issue(platform, { token })
        : await bind(platform, token, await handOut(platform, operator, kind)),
    );
  }
  for (let i = 0; i < PAYMENTS; i += 1) {
    await topUp(platform, { token }, textAt(cards[i % CARD_KINDS.length] ?? null, "number"), "10.00");
  }
  return cards.map((card) => textAt(card, "id") as CardId);
}

async function seedFund(platform: TestPlatform, citizenId: CitizenId): Promise<void> {
  const actor = partnerManager();
  const { commit, database, now, requestId } = platform.context(actor);
  const writes = [putAccount(database, "live", account({ citizenId }))];
  const by = { actor, action: "bench", aggregate: "bench", at: now, requestId };
  must(await commit({ ...by, table: recordsTable("live"), writes }));
}

type Seeded = {
  readonly citizen: CitizenId;
  readonly biller: Biller;
  readonly cards: readonly CardId[];
  readonly accounts: readonly UtilityAccountId[];
};

/** The records that the page reads: first those under the person, then those to which they lead. */
function readsOf(
  platform: TestPlatform,
  bare: DynamoDBClient,
  { citizen, biller, cards, accounts }: Seeded,
): Operation {
  const nameOf = (table: TableName): string => physicalName(platform.ports.config.tablePrefix, table);
  const [records, ledger, registry] = [nameOf("records-live"), nameOf("ledger-live"), nameOf("registry")];
  const keyOf = ({ pk, sk }: Key) => ({ pk: { S: pk }, sk: { S: sk } });
  const query = (pk: string, prefix: string, more: Partial<QueryCommandInput> = {}) =>
    bare.send(
      new QueryCommand({
        TableName: records,
        ConsistentRead: true,
        KeyConditionExpression: "pk = :pk AND begins_with(sk, :sk)",
        ExpressionAttributeValues: { ":pk": { S: pk }, ":sk": { S: prefix } },
        ReturnConsumedCapacity: "TOTAL",
        ...more,
      }),
    );
  const readAccount = bareGetItem(platform, bare, recordsTable("live"), housingFundKeys.account(citizen));
  const readOf = (all: readonly Key[]) => ({ Keys: all.map(keyOf), ConsistentRead: true });
  return async () => {
    await Promise.all([
      query(citizen, utilityKeys.boundAccounts.skPrefix),
      query(citizen, transitKeys.heldCards.skPrefix),
      query(citizen, paymentKeys.payments.skPrefix, { Limit: PAYMENTS, ScanIndexForward: false }),
      readAccount(),
    ]);
    await Promise.all([
      ...accounts.map((id) => query(id, utilityKeys.bills.skPrefix, { ScanIndexForward: false })),
      bare.send(
        new BatchGetItemCommand({
          RequestItems: {
            [records]: readOf(cards.map(transitKeys.card)),
            [ledger]: readOf(cards.map((id) => ledgerKeys.account(`card:${id}`))),
            [registry]: readOf([utilityKeys.biller(biller.partnerId)]),
          },
          ReturnConsumedCapacity: "TOTAL",
        }),
      ),
    ]);
  };
}
