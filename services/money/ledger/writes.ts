import type { TransactItem } from "../../kernel/database/database.ts";
import { INDEX1, INDEX2, ledgerTable } from "../../kernel/database/tables.ts";
import { type Fen, ZERO } from "../../kernel/money.ts";
import { type Account, type AccountId, isShared, onNormalSide } from "./account.ts";
import type { Hold, HoldStatus } from "./hold.ts";
import type { TransferId } from "./ids.ts";
import { ledgerKeys } from "./keys.ts";
import type { LedgerStore } from "./store.ts";
import { partitionOf, type Transfer } from "./transfer.ts";

/** Opens an account of one holder with nothing on it. Shared accounts need no opening. */
export const putAccount = (store: LedgerStore, id: AccountId, allowance: Fen = ZERO): TransactItem =>
  openAccount(store, id, { spendable: allowance, allowance });

/** Opens an account of one holder with its first amount, which is on the account's normal side. */
const openWith = (store: LedgerStore, id: AccountId, amount: Fen): TransactItem =>
  openAccount(store, id, { spendable: amount, allowance: ZERO });

const openAccount = (
  { database, mode }: LedgerStore,
  id: AccountId,
  { spendable, allowance }: { readonly spendable: Fen; readonly allowance: Fen },
) => ({
  Put: {
    TableName: database.nameOf(ledgerTable(mode)),
    Item: {
      ...ledgerKeys.account(id),
      ...{ [INDEX2.pk]: ledgerKeys.openedAs(id), [INDEX2.sk]: id },
      ...{ spendable: Number(spendable), held: 0, allowance: Number(allowance) },
    },
    ConditionExpression: "attribute_not_exists(pk)",
  },
});

type Posting = {
  /** A hold that the transfer posts. */
  readonly hold?: Hold | undefined;
  /** An account of one holder that does not stand yet: it begins with what the transfer brings. */
  readonly opens?: AccountId | undefined;
  /** An account, as it was read, that the transfer leaves with nothing: it is refused where that has changed. */
  readonly drains?: Account | undefined;
  /** An account, as it was read, of which the transfer takes what is there and leaves its allowance alone. */
  readonly spares?: Account | undefined;
  /** An account, as it was read, that may be taken so far below nothing, and no further. */
  readonly lends?: { readonly account: Account; readonly credit: Fen } | undefined;
};

/** All writes of a transfer. */
export function putTransfer(
  store: LedgerStore,
  transfer: Transfer,
  { hold, opens, drains, spares, lends }: Posting = {},
): readonly TransactItem[] {
  return [
    ...transfer.legs.map(({ account, amount }) => {
      const change = onNormalSide(account, amount);
      if (hold?.account === account) return releaseHeld(store, hold, change);
      if (opens === account) return openWith(store, account, change);
      if (drains?.id === account) return drain(store, drains, change);
      if (spares?.id === account) return takeOwn(store, spares, change);
      if (lends?.account.id === account) return takeOwn(store, lends.account, change, lends.credit);
      return moveBalance(store, account, change, transfer.id);
    }),
    ...linesOf(store, transfer),
    ...(transfer.reverses ? [putReversal(store, transfer, transfer.reverses)] : []),
    ...(hold ? [putHold(store, hold, "OPEN")] : []),
  ];
}

/** Reserves a new hold's amount. Only what is there can be kept: an account's allowance is no part of it. */
export const reserve = (
  store: LedgerStore,
  hold: Hold,
  { allowance }: Pick<Account, "allowance">,
): readonly TransactItem[] => [
  {
    Update: {
      ...accountItem(store, hold.account),
      UpdateExpression: "ADD spendable :minus, held :plus",
      ConditionExpression: "spendable >= :least AND allowance = :allowance",
      ExpressionAttributeValues: {
        ":plus": Number(hold.amount),
        ":minus": Number(-hold.amount),
        ":least": Number(hold.amount + allowance),
        ":allowance": Number(allowance),
      },
    },
  },
  putHold(store, hold),
];

/** Gives back what a hold that is now void had reserved. */
export const giveBack = (store: LedgerStore, hold: Hold): readonly TransactItem[] => [
  releaseHeld(store, hold, ZERO),
  putHold(store, hold, "OPEN"),
];

const accountItem = ({ database, mode }: LedgerStore, partition: string) => ({
  TableName: database.nameOf(ledgerTable(mode)),
  Key: ledgerKeys.account(partition),
});

/** `change` is on the account's normal side. */
function moveBalance(
  store: LedgerStore,
  account: AccountId,
  change: Fen,
  transfer: TransferId,
): TransactItem {
  const item = accountItem(store, partitionOf(account, transfer));
  const values = { ":change": Number(change) };
  if (isShared(account)) {
    return {
      Update: { ...item, UpdateExpression: "ADD balance :change", ExpressionAttributeValues: values },
    };
  }
  const guard =
    change < 0n
      ? { ConditionExpression: "spendable >= :least", values: { ...values, ":least": Number(-change) } }
      : { ConditionExpression: "attribute_exists(pk)", values };
  return {
    Update: {
      ...item,
      UpdateExpression: "ADD spendable :change",
      ConditionExpression: guard.ConditionExpression,
      ExpressionAttributeValues: guard.values,
    },
  };
}

function drain(store: LedgerStore, { id, spendable }: Account, change: Fen): TransactItem {
  return {
    Update: {
      ...accountItem(store, id),
      UpdateExpression: "ADD spendable :change",
      ConditionExpression: "spendable = :all AND held = :nothing",
      ExpressionAttributeValues: { ":change": Number(change), ":all": Number(spendable), ":nothing": 0 },
    },
  };
}

function takeOwn(
  store: LedgerStore,
  { id, allowance }: Account,
  change: Fen,
  credit: Fen = ZERO,
): TransactItem {
  return {
    Update: {
      ...accountItem(store, id),
      UpdateExpression: "ADD spendable :change",
      ConditionExpression: "spendable >= :least AND allowance = :allowance",
      ExpressionAttributeValues: {
        ":change": Number(change),
        ":least": Number(allowance - credit - change),
        ":allowance": Number(allowance),
      },
    },
  };
}

/** The commit stands only while an account is as it was read. */
export const checkAccount = (store: LedgerStore, { id, spendable, held }: Account): TransactItem => ({
  ConditionCheck: {
    ...accountItem(store, id),
    ConditionExpression: "spendable = :spendable AND held = :held",
    ExpressionAttributeValues: { ":spendable": Number(spendable), ":held": Number(held) },
  },
});

/** Takes a hold's whole amount out of `held`; what `change` (zero or negative) did not use can be spent again. */
function releaseHeld(store: LedgerStore, { account, amount }: Hold, change: Fen): TransactItem {
  return {
    Update: {
      ...accountItem(store, account),
      UpdateExpression: "ADD spendable :rest, held :minus",
      ConditionExpression: "held >= :held",
      ExpressionAttributeValues: {
        ":rest": Number(amount + change),
        ":minus": Number(-amount),
        ":held": Number(amount),
      },
    },
  };
}

function putHold({ database, mode }: LedgerStore, hold: Hold, expecting?: HoldStatus): TransactItem {
  const { id, account, amount, ...rest } = hold;
  return {
    Put: {
      TableName: database.nameOf(ledgerTable(mode)),
      Item: { ...ledgerKeys.hold(account, id), id, account, amount: Number(amount), ...rest },
      ...(expecting
        ? {
            ConditionExpression: "#status = :expected",
            ExpressionAttributeNames: { "#status": "status" },
            ExpressionAttributeValues: { ":expected": expecting },
          }
        : { ConditionExpression: "attribute_not_exists(pk)" }),
    },
  };
}

/** One record for two legs: under the first by its key, under the second by the index. Each holds the whole transfer. */
function linesOf({ database, mode }: LedgerStore, transfer: Transfer): readonly TransactItem[] {
  const { id, at, reason, cause, reverses } = transfer;
  const legs = transfer.legs.map(({ account, amount }) => ({ account, amount: Number(amount) }));
  return transfer.legs.flatMap(({ account }, i) => {
    if (i % 2 === 1) return [];
    const beside = transfer.legs[i + 1];
    const index = beside
      ? { [INDEX1.pk]: ledgerKeys.beside(partitionOf(beside.account, id)), [INDEX1.sk]: id }
      : {};
    return {
      Put: {
        TableName: database.nameOf(ledgerTable(mode)),
        Item: {
          ...ledgerKeys.transfer(partitionOf(account, id), id),
          ...index,
          ...{ id, at, reason, cause, legs },
          ...(reverses ? { reverses } : {}),
        },
        ConditionExpression: "attribute_not_exists(pk)",
      },
    };
  });
}

/** Stands under the home of what is taken back, so that it can be taken back once. */
function putReversal(
  { database, mode }: LedgerStore,
  { id, legs }: Transfer,
  reversed: TransferId,
): TransactItem {
  const home = legs[0]?.account;
  if (!home) throw new Error("a transfer has legs");
  return {
    Put: {
      TableName: database.nameOf(ledgerTable(mode)),
      Item: { ...ledgerKeys.reversal(partitionOf(home, reversed), reversed), by: id },
      ConditionExpression: "attribute_not_exists(pk)",
    },
  };
}
