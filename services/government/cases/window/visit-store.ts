import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";

type VisitStore = { readonly database: Database; readonly mode: Mode };

/** How often the applicant has come to a hall about a case. */
export async function getVisits({ database, mode }: VisitStore, id: ApplicationId): Promise<number> {
  const record = await database.get(recordsTable(mode), applicationKeys.caseVisits(id));
  return Number(record?.["count"] ?? 0);
}

/**
 * Counts one more, beside the case: anybody who handles it meanwhile is not disturbed. It stands only while there are as many
 * as were read, so that what follows from the number follows once.
 */
export const addVisit = (
  { database, mode }: VisitStore,
  id: ApplicationId,
  before: number,
): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: applicationKeys.caseVisits(id),
    UpdateExpression: "ADD #count :one",
    ConditionExpression: before === 0 ? "attribute_not_exists(#count)" : "#count = :before",
    ExpressionAttributeNames: { "#count": "count" },
    ExpressionAttributeValues: { ":one": 1, ...(before === 0 ? {} : { ":before": before }) },
  },
});
