import type { OfferedAccount } from "./offered.ts";

/** An account as its owner knows it. */
export const accountText = ({ bank, maskedNumber }: Pick<OfferedAccount, "bank" | "maskedNumber">): string =>
  bank ? `${bank} ${maskedNumber}` : maskedNumber;
