import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, boolean, item, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ApplicationId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";
import type { CheckTrace, Ruling } from "./ruling.ts";

type RulingStore = { readonly database: Database; readonly mode: Mode };

/** A trace of before people read what was found names its check alone. */
type StoredTrace = Omit<CheckTrace, "finding" | "advice"> & Partial<Pick<CheckTrace, "finding" | "advice">>;

const RulingEntity = new Entity({
  ...ENTITY,
  name: "Ruling",
  schema: item({
    ...KEY,
    outcome: string().enum("APPROVED", "REJECTED", "ROUTED"),
    at: brand<Instant>(),
    version: number(),
    checks: any().castAs<readonly StoredTrace[]>(),
    isSampled: boolean(),
  }),
});
const readRuling = recordReader(RulingEntity);

/** The ruling of the item's rule on a case, the last time that it was asked. */
export async function getRuling(
  { database, mode }: RulingStore,
  application: ApplicationId,
): Promise<Ruling | undefined> {
  const record = await database.get(recordsTable(mode), applicationKeys.caseRuling(application));
  if (!record) return undefined;
  const { pk: _, sk: __, checks, ...ruling } = readRuling(record);
  return { ...ruling, checks: checks.map(withFinding) };
}

/** The case's record guards it in the same commit. */
export const putRuling = (
  { database, mode }: RulingStore,
  application: ApplicationId,
  ruling: Ruling,
): TransactItem =>
  transactItem(
    RulingEntity.build(PutTransaction)
      .item({ ...applicationKeys.caseRuling(application), ...ruling })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

const withFinding = (trace: StoredTrace): CheckTrace => ({
  finding: trace.name,
  advice: { zh: "", en: "" },
  ...trace,
});
