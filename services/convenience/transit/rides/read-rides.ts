import type { Card } from "../card.ts";
import type { TransitStore } from "../card-store.ts";
import { getCardEntitlement } from "../entitlements/entitlement-store.ts";
import { readStanding } from "./read-standing.ts";
import { getRideBook } from "./ride-store.ts";

/** The rides of a card, the entitlement by which they are priced, and the money by which they are judged: at once. */
export async function readRides(store: TransitStore, card: Card) {
  const [book, entitlement, standing] = await Promise.all([
    getRideBook(store, card.id),
    getCardEntitlement(store, card),
    readStanding(store, card),
  ]);
  return { book, entitlement, standing };
}
