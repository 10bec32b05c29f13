import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { any, item, list, number } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { CitizenId, GlobalId, OfficerId } from "../../../kernel/ids.ts";
import { type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { TakenInAt } from "../application.ts";
import type { AttendanceId } from "../ids.ts";
import { applicationKeys } from "../keys.ts";
import { type Attendance, IDLE_MS } from "./attendance.ts";
import { NO_RECEPTIONS, type Receptions } from "./receptions.ts";

export type AttendanceStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

const AttendanceEntity = new Entity({
  ...ENTITY,
  name: "Attendance",
  schema: item({
    ...KEY,
    id: brand<AttendanceId>(),
    at: any().castAs<TakenInAt>().optional(),
    citizenId: brand<CitizenId>(),
    clerk: brand<OfficerId>(),
    ticket: brand<GlobalId>().optional(),
    startedAt: instant,
    lastActAt: instant,
    endedAt: instant.optional(),
  }),
});
const readAttendance = recordReader(AttendanceEntity);

const ReceptionsEntity = new Entity({
  ...ENTITY,
  name: "Receptions",
  schema: item({
    ...KEY,
    current: brand<AttendanceId>().optional(),
    begun: list(brand<Instant>()),
    revision: number(),
  }),
});
const readReceptions = recordReader(ReceptionsEntity);

export async function getAttendance(
  { database, mode }: AttendanceStore,
  id: AttendanceId,
): Promise<Attendance | undefined> {
  const record = await database.get(recordsTable(mode), applicationKeys.attendance(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...attendance } = readAttendance(record);
  return attendance;
}

/** A new one. */
export const putAttendance = ({ database, mode }: AttendanceStore, attendance: Attendance): TransactItem =>
  transactItem(
    AttendanceEntity.build(PutTransaction)
      .item({ ...applicationKeys.attendance(attendance.id), ...attendance })
      .options({ ...inTable(database, recordsTable(mode)), condition: { attr: "pk", exists: false } })
      .params(),
  );

/** Something is done in it: refused where it is over. */
export const writeOn = (store: AttendanceStore, id: AttendanceId, now: Instant): TransactItem => ({
  Update: {
    ...recordOf(store, id),
    UpdateExpression: "SET lastActAt = :now",
    ConditionExpression: "attribute_not_exists(endedAt) AND lastActAt > :idleSince",
    ExpressionAttributeValues: { ":now": now, ":idleSince": plusMs(now, -IDLE_MS) },
  },
});

/** Ends it, if it has not ended before. */
export const endAttendance = (store: AttendanceStore, id: AttendanceId, now: Instant): TransactItem => ({
  Update: {
    ...recordOf(store, id),
    UpdateExpression: "SET endedAt = if_not_exists(endedAt, :now)",
    ConditionExpression: "attribute_exists(pk)",
    ExpressionAttributeValues: { ":now": now },
  },
});

const recordOf = ({ database, mode }: AttendanceStore, id: AttendanceId) => ({
  TableName: database.nameOf(recordsTable(mode)),
  Key: applicationKeys.attendance(id),
});

export async function getReceptions(
  { database, mode }: AttendanceStore,
  clerk: OfficerId,
): Promise<Receptions> {
  const record = await database.get(recordsTable(mode), applicationKeys.receptions(clerk));
  if (!record) return NO_RECEPTIONS;
  const { pk: _, sk: __, ...receptions } = readReceptions(record);
  return receptions;
}

/** Over exactly what was read. It is one clerk's own, so nobody else meets there. */
export function putReceptions(
  { database, mode }: AttendanceStore,
  clerk: OfficerId,
  { begun, ...receptions }: Receptions,
  before: Receptions,
): TransactItem {
  const condition = overRevision(before.revision);
  return transactItem(
    ReceptionsEntity.build(PutTransaction)
      .item({ ...applicationKeys.receptions(clerk), ...receptions, begun: [...begun] })
      .options({ ...inTable(database, recordsTable(mode)), condition })
      .params(),
  );
}
