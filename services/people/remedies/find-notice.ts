import { dateAt } from "../../kernel/civil-date.ts";
import type { Database } from "../../kernel/database/database.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Deciding, noticeOf, type RemedyNotice, statementRegions } from "./notice.ts";
import { getStatement } from "./store.ts";

/** The remedies that a decision of this moment names. */
export async function findNotice(
  { database, now }: { readonly database: Pick<Database, "get">; readonly now: Instant },
  deciding: Deciding,
): Promise<RemedyNotice> {
  const regions = statementRegions(deciding);
  const { department } = deciding;
  const [ofDepartment, ofGovernments] = await Promise.all([
    Promise.all(regions.map((region) => getStatement(database, { region, department }))),
    Promise.all(regions.map((region) => getStatement(database, { region }))),
  ]);
  return noticeOf(deciding, { ofDepartment, ofGovernments }, dateAt(now));
}
