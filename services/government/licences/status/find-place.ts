import type { StatusPlace } from "./licence-status.ts";
import { type LicenceVersion, placeAt } from "./status-place.ts";
import { isTaken, type StatusStore } from "./status-store.ts";

/** With every second place taken, all four draws of a round trip miss once in sixteen times. */
const DRAWN_AT_ONCE = 4;
/** With every second place taken, one grant in a million million finds none in so many. */
const ROUNDS = [...Array(10).keys()];

/**
 * A free place for a version. Two grants may find the same one; then the commit of one does not stand, and it finds another.
 * Throws where so much is taken that more lists have to be opened.
 */
export async function findPlace(store: StatusStore, version: LicenceVersion): Promise<StatusPlace> {
  for (const round of ROUNDS) {
    const drawn = Array.from({ length: DRAWN_AT_ONCE }, (_, i) =>
      placeAt(version, round * DRAWN_AT_ONCE + i + 1),
    );
    // Of one turn, so that they are one call of the database.
    const taken = await Promise.all(drawn.map((place) => isTaken(store, place)));
    const free = drawn.find((_, i) => !taken[i]);
    if (free) return free;
  }
  throw new Error("the status lists are full: more have to be opened");
}
