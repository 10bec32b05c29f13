/** An amount as the API has it ("-1234.50"), as people read it: "−¥1,234.50". */
export function yuan(amount: string): string {
  const [whole = "0", cents = "00"] = amount.replace(/^-/, "").split(".");
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ",");
  return `${amount.startsWith("-") ? "−" : ""}¥${grouped}.${cents}`;
}

/** Exact, because an amount is counted in fen. */
export function sumOf(amounts: readonly string[]): string {
  const fen = amounts.reduce((sum, amount) => sum + fenOf(amount), 0n);
  const digits = String(fen < 0n ? -fen : fen).padStart(3, "0");
  return `${fen < 0n ? "-" : ""}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function fenOf(amount: string): bigint {
  const [, sign, whole = "0", cents = ""] = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(amount) ?? [];
  const fen = BigInt(whole) * 100n + BigInt(cents.padEnd(2, "0"));
  return sign ? -fen : fen;
}

/** "105.5" as people read it, whatever zeros stand behind. */
export const decimal = (value: string): string => (value.includes(".") ? value.replace(/\.?0+$/, "") : value);

/** A text that was typed, as the API takes an amount: "35" as "35.00". Undefined for what is no amount. */
export function amountOf(typed: string): string | undefined {
  const text = typed.trim();
  return /^\d{1,9}(\.\d{1,2})?$/.test(text) ? sumOf([text]) : undefined;
}

/** "0.00". */
export const isNothing = (amount: string): boolean => /^0*\.?0*$/.test(amount);
