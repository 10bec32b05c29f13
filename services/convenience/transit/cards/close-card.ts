import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { base32 } from "../../../kernel/ids.ts";
import { fen } from "../../../kernel/money.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type Account,
  balanceOf,
  bookedAs,
  checkAccount,
  getAccount,
  putTransfer,
} from "../../../money/ledger/index.ts";
import {
  findPayableAccount,
  type NotPayable,
  type PayableAccount,
} from "../../../money/payout-accounts/index.ts";
import { OWED_TO_HOLDERS, type Payout, payoutIdOf, payTo, putPayout } from "../../../money/payouts/index.ts";
import { act, type Card } from "../card.ts";
import { putCard } from "../card-store.ts";
import { type CardRefusal, findOwnCard, type HolderPorts } from "../find-card.ts";
import { findRider } from "../find-rider.ts";
import { withoutCard } from "../rider.ts";
import { putRider } from "../rider-store.ts";
import { dueAt } from "../rides/ride.ts";
import { getRideBook } from "../rides/ride-store.ts";

export type CloseRefusal =
  | CardRefusal
  | { readonly code: "CARD_REFUND_UNDER_WAY" | "CARD_RIDE_OPEN" | "CARD_IN_ARREARS" }
  | {
      readonly code: NotPayable["code"] | "PAYOUT_ACCOUNT_NEEDED";
      readonly path: readonly string[];
    };

export type ClosePorts = HolderPorts & { readonly secrets: Secrets };

/**
 * Closes a card and owes its holder what is on it, to be paid to an account that is proven to be theirs; with nothing on
 * it none is needed. A closed card that has got money
 * since, by a top-up that took its time, can be closed again for that; otherwise closing it again changes nothing.
 */
export function closeCard(
  ports: ClosePorts,
  id: string,
  payoutAccount: string | undefined,
): Promise<Result<Card, CloseRefusal>> {
  const { actor, now: at, requestId, mode, database } = ports;
  return decideUntilWritten({
    database,
    about: `card ${id}`,
    read: () => findFilledCard(ports, id),
    decide: async (found) => {
      if (!found) return err({ code: "CARD_NOT_FOUND" });
      const { card, account, book, rider } = found;
      const { balance: value, held } = balanceOf(account);
      const isClosed = card.status === "CLOSED";
      if (isClosed && value === 0n) return unchanged(ok(card));
      const closed = isClosed ? ok({ ...card, revision: card.revision + 1 }) : act(card, "close", at);
      if (!closed.ok) return closed;
      if (book.rides.some((ride) => dueAt(ride) !== undefined)) return err({ code: "CARD_RIDE_OPEN" });
      if (held > 0n) return err({ code: "CARD_REFUND_UNDER_WAY" });
      if (value < 0n) return err({ code: "CARD_IN_ARREARS" });
      const payable = await payableTo(ports, payoutAccount, value);
      if (!payable.ok) return payable;
      if (!payable.value) return ok({ before: card, after: closed.value, account, rider, paid: undefined });
      const payout = payoutOf(ports, closed.value, value, payable.value);
      const after: Card = { ...closed.value, payouts: [...(card.payouts ?? []), payout.id] };
      return ok({ before: card, after, account, rider, paid: { payout, guard: payable.value.guard } });
    },
    write: ({ before, after, account, rider, paid }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: "transit.card.closed",
        writes: [
          putCard(ports, after, before.revision),
          putRider(ports, actor.id, withoutCard(rider, after), rider.revision),
          ...(paid
            ? [
                paid.guard,
                putPayout(ports, paid.payout),
                ...putTransfer(ports, transferTo(paid.payout, account.id), { drains: account }),
              ]
            : [checkAccount(ports, account)]),
        ],
      }),
  });
}

/** A card of the caller's own with what is on it, and its rides. */
async function findFilledCard(ports: ClosePorts, id: string) {
  const card = await findOwnCard(ports, id);
  if (!card) return undefined;
  const [account, book, rider] = await Promise.all([
    getAccount(ports, `card:${card.id}`),
    getRideBook(ports, card.id),
    findRider(ports, ports.actor.id),
  ]);
  if (!account) throw new Error(`card ${card.id} has no account`);
  return { card, account, book, rider };
}

/** Where a card's value is paid to; an account that is named has to be the holder's own even where nothing is. */
async function payableTo(
  ports: ClosePorts,
  named: string | undefined,
  value: Payout["amount"],
): Promise<Result<PayableAccount | undefined, CloseRefusal>> {
  const path = ["payoutAccount"];
  if (named === undefined) {
    return value > 0n ? err({ code: "PAYOUT_ACCOUNT_NEEDED", path }) : ok(undefined);
  }
  const payable = await findPayableAccount(ports, ports.actor.id, named);
  if (!payable.ok) return err({ ...payable.error, path });
  return ok(value > 0n ? payable.value : undefined);
}

/** Its id follows from the card's revision: one closing owes once. */
const payoutOf = (
  { actor, now, secrets }: ClosePorts,
  { id, revision }: Card,
  amount: Payout["amount"],
  { account }: PayableAccount,
): Payout => ({
  id: payoutIdOf(base32(Buffer.from(secrets.sign(`payout\n${id}\n${revision}`), "base64url"))),
  ...{ payee: actor.id, cause: id, amount, status: "OWED", createdAt: now },
  ...payTo(account),
});

function transferTo({ id, amount, createdAt }: Payout, card: Account["id"]) {
  return bookedAs({
    at: createdAt,
    legs: [
      { account: card, amount },
      { account: OWED_TO_HOLDERS, amount: fen(-amount) },
    ],
    reason: "transit.card.closed",
    cause: id,
  });
}
