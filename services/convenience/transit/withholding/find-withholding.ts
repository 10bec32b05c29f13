import { dateAt, monthOf } from "../../../kernel/civil-date.ts";
import { type Fen, ZERO } from "../../../kernel/money.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getAccount } from "../../../money/ledger/index.ts";
import { type Card, type HeldCard, isInUse } from "../card.ts";
import type { TransitStore } from "../card-store.ts";
import { collectedIn } from "../collection.ts";
import { getCollection } from "../collection-store.ts";
import { findRider } from "../find-rider.ts";
import { withholdingOf } from "../rider.ts";
import { owedOn } from "../rides/credit.ts";
import { type Withholding, type WithholdingTerms, withholdingTermsOn } from "../withholding.ts";

/** A contract as its holder reads it. */
export type SignedWithholding = Withholding & {
  /** Ridden, and not collected yet. */
  readonly waiting: Fen;
  readonly collectedInMonth: Fen;
};

/** The contract that stands for a card, with what waits under it. */
export async function findWithholding(
  store: TransitStore,
  { id, citizenId }: HeldCard,
  now: Instant,
): Promise<SignedWithholding | undefined> {
  const contract = withholdingOf(await findRider(store, citizenId), id);
  if (!contract) return undefined;
  const [account, collection] = await Promise.all([
    getAccount(store, `card:${id}`),
    getCollection(store, contract.id),
  ]);
  return {
    ...contract,
    waiting: account ? owedOn(account) : ZERO,
    collectedInMonth: collection ? collectedIn(collection, monthOf(dateAt(now))) : ZERO,
  };
}

/** The terms on which a card's holder would sign today; undefined where none is offered. */
export const termsFor = (card: Card, now: Instant): WithholdingTerms | undefined =>
  isInUse(card) ? withholdingTermsOn(card.region, dateAt(now)) : undefined;
