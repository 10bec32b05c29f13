import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema";
import type { Mode } from "../../kernel/actor.ts";
import { dateAt, monthOf } from "../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { Application } from "./application.ts";
import type { ApplicationId } from "./ids.ts";
import { applicationKeys, type DecidedPlace } from "./keys.ts";

type DecidedStore = { readonly database: Database; readonly mode: Mode };

const DecidedEntity = new Entity({
  ...ENTITY,
  name: "DecidedApplication",
  schema: item({ ...KEY, application: brand<ApplicationId>() }),
});
const readDecided = recordReader(DecidedEntity);

/** A case's place in the list of what its department has decided, where a change decides it. */
export function putDecided(
  { database, mode }: DecidedStore,
  { id: application, region, department, decision }: Application,
  before: Application | undefined,
): TransactItem[] {
  if (!decision || decision.at === before?.decision?.at) return [];
  const place = { region, department, month: monthOf(dateAt(decision.at)) };
  const record = DecidedEntity.build(PutTransaction)
    .item({ ...applicationKeys.decided(place, `${decision.at}#${application}`), application })
    .options(inTable(database, recordsTable(mode)))
    .params();
  return [transactItem(record)];
}

/** A decision in its list; `at` tells where to go on behind it. */
export type DecidedEntry = { readonly at: string; readonly id: ApplicationId };

/** A page of what a department has decided in a region in a month, oldest first, behind an entry. */
export async function listDecisions(
  { database, mode }: DecidedStore,
  place: DecidedPlace,
  { first, after }: { readonly first: number; readonly after?: string },
): Promise<{ readonly entries: readonly DecidedEntry[]; readonly more: boolean }> {
  const { pk } = applicationKeys.decided(place, "");
  const { items, next } = await database.query({
    ...{ table: recordsTable(mode), pk, limit: first },
    ...(after === undefined ? {} : { after: applicationKeys.decided(place, after) }),
  });
  const entries = items.map((record) => ({ at: String(record["sk"]), id: readDecided(record).application }));
  return { entries, more: next !== undefined };
}
