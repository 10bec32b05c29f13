import type { CitizenId } from "../../kernel/ids.ts";
import { isInUse } from "./card.ts";
import { getCard, listHeld, type TransitStore } from "./card-store.ts";
import type { Rider } from "./rider.ts";
import { getRider } from "./rider-store.ts";

/** A person as a holder of cards. One of before there was a record has the cards in use among all that were ever held. */
export async function findRider(store: TransitStore, holder: CitizenId): Promise<Rider> {
  const rider = await getRider(store, holder);
  if (rider) return rider;
  const held = await Promise.all((await listHeld(store, holder)).map((id) => getCard(store, id)));
  return { cards: held.flatMap((card) => (card && isInUse(card) ? card : [])), revision: 0 };
}
