import type { CivilDate } from "../../../kernel/civil-date.ts";
import { chargebackIdOf } from "../chargebacks/chargeback.ts";
import type { PaymentChannel } from "../payment.ts";
import type { PaymentStore } from "../store.ts";
import { isThrough, movementOf, movementsOn } from "./our-movements.ts";
import { type Difference, differences, type Movement } from "./reconcile-file.ts";

export type Reconciliation = {
  readonly theirs: number;
  readonly ours: number;
  readonly differences: readonly Difference[];
};

/**
 * Compares what a channel says of its day with our books: what we booked of that day, and of what we have not booked,
 * how we have it. Changes nothing: each difference is for a person to look at.
 */
export async function reconcileDay(
  store: PaymentStore,
  channel: PaymentChannel,
  day: CivilDate,
  theirs: readonly Movement[],
): Promise<Reconciliation> {
  const booked = await movementsOn(store, channel, day);
  const known = new Set(booked.map(idOf));
  const others: Movement[] = [];
  for (const id of new Set(theirs.map(idOf))) {
    const found = known.has(id)
      ? undefined
      : await movementOf(store, id.replace(REVERSED, ""), id.endsWith(REVERSED));
    if (found && (await isThrough(store, channel, found))) others.push(found);
  }
  const ours = [...booked, ...others];
  return { theirs: theirs.length, ours: ours.length, differences: differences(theirs, ours) };
}

/** A reversal has the id of what it reverses, and a mark. */
function idOf({ type, refundId, paymentId, channelNumber = "" }: Movement): string {
  if (type === "CHARGEBACK") return chargebackIdOf(paymentId, channelNumber);
  if (type === "REVERSAL") return `${chargebackIdOf(paymentId, channelNumber)}${REVERSED}`;
  return refundId ?? paymentId;
}

const REVERSED = "!";
