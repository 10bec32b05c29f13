import { recordsTable } from "../../../kernel/database/tables.ts";
import { base32 } from "../../../kernel/ids.ts";
import { fen } from "../../../kernel/money.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  type Account,
  balanceOf,
  checkAccount,
  getAccount,
  putTransfer,
  transferOf,
} from "../../../money/ledger/index.ts";
import { isBankAccount, OWED_TO_HOLDERS, type Payout, putPayout } from "../../../money/payouts/index.ts";
import { act, type Card } from "../card.ts";
import { putCard } from "../card-store.ts";
import { type CardRefusal, findOwnCard, type HolderPorts } from "../find-card.ts";
import { dueAt } from "../rides/ride.ts";
import { getRideBook } from "../rides/ride-store.ts";

export type CloseRefusal =
  | CardRefusal
  | { readonly code: "CARD_REFUND_UNDER_WAY" | "CARD_RIDE_OPEN" | "CARD_IN_ARREARS" }
  | { readonly code: "BANK_ACCOUNT_INVALID"; readonly path: readonly string[] };

export type ClosePorts = HolderPorts & { readonly secrets: Secrets };

const ATTEMPTS_MAX = 5;

/**
 * Closes a card and owes its holder what is on it, to be paid to their bank account. A closed card that has got money
 * since, by a top-up that took its time, can be closed again for that; otherwise closing it again changes nothing.
 */
export async function closeCard(
  ports: ClosePorts,
  id: string,
  bankAccount: string,
): Promise<Result<Card, CloseRefusal>> {
  if (!isBankAccount(bankAccount)) return err({ code: "BANK_ACCOUNT_INVALID", path: ["bankAccount"] });
  const { actor, now: at, requestId, mode } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const card = await findOwnCard(ports, id);
    if (!card) return err({ code: "CARD_NOT_FOUND" });
    const account = await getAccount(ports, `card:${card.id}`);
    if (!account) throw new Error(`card ${card.id} has no account`);
    const { balance: value, held } = balanceOf(account);
    const isClosed = card.status === "CLOSED";
    if (isClosed && value === 0n) return ok(card);
    const closed = isClosed ? ok({ ...card, revision: card.revision + 1 }) : act(card, "close");
    if (!closed.ok) return closed;
    const book = await getRideBook(ports, card.id);
    if (book.rides.some((ride) => dueAt(ride) !== undefined)) return err({ code: "CARD_RIDE_OPEN" });
    if (held > 0n) return err({ code: "CARD_REFUND_UNDER_WAY" });
    if (value < 0n) return err({ code: "CARD_IN_ARREARS" });
    const payout = value > 0n ? payoutOf(ports, closed.value, value, bankAccount) : undefined;
    const next: Card = payout
      ? { ...closed.value, payouts: [...(card.payouts ?? []), payout.id] }
      : closed.value;
    const done = await ports.commit({
      ...{ actor, at, requestId, aggregate: card.id, table: recordsTable(mode) },
      action: "transit.card.closed",
      writes: [
        putCard(ports, next, card.revision),
        ...(payout
          ? [
              putPayout(ports, payout),
              ...putTransfer(ports, transferTo(payout, account.id), { drains: account }),
            ]
          : [checkAccount(ports, account)]),
      ],
    });
    if (done.ok) return ok(next);
    ports.database.forget();
  }
  throw new Error(`card ${id} changed ${ATTEMPTS_MAX} times meanwhile`);
}

/** Its id follows from the card's revision: one closing owes once. */
const payoutOf = (
  { actor, now, secrets }: ClosePorts,
  { id, revision }: Card,
  amount: Payout["amount"],
  bankAccount: string,
): Payout => ({
  id: `pyo_${base32(Buffer.from(secrets.sign(`payout\n${id}\n${revision}`), "base64url"))}`,
  ...{ payee: actor.id, cause: id, amount, status: "OWED", createdAt: now },
  bankAccount: secrets.seal("payouts", bankAccount),
});

function transferTo({ id, amount, createdAt }: Payout, card: Account["id"]) {
  const transfer = transferOf({
    at: createdAt,
    legs: [
      { account: card, amount },
      { account: OWED_TO_HOLDERS, amount: fen(-amount) },
    ],
    reason: "transit.card.closed",
    cause: id,
  });
  if (!transfer.ok) throw new Error(`payout ${id} moves no whole amount: ${transfer.error.code}`);
  return transfer.value;
}
