import type { Subject } from "../../../field/subject.ts";
import type { Mode } from "../../../kernel/actor.ts";
import { type CivilDate, parseDate } from "../../../kernel/civil-date.ts";
import type { Database, StoredItem } from "../../../kernel/database/database.ts";
import { INDEX2, recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import { APPLICANT_DUTIES, type ApplicantDuty } from "../duty.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";

/** Something that an application waits for. */
export type DueApplication = {
  readonly id: ApplicationId;
  readonly duty: ApplicantDuty;
  readonly dueOn: CivilDate;
};

const PAGE = 100;
/** An agent sees what they have to do among so many of one subject's at most: 500. */
const PAGES_MAX = 5;

/** An agent sees what is to do in their items, where they are named, and confirms nothing. */
type DutyPage = {
  readonly first: number;
  readonly items?: readonly string[] | undefined;
  readonly isAgent: boolean;
};

/**
 * The first of a subject's applications in which something is to do for the subject, or for an agent of it, by due date.
 * The index may lag behind by a moment.
 */
export async function listDueOf(
  { database, mode }: { readonly database: Database; readonly mode: Mode },
  subject: Subject,
  { first, items: wanted, isAgent }: DutyPage,
): Promise<readonly DueApplication[]> {
  const list = { table: recordsTable(mode), pk: applicationKeys.toDo(subject), index: INDEX2 };
  const found: DueApplication[] = [];
  let after: StoredItem | undefined;
  for (let page = 0; page < (isAgent ? PAGES_MAX : 1); page += 1) {
    const limit = isAgent ? PAGE : first;
    const { items, next } = await database.query({ ...list, limit, ...(after ? { after } : {}) });
    const entries = items.map((one) => entryOf(String(one[INDEX2.sk])));
    for (const { item, ...due } of entries) {
      const isTheirs = wanted?.includes(item) !== false && !(isAgent && due.duty === "CONFIRM_APPLICATION");
      if (isTheirs) found.push(due);
    }
    if (!next || found.length >= first) break;
    after = next;
  }
  return found.slice(0, first);
}

function entryOf(place: string): DueApplication & { readonly item: string } {
  const [dueOn = "", duty = "", id = "", item = ""] = place.split("#");
  const day = parseDate(dueOn);
  const known = APPLICANT_DUTIES.find((one) => one === duty);
  if (!day.ok || !known || !isId("app", id)) throw new Error(`no place in a list of what is to do: ${place}`);
  return { id, duty: known, dueOn: day.value, item };
}
