import type { StoredItem } from "../../../kernel/database/database.ts";
import { ledgerTable } from "../../../kernel/database/tables.ts";
import { addMoney, type Fen, ZERO } from "../../../kernel/money.ts";
import type { Balance } from "../account.ts";
import { ledgerKeys } from "../keys.ts";
import { fenOf, recordedOf } from "../store.ts";
import type { ReadingPlace } from "./reading.ts";

const HOLDS_AT_ONCE = 1_000;

/** The figures of a partition's own record, and the sum of its open holds. */
export type Recorded = { readonly recorded: Balance | undefined; readonly held: Fen };

export async function readRecorded({ database, mode, partition }: ReadingPlace): Promise<Recorded> {
  database.forget();
  const table = ledgerTable(mode);
  const record = await database.get(table, ledgerKeys.account(partition));
  const skBetween = [ledgerKeys.hold(partition, "").sk, ledgerKeys.hold(partition, "~").sk] as const;
  let held = ZERO;
  let after: StoredItem | undefined;
  do {
    const wanted = { table, pk: partition, skBetween, limit: HOLDS_AT_ONCE, ...(after ? { after } : {}) };
    const { items, next } = await database.query(wanted);
    const open = items.filter(({ status }) => status === "OPEN");
    held = addMoney(held, ...open.map(({ amount }) => fenOf(amount)));
    after = next;
  } while (after);
  return { recorded: record && recordedOf(record), held };
}
