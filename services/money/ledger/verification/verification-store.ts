import { unmarshall } from "@aws-sdk/util-dynamodb";
import { Entity } from "dynamodb-toolbox/entity";
import { EntityParser } from "dynamodb-toolbox/entity/actions/parse";
import { any, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { DatabaseCall } from "../../../kernel/database/calls.ts";
import type { Database, Observation, StoredItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, KEY, money } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { attributesOf } from "../../../kernel/database/requests.ts";
import { type Key, ledgerTable, PK, physicalName, SK } from "../../../kernel/database/tables.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { ACCOUNT_KINDS, type AccountId, type AccountKind } from "../account.ts";
import { ledgerKeys } from "../keys.ts";
import type { Run, TrialBalance } from "./trial-balance.ts";

const TABLE = "registry";

const kind = any()
  .castAs<AccountKind>()
  .validate((value: unknown) => typeof value === "string" && value in ACCOUNT_KINDS);

const RUN = {
  ...KEY,
  mode: string().enum("test", "live"),
  startedAt: brand<Instant>(),
  asOf: brand<Instant>(),
  lines: list(
    map({
      ...{ kind, debits: money(), credits: money(), balance: money() },
      accounts: list(brand<AccountId>()).optional(),
    }),
  ),
  partitions: number(),
  transfers: number(),
  differences: list(
    map({
      partition: string(),
      what: string().enum("BALANCE", "HELD", "NO_ACCOUNT", "CHECKPOINT", "SIGNATURE"),
      recorded: money(),
      recomputed: money(),
    }),
  ),
  differenceCount: number(),
  broken: list(
    map({ id: string(), what: string().enum("NOT_BALANCED", "RECORDS_DIFFER", "RECORD_MISSING") }),
  ),
  brokenCount: number(),
};

const TrialBalanceEntity = new Entity({
  ...ENTITY,
  name: "TrialBalance",
  schema: item({ ...RUN, verifiedAt: brand<Instant>() }),
});
const readTrialBalance = recordReader(TrialBalanceEntity);

/** The last that was drawn up. */
export async function getTrialBalance(
  database: Pick<Database, "query">,
  mode: Mode,
): Promise<TrialBalance | undefined> {
  const { pk } = ledgerKeys.verification(mode);
  const wanted = { table: TABLE, pk, ...ledgerKeys.trialBalances, limit: 1, newestFirst: true } as const;
  const [record] = (await database.query(wanted)).items;
  if (!record) return undefined;
  const { pk: _, sk: __, ...balance } = readTrialBalance(record);
  return balance;
}

export const putTrialBalance = (balance: TrialBalance): Observation => ({
  table: TABLE,
  item: TrialBalanceEntity.build(EntityParser).parse({
    ...ledgerKeys.trialBalance(balance.mode, balance.startedAt),
    ...plain(balance),
  }).item,
});

/** The parser wants lists that it could change. */
const plain = <R extends Run>(run: R) => ({
  ...run,
  lines: run.lines.map(({ accounts, ...line }) => ({
    ...line,
    ...(accounts ? { accounts: [...accounts] } : {}),
  })),
  differences: run.differences.map((difference) => ({ ...difference })),
  broken: run.broken.map((transfer) => ({ ...transfer })),
});

/** Some of the ledger's partitions that have a balance, and where the others begin. */
export type Partitions = { readonly partitions: readonly string[]; readonly next?: Key | undefined };

/** Records; the names of the accounts among them are kept in one record where the time is over. */
const LOOKED_THROUGH_MAX = 1_000;

/**
 * The one scan of the platform, for a verification from the first transfer on: it finds accounts that no list has. No
 * request may wait for one. An account that was opened a moment ago may be left out.
 */
export const openPartitions =
  (call: DatabaseCall, prefix: string) =>
  async (mode: Mode, after?: Key): Promise<Partitions> => {
    const { Items = [], LastEvaluatedKey } = await call("Scan", {
      TableName: physicalName(prefix, ledgerTable(mode)),
      Limit: LOOKED_THROUGH_MAX,
      ProjectionExpression: "#pk",
      FilterExpression: "#sk = :account",
      ExpressionAttributeNames: { "#pk": PK, "#sk": SK },
      ExpressionAttributeValues: { ":account": { S: ledgerKeys.account("").sk } },
      ...(after ? { ExclusiveStartKey: attributesOf(after) } : {}),
    });
    return {
      partitions: Items.map((record) => String(unmarshall(record)[PK])),
      next: LastEvaluatedKey && keyOf(unmarshall(LastEvaluatedKey)),
    };
  };

const keyOf = (record: StoredItem): Key => ({ pk: String(record[PK]), sk: String(record[SK]) });
