import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Database, TransactItem } from "../database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../database/entity.ts";
import { recordReader } from "../database/record-reader.ts";
import { keys, type TableName, TIME_TO_LIVE, timeToLive } from "../database/tables.ts";
import type { Instant } from "../runtime.ts";
import type { Issue, IssueId, Seed } from "./issue.ts";

/** Beside what has the secret. */
export type IssueStore = { readonly database: Database; readonly table: TableName };

const instant = brand<Instant>();

const IssueEntity = new Entity({
  ...ENTITY,
  name: "Issue",
  schema: item({
    ...KEY,
    id: brand<IssueId>(),
    about: string(),
    fingerprint: string(),
    issuedAt: instant,
  }),
});
const readIssue = recordReader(IssueEntity);

const SeedEntity = new Entity({
  ...ENTITY,
  name: "Seed",
  schema: item({ ...KEY, seed: string(), until: instant, [TIME_TO_LIVE]: number() }),
});
const readSeed = recordReader(SeedEntity);

export async function getIssue(
  { database, table }: IssueStore,
  id: IssueId,
): Promise<{ readonly issue?: Issue; readonly seed?: Seed }> {
  const issue = await database.get(table, keys.issue(id));
  if (!issue) return {};
  // After it: an issue that is there has its seed, until that is forgotten.
  const seed = await database.get(table, keys.issueSeed(id));
  return { issue: readIssue(issue), ...(seed ? { seed: readSeed(seed) } : {}) };
}

/** Written once: of two at once with one idempotency key, the second finds the first. */
export const putIssue = (
  { database, table }: IssueStore,
  issue: Issue,
  seed: Seed,
): readonly TransactItem[] => [
  transactItem(
    IssueEntity.build(PutTransaction)
      .item({ ...keys.issue(issue.id), ...issue })
      .options({ ...inTable(database, table), condition: { attr: "pk", exists: false } })
      .params(),
  ),
  // A record of its own, because DynamoDB forgets a record and no less.
  transactItem(
    SeedEntity.build(PutTransaction)
      .item({
        ...keys.issueSeed(issue.id),
        ...seed,
        [TIME_TO_LIVE]: timeToLive(seed.until),
      })
      .options(inTable(database, table))
      .params(),
  ),
];
