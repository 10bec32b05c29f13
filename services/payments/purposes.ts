import { fen } from "../platform/money.ts";
import type { Payment } from "./payment.ts";
import type { PurposeWrites, Settlement } from "./purpose.ts";

/** Money for a stored value: nobody else wants the same, so there is nothing to keep from others. */
export const topUps: PurposeWrites = {
  begin: async () => [],
  settle: async (payment) => credited(payment),
  payAtOnce: async (payment) => credited(payment),
  release: async () => [],
};

function credited({ purpose, amount, id }: Payment): Settlement {
  if (purpose.kind !== "TOP_UP") throw new Error(`payment ${id} tops up nothing`);
  return { credits: [{ account: `card:${purpose.card}`, amount: fen(-amount) }], writes: [] };
}
