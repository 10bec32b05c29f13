import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import { ledgerTable, recordsTable } from "../../../kernel/database/tables.ts";
import { fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type Account,
  balanceOf,
  checkAccount,
  getAccount,
  putTransfer,
  transferOf,
} from "../../../money/ledger/index.ts";
import { act, type Card } from "../card.ts";
import { putCard } from "../card-store.ts";
import { provenOf } from "../entitlements/entitlement.ts";
import { type CardRefusal, findOwnCard, type HolderPorts } from "../find-card.ts";
import { transitKeys } from "../keys.ts";
import { getRideBook, putRideBook } from "../rides/ride-store.ts";
import { findNumber, newCard, putCardAccount, putNewCard } from "./issue-card.ts";

export type ReplaceRefusal =
  | CardRefusal
  | { readonly code: "CARD_REFUND_UNDER_WAY" }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

/**
 * Gives a holder a new card for one that was lost or is worn out: value or arrears, open rides and what was spent in the
 * month move to it in one commit, and taps of the old card that come in later are charged to it.
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
      if (!found.earlier) return { old, ...found };
      // The old card may have been read before the same call, sent twice, replaced it.
      ports.database.forget();
      return { ...found, old: (await findOwnCard(ports, id)) ?? old };
    },
    decide: async (found) => {
      if (!found) return err({ code: "CARD_NOT_FOUND" });
      const { old, number, earlier } = found;
      if (earlier) {
        const isSame = old.replacedBy === earlier.id;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      const replaced = act(old, "replace");
      if (!replaced.ok) return replaced;
      const { kind, region } = old;
      const card = newCard({ number, kind, region, issue, holder: actor.id, proven: provenOf(old) }, now);
      const account = await getAccount(ports, `card:${old.id}`);
      if (!account) throw new Error(`card ${old.id} has no account`);
      // It will be paid out of the old card, or come back to it.
      if (account.held > 0n) return err({ code: "CARD_REFUND_UNDER_WAY" });
      return ok({ before: old, after: { ...replaced.value, replacedBy: card.id }, account, answer: card });
    },
    write: ({ before, after, account, answer: card }) => write(ports, { before, after, account, card }),
  });
}

type Replacement = {
  readonly before: Card;
  readonly after: Card;
  readonly account: Account;
  readonly card: Card;
};

async function write(ports: HolderPorts, { before: old, after: moved, account, card }: Replacement) {
  const { actor, now: at, requestId, mode } = ports;
  await openAccount(ports, card);
  const book = await getRideBook(ports, old.id);
  return ports.commit({
    ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
    action: "transit.card.replaced",
    reason: `takes over from ${old.id}`,
    creates: transitKeys.card(card.id),
    writes: [
      putCard(ports, moved, old.revision),
      ...putNewCard(ports, card),
      putRideBook(
        ports,
        old.id,
        { ...book, rides: [], spent: [], revision: book.revision + 1 },
        book.revision,
      ),
      putRideBook(ports, card.id, { ...book, revision: 1 }, 0),
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

/** All that the old card has, or owes. The account of a new card may owe as much as any. */
function moveValue(ports: HolderPorts, card: Card, old: Account) {
  const { balance: value } = balanceOf(old);
  if (value === 0n) return [checkAccount(ports, old)];
  const transfer = transferOf({
    at: ports.now,
    legs: [
      { account: old.id, amount: value },
      { account: `card:${card.id}`, amount: fen(-value) },
    ],
    reason: "transit.card.replaced",
    cause: card.id,
  });
  if (!transfer.ok) throw new Error(`the value of ${old.id} cannot be moved: ${transfer.error.code}`);
  return putTransfer(ports, transfer.value, { drains: old });
}
