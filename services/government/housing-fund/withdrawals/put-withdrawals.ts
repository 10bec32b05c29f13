import type { TransactItem } from "../../../kernel/database/database.ts";
import type { Account } from "../account.ts";
import { putUnstated } from "../account-store.ts";
import { unstatedOf, type WithdrawalBook } from "../withdrawal.ts";
import { type FundStore, putBook } from "./withdrawal-store.ts";

/**
 * The book, and what the account's record keeps of it. They stand only while nothing else was drawn and the fund centre
 * has stated nothing new.
 */
export const putWithdrawals = (
  store: FundStore,
  account: Account,
  book: WithdrawalBook,
): readonly TransactItem[] => [
  putBook(store, book),
  putUnstated(store.database, store.mode, account, unstatedOf(account, book)),
];
