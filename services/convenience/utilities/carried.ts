import { addMoney, type Fen, fen, ZERO } from "../../kernel/money.ts";
import { type Bill, withPrice } from "./bill.ts";
import type { UtilityAccount } from "./utility-account.ts";

/** A bill at its own price, and the tenancy that it is of. */
type Charged = { readonly bill: Bill; readonly tenancy: UtilityAccount };

/**
 * The bill with what waits for it: it bears what earlier bills lack, and a credit pays it as far as it goes. A bill of
 * which a credit pays all is paid; what is left waits for the next. One whose own price is below nothing, because an
 * estimate was too high, gives the rest to the credit.
 */
export function takeWaiting(bill: Bill, tenancy: UtilityAccount): Charged {
  const next = withPrice(bill, bill.amount, tenancy.waiting ?? ZERO);
  return { bill: next, tenancy: addWaiting(tenancy, fen(-(next.carried ?? ZERO))) };
}

/** The tenancy with so much more for its next bill to bear; less than nothing is a credit. */
export function addWaiting(tenancy: UtilityAccount, more: Fen): UtilityAccount {
  if (more === 0n) return tenancy;
  const next = { ...tenancy, waiting: addMoney(tenancy.waiting ?? ZERO, more) };
  return creditOf(next) > 0n ? { ...next, hasCredit: true } : next;
}

/** The biller's debt to the holder. */
export const creditOf = ({ waiting = ZERO }: Pick<UtilityAccount, "waiting">): Fen =>
  waiting < 0n ? fen(-waiting) : ZERO;
