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
import {
  type CheckOutcome,
  type CheckWords,
  digestOf,
  outcomesOf,
  tracesOf,
  wordsOf,
} from "./check-words.ts";
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
    // One of before the words had a record of their own.
    checks: any().castAs<readonly StoredTrace[]>().optional(),
    wording: string().optional(),
    // As text, for it is a third as long so.
    outcomes: string().optional(),
    isSampled: boolean(),
  }),
});
const readRuling = recordReader(RulingEntity);

const WordingEntity = new Entity({
  ...ENTITY,
  name: "RuleWording",
  schema: item({ ...KEY, checks: any().castAs<readonly CheckWords[]>() }),
});
const readWording = recordReader(WordingEntity);

/** The ruling of the item's rule on a case, the last time that it was asked. */
export async function getRuling(
  { database, mode }: RulingStore,
  application: ApplicationId,
): Promise<Ruling | undefined> {
  const record = await database.get(recordsTable(mode), applicationKeys.caseRuling(application));
  if (!record) return undefined;
  const { pk: _, sk: __, checks, wording, outcomes, ...ruling } = readRuling(record);
  if (checks) return { ...ruling, checks: checks.map(withFinding) };
  const words = wording === undefined ? undefined : await getWording({ database, mode }, wording);
  if (!words || outcomes === undefined) throw new Error(`the trace of ${application} has no words`);
  const told: readonly CheckOutcome[] = JSON.parse(outcomes);
  return { ...ruling, checks: tracesOf(words, told) };
}

/** Whether the words of a ruling's checks have a record. */
export const hasWording = async (store: RulingStore, checks: Ruling["checks"]): Promise<boolean> =>
  (await getWording(store, digestOf(wordsOf(checks)))) !== undefined;

/** The case's record guards it in the same commit, and the words of its checks, where these have no record yet. */
export function putRuling(
  store: RulingStore,
  application: ApplicationId,
  { checks, ...ruling }: Ruling,
  { isWorded }: { readonly isWorded: boolean },
): readonly TransactItem[] {
  const words = wordsOf(checks);
  const told = { wording: digestOf(words), outcomes: JSON.stringify(outcomesOf(checks)) };
  const put = RulingEntity.build(PutTransaction)
    .item({ ...applicationKeys.caseRuling(application), ...ruling, ...told })
    .options(inTable(store.database, recordsTable(store.mode)))
    .params();
  return [transactItem(put), ...(isWorded ? [] : [putWording(store, words)])];
}

const withFinding = (trace: StoredTrace): CheckTrace => ({
  finding: trace.name,
  advice: { zh: "", en: "" },
  ...trace,
});

/** The words of a rule's checks, by the digest that a trace names. */
async function getWording(
  { database, mode }: RulingStore,
  digest: string,
): Promise<readonly CheckWords[] | undefined> {
  const record = await database.get(recordsTable(mode), applicationKeys.ruleWording(digest));
  return record && readWording(record).checks;
}

/** Its key is their digest: whoever writes it again writes the same. */
const putWording = ({ database, mode }: RulingStore, checks: readonly CheckWords[]): TransactItem =>
  transactItem(
    WordingEntity.build(PutTransaction)
      .item({ ...applicationKeys.ruleWording(digestOf(checks)), checks })
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );
