import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { eachOf } from "../../../kernel/each-of.ts";
import type { Fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { accountIdOf, type Bill, billIdOf } from "../bill.ts";
import type { Biller } from "../biller.ts";
import { getBiller } from "../biller-store.ts";
import { checkUtilityAccount, getBillByNumber, getUtilityAccount, putUtilityAccount } from "../store.ts";
import {
  checkRow,
  checkRowCount,
  type IssuedRow,
  type IssuePorts,
  issueBill,
  openAccount,
  type RowProblem,
  repeatOutcome,
  type TooManyRows,
} from "./issue-bill.ts";

/** A finished bill as its biller states it. */
export type BillRow = IssuedRow & { readonly amount: Fen };

/** Takes a biller's bills, each for itself: a row that is refused stops no other, one taken before stays as it was. */
export async function submitBills(
  ports: IssuePorts,
  rows: readonly BillRow[],
): Promise<Result<readonly Result<Bill, RowProblem>[], TooManyRows>> {
  const count = checkRowCount(rows);
  if (!count.ok) return count;
  const biller = await getBiller(ports.database, ports.actor.id);
  if (!biller) return ok(rows.map(() => err({ code: "NOT_A_BILLER", path: [] })));
  const outcomes = new Map<BillRow, Result<Bill, RowProblem>>();
  const accounts = [...Map.groupBy(rows, ({ accountNumber }) => accountNumber).values()];
  // The first row of a new account opens it; at once with that, all others would fail and begin again.
  for (const some of [accounts.flatMap(([row]) => row ?? []), accounts.flatMap(([, ...others]) => others)]) {
    await eachOf(some, async (row) => void outcomes.set(row, await submitBill(ports, biller, row)));
  }
  return ok(rows.flatMap((row) => outcomes.get(row) ?? []));
}

async function submitBill(
  ports: IssuePorts,
  { lateFee }: Biller,
  stated: BillRow,
): Promise<Result<Bill, RowProblem>> {
  const checked = checkRow(stated);
  if (!checked.ok) return checked;
  const row = checked.value;
  const biller = ports.actor.id;
  const account = accountIdOf(biller, row.accountNumber);
  const { number, period, amount, dueOn } = row;
  if (amount <= 0n) return err({ code: "AMOUNT_NOT_POSITIVE", path: ["amount"] });
  const fingerprint = fingerprintOf([row.accountNumber, period.from, period.to, amount.toString(), dueOn]);
  const bill: Bill = {
    ...{ id: billIdOf(biller, account, number, period.to), account, biller, number, period },
    ...{ amount, dueOn, lateFee, status: "DUE", issuedAt: ports.now, revision: 1, fingerprint },
  };
  return decideUntilWritten({
    database: ports.database,
    about: `bill ${bill.id}`,
    read: () => Promise.all([getBillByNumber(ports, biller, number), getUtilityAccount(ports, account)]),
    decide: ([earlier, known]) =>
      earlier
        ? unchanged(repeatOutcome(earlier, fingerprint))
        : ok({ before: undefined, after: bill, known, opened: known ?? openAccount(ports, row, account) }),
    write: ({ after, known, opened }) =>
      issueBill(ports, after, opened, [
        // An order to pay by itself that is given meanwhile has to find the bill, or the bill the order.
        known ? checkUtilityAccount(ports, known) : putUtilityAccount(ports, opened),
      ]),
  });
}
