import { type Fen, fen, formatMoney, ZERO } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";

/**
 * The most that one bill asks for: a hundred million yuan. It is far above any household's or shop's, so that beyond it
 * somebody has mistaken the unit; above what the largest reading comes to by any tariff; and so far below the range in
 * which the ledger is exact that a shard of a biller's account holds ninety thousand of them.
 */
const BILL_AMOUNT_MAX = fen(100_000_000_00n);

export type BillAmountProblem = {
  readonly code: "AMOUNT_NOT_POSITIVE" | "AMOUNT_TOO_LARGE";
  readonly path: readonly string[];
  readonly values: { readonly max: string };
};

/** Whether a bill may be of this amount, as its biller states it. */
export function checkBillAmount(amount: Fen): Result<void, BillAmountProblem> {
  const values = { max: formatMoney(BILL_AMOUNT_MAX) };
  if (amount <= 0n) return err({ code: "AMOUNT_NOT_POSITIVE", path: ["amount"], values });
  return amount > BILL_AMOUNT_MAX
    ? err({ code: "AMOUNT_TOO_LARGE", path: ["amount"], values })
    : ok(undefined);
}

/** The amount of a bill that is to bear a sum: never less than nothing or more than a bill may be; the rest waits for the next. */
export function nearestBillAmount(sum: Fen): Fen {
  if (sum < 0n) return ZERO;
  return sum > BILL_AMOUNT_MAX ? BILL_AMOUNT_MAX : sum;
}
