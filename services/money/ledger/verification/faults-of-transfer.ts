import type { Mode } from "../../../kernel/actor.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { ledgerTable } from "../../../kernel/database/tables.ts";
import { addMoney } from "../../../kernel/money.ts";
import { ledgerKeys } from "../keys.ts";
import { readTransfer } from "../store.ts";
import { partitionOf, type Transfer } from "../transfer.ts";
import type { BrokenTransfer } from "./difference.ts";

/** The faults of a transfer by itself, looked for at its home. One of two legs is one record, and so always whole. */
export async function faultsOf(
  database: Pick<Database, "get">,
  mode: Mode,
  transfer: Transfer,
): Promise<readonly BrokenTransfer[]> {
  const { id, legs } = transfer;
  const sum = addMoney(...legs.map(({ amount }) => amount));
  const faults: BrokenTransfer[] = sum === 0n ? [] : [{ id, what: "NOT_BALANCED" }];
  if (legs.length <= 2) return faults;
  const others = legs.filter((_, i) => i > 0 && i % 2 === 0);
  const records = await Promise.all(
    others.map(({ account }) =>
      database.get(ledgerTable(mode), ledgerKeys.transfer(partitionOf(account, id), id)),
    ),
  );
  for (const record of records) {
    if (!record) faults.push({ id, what: "RECORD_MISSING" });
    else if (textOf(readTransfer(record)) !== textOf(transfer)) faults.push({ id, what: "RECORDS_DIFFER" });
  }
  return faults;
}

const textOf = ({ legs }: Transfer): string =>
  legs.map(({ account, amount }) => `${account} ${amount}`).join();
