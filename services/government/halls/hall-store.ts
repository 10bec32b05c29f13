import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, boolean, item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { RegionCode } from "../../field/region.ts";
import type { Database, StoredItem, TransactItem } from "../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../kernel/database/entity.ts";
import { recordReader } from "../../kernel/database/record-reader.ts";
import { INDEX1, keys } from "../../kernel/database/tables.ts";
import { isId, type OfficerId } from "../../kernel/ids.ts";
import type { Hall, Queue, SpecialDay, WeeklyHours, Window } from "./hall.ts";
import { hallKeys } from "./keys.ts";

const TABLE = "registry";

const text = map({ zh: string(), en: string() });

const HallEntity = new Entity({
  ...ENTITY,
  name: "Hall",
  schema: item({
    ...KEY,
    index1pk: string().hidden(),
    index1sk: string().hidden(),
    code: string(),
    name: text,
    region: brand<RegionCode>(),
    address: text,
    followsCalendar: boolean(),
    slotMinutes: number(),
    weeklyHours: list(any().castAs<WeeklyHours>()),
    specialDays: list(any().castAs<SpecialDay>()),
    queues: list(any().castAs<Queue>()),
    windows: list(any().castAs<Window>()),
    revision: number(),
  }),
});
const readHall = recordReader(HallEntity);

export async function getHall(database: Pick<Database, "get">, code: string): Promise<Hall | undefined> {
  const record = await database.get(TABLE, hallKeys.hall(code));
  return record && hallOf(record);
}

/** The hall that a record names: halls are not taken away. */
export async function hallNamed(database: Pick<Database, "get">, code: string): Promise<Hall> {
  const hall = await getHall(database, code);
  if (!hall) throw new Error(`hall ${code} is gone`);
  return hall;
}

/** Over exactly what was read, or for a new hall nothing. */
export function putHall(database: Database, hall: Hall, before: Hall | undefined): TransactItem {
  const condition = overRevision(before?.revision);
  const lists = {
    weeklyHours: [...hall.weeklyHours],
    specialDays: [...hall.specialDays],
    queues: [...hall.queues],
    windows: [...hall.windows],
  };
  return transactItem(
    HallEntity.build(PutTransaction)
      .item({
        ...hallKeys.hall(hall.code),
        index1pk: hallKeys.hallsOf(hall.region),
        index1sk: `${hall.region}#${hall.code}`,
        ...hall,
        ...lists,
      })
      .options({ ...inTable(database, TABLE), condition })
      .params(),
  );
}

/** A page of the halls in a region and in all that lies within it, by region and code, behind one hall. */
export async function listHalls(
  database: Pick<Database, "query">,
  region: RegionCode,
  { first, after }: { readonly first: number; readonly after?: Pick<Hall, "region" | "code"> },
): Promise<{ readonly halls: readonly Hall[]; readonly more: boolean }> {
  const pk = hallKeys.hallsOf(region);
  const { items, next } = await database.query({
    ...{ table: TABLE, pk, index: INDEX1, limit: first },
    skPrefix: region.replace(/(?:00){1,2}$/, ""),
    ...(after
      ? { after: { ...hallKeys.hall(after.code), index1pk: pk, index1sk: `${after.region}#${after.code}` } }
      : {}),
  });
  return { halls: items.map(hallOf), more: next !== undefined };
}

/** One entry of a hall's history. */
export type HallChange = {
  readonly sequence: number;
  readonly at: string;
  /** None where the platform did it. */
  readonly officer?: OfficerId;
  readonly reason: string;
};

/** The changes of a hall's managers, and their reasons, newest first: its audit trail. */
export async function listHallChanges(
  database: Pick<Database, "query">,
  code: string,
  { first, after }: { readonly first: number; readonly after?: number },
): Promise<{ readonly changes: readonly HallChange[]; readonly more: boolean }> {
  const aggregate = hallKeys.hall(code).pk;
  const { items, next } = await database.query({
    ...{ table: TABLE, pk: keys.auditEntry(aggregate, 0).pk, newestFirst: true, limit: first },
    ...(after === undefined ? {} : { after: keys.auditEntry(aggregate, after) }),
  });
  const changes = items.map(({ sequence, at, actor, reason }) => {
    const by = String(actor);
    return {
      ...{ sequence: Number(sequence), at: String(at), reason: String(reason) },
      ...(isId("ofc", by) ? { officer: by } : {}),
    };
  });
  return { changes, more: next !== undefined };
}

function hallOf(record: StoredItem): Hall {
  const { pk: _, sk: __, ...hall } = readHall(record);
  return hall;
}
