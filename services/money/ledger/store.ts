import type { Mode } from "../../kernel/actor.ts";
import type { Database, StoredItem } from "../../kernel/database/database.ts";
import { INDEX1, ledgerTable } from "../../kernel/database/tables.ts";
import { addMoney, type Fen, fen, ZERO } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type Account, type AccountId, type Balance, balanceOf, isShared } from "./account.ts";
import type { Hold, HoldStatus } from "./hold.ts";
import type { HoldId, TransferId } from "./ids.ts";
import { ledgerKeys } from "./keys.ts";
import { partitionOf, partitionsOf, type Transfer } from "./transfer.ts";

/** The ledger's records in one mode. A holder of it can read balances and make the writes of a transfer. */
export type LedgerStore = { readonly database: Database; readonly mode: Mode };

export async function getAccount(
  { database, mode }: LedgerStore,
  id: AccountId,
): Promise<Account | undefined> {
  const record = await database.get(ledgerTable(mode), ledgerKeys.account(id));
  if (!record) return undefined;
  const { spendable, held, allowance } = record;
  return { id, spendable: fenOf(spendable), held: fenOf(held), allowance: fenOf(allowance) };
}

/** A shared account's balance is summed over its shards. Undefined for an account on which nothing has happened. */
export async function getBalance(store: LedgerStore, id: AccountId): Promise<Balance | undefined> {
  if (!isShared(id)) {
    const account = await getAccount(store, id);
    return account && balanceOf(account);
  }
  const { database, mode } = store;
  const shards = await Promise.all(
    partitionsOf(id).map((partition) => database.get(ledgerTable(mode), ledgerKeys.account(partition))),
  );
  if (shards.every((shard) => shard === undefined)) return undefined;
  const balances = shards.map((shard) => (shard ? fenOf(shard["balance"]) : ZERO));
  return { balance: addMoney(...balances), held: ZERO };
}

/** The figure in a partition's own record: a shard's balance, or what may still go out of one holder's account. */
export function recordedOf({ balance, spendable, held = 0, allowance = 0 }: StoredItem): Balance {
  const reserved = fenOf(held);
  if (balance !== undefined) return { balance: fenOf(balance), held: reserved };
  return { balance: addMoney(fenOf(spendable), reserved, fen(-fenOf(allowance))), held: reserved };
}

export async function getTransfer(
  { database, mode }: LedgerStore,
  home: AccountId,
  id: TransferId,
): Promise<Transfer | undefined> {
  const record = await database.get(ledgerTable(mode), ledgerKeys.transfer(partitionOf(home, id), id));
  return record && readTransfer(record);
}

/** The transfer that takes another one back. */
export async function getReversal(
  { database, mode }: LedgerStore,
  home: AccountId,
  id: TransferId,
): Promise<TransferId | undefined> {
  const record = await database.get(ledgerTable(mode), ledgerKeys.reversal(partitionOf(home, id), id));
  return record && (text(record, "by") as TransferId);
}

export async function getHold(
  { database, mode }: LedgerStore,
  account: AccountId,
  id: HoldId,
): Promise<Hold | undefined> {
  const record = await database.get(ledgerTable(mode), ledgerKeys.hold(account, id));
  if (!record) return undefined;
  return {
    id,
    account,
    amount: fenOf(record["amount"]),
    status: text(record, "status") as HoldStatus,
    expiresAt: text(record, "expiresAt") as Instant,
    cause: text(record, "cause"),
  };
}

type Range = { readonly from: string; readonly to: string; readonly limit: number };

/** An account's transfers whose ids lie in a range, oldest first; the indexed half is eventually consistent. */
export async function listTransfers(
  { database, mode }: LedgerStore,
  account: AccountId,
  { from, to, limit }: Range,
): Promise<readonly Transfer[]> {
  const table = ledgerTable(mode);
  const between = (edge: (id: string) => string) => [edge(from), edge(to)] as const;
  const pages = await Promise.all(
    partitionsOf(account).flatMap((pk) => [
      database.query({ table, pk, limit, skBetween: between((id) => ledgerKeys.transfer(pk, id).sk) }),
      database.query({
        table,
        pk: ledgerKeys.beside(pk),
        limit,
        skBetween: between((id) => id),
        index: INDEX1,
      }),
    ]),
  );
  return pages
    .flatMap(({ items }) => items.map(readTransfer))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, limit);
}

export function readTransfer(record: StoredItem): Transfer {
  const { legs, reverses } = record;
  if (!Array.isArray(legs)) throw new Error("a stored transfer has no legs");
  return {
    id: text(record, "id") as TransferId,
    at: text(record, "at") as Instant,
    legs: legs.map((leg: StoredItem) => ({
      account: text(leg, "account") as AccountId,
      amount: fenOf(leg["amount"]),
    })),
    reason: text(record, "reason"),
    cause: text(record, "cause"),
    ...(typeof reverses === "string" ? { reverses: reverses as TransferId } : {}),
  };
}

export function fenOf(stored: unknown): Fen {
  if (typeof stored !== "number" || !Number.isSafeInteger(stored))
    throw new Error("a stored amount is no fen");
  return fen(BigInt(stored));
}

function text(record: StoredItem, field: string): string {
  const value = record[field];
  if (typeof value !== "string") throw new Error(`a stored record of the ledger has no ${field}`);
  return value;
}
