import { idempotentId } from "../../../kernel/commit/idempotency.ts";
import { keys, ledgerTable, recordsTable } from "../../../kernel/database/tables.ts";
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
import { act, type Card, cardIdOf, numberFor } from "../card.ts";
import { getCard, putCard } from "../card-store.ts";
import { type CardRefusal, findOwnCard, type HolderPorts } from "../find-card.ts";
import { getRideBook, putRideBook } from "../rides/ride-store.ts";
import { putCardAccount, putNewCard } from "./issue-card.ts";

export type ReplaceRefusal =
  | CardRefusal
  | { readonly code: "CARD_REFUND_UNDER_WAY" }
  | { readonly code: "IDEMPOTENCY_MISMATCH" };

const ATTEMPTS_MAX = 8;

/**
 * Gives a holder a new card for one that was lost or is worn out: value or arrears, open rides and what was spent in the
 * month move to it in one commit, and taps of the old card that come in later are charged to it.
 */
export async function replaceCard(
  ports: HolderPorts,
  id: string,
  idempotencyKey: string,
): Promise<Result<Card, ReplaceRefusal>> {
  const { actor, now } = ports;
  const issue = idempotentId("issue", actor, "replaceTransitCard", idempotencyKey);
  let serial = 1;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const old = await findOwnCard(ports, id);
    if (!old) return err({ code: "CARD_NOT_FOUND" });
    const number = numberFor(old.region, `${issue}\n${serial}`);
    const earlier = await getCard(ports, cardIdOf(number));
    if (earlier?.issue === issue) {
      return old.replacedBy === earlier.id ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" });
    }
    if (earlier) {
      serial += 1;
      continue;
    }
    const replaced = act(old, "replace");
    if (!replaced.ok) return replaced;
    const { kind, region } = old;
    const card: Card = {
      ...{ id: cardIdOf(number), number, kind, region, status: "ACTIVE", issuedAt: now },
      ...{ holder: actor.id, revision: 1, issue },
    };
    const account = await getAccount(ports, `card:${old.id}`);
    if (!account) throw new Error(`card ${old.id} has no account`);
    // It will be paid out of the old card, or come back to it.
    if (account.held > 0n) return err({ code: "CARD_REFUND_UNDER_WAY" });
    const moved = { ...replaced.value, replacedBy: card.id };
    if (await write(ports, old, moved, card, account)) return ok(card);
    ports.database.forget();
  }
  throw new Error(`card ${id} changed ${ATTEMPTS_MAX} times meanwhile`);
}

async function write(
  ports: HolderPorts,
  old: Card,
  moved: Card,
  card: Card,
  account: Account,
): Promise<boolean> {
  const { actor, now: at, requestId, mode } = ports;
  await openAccount(ports, card);
  const book = await getRideBook(ports, old.id);
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
    action: "transit.card.replaced",
    reason: `takes over from ${old.id}`,
    creates: keys.transitCard(card.id),
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
  return done.ok;
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
