import { decimal } from "./money.ts";

/** "0.026" as "2.6%"; exact, because the point is only moved. */
export function percent(share: string): string {
  const [whole = "0", places = ""] = share.split(".");
  const moved = `${whole}${places.padEnd(2, "0").slice(0, 2)}`.replace(/^(-?)0+(?=\d)/, "$1");
  return `${decimal(`${moved}.${places.slice(2) || "0"}`)}%`;
}

/** Of an amount, in thousands, as far as a picture needs it; the table beside it has the amount. */
export const thousands = (amount: string): number => Number(amount) / 1_000;
