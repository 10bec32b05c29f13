import type { OfferedAccount } from "./form-view.ts";

/** An account as its owner knows it. */
export const accountText = ({ bank, maskedNumber }: Pick<OfferedAccount, "bank" | "maskedNumber">): string =>
  bank ? `${bank} ${maskedNumber}` : maskedNumber;
