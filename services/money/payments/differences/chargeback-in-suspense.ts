import { type Fen, fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ChannelName } from "../payment.ts";
import { type BookPorts, bookDifference } from "./book-difference.ts";
import { type Difference, differenceIdOf, type Line, type Said } from "./difference.ts";
import { getDifference } from "./difference-store.ts";

/** A chargeback as a channel names it. */
type Named = { readonly paymentId: string; readonly channelNumber?: string | undefined };

/** Books money that a channel has kept for a chargeback that no payment here bears. */
export const keepChargeback = (
  ports: BookPorts,
  channel: ChannelName,
  row: Named & { readonly at: Instant; readonly amount: Fen },
): Promise<readonly Difference[]> => book(ports, saidOf(row, channel, fen(-row.amount)));

/** Takes a chargeback out of suspense where it waits there, because the books have it or because it was reversed. */
export async function takeChargebackBack(
  ports: BookPorts,
  channel: ChannelName,
  row: Named & { readonly at: Instant },
): Promise<readonly Difference[]> {
  const isThere = await hasBeenInSuspense(ports, channel, row);
  return isThere ? book(ports, saidOf(row, channel, ZERO)) : [];
}

/** A chargeback is booked there once, whatever has become of it. */
export const hasBeenInSuspense = async (
  ports: BookPorts,
  channel: ChannelName,
  row: Named,
): Promise<boolean> =>
  (await getDifference(ports, differenceIdOf({ ...lineOf(row), channel }, 1))) !== undefined;

const lineOf = ({ paymentId, channelNumber }: Named): Line => ({
  ...{ type: "CHARGEBACK", paymentId, channelNumber },
});

const saidOf = (row: Named & { readonly at: Instant }, channel: ChannelName, effect: Fen): Said => ({
  ...{ ...lineOf(row), channel, kind: "UNKNOWN_CHARGEBACK", movedAt: row.at, source: "DAY_FILE" },
  effect,
});

async function book(ports: BookPorts, said: Said): Promise<readonly Difference[]> {
  const booked = await bookDifference(ports, said);
  return booked ? [booked] : [];
}
