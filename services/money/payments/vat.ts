import { type CivilDate, date } from "../../kernel/civil-date.ts";
import { type Decimal, decimal, scaleOf } from "../../kernel/decimal.ts";
import { divideRounded, type Fen, fen, ZERO } from "../../kernel/money.ts";

/** The supply that a payer gets for the money. */
export type Supply = "WATER" | "ELECTRICITY" | "GAS" | "STORED_VALUE";

export const VAT_TREATMENTS = ["GENERAL", "SIMPLIFIED", "NOT_TAXED"] as const;
export type VatTreatment = (typeof VAT_TREATMENTS)[number];

/** How a supply to a household is taxed from a day on, until the next row of it. */
export type VatRule = {
  readonly supply: Supply;
  readonly treatment: VatTreatment;
  /** Hundredths of the price without tax; zero where nothing is taxed. */
  readonly percent: Decimal;
  readonly effectiveFrom: CivilDate;
  readonly source: string;
};

/**
 * Value-added tax (增值税), as published. A price that a household pays holds it; a fee for paying late belongs to the
 * price (价外费用: implementing rules of the VAT regulations, art. 12; from 2026 the VAT Law, art. 17: all that is paid
 * for a supply) and is taxed at its rate. Earlier rows than the platform needs are left out.
 *
 * A bill is taken as one supply. The part of a water price besides water (in Beijing the water resource tax and the
 * sewage fee) is not told apart: billers do not state it, and the biller's own invoice (发票) is what counts for tax.
 */
const VAT_RULES: readonly VatRule[] = [
  {
    ...{ supply: "WATER", treatment: "SIMPLIFIED", percent: decimal("3") },
    effectiveFrom: date("2014-07-01"),
    source:
      "财税〔2014〕57号：自来水公司销售自来水按简易办法依照3%征收率（《增值税法》第十一条征收率亦为3%）",
  },
  {
    ...{ supply: "ELECTRICITY", treatment: "GENERAL", percent: decimal("13") },
    effectiveFrom: date("2019-04-01"),
    source: "财政部 税务总局 海关总署公告2019年第39号",
  },
  {
    ...{ supply: "ELECTRICITY", treatment: "GENERAL", percent: decimal("13") },
    effectiveFrom: date("2026-01-01"),
    source: "《增值税法》第十条第一项",
  },
  {
    ...{ supply: "GAS", treatment: "GENERAL", percent: decimal("9") },
    effectiveFrom: date("2019-04-01"),
    source: "财政部 税务总局 海关总署公告2019年第39号",
  },
  {
    ...{ supply: "GAS", treatment: "GENERAL", percent: decimal("9") },
    effectiveFrom: date("2026-01-01"),
    source: "《增值税法》第十条第二项（天然气）",
  },
  {
    ...{ supply: "STORED_VALUE", treatment: "NOT_TAXED", percent: decimal("0") },
    effectiveFrom: date("2016-09-01"),
    source: "国家税务总局公告2016年第53号：预付卡充值不征税（编码601 预付卡销售和充值）",
  },
];

/** The rule in force on the day of the payment, on which the tax becomes due. Throws for days before all rules. */
export function vatRuleOn(supply: Supply, day: CivilDate): VatRule {
  const inForce = VAT_RULES.filter((rule) => rule.supply === supply && rule.effectiveFrom <= day);
  const [latest] = inForce.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1));
  if (!latest) throw new Error(`no rule says how ${supply} was taxed on ${day}`);
  return latest;
}

/** A price and the tax in it: both together are what was paid, to the fen. */
export type Taxed = { readonly withoutTax: Fen; readonly tax: Fen };

/** Takes the tax out of what was paid (价税分离): the price is rounded to the fen, half a fen up, and the rest is tax. */
export function withoutTax(paid: Fen, { treatment, percent }: VatRule): Taxed {
  if (treatment === "NOT_TAXED") return { withoutTax: paid, tax: ZERO };
  const hundred = 100n * scaleOf(percent);
  const price = fen(divideRounded(paid * hundred, hundred + percent.units));
  return { withoutTax: price, tax: fen(paid - price) };
}
