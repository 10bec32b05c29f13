import type { Mode } from "../platform/actor.ts";
import { applicationKeys } from "../platform/application-keys.ts";
import { type CivilDate, parseDate } from "../platform/civil-date.ts";
import type { Database } from "../platform/database.ts";
import { type ApplicationId, type CitizenId, isId } from "../platform/ids.ts";
import { INDEX2, recordsTable } from "../platform/tables.ts";
import { APPLICANT_DUTIES, type ApplicantDuty } from "./to-do.ts";

/** Something that an application waits for. */
export type DueApplication = {
  readonly id: ApplicationId;
  readonly duty: ApplicantDuty;
  readonly dueOn: CivilDate;
};

/** The first of the applications that wait for a citizen, by due date. The index may lag behind by a moment. */
export async function listDueApplications(
  { database, mode }: { readonly database: Database; readonly mode: Mode },
  citizen: CitizenId,
  limit: number,
): Promise<readonly DueApplication[]> {
  const { items } = await database.query({
    ...{ table: recordsTable(mode), pk: applicationKeys.toDo(citizen), index: INDEX2, limit },
  });
  return items.map(({ [INDEX2.sk]: place }) => {
    const [dueOn = "", duty = "", id = ""] = String(place).split("#");
    const day = parseDate(dueOn);
    const known = APPLICANT_DUTIES.find((one) => one === duty);
    if (!day.ok || !known || !isId("app", id))
      throw new Error(`no place in a list of what is to do: ${place}`);
    return { id, duty: known, dueOn: day.value };
  });
}
