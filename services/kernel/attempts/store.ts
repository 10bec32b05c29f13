import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../actor.ts";
import type { Database, TransactItem } from "../database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../database/entity.ts";
import { recordReader } from "../database/record-reader.ts";
import { keys, recordsTable } from "../database/tables.ts";
import type { Instant } from "../runtime.ts";
import type { Guesser, Guesses } from "./attempts.ts";

/** The guesses of one mode. */
export type GuessStore = { readonly database: Database; readonly mode: Mode };

const GuessesEntity = new Entity({
  ...ENTITY,
  name: "Guesses",
  schema: item({ ...KEY, since: brand<Instant>(), count: number(), revision: number() }),
});
const readGuesses = recordReader(GuessesEntity);

export async function getGuesses({ database, mode }: GuessStore, who: Guesser): Promise<Guesses | undefined> {
  const record = await database.get(recordsTable(mode), keys.guesses(who));
  if (!record) return undefined;
  const { since, count, revision } = readGuesses(record);
  return { since, count, revision };
}

/** Written only over the revision that it was decided on; none for the first. */
export function putGuesses(
  { database, mode }: GuessStore,
  who: Guesser,
  next: Guesses,
  before?: Guesses,
): TransactItem {
  const condition = before
    ? { attr: "revision" as const, eq: before.revision }
    : { attr: "pk" as const, exists: false };
  return transactItem(
    GuessesEntity.build(PutTransaction)
      .item({ ...keys.guesses(who), ...next })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}
