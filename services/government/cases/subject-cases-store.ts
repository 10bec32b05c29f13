import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema";
import { type Subject, subjectKey } from "../../field/subject.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { type Key, recordsTable } from "../../kernel/database/tables.ts";
import type { Application, CasePosition } from "./application.ts";
import type { ApplicationId } from "./ids.ts";
import { applicationKeys } from "./keys.ts";

type ListStore = { readonly database: Database; readonly mode: Mode };

const PointerEntity = new Entity({
  ...ENTITY,
  name: "SubjectApplication",
  schema: item({ ...KEY, application: brand<ApplicationId>() }),
});
const readPointer = recordReader(PointerEntity);

/** A new case in the lists of its subject: of all its cases, and of those for the item. */
export const putPointers = (
  { database, mode }: ListStore,
  { id: application, subject, item: of, createdAt }: Application,
): TransactItem[] =>
  [
    applicationKeys.subjectApplication(subject, createdAt, application),
    applicationKeys.itemApplication(subject, of.code, createdAt, application),
  ].map((key) =>
    transactItem(
      PointerEntity.build(PutTransaction)
        .item({ ...key, application })
        .options(inTable(database, recordsTable(mode)))
        .params(),
    ),
  );

/** A page of a subject's cases, newest first, behind a position; of those for one item, where one is named. */
export async function listPointers(
  { database, mode }: ListStore,
  subject: Subject,
  {
    first,
    after,
    item: code,
  }: { readonly first: number; readonly after?: CasePosition; readonly item?: string },
): Promise<{
  readonly ids: readonly ApplicationId[];
  /** The position of the last of them. */
  readonly last: CasePosition | undefined;
  readonly more: boolean;
}> {
  const placeOf = (position: CasePosition): Key =>
    code === undefined
      ? applicationKeys.subjectApplication(subject, ...position)
      : applicationKeys.itemApplication(subject, code, ...position);
  const { items, next } = await database.query({
    table: recordsTable(mode),
    pk: subjectKey(subject),
    ...(code === undefined ? applicationKeys.subjectApplications : applicationKeys.itemApplications(code)),
    limit: first,
    newestFirst: true,
    ...(after ? { after: placeOf(after) } : {}),
  });
  const [at, id] = String(items.at(-1)?.["sk"] ?? "")
    .split("#")
    .slice(-2);
  return {
    ids: items.map((one) => readPointer(one).application),
    last: at !== undefined && id !== undefined ? [at, id] : undefined,
    more: next !== undefined,
  };
}
