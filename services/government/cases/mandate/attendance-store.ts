import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { AttendanceId, CitizenId, OfficerId, TicketId } from "../../../kernel/ids.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { applicationKeys } from "../keys.ts";
import type { Attendance } from "./attendance.ts";

type AttendanceStore = { readonly database: Database; readonly mode: Mode };

const instant = brand<Instant>();

const AttendanceEntity = new Entity({
  ...ENTITY,
  name: "Attendance",
  schema: item({
    ...KEY,
    id: brand<AttendanceId>(),
    citizenId: brand<CitizenId>(),
    clerk: brand<OfficerId>(),
    ticket: brand<TicketId>().optional(),
    startedAt: instant,
    until: instant,
  }),
});
const readAttendance = recordReader(AttendanceEntity);

export async function getAttendance(
  { database, mode }: AttendanceStore,
  id: AttendanceId,
): Promise<Attendance | undefined> {
  const record = await database.get(recordsTable(mode), applicationKeys.attendance(id));
  if (!record) return undefined;
  const { pk: _, sk: __, ...attendance } = readAttendance(record);
  return attendance;
}

export const putAttendance = ({ database, mode }: AttendanceStore, attendance: Attendance): TransactItem =>
  transactItem(
    AttendanceEntity.build(PutTransaction)
      .item({ ...applicationKeys.attendance(attendance.id), ...attendance })
      .options({ ...inTable(database, recordsTable(mode)), condition: { attr: "pk", exists: false } })
      .params(),
  );
