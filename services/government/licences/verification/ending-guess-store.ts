import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { boolean, item, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { HOUR_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { LicenceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import { type EndingGuesses, WRONG_ENDINGS_MAX } from "./ending-guesses.ts";

/** The records of one mode. */
type Records = { readonly database: Database; readonly mode: Mode };

const GuessesEntity = new Entity({
  ...ENTITY,
  name: "EndingGuesses",
  schema: item({ ...KEY, since: brand<Instant>(), count: number(), told: boolean().optional() }),
});
const readGuesses = recordReader(GuessesEntity);

export async function getEndingGuesses(
  { database, mode }: Records,
  id: LicenceId,
): Promise<EndingGuesses | undefined> {
  const found = await database.get(recordsTable(mode), licenceKeys.endingGuesses(id));
  if (!found) return undefined;
  const { since, count, told } = readGuesses(found);
  return { since, count, ...(told ? { told } : {}) };
}

/**
 * Counts a wrong end: raises what stands, or begins anew where nothing does or its hour is over. Each is one update with a
 * condition, so that nobody waits for another; between the two somebody else may have begun, so once more. Beyond the most that
 * are heard nothing is counted, and nothing written.
 */
export async function raiseEndingGuesses(
  { database, mode }: Records,
  id: LicenceId,
  now: Instant,
): Promise<void> {
  const record = { table: recordsTable(mode), key: licenceKeys.endingGuesses(id) };
  const over = plusMs(now, -HOUR_MS);
  const once = () =>
    database.updateIf({
      ...record,
      set: "#count = #count + :one",
      condition: "since > :over AND #count < :max",
      names: { "#count": "count" },
      values: { ":one": 1, ":over": over, ":max": WRONG_ENDINGS_MAX },
    });
  const anew = () =>
    database.updateIf({
      ...record,
      set: "since = :since, #count = :one, told = :no",
      condition: "attribute_not_exists(since) OR since <= :over",
      names: { "#count": "count" },
      values: { ":since": now, ":one": 1, ":no": false, ":over": over },
    });
  if (!((await once()) || (await anew()))) await once();
  database.forget();
}

/** Notes that the holder is told; of several who find that no more are heard, one writes it. */
export const putTold = (
  { database, mode }: Records,
  id: LicenceId,
  { since, count }: EndingGuesses,
): TransactItem =>
  transactItem(
    GuessesEntity.build(PutTransaction)
      .item({ ...licenceKeys.endingGuesses(id), since, count, told: true })
      .options({
        ...inTable(database, recordsTable(mode)),
        condition: {
          and: [
            { attr: "since", eq: since },
            { attr: "told", eq: false },
          ],
        },
      })
      .params(),
  );
