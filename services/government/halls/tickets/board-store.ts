import { Entity } from "dynamodb-toolbox/entity";
import { PutTransaction } from "dynamodb-toolbox/entity/actions/transactPut";
import { item, list, map, number, string } from "dynamodb-toolbox/schema";
import type { Mode } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Database, TransactItem } from "../../../kernel/database/database.ts";
import { brand, ENTITY, inTable, KEY, overRevision, transactItem } from "../../../kernel/database/entity.ts";
import { recordReader } from "../../../kernel/database/record-reader.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { TicketId } from "../ids.ts";
import { hallKeys } from "../keys.ts";
import type { HallCall } from "./hall-call.ts";

/** The boards of one mode. */
type BoardStore = { readonly database: Database; readonly mode: Mode };

const WindowEntity = new Entity({
  ...ENTITY,
  name: "HallWindow",
  schema: item({
    ...KEY,
    ticket: brand<TicketId>().optional(),
    number: string().optional(),
    calls: list(
      map({ number: string(), window: string(), calledAt: brand<Instant>(), times: number() }),
    ).optional(),
    revision: number(),
  }),
});
const readWindow = recordReader(WindowEntity);

/** The ticket that a window serves at the moment; its revision lets one clerk call at a time. */
export type Serving = {
  readonly ticket?: TicketId | undefined;
  readonly number?: string | undefined;
  /** Its last calls today, the latest first. */
  readonly calls?: readonly HallCall[] | undefined;
  readonly revision: number;
};

export async function getServing(
  { database, mode }: BoardStore,
  { hall, day, window }: { readonly hall: string; readonly day: CivilDate; readonly window: string },
): Promise<Serving> {
  const record = await database.get(recordsTable(mode), hallKeys.boardWindow(hall, day, window));
  return record ? readWindow(record) : { revision: 0 };
}

/** Over exactly the revision that was read. */
export function putServing(
  store: BoardStore,
  { hall, day, window }: { readonly hall: string; readonly day: CivilDate; readonly window: string },
  { ticket, number: called, calls }: Pick<Serving, "ticket" | "number" | "calls">,
  before: Serving,
): TransactItem {
  const condition = overRevision(before.revision);
  return transactItem(
    WindowEntity.build(PutTransaction)
      .item({
        ...hallKeys.boardWindow(hall, day, window),
        ...(ticket ? { ticket } : {}),
        ...(called ? { number: called } : {}),
        ...(calls ? { calls: [...calls] } : {}),
        revision: before.revision + 1,
      })
      .options({ ...inTable(store.database, recordsTable(store.mode)), condition })
      .params(),
  );
}

/** More queues and windows than a hall has. */
const BOARD_MAX = 200;

/**
 * The board on the wall of a hall: how many wait in each queue, the number that each window has called and not finished,
 * and the last calls of each.
 */
export type Board = {
  readonly waiting: ReadonlyMap<string, number>;
  readonly called: ReadonlyMap<string, string>;
  readonly calls: readonly HallCall[];
};

export async function getBoard({ database, mode }: BoardStore, hall: string, day: CivilDate): Promise<Board> {
  const { pk } = hallKeys.boardQueue(hall, day, "");
  const { items } = await database.query({ table: recordsTable(mode), pk, limit: BOARD_MAX });
  const waiting = new Map<string, number>();
  const called = new Map<string, string>();
  const calls: HallCall[] = [];
  for (const record of items) {
    const [kind, name = ""] = String(record["sk"]).split("#");
    if (kind === "queue") {
      waiting.set(name, Number(record["waiting"]));
      continue;
    }
    const serving = readWindow(record);
    if (serving.number !== undefined) called.set(name, serving.number);
    calls.push(...(serving.calls ?? []));
  }
  return { waiting, called, calls };
}
