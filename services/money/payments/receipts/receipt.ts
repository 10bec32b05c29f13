import { checkCharacterOf } from "../../../field/check-character.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { addMoney, type Fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { BilledFor } from "../billed-for.ts";
import type { PaymentId } from "../ids.ts";
import { type PaidPart, type Payment, wasPaid } from "../payment.ts";
import { type VatRule, vatRuleOn, withoutTax } from "../vat.ts";

/** The content of a payment's receipt. No invoice (发票): that is the biller's to issue. */
export type Receipt = {
  readonly number: string;
  readonly issuedAt: Instant;
  /** As far as the reader may know who paid; undefined where the platform knows no name. */
  readonly payer?: string | undefined;
  readonly amount: Fen;
  /** `withoutTax`, `tax` and `notTaxed` together are the amount, to the fen. */
  readonly withoutTax: Fen;
  readonly tax: Fen;
  /** The part on which no tax is charged. */
  readonly notTaxed: Fen;
  /** The amount that has gone back, or is about to. */
  readonly refunded: Fen;
  readonly lines: readonly ReceiptLine[];
};

export type ReceiptLine = {
  /** The id of what was paid. */
  readonly about: string;
  readonly bill: BilledFor["bill"];
  readonly amount: Fen;
  /** The part of the amount that is a fee for paying late. */
  readonly lateFee: Fen;
  readonly refunded: Fen;
  readonly withoutTax: Fen;
  readonly tax: Fen;
  readonly rule: VatRule;
};

/**
 * A receipt's number, made of its payment alone, so that nothing is counted and nothing more is written: the day of the
 * receipt in Shanghai, the payment's id without its prefix (80 bits, as unique as the payment), and a check character
 * over both, for one who reads it out: "20261123-4G7K0M2QX9TB5WZD-7".
 */
export function receiptNumber(payment: PaymentId, issuedAt: Instant): string {
  const day = dateAt(issuedAt).replaceAll("-", "");
  const own = payment.slice("pay_".length).toUpperCase();
  return `${day}-${own}-${checkCharacterOf(`${day}${own}`)}`;
}

/** A payment's receipt; undefined until money has come. `billed` says what each part of it was for. */
export function receiptOf(
  payment: Payment,
  payer: string | undefined,
  billed: (part: PaidPart) => BilledFor,
): Receipt | undefined {
  const { id, endedAt, purpose, amount, refunded } = payment;
  if (!wasPaid(payment) || !endedAt) return undefined;
  const day = dateAt(endedAt);
  const lines = purpose.parts.map((part) => lineOf(part, billed(part), day));
  const sum = (of: "withoutTax" | "tax", isTaxed: boolean): Fen =>
    addMoney(
      ...lines.filter(({ rule }) => (rule.treatment !== "NOT_TAXED") === isTaxed).map((line) => line[of]),
    );
  return {
    ...{ number: receiptNumber(id, endedAt), issuedAt: endedAt, payer, amount, refunded, lines },
    ...{ withoutTax: sum("withoutTax", true), tax: sum("tax", true), notTaxed: sum("withoutTax", false) },
  };
}

function lineOf(
  { about, amount, lateFee = ZERO, refunded }: PaidPart,
  { supply, bill }: BilledFor,
  day: CivilDate,
): ReceiptLine {
  const rule = vatRuleOn(supply, day);
  return { about, bill, amount, lateFee, refunded, rule, ...withoutTax(amount, rule) };
}
