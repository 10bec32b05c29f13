import type { CitizenId } from "../../../kernel/ids.ts";
import { type Fen, ZERO } from "../../../kernel/money.ts";
import { getBalance } from "../../../money/ledger/index.ts";
import { getPayout, type PayoutView } from "../../../money/payouts/index.ts";
import { type Card, type HeldCard, heldCardOf } from "../card.ts";
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
    .map((card) => heldCardOf(card, holder));
}

/** The amount on a card, and the part of it that is set aside for refunds that have begun. */
export async function readBalance(
  store: TransitStore,
  { id }: Pick<Card, "id">,
): Promise<{ readonly balance: Fen; readonly held: Fen }> {
  const { balance = ZERO, held = ZERO } = (await getBalance(store, `card:${id}`)) ?? {};
  return { balance, held };
}

/** The payouts from a card when it was closed. */
export async function listCardPayouts(
  store: TransitStore,
  { payouts = [] }: Pick<Card, "payouts">,
): Promise<readonly PayoutView[]> {
  const found = await Promise.all(payouts.map((id) => getPayout(store, id)));
  return found.flatMap((payout) => (payout ? { ...payout, mode: store.mode } : []));
}
