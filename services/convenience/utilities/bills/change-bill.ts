import type { Partner } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { changeFrom, decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { Bill } from "../bill.ts";
import { isBillersNumber } from "../bill-place.ts";
import { getBillByNumber, putBill, type UtilityStore } from "../store.ts";
import { tasksOf } from "./renew-task.ts";

/** The ports of a biller's changes of its bills. */
export type ChangeBillPorts = UtilityStore & {
  readonly commit: Commit;
  readonly actor: Partner;
  readonly now: Instant;
  readonly requestId: string;
};

export type NoSuchBill = { readonly code: "NOT_FOUND" };

/** A biller's change of a bill: what it makes of the bill, and what is written with it. */
export type BillChange<E> = {
  readonly action: string;
  readonly decide: (bill: Bill) => Result<Bill, E>;
  /** Given the bill as it was and as it is then. */
  readonly others?: (before: Bill, after: Bill) => Promise<Result<Beside, E>>;
};

/** The changes beside a bill's own. */
export type Beside = { readonly writes: readonly TransactItem[]; readonly event?: Event | undefined };

/** Writes a biller's change of a bill of its own; another biller's bill is as unknown as one that does not exist. */
export async function changeBill<E extends { readonly code: string }>(
  ports: ChangeBillPorts,
  number: string,
  { action, decide, others }: BillChange<E>,
): Promise<Result<Bill, E | NoSuchBill>> {
  if (!isBillersNumber(number)) return err({ code: "NOT_FOUND" });
  const { actor, now, requestId, mode } = ports;
  return decideUntilWritten({
    database: ports.database,
    about: `bill ${number}`,
    read: () => getBillByNumber(ports, actor.id, number),
    decide: (bill) => (bill ? changeFrom(bill, decide(bill)) : err({ code: "NOT_FOUND" })),
    write: async ({ before, after }) => {
      const beside: Result<Beside, E> = others ? await others(before, after) : ok({ writes: [] });
      if (!beside.ok) return beside;
      const { writes, event } = beside.value;
      return ports.commit({
        ...{ actor, at: now, requestId, aggregate: after.id, table: recordsTable(mode), action },
        writes: [putBill(ports, after, before), ...writes, ...(await tasksOf(ports, after))],
        ...(event ? { event } : {}),
      });
    },
  });
}
