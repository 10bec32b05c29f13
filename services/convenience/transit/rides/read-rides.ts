import type { Card } from "../card.ts";
import type { TransitStore } from "../card-store.ts";
import { getClearing } from "../clearing/clearing-store.ts";
import { getCardEntitlement } from "../entitlements/entitlement-store.ts";
import { readFareRules } from "../tariffs/read-tariffs.ts";
import { readStanding } from "./read-standing.ts";
import { getRideBook } from "./ride-store.ts";

/** All by which the rides of a card are decided: the entitlement, the fares, the money and the rule of clearing, at once. */
export async function readRides(store: TransitStore, card: Card) {
  const [book, entitlement, standing, clearing, rules] = await Promise.all([
    getRideBook(store, card.id),
    getCardEntitlement(store, card),
    readStanding(store, card),
    getClearing(store.database, card.region),
    readFareRules(store, card.region),
  ]);
  return { book, entitlement, standing, clearing, rules };
}
