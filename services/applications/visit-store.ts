import type { Mode } from "../platform/actor.ts";
import { applicationKeys } from "../platform/application-keys.ts";
import type { Database, TransactItem } from "../platform/database.ts";
import type { ApplicationId } from "../platform/ids.ts";
import { recordsTable } from "../platform/tables.ts";

type VisitStore = { readonly database: Database; readonly mode: Mode };

/** How often the applicant has come to a hall about a case. */
export async function getVisits({ database, mode }: VisitStore, id: ApplicationId): Promise<number> {
  const record = await database.get(recordsTable(mode), applicationKeys.caseVisits(id));
  return Number(record?.["count"] ?? 0);
}

/** Counts one more, beside the case: whoever handles it meanwhile is not disturbed. */
export const addVisit = ({ database, mode }: VisitStore, id: ApplicationId): TransactItem => ({
  Update: {
    TableName: database.nameOf(recordsTable(mode)),
    Key: applicationKeys.caseVisits(id),
    UpdateExpression: "ADD #count :one",
    ExpressionAttributeNames: { "#count": "count" },
    ExpressionAttributeValues: { ":one": 1 },
  },
});
