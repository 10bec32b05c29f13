import { plainName } from "../../../field/plain-name.ts";
import { dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, unchanged, unlessThere } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf } from "../../../kernel/commit/idempotency.ts";
import { eachOf } from "../../../kernel/each-of.ts";
import type { Fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { getUtilityAccount } from "../account-store.ts";
import type { Bill } from "../bill.ts";
import { checkBillAmount } from "../bill-amount.ts";
import { accountIdOf, billIdOf } from "../bill-place.ts";
import type { Biller } from "../biller.ts";
import { getBiller } from "../biller-store.ts";
import { takeWaiting } from "../carried.ts";
import { getBillByNumber } from "../store.ts";
import type { PlacedRow } from "../tenancy.ts";
import type { UtilityAccount } from "../utility-account.ts";
import {
  byPeriod,
  checkPast,
  checkRow,
  checkRowCount,
  type IssuedRow,
  type IssuePorts,
  issueBill,
  placeInAccount,
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
  // The first row of a new account opens it; at once with that, all others would fail and begin again. Where the holder
  // changes, each row finds the one whom the row before has left.
  const inOrder = accounts.map((some) => some.toSorted(byPeriod));
  const [changing, plain] = [
    inOrder.filter(hasSeveralHolders),
    inOrder.filter((some) => !hasSeveralHolders(some)),
  ];
  const submit = async (row: BillRow) => void outcomes.set(row, await submitBill(ports, biller, row));
  await eachOf(
    plain.flatMap(([row]) => row ?? []),
    submit,
  );
  await eachOf(
    plain.flatMap(([, ...others]) => others),
    submit,
  );
  await eachOf(changing, async (some) => {
    for (const row of some) await submit(row);
  });
  return ok(rows.flatMap((row) => outcomes.get(row) ?? []));
}

const hasSeveralHolders = (rows: readonly BillRow[]): boolean =>
  new Set(rows.map(({ holderName }) => plainName(holderName))).size > 1;

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
  const sound = checkBillAmount(amount);
  if (!sound.ok) return sound;
  const past = checkPast(row, dateAt(ports.now));
  if (!past.ok) return past;
  const fingerprint = fingerprintOf([row.accountNumber, period.from, period.to, amount.toString(), dueOn]);
  const bill: Bill = {
    ...{ id: billIdOf(biller, account, number, period.to), account, biller, number, period },
    ...{ amount, dueOn, lateFee, status: "DUE", issuedAt: ports.now, revision: 1, fingerprint },
  };
  return decideUntilWritten({
    database: ports.database,
    about: `bill ${bill.id}`,
    read: () => Promise.all([getBillByNumber(ports, biller, number), getUtilityAccount(ports, account)]),
    decide: async ([earlier, known]) => {
      if (earlier) return unchanged(repeatOutcome(earlier, fingerprint));
      const placed = await placeInAccount(ports, known, row, account);
      if (!placed.ok)
        return unlessThere(ports.database, placed, () => getBillByNumber(ports, biller, number));
      const { tenancy } = placed.value;
      const charged = takeWaiting({ ...bill, tenancy: tenancy.tenancy }, tenancy);
      return ok({ before: undefined, after: charged.bill, charged, placed: placed.value });
    },
    // An order to pay by itself that is given meanwhile has to find the bill, or the bill the order.
    write: ({ after, charged, placed }) => issueBill(ports, after, placed, changeOf(placed, charged.tenancy)),
  });
}

/** A finished bill changes no record of a tenancy that stands already, unless something has waited for it. */
function changeOf(
  { tenancy, before }: PlacedRow,
  after: UtilityAccount,
): { readonly after?: UtilityAccount } {
  if (tenancy === before && after === tenancy) return {};
  return { after: before === tenancy ? { ...after, revision: tenancy.revision + 1 } : after };
}
