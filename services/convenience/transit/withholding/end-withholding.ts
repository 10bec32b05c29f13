import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { type Account, checkAccount } from "../../../money/ledger/index.ts";
import { findOwnPayment, isOpen } from "../../../money/payments/index.ts";
import type { Card } from "../card.ts";
import type { Collection } from "../collection.ts";
import { getCollection, putCollection } from "../collection-store.ts";
import { findOwnCard, type HolderPorts } from "../find-card.ts";
import { withholdingOf, withWithholding } from "../rider.ts";
import { putRider } from "../rider-store.ts";
import { owedOn } from "../rides/credit.ts";
import { readStanding } from "../rides/read-standing.ts";
import { dueAt } from "../rides/ride.ts";
import { getRideBook, putRideBook } from "../rides/ride-store.ts";
import type { Withholding } from "../withholding.ts";
import { paymentIdOf } from "./collect-fares.ts";

export type EndRefusal = {
  /** COLLECTION_UNDER_WAY: fares wait to be collected, or are being collected. */
  readonly code: "CARD_NOT_FOUND" | "CARD_RIDE_OPEN" | "CARD_IN_ARREARS" | "COLLECTION_UNDER_WAY";
};

/**
 * Ends the contract of a card: nothing is collected any more, and gates ask for a balance again. All that was ridden under
 * it is settled first; a card that has none stays as it is.
 */
export function endWithholding(ports: HolderPorts, id: string): Promise<Result<Card, EndRefusal>> {
  const { actor, now: at, requestId, mode, database } = ports;
  return decideUntilWritten({
    database,
    about: `the contract of card ${id}`,
    read: () => findSigned(ports, id),
    decide: async (found) => {
      if (!found) return err({ code: "CARD_NOT_FOUND" });
      const { card, book, standing } = found;
      const { rider, account } = standing;
      const contract = withholdingOf(rider, card.id);
      if (!rider || !contract) return unchanged(ok(card));
      if (book.rides.some((ride) => dueAt(ride) !== undefined)) return err({ code: "CARD_RIDE_OPEN" });
      // After the account: from both it follows whether a payment can have begun since.
      const collection = await getCollection(ports, contract.id);
      if (!collection) throw new Error(`the collection of ${contract.id} is gone`);
      const code = await whatWaits(ports, { contract, account, collection });
      if (code) return err({ code });
      const after = withWithholding(rider, card.id, undefined);
      return ok({ before: rider, after, account, book, collection, answer: card });
    },
    write: ({ before, after, account, book, collection, answer: card }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
        action: "transit.withholding.ended",
        writes: [
          putRider(ports, actor.id, after, before.revision),
          checkAccount(ports, account),
          putCollection(ports, withoutDue(collection), collection.revision),
          // A ride that begins meanwhile begins before this, or without the contract.
          putRideBook(ports, card.id, { ...book, revision: book.revision + 1 }, book.revision),
        ],
      }),
  });
}

async function findSigned(ports: HolderPorts, id: string) {
  const card = await findOwnCard(ports, id);
  if (!card) return undefined;
  const [standing, book] = await Promise.all([readStanding(ports, card), getRideBook(ports, card.id)]);
  return { card, standing, book };
}

const withoutDue = (collection: Collection): Collection => ({
  ...{ ...collection, dueAt: undefined, revision: collection.revision + 1 },
});

type Collected = {
  readonly contract: Withholding;
  readonly account: Account;
  readonly collection: Collection;
};

async function whatWaits(
  ports: HolderPorts,
  { contract, account, collection }: Collected,
): Promise<"CARD_IN_ARREARS" | "COLLECTION_UNDER_WAY" | undefined> {
  if (owedOn(account) > 0n) return contract.refusedAt ? "CARD_IN_ARREARS" : "COLLECTION_UNDER_WAY";
  const payment = await findOwnPayment(ports, paymentIdOf(ports.mode, collection));
  return payment && isOpen(payment) ? "COLLECTION_UNDER_WAY" : undefined;
}
