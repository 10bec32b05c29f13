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

/** Tells a verification's record from all others of its instant. */
export const recordName = ({ random }: Pick<Runtime, "random">): Uint8Array => random(NAME_BYTES);

/** Puts a verification on record: a record of its own, so that none waits for another. `name` tells it from all others. */
export const observeVerification = (
  { database, mode }: Records,
  id: LicenceId,
  verification: Verification,
  name: Uint8Array,
): Promise<void> => database.observe({ table: recordsTable(mode), item: recordOf(id, verification, name) });

/** The same record in the commit of what it tells. */
export const putVerification = (
  { database, mode }: Records,
  id: LicenceId,
  verification: Verification,
  name: Uint8Array,
): TransactItem =>
  transactItem(
    VerificationEntity.build(PutTransaction)
      .item(recordOf(id, verification, name))
      .options(inTable(database, recordsTable(mode)))
      .params(),
  );

const recordOf = (id: LicenceId, verification: Verification, name: Uint8Array) => ({
  ...licenceKeys.verification(
    ...([id, (name[0] ?? 0) % SHARDS, verification.at, Buffer.from(name).toString("hex")] as const),
  ),
  [TIME_TO_LIVE]: timeToLive(keptUntil(verification)),
  ...verification,
});

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
