import { CURRENCY } from "../../../kernel/money.ts";
import type { BookPorts } from "../differences/book-difference.ts";
import {
  hasBeenInSuspense,
  keepChargeback,
  takeChargebackBack,
} from "../differences/chargeback-in-suspense.ts";
import type { Difference } from "../differences/difference.ts";
import type { ChannelName } from "../payment.ts";
import type { Difference as Found, Movement } from "./reconcile-file.ts";

type BookedChargebacks = { readonly booked: readonly Difference[]; readonly left: readonly Found[] };

/**
 * Books the chargebacks of a channel's day that the books do not have: of a payment that was given back already, of money
 * that was never expected, or of nothing that is known. The channel keeps that money, so it waits on suspense. One that is
 * reversed, or that the books have by now, is taken back; all else is left.
 */
export async function bookChargebacks(
  ports: BookPorts,
  channel: ChannelName,
  theirs: readonly Movement[],
  differences: readonly Found[],
): Promise<BookedChargebacks> {
  const told = new Set(differences.flatMap((found) => ("theirs" in found ? [found.theirs] : [])));
  const booked: Difference[] = [];
  const left: Found[] = [];
  const ofChargebacks = differences.filter(isOfChargeback);
  // Chargebacks first: a reversal is of one of them, or of one of an earlier day.
  for (const found of [...ofChargebacks.filter(isKept), ...ofChargebacks.filter((one) => !isKept(one))]) {
    const row = found.kind === "MISSING_HERE" ? found.theirs : undefined;
    const isKnown = row !== undefined && (await hasBeenInSuspense(ports, channel, row));
    if (row && isKept(found) && !isKnown) booked.push(...(await keepChargeback(ports, channel, row)));
    else if (!isKnown) left.push(found);
  }
  for (const row of theirs) {
    const isOver = row.type === "REVERSAL" || (row.type === "CHARGEBACK" && !told.has(row));
    if (isOver) booked.push(...(await takeChargebackBack(ports, channel, row)));
  }
  return { booked, left };
}

/** The channel has kept the money of a charge, in the books' currency. */
const isKept = (found: Found): boolean =>
  found.kind === "MISSING_HERE" && found.theirs.type === "CHARGEBACK" && found.theirs.currency === CURRENCY;

export const isOfChargeback = (found: Found): boolean => {
  const { type } = "theirs" in found ? found.theirs : found.ours;
  return type === "CHARGEBACK" || type === "REVERSAL";
};
