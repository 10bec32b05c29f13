import { maskName } from "../../../field/mask-name.ts";
import type { Partner } from "../../../kernel/actor.ts";
import type { Commit, Stale } from "../../../kernel/commit/commit.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { formatMoney } from "../../../kernel/money.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { taskFor } from "../automatic-payment.ts";
import { putTask } from "../automatic-payment-store.ts";
import { type Bill, isBillersNumber, placeOf } from "../bill.ts";
import { utilityKeys } from "../keys.ts";
import { putBill, putBillNumber, type UtilityStore } from "../store.ts";
import type { UtilityAccount } from "../utility-account.ts";

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
          readonly code:
            | "AMOUNT_NOT_POSITIVE"
            | "PERIOD_REVERSED"
            | "DUE_BEFORE_PERIOD"
            | "NOT_A_NUMBER"
            | "NOT_A_BILLER";
        }
    ) & { readonly path: readonly string[] })
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

/** A number that was taken before stands for what was said then, and for nothing else. */
export const repeatOutcome = (earlier: Bill, fingerprint: string): Result<Bill, RowProblem> =>
  earlier.fingerprint === fingerprint ? ok(earlier) : err({ code: "BILL_NUMBER_TAKEN" });

/** An account as its first bill or reading makes it. */
export const openAccount = (
  { secrets, actor }: IssuePorts,
  { accountNumber, holderName }: IssuedRow,
  id: UtilityAccount["id"],
): UtilityAccount => ({
  ...{ id, biller: actor.id, number: accountNumber, holder: maskName(holderName) },
  ...{ holderProof: holderProofOf(secrets, id, holderName), boundBy: [] },
  ...{ householdClass: "GENERAL", revision: 1 },
});

/** The proof of a holder's name for one account, so that equal names show nowhere. */
export const holderProofOf = (secrets: Secrets, id: UtilityAccount["id"], name: string): string =>
  secrets.sign(`utility-holder\n${id}\n${name.normalize("NFC").trim()}`);

/** Writes a new bill, and tells those who have bound its account. */
export function issueBill(
  ports: IssuePorts,
  bill: Bill,
  { boundBy, automatic }: Pick<UtilityAccount, "boundBy" | "automatic">,
  others: readonly TransactItem[],
): Promise<Result<void, Stale>> {
  const { mode, actor, now: at, requestId } = ports;
  const { id, account, biller, amount } = bill;
  const payload = { about: id, partnerId: biller, amount: formatMoney(amount) };
  return ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    action: "utilities.bill.issued",
    creates: utilityKeys.bill(account, placeOf(id)?.position ?? ""),
    writes: [
      putBill(ports, bill),
      putBillNumber(ports, bill),
      ...(automatic ? [putTask(ports, taskFor(bill, at))] : []),
      ...others,
    ],
    ...(boundBy.length > 0 ? { event: { type: "bill.issued", mode, to: boundBy, payload } } : {}),
  });
}
