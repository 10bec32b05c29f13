import { type Account, getAccount } from "../../../money/ledger/index.ts";
import { getPayout } from "../../../money/payouts/index.ts";
import { type Card, isInUse } from "../card.ts";
import type { TransitStore } from "../card-store.ts";
import { findRider } from "../find-rider.ts";
import type { CardId } from "../ids.ts";
import type { Standing } from "./credit.ts";

/** The money by which a card's rides are judged, as it stands. */
export async function readStanding(store: TransitStore, card: Card): Promise<Standing> {
  const { id, holder, payouts: owed = [] } = card;
  const [account, rider, payouts] = await Promise.all([
    getCardAccount(store, id),
    holder && isInUse(card) ? findRider(store, holder) : undefined,
    Promise.all(owed.map((payout) => getPayout(store, payout))),
  ]);
  const others = rider?.cards.filter((each) => each.id !== id) ?? [];
  return {
    ...{ account, rider, payouts: payouts.flatMap((payout) => payout ?? []) },
    others: await Promise.all(others.map((each) => getCardAccount(store, each.id))),
  };
}

async function getCardAccount(store: TransitStore, id: CardId): Promise<Account> {
  const account = await getAccount(store, `card:${id}`);
  if (!account) throw new Error(`card ${id} has no account`);
  return account;
}
