import type { SettledKind } from "./ids.ts";

/** The kinds by the words that callers know, and back. */
export const KIND_NAMED = { BILLER: "biller", OPERATOR: "operator" } as const satisfies Readonly<
  Record<string, SettledKind>
>;
export const KIND_NAMES = { biller: "BILLER", operator: "OPERATOR" } as const satisfies Record<
  SettledKind,
  keyof typeof KIND_NAMED
>;
