import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import { ledgerTable, recordsTable } from "../../../kernel/database/tables.ts";
import { fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type Account,
  balanceOf,
  bookedAs,
  checkAccount,
  getAccount,
  putTransfer,
} from "../../../money/ledger/index.ts";
import { act, type Card } from "../card.ts";
import { putCard } from "../card-store.ts";
import { provenOf } from "../entitlements/entitlement.ts";
import { type CardRefusal, findOwnCard, type HolderPorts } from "../find-card.ts";
import { findRider } from "../find-rider.ts";
import { transitKeys } from "../keys.ts";
import { withReplacement } from "../rider.ts";
import { getRideBook, putRideBook } from "../rides/ride-store.ts";
import { findNumber, newCard, putCardAccount, putNewCard, type RiderChange } from "./issue-card.ts";
import type { TopUpBook } from "./top-up-book.ts";
import { getTopUps, putTopUps } from "./top-up-store.ts";

export type ReplaceRefusal =
  | CardRefusal
  | { readonly code: "CARD_REFUND_UNDER_WAY" }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/**
 * Gives a holder a new card for one that was lost or is worn out: value or arrears, open rides, payments under way and what was
 * spent in the month move to it in one commit, and taps of the old card that come in later are charged to it.
 */
export function replaceCard(
  ports: HolderPorts,
  id: string,
  idempotencyKey: string,
): Promise<Result<Card, ReplaceRefusal>> {
  const { actor, now } = ports;
  const issue = idempotentId("issue", actor, "replaceTransitCard", idempotencyKey);
  return decideUntilWritten({
    database: ports.database,
    about: `card ${id}`,
    read: async () => {
      const old = await findOwnCard(ports, id);
      if (!old) return undefined;
      const found = await findNumber(ports, old.region, issue);
      if (!found.earlier) return { old, ...found, rider: await findRider(ports, actor.id) };
      // The old card may have been read before the same call, sent twice, replaced it.
      ports.database.forget();
      return { ...found, old: (await findOwnCard(ports, id)) ?? old, rider: undefined };
    },
    decide: async (found) => {
      if (!found) return err({ code: "CARD_NOT_FOUND" });
      const { old, number, earlier, rider } = found;
      if (earlier) {
        const isSame = old.replacedBy === earlier.id;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      const replaced = act(old, "replace", now);
      if (!replaced.ok) return replaced;
      const { kind, region } = old;
      const card = newCard({ number, kind, region, issue, holder: actor.id, proven: provenOf(old) }, now);
      const held = rider && { before: rider, after: withReplacement(rider, old, card) };
      const account = await getAccount(ports, `card:${old.id}`);
      if (!account) throw new Error(`card ${old.id} has no account`);
      // It will be paid out of the old card, or come back to it.
      if (account.held > 0n) return err({ code: "CARD_REFUND_UNDER_WAY" });
      return ok({
        before: old,
        after: { ...replaced.value, replacedBy: card.id },
        account,
        held,
        answer: card,
      });
    },
    write: ({ before, after, account, held, answer: card }) =>
      write(ports, { before, after, account, held, card }),
  });
}

type Replacement = {
  readonly before: Card;
  readonly after: Card;
  readonly account: Account;
  readonly held: RiderChange | undefined;
  readonly card: Card;
};

async function write(ports: HolderPorts, { before: old, after: moved, account, held, card }: Replacement) {
  const { actor, now: at, requestId, mode } = ports;
  await openAccount(ports, card);
  const [book, topUps] = await Promise.all([getRideBook(ports, old.id), getTopUps(ports, old.id)]);
  return ports.commit({
    ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
    action: "transit.card.replaced",
    reason: `takes over from ${old.id}`,
    creates: transitKeys.card(card.id),
    writes: [
      putCard(ports, moved, old.revision),
      ...putNewCard(ports, card, held),
      putRideBook(
        ports,
        old.id,
        { rides: [], spent: [], movedTo: card.id, revision: book.revision + 1 },
        book.revision,
      ),
      putRideBook(ports, card.id, { ...book, revision: 1 }, 0),
      ...moveTopUps(ports, old, card, topUps),
      ...moveValue(ports, card, account),
    ],
  });
}

/** Before the rest, because no commit can make an account and move money to it; an account that is open may stay so. */
async function openAccount(ports: HolderPorts, card: Card): Promise<void> {
  const { actor, now: at, requestId, mode } = ports;
  const id = `card:${card.id}` as const;
  if (await getAccount(ports, id)) return;
  await ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: ledgerTable(mode), action: "ledger.account.opened" },
    writes: [putCardAccount(ports, card)],
  });
}

/** The payments under way go on to the new card, and so does the room that is kept for them. */
function moveTopUps(ports: HolderPorts, old: Card, card: Card, { pending, revision }: TopUpBook) {
  const emptied = { pending: [], revision: revision + 1 };
  return [
    putTopUps(ports, old.id, emptied, revision),
    putTopUps(ports, card.id, { pending, revision: 1 }, 0),
  ];
}

/** All that the old card has, or owes. The account of a new card may owe as much as any. */
function moveValue(ports: HolderPorts, card: Card, old: Account) {
  const { balance: value } = balanceOf(old);
  if (value === 0n) return [checkAccount(ports, old)];
  const transfer = bookedAs({
    at: ports.now,
    legs: [
      { account: old.id, amount: value },
      { account: `card:${card.id}`, amount: fen(-value) },
    ],
    reason: "transit.card.replaced",
    cause: card.id,
  });
  return putTransfer(ports, transfer, { drains: old });
}
