import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Database, TransactItem } from "../database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../database/entity.ts";
import { recordReader } from "../database/record-reader.ts";
import { key, type TableName, TIME_TO_LIVE } from "../database/tables.ts";
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

/**
 * Issued secrets, in the table of what has the secret.
 * | access pattern                        | key                                         |
 * | ------------------------------------- | ------------------------------------------- |
 * | that a secret was issued under a key  | pk = issue id, sk = `issue`                 |
 * | what it can be shown again from       | pk = issue id, sk = `seed`; gone after its time |
 */
const issueKey = (id: IssueId) => key(id, "issue");
const seedKey = (id: IssueId) => key(id, "seed");

export async function getIssue(
  { database, table }: IssueStore,
  id: IssueId,
): Promise<{ readonly issue?: Issue; readonly seed?: Seed }> {
  const [issue, seed] = await Promise.all([
    database.get(table, issueKey(id)),
    database.get(table, seedKey(id)),
  ]);
  return { ...(issue ? { issue: readIssue(issue) } : {}), ...(seed ? { seed: readSeed(seed) } : {}) };
}

/** Written once: of two at once with one idempotency key, the second finds the first. */
export const putIssue = (
  { database, table }: IssueStore,
  issue: Issue,
  seed: Seed,
): readonly TransactItem[] => [
  transactItem(
    IssueEntity.build(PutTransaction)
      .item({ ...issueKey(issue.id), ...issue })
      .options({ ...inTable(database, table), condition: { attr: "pk", exists: false } })
      .params(),
  ),
  // A record of its own, because DynamoDB forgets a record and no less.
  transactItem(
    SeedEntity.build(PutTransaction)
      .item({ ...seedKey(issue.id), ...seed, [TIME_TO_LIVE]: Math.ceil(Date.parse(seed.until) / 1_000) })
      .options(inTable(database, table))
      .params(),
  ),
];
