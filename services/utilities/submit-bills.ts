import type { Partner } from "../platform/actor.ts";
import type { CivilDate } from "../platform/civil-date.ts";
import type { Commit } from "../platform/commit.ts";
import { fingerprintOf } from "../platform/idempotency.ts";
import { type Fen, formatMoney } from "../platform/money.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Instant } from "../platform/runtime.ts";
import type { Secrets } from "../platform/secrets.ts";
import { keys, recordsTable } from "../platform/tables.ts";
import { checkText, type TextProblem } from "../platform/text.ts";
import { accountIdOf, type Bill, billIdOf, isBillersNumber, placeOf } from "./bill.ts";
import {
  getBillByNumber,
  getUtilityAccount,
  putBill,
  putBillNumber,
  putUtilityAccount,
  type UtilityStore,
} from "./store.ts";
import { maskName, type UtilityAccount } from "./utility-account.ts";

/** A finished bill as its biller states it. */
export type BillRow = {
  readonly accountNumber: string;
  /** Of the household; stored as its mask and as a digest that proves it. */
  readonly holderName: string;
  readonly number: string;
  readonly period: Bill["period"];
  readonly amount: Fen;
  readonly dueOn: CivilDate;
};

export type RowProblem =
  | ((
      | TextProblem
      | { readonly code: "AMOUNT_NOT_POSITIVE" | "PERIOD_REVERSED" | "DUE_BEFORE_PERIOD" | "NOT_A_NUMBER" }
    ) & { readonly path: readonly string[] })
  | { readonly code: "BILL_NUMBER_TAKEN" };

export type SubmitPorts = UtilityStore & {
  readonly commit: Commit;
  readonly secrets: Secrets;
  readonly actor: Partner;
  readonly now: Instant;
  readonly requestId: string;
};

export const ROWS_MAX = 500;
/** So many rows are written at once. */
const AT_ONCE = 16;
const ATTEMPTS_MAX = 8;
const NAME_LENGTH = { min: 1, max: 60 };

/** Takes a biller's bills, each for itself: a row that is refused stops no other, one taken before stays as it was. */
export async function submitBills(
  ports: SubmitPorts,
  rows: readonly BillRow[],
): Promise<readonly Result<Bill, RowProblem>[]> {
  const outcomes: Result<Bill, RowProblem>[] = [];
  for (let i = 0; i < rows.length; i += AT_ONCE) {
    outcomes.push(...(await Promise.all(rows.slice(i, i + AT_ONCE).map((row) => submitBill(ports, row)))));
  }
  return outcomes;
}

async function submitBill(ports: SubmitPorts, stated: BillRow): Promise<Result<Bill, RowProblem>> {
  const checked = checkRow(stated);
  if (!checked.ok) return checked;
  const row = checked.value;
  const { actor, now, mode } = ports;
  const biller = actor.id;
  const accountId = accountIdOf(biller, row.accountNumber);
  const { number, period, amount, dueOn } = row;
  const fingerprint = fingerprintOf([row.accountNumber, period.from, period.to, amount.toString(), dueOn]);
  const bill: Bill = {
    ...{ id: billIdOf(biller, accountId, number, period.to), account: accountId, biller, number, period },
    ...{ amount, dueOn, status: "DUE", issuedAt: now, revision: 1, fingerprint },
  };
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const [earlier, account] = await Promise.all([
      getBillByNumber(ports, biller, number),
      getUtilityAccount(ports, accountId),
    ]);
    if (earlier)
      return earlier.fingerprint === fingerprint ? ok(earlier) : err({ code: "BILL_NUMBER_TAKEN" });
    const opened = account ? [] : [putUtilityAccount(ports, openAccount(ports, row, accountId))];
    const done = await ports.commit({
      actor,
      action: "utilities.bill.issued",
      aggregate: bill.id,
      table: recordsTable(mode),
      at: now,
      requestId: ports.requestId,
      creates: keys.bill(accountId, placeOf(bill.id)?.position ?? ""),
      writes: [putBill(ports, bill), putBillNumber(ports, bill), ...opened],
      ...(account && account.boundBy.length > 0
        ? {
            event: {
              type: "bill.issued",
              mode,
              to: account.boundBy,
              payload: { about: bill.id, partnerId: biller, amount: formatMoney(amount) },
            },
          }
        : {}),
    });
    if (done.ok) return ok(bill);
    ports.database.forget();
  }
  throw new Error(`bill ${bill.id} could not be written in ${ATTEMPTS_MAX} attempts`);
}

const openAccount = (
  { secrets, actor }: SubmitPorts,
  { accountNumber, holderName }: BillRow,
  id: UtilityAccount["id"],
): UtilityAccount => ({
  ...{ id, biller: actor.id, number: accountNumber, holder: maskName(holderName) },
  ...{ holderProof: holderProofOf(secrets, id, holderName), boundBy: [], revision: 1 },
});

/** Of one account, so that equal names show nowhere. */
export const holderProofOf = (secrets: Secrets, id: UtilityAccount["id"], name: string): string =>
  secrets.sign(`utility-holder\n${id}\n${name.normalize("NFC").trim()}`);

function checkRow(row: BillRow): Result<BillRow, RowProblem> {
  const { accountNumber, number, period, amount, dueOn } = row;
  if (!isBillersNumber(accountNumber)) return err({ code: "NOT_A_NUMBER", path: ["accountNumber"] });
  if (!isBillersNumber(number)) return err({ code: "NOT_A_NUMBER", path: ["number"] });
  const name = checkText(row.holderName, NAME_LENGTH.min, NAME_LENGTH.max);
  if (!name.ok) return err({ ...name.error, path: ["holderName"] });
  if (period.from >= period.to) return err({ code: "PERIOD_REVERSED", path: ["period"] });
  if (dueOn < period.from) return err({ code: "DUE_BEFORE_PERIOD", path: ["dueOn"] });
  if (amount <= 0n) return err({ code: "AMOUNT_NOT_POSITIVE", path: ["amount"] });
  return ok({ ...row, holderName: name.value });
}
