import type { CitizenId } from "../../../kernel/ids.ts";
import { type Fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getAccount, getBalance } from "../../../money/ledger/index.ts";
import { getPayout, type PayoutView } from "../../../money/payouts/index.ts";
import { type Card, type HeldCard, heldCardOf } from "../card.ts";
import { getCard, listHeld, type TransitStore } from "../card-store.ts";
import { getCardEntitlement } from "../entitlements/entitlement-store.ts";
import { findRider } from "../find-rider.ts";
import { arrearsOf, mayEnter } from "../rides/credit.ts";
import { lowestPrice, passengerOf } from "../rides/entry.ts";
import { readStanding } from "../rides/read-standing.ts";
import { readFareRules } from "../tariffs/read-tariffs.ts";
import { pendingOf } from "./top-up-book.ts";
import { getTopUps } from "./top-up-store.ts";

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

/** The money that is being paid in, and not on the card yet. */
export const readIncoming = async (store: TransitStore, card: Card["id"]): Promise<Fen> =>
  pendingOf(await getTopUps(store, card));

/** Why a gate of its region does not let a card in, and the figures behind it; undefined where it does. */
export async function findEntryProblem(store: TransitStore, card: Card, now: Instant) {
  if (card.status !== "ACTIVE") return undefined;
  const [standing, entitlement, rules] = await Promise.all([
    readStanding(store, card),
    getCardEntitlement(store, card),
    readFareRules(store, card.region),
  ]);
  const minimum = lowestPrice(passengerOf(card, entitlement, rules), now);
  const may = mayEnter(standing, minimum);
  return may.ok
    ? undefined
    : { ...may.error, minimum, arrears: arrearsOf([standing.account, ...standing.others]) };
}

/** All that a person owes for rides, over all cards in use. */
export async function readArrears(store: TransitStore, holder: CitizenId): Promise<Fen> {
  const { cards } = await findRider(store, holder);
  const accounts = await Promise.all(cards.map(({ id }) => getAccount(store, `card:${id}`)));
  return arrearsOf(accounts.flatMap((account) => account ?? []));
}

/** The payouts from a card when it was closed. */
export async function listCardPayouts(
  store: TransitStore,
  { payouts = [] }: Pick<Card, "payouts">,
): Promise<readonly PayoutView[]> {
  const found = await Promise.all(payouts.map((id) => getPayout(store, id)));
  return found.flatMap((payout) => (payout ? { ...payout, mode: store.mode } : []));
}
