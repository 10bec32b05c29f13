import type { FormatName } from "./form-formats.ts";
import type { Schema } from "./form-parts.ts";

/** How each format is written, by a value that it takes and that is nobody's. */
export const FORMAT_EXAMPLES: Readonly<Record<Exclude<FormatName, "payout-account">, string>> = {
  "citizen-id": "11010519491231002X",
  "credit-code": "11100000000013338W",
  region: "110105",
  "mobile-cn": "13800138000",
  "bank-account": "6222020200012345678",
  money: "4500.00",
  date: "2026-03-02",
  time: "09:30:00+08:00",
  "date-time": "2026-03-02T09:30:00+08:00",
  email: "name@example.com",
  uri: "https://example.com/",
};

const examples: ReadonlyMap<unknown, string> = new Map(Object.entries(FORMAT_EXAMPLES));

/** How a field is written: the first of its own examples, or its format's. */
export function exampleOf({ examples: own, format }: Schema): string | undefined {
  const [first]: readonly unknown[] = Array.isArray(own) ? own : [];
  return typeof first === "string" ? first : examples.get(format);
}
