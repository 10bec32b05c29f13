import type { CitizenId } from "../../../kernel/ids.ts";
import { getBalance } from "../../../money/ledger/index.ts";
import { type HeldCard, heldBy } from "../card.ts";
import { getCard, listHeld, type TransitStore } from "../card-store.ts";

/** All cards that a person has ever held, the newest first: two reads deep, balances included. */
export async function listCards(store: TransitStore, holder: CitizenId): Promise<readonly HeldCard[]> {
  const held = await listHeld(store, holder);
  // A failure is met again by who asks for the balance; balances are read beside the cards, not after them.
  for (const id of held) getBalance(store, `card:${id}`).catch(() => undefined);
  const cards = await Promise.all(held.map((id) => getCard(store, id)));
  return cards
    .flatMap((card) => card ?? [])
    .toSorted((a, b) => (a.issuedAt < b.issuedAt ? 1 : a.issuedAt > b.issuedAt ? -1 : 0))
    .map((card) => heldBy(card, holder));
}
