import type { CardId } from "../ids.ts";
import { type Boarding, boardingsOf, mergedBoardings, readerOf } from "./boarding.ts";
import { keyOf } from "./pass.ts";
import { type Ride, tripIdOf } from "./ride.ts";

const readsOf = (bus: Boarding): string => boardingsOf(bus).map(keyOf).join("\n");

/**
 * The rides with one more read of a bus, wherever in time it belongs: reads by one reader within seconds are one ride, as
 * long as the operator names the reader and does not say that it has let one more person ride. A ride keeps its id with
 * the read that was its first.
 */
export function withBoarding(rides: readonly Ride[], boarding: Boarding, card: CardId): readonly Ride[] {
  const reader = readerOf(boarding);
  const isRead = ({ bus }: Ride): boolean =>
    bus !== undefined && reader !== undefined && readerOf(bus) === reader;
  const known = rides.flatMap((ride) => (ride.bus && isRead(ride) ? [[keyOf(ride.bus), ride] as const] : []));
  const rideOf = new Map(known);
  const reads = known.flatMap(([, { bus }]) => (bus ? boardingsOf(bus) : []));
  const merged = mergedBoardings([...reads, boarding]).map((bus): Ride => {
    const [before] = boardingsOf(bus).flatMap((read) => rideOf.get(keyOf(read)) ?? []);
    if (!before) return { id: tripIdOf(boarding.operator, boarding.tap), card, listedAt: bus.at, bus };
    return before.bus && readsOf(before.bus) === readsOf(bus) ? before : { ...before, bus };
  });
  return [...rides.filter((ride) => !isRead(ride)), ...merged];
}
