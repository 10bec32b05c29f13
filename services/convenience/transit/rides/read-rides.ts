import type { Card } from "../card.ts";
import type { TransitStore } from "../card-store.ts";
import { getCardEntitlement } from "../entitlements/entitlement-store.ts";
import { getRideBook } from "./ride-store.ts";

/** The rides of a card, and the entitlement by which they are priced: one call for both. */
export async function readRides(store: TransitStore, card: Card) {
  const [book, entitlement] = await Promise.all([
    getRideBook(store, card.id),
    getCardEntitlement(store, card),
  ]);
  return { book, entitlement };
}
