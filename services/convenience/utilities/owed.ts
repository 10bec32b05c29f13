import type { CivilDate } from "../../kernel/civil-date.ts";
import { addMoney, type Fen, fen, least, ZERO } from "../../kernel/money.ts";
import type { PaymentId } from "../../money/payments/index.ts";
import { type LateFee, lateFeeBetween, lateFeeCap } from "./late-fee.ts";

/** The part of a bill that a payment has paid, and when it was begun. */
export type Part = { readonly payment: PaymentId; readonly on: CivilDate; readonly amount: Fen };

/** The statements of a bill about its price. */
export type Terms = {
  readonly amount: Fen;
  readonly dueOn: CivilDate;
  readonly lateFee?: LateFee | undefined;
};

/** The debt of a bill: of its amount, and of the fee for paying late. */
export type Owed = { readonly principal: Fen; readonly lateFee: Fen };

type Standing = Owed & {
  /** Up to here the fee has been counted. */
  readonly countedTo: CivilDate;
  /** The fee so far, paid or not, and what it was first counted on. */
  readonly charged: Fen;
  readonly overdue?: Fen | undefined;
};

/**
 * The debt on a day after parts of it were paid, in their order. The fee for paying late grows on the part of the
 * amount is unpaid, day by day, so a part paid in time, or within the days of grace, never bears any. A part pays the
 * fee that has grown by then first, and of the amount what it is more (the order of the Civil Code, art. 561). The cap
 * is of what was unpaid when the fee began. Each time it is counted the fee is rounded to the fen, half a fen up.
 */
export function owedAfter(terms: Terms, parts: readonly Part[], day: CivilDate): Owed {
  let standing: Standing = {
    ...{ principal: terms.amount, lateFee: ZERO, charged: ZERO, countedTo: terms.dueOn },
  };
  for (const { on, amount } of parts) standing = takePart(addFee(standing, terms, on), amount);
  const { principal, lateFee } = addFee(standing, terms, day);
  return { principal, lateFee };
}

function addFee(standing: Standing, { lateFee: rule, dueOn }: Terms, on: CivilDate): Standing {
  const { principal, countedTo, overdue = principal, charged } = standing;
  const fee = lateFeeBetween(rule, principal, { dueOn, from: countedTo, to: on });
  if (!rule || fee === undefined) return standing;
  const left = fen(lateFeeCap(rule, overdue) - charged);
  const added = least(fee, left);
  return {
    ...{ principal, overdue, countedTo: on },
    ...{ lateFee: addMoney(standing.lateFee, added), charged: addMoney(charged, added) },
  };
}

function takePart(standing: Standing, amount: Fen): Standing {
  const toFee = least(amount, standing.lateFee);
  return {
    ...standing,
    lateFee: fen(standing.lateFee - toFee),
    principal: fen(standing.principal - (amount - toFee)),
  };
}
