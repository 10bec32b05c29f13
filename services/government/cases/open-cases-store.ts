import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, number } from "dynamodb-toolbox/schema";
import type { Subject } from "../../field/subject.ts";
import type { Mode } from "../../kernel/actor.ts";
import type { Database, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { type Application, isNewlyReceived } from "./application.ts";
import type { ApplicationId } from "./ids.ts";
import { applicationKeys } from "./keys.ts";
import { isOpen } from "./life.ts";

type OpenCasesStore = { readonly database: Database; readonly mode: Mode };

const OpenCasesEntity = new Entity({
  ...ENTITY,
  name: "OpenCases",
  schema: item({ ...KEY, applications: list(brand<ApplicationId>()), revision: number() }),
});
const readOpenCases = recordReader(OpenCasesEntity);

/** The open cases of a subject for an item; its revision guards against two that are handed in at once. */
export type OpenCases = { readonly applications: readonly ApplicationId[]; readonly revision: number };

export async function getOpenCases(
  { database, mode }: OpenCasesStore,
  subject: Subject,
  code: string,
): Promise<OpenCases> {
  const record = await database.get(recordsTable(mode), applicationKeys.openCases(subject, code));
  return record ? readOpenCases(record) : { applications: [], revision: 0 };
}

/**
 * Enters a case into the open ones, or takes it out once it is not open any more; nothing where that is so already. One
 * that is received and decided at once never is among them, but is counted: of two that are handed in at once, one sees
 * what came of the other.
 */
export function putOpenCases(
  store: OpenCasesStore,
  next: Application,
  { standing, before }: { readonly standing: OpenCases; readonly before: Application | undefined },
): TransactItem[] {
  const { id: application, subject } = next;
  const others = standing.applications.filter((one) => one !== application);
  const applications = isOpen(next) ? [...others, application] : others;
  const isCounted = !isOpen(next) && isNewlyReceived(next, before);
  if (applications.length === standing.applications.length && !isCounted) return [];
  const { revision } = standing;
  const condition = overRevision(revision);
  const put = OpenCasesEntity.build(PutTransaction)
    .item({ ...applicationKeys.openCases(subject, next.item.code), applications, revision: revision + 1 })
    .options({ ...inTable(store.database, recordsTable(store.mode)), condition })
    .params();
  return [transactItem(put)];
}
