import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, number, string } from "dynamodb-toolbox/schema";
import type { Actor, Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import type { From } from "../../../kernel/database/full-page.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable, TIME_TO_LIVE, timeToLive } from "../../../kernel/database/tables.ts";
import type { Instant, Runtime } from "../../../kernel/runtime.ts";
import type { LicenceId } from "../ids.ts";
import { licenceKeys } from "../keys.ts";
import { keptSince, keptUntil, OUTCOMES, type Verification } from "./verification.ts";

/** The records of one mode. */
type Records = { readonly database: Database; readonly mode: Mode };

const VerificationEntity = new Entity({
  ...ENTITY,
  name: "LicenceVerification",
  schema: item({
    ...{ ...KEY, [TIME_TO_LIVE]: number().hidden(), at: brand<Instant>(), by: brand<Actor["kind"]>() },
    ...{ partner: string().optional(), purpose: string().optional() },
    outcome: string().enum(...OUTCOMES),
  }),
});
const readVerification = recordReader(VerificationEntity);

/** Partitions of one licence's verifications, each with 1,000 writes a second; all of them are read for a page. */
const SHARDS = 4;

const NAME_BYTES = 8;

type NewRecord = Records & { readonly runtime: Pick<Runtime, "random"> };

/** Puts a verification on record: a record of its own, so that none waits for another. */
export const observeVerification = (
  { database, mode, runtime }: NewRecord,
  id: LicenceId,
  verification: Verification,
): Promise<void> =>
  database.observe({ table: recordsTable(mode), item: recordOf(id, verification, runtime) });

/** The same record in the commit of what it tells. */
export const putVerification = (
  { database, mode, runtime }: NewRecord,
  id: LicenceId,
  verification: Verification,
): TransactItem =>
  transactItem(
    VerificationEntity.build(PutTransaction)
      .item(recordOf(id, verification, runtime))
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

/** By its chance it is told from all others of its instant. */
function recordOf(id: LicenceId, verification: Verification, { random }: NewRecord["runtime"]) {
  const chance = Buffer.from(random(NAME_BYTES));
  return {
    ...licenceKeys.verification(id, (chance[0] ?? 0) % SHARDS, verification.at, chance.toString("hex")),
    [TIME_TO_LIVE]: timeToLive(keptUntil(verification)),
    ...verification,
  };
}

type Listed = { readonly node: Verification; readonly position: string };

/** Behind every instant of a sort key. */
const LAST = "~";

/** A licence's verifications, the latest first; the database may keep one for some days longer than it is listed. */
export async function listVerifications(
  { database, mode }: Records,
  id: LicenceId,
  { first, after }: From<string>,
  now: Instant,
): Promise<readonly Listed[]> {
  const [from, to] = [keptSince(now), after ?? LAST];
  // The place of a page may be one that is kept no longer.
  if (to < from) return [];
  const pages = await Promise.all(
    Array.from({ length: SHARDS }, (_, shard) =>
      database.query({
        ...{ table: recordsTable(mode), pk: licenceKeys.verifications(id, shard), newestFirst: true },
        skBetween: [from, to],
        // One of the shards has the entry behind which the page begins.
        limit: first + 1,
      }),
    ),
  );
  return pages
    .flatMap(({ items }) => items.map(entryOf))
    .filter(({ position }) => position !== after)
    .sort((a, b) => (a.position < b.position ? 1 : -1))
    .slice(0, first);
}

function entryOf(record: Readonly<Record<string, unknown>>): Listed {
  const { pk: _, sk, ...node } = readVerification(record);
  return { node, position: sk };
}
