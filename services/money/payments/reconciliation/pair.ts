import type { Line } from "../differences/difference-kinds.ts";
import type { Difference as Found, Movement } from "./reconcile-file.ts";

/** A movement as the channel and our books have it, one of them at least. */
export type Pair = { readonly theirs?: Movement | undefined; readonly ours?: Movement | undefined };

export const pairOf = (found: Found): Pair => ({
  theirs: "theirs" in found ? found.theirs : undefined,
  ours: "ours" in found ? found.ours : undefined,
});

/** A pair that differs in amount and state is listed twice, and booked once. */
export function pairsOf(differences: readonly Found[]): readonly Pair[] {
  const pairs = differences.map(pairOf);
  return pairs.filter(
    ({ theirs, ours }, i) => pairs.findIndex((one) => one.theirs === theirs && one.ours === ours) === i,
  );
}

/**
 * Neither side is under way. Or it has ended here and not there, so that the channel does not have it yet; or the channel has ended
 * what is open here, with other money than was ordered, which no answer of it can put right.
 */
export const isBookable = (pair: Pair): boolean =>
  (pair.ours?.state !== "PENDING" &&
    (pair.theirs?.state !== "PENDING" || pair.ours?.state === "SUCCEEDED")) ||
  hasEndedOtherwise(pair);

export const hasEndedOtherwise = ({ theirs, ours }: Pair): boolean =>
  theirs?.state === "SUCCEEDED" &&
  ours?.state === "PENDING" &&
  (theirs.amount !== ours.amount || theirs.currency !== ours.currency);

/** The channel's movement, or ours where the channel has none. */
export function sideOf({ theirs, ours }: Pair): Movement {
  const side = theirs ?? ours;
  if (!side) throw new Error("a difference of nothing");
  return side;
}

/** The channel's line names it; ours where the channel has none. */
export function lineOf(pair: Pair): Line {
  const { theirs, ours } = pair;
  const { type, paymentId, refundId } = sideOf(pair);
  return { type, paymentId, refundId, channelNumber: theirs?.channelNumber ?? ours?.channelNumber };
}

export const lineName = ({ type, paymentId, refundId = "", channelNumber = "" }: Line): string =>
  [type, paymentId, refundId, channelNumber].join(" ");
