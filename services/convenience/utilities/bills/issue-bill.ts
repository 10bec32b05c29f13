import type { Mode, Partner } from "../../../kernel/actor.ts";
import type { CivilDate } from "../../../kernel/civil-date.ts";
import type { Commit, Stale } from "../../../kernel/commit/commit.ts";
import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { formatMoney } from "../../../kernel/money.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { isToRemindOf, taskFor } from "../automatic-payment.ts";
import { putTask } from "../automatic-payment-store.ts";
import type { Bill } from "../bill.ts";
import type { BillAmountProblem } from "../bill-amount.ts";
import { isBillersNumber, placeOf } from "../bill-place.ts";
import { utilityKeys } from "../keys.ts";
import { putBill, putBillNumber, type UtilityStore } from "../store.ts";
import type { HolderProblem, PlacedRow } from "../tenancy.ts";
import type { UtilityAccount } from "../utility-account.ts";
import { holderIn, tenancyOfRow, writeTenancy } from "./place-row.ts";
import { writeCredit } from "./write-credit.ts";

/** The content of every row of a biller's, whether it is a finished bill or a reading. */
export type IssuedRow = Pick<Bill, "number" | "period" | "dueOn"> & {
  readonly accountNumber: string;
  /** The household's; stored as its mask and as a digest that proves it. */
  readonly holderName: string;
};

export type RowProblem =
  | ((
      | TextProblem
      | {
          readonly code: "PERIOD_REVERSED" | "DUE_BEFORE_PERIOD" | "NOT_A_NUMBER" | "NOT_A_BILLER";
        }
    ) & { readonly path: readonly string[] })
  | HolderProblem
  | PeriodInFuture
  | BillAmountProblem
  | { readonly code: "BILL_NUMBER_TAKEN" };

export type IssuePorts = UtilityStore & {
  readonly commit: Commit;
  readonly secrets: Secrets;
  readonly actor: Partner;
  readonly now: Instant;
  readonly requestId: string;
};

const ROWS_MAX = 100;
const NAME_LENGTH = { min: 1, max: 60 };

export type TooManyRows = { readonly code: "TOO_MANY"; readonly values: { readonly max: string } };

/** A biller sends so many rows at once; what comes of each is another question. */
export const checkRowCount = (rows: readonly unknown[]): Result<void, TooManyRows> =>
  rows.length > ROWS_MAX ? err({ code: "TOO_MANY", values: { max: String(ROWS_MAX) } }) : ok(undefined);

/** The statement of a row about its account, its holder and its period, checked. */
export function checkRow<T extends IssuedRow>(row: T): Result<T, RowProblem> {
  const { accountNumber, number, period, dueOn } = row;
  if (!isBillersNumber(accountNumber)) return err({ code: "NOT_A_NUMBER", path: ["accountNumber"] });
  if (!isBillersNumber(number)) return err({ code: "NOT_A_NUMBER", path: ["number"] });
  const name = checkText(row.holderName, NAME_LENGTH.min, NAME_LENGTH.max);
  if (!name.ok) return err({ ...name.error, path: ["holderName"] });
  if (period.from >= period.to) return err({ code: "PERIOD_REVERSED", path: ["period"] });
  if (dueOn < period.from) return err({ code: "DUE_BEFORE_PERIOD", path: ["dueOn"] });
  return ok({ ...row, holderName: name.value });
}

export type PeriodInFuture = {
  readonly code: "PERIOD_IN_FUTURE";
  readonly path: readonly string[];
  readonly values: { readonly today: CivilDate };
};

/**
 * A period ends today at the latest: of what is to come nobody can have read a meter, and a bill for it would begin a
 * tenancy that nobody has.
 */
export const checkPast = (
  { period }: Pick<Bill, "period">,
  today: CivilDate,
): Result<void, PeriodInFuture> =>
  period.to <= today ? ok(undefined) : err({ code: "PERIOD_IN_FUTURE", path: ["to"], values: { today } });

/** The order in which the rows of one account are taken. */
export const byPeriod = ({ period: a }: IssuedRow, { period: b }: IssuedRow): number =>
  a.from < b.from ? -1 : a.from > b.from ? 1 : 0;

/** A number that was taken before stands for what was said then, and for nothing else. */
export const repeatOutcome = (earlier: Bill, fingerprint: string): Result<Bill, RowProblem> =>
  earlier.fingerprint === fingerprint ? ok(earlier) : err({ code: "BILL_NUMBER_TAKEN" });

/** The tenancy that a row belongs to; an account's first bill or reading opens it. */
export async function placeInAccount(
  ports: IssuePorts,
  known: UtilityAccount | undefined,
  row: IssuedRow,
  id: UtilityAccount["id"],
): Promise<Result<PlacedRow, HolderProblem>> {
  if (known) return tenancyOfRow(ports, known, row);
  const { holder, holderProof, period } = holderIn(ports, id, row);
  const tenancy: UtilityAccount = {
    ...{ id, biller: ports.actor.id, number: row.accountNumber, holder, holderProof, since: period.from },
    ...{ boundBy: [], householdClass: "GENERAL", revision: 1 },
  };
  return ok({ tenancy });
}

/**
 * Writes a new bill, and tells those who have bound its account, and of a bill that begins a tenancy those whose
 * bindings it ends.
 */
export async function issueBill(
  ports: IssuePorts,
  bill: Bill,
  placed: PlacedRow,
  { after, others = [] }: { readonly after?: UtilityAccount; readonly others?: readonly TransactItem[] },
): Promise<Result<void, Stale>> {
  const { automatic, boundBy, until } = placed.tenancy;
  const { mode, actor, now: at, requestId } = ports;
  const { id, account } = bill;
  const isWatched = (automatic && until === undefined) || (boundBy.length > 0 && isToRemindOf(bill, at));
  return ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    action: "utilities.bill.issued",
    creates: utilityKeys.bill(account, placeOf(id)?.position ?? ""),
    writes: [
      putBill(ports, bill),
      putBillNumber(ports, bill),
      ...(isWatched && bill.status === "DUE" ? [putTask(ports, taskFor(bill, at))] : []),
      ...(await writeTenancy(ports, placed, after)),
      ...(after ? writeCredit(ports, { before: placed.tenancy, after, cause: id, at }) : []),
      ...others,
    ],
    ...eventOf(mode, bill, placed),
  });
}

function eventOf(
  mode: Mode,
  { id, biller, amount }: Bill,
  { tenancy, ended }: PlacedRow,
): { readonly event?: Event } {
  if (ended && ended.boundBy.length > 0) {
    const payload = { about: ended.id, partnerId: biller, number: ended.number };
    return { event: { type: "utility-account.holder-changed", mode, to: ended.boundBy, payload } };
  }
  if (tenancy.boundBy.length === 0) return {};
  const payload = { about: id, partnerId: biller, amount: formatMoney(amount) };
  return { event: { type: "bill.issued", mode, to: tenancy.boundBy, payload } };
}
