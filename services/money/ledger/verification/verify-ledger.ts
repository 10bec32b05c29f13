import type { StoredItem } from "../../../kernel/database/database.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import {
  ACCOUNT_KINDS,
  type AccountKind,
  accountOf,
  type Balance,
  kindOf,
  onNormalSide,
} from "../account.ts";
import { ledgerKeys } from "../keys.ts";
import { fenOf, readTransfer, recordedOf } from "../store.ts";
import { partitionOf, type Transfer } from "../transfer.ts";
import { type BrokenTransfer, type Difference, differencesOf } from "./difference.ts";

/** Sum of the balances of a kind of account, on its normal side. */
export type TrialLine = { readonly kind: AccountKind; readonly accounts: number; readonly balance: Fen };

export type Verification = {
  readonly transfers: number;
  readonly partitions: number;
  readonly differences: readonly Difference[];
  readonly broken: readonly BrokenTransfer[];
  readonly trialBalance: readonly TrialLine[];
  /** All debit balances less all credit balances, as recorded: 0. */
  readonly imbalance: Fen;
};

/** A sort key tells what a record is. */
const ACCOUNT = ledgerKeys.account("").sk;
const HOLD = ledgerKeys.hold("", "").sk;
const TRANSFER = ledgerKeys.transfer("", "").sk;

type Sums = { recorded: Balance | undefined; moved: Fen; reserved: Fen };
type Seen = { readonly transfer: Transfer; records: number };

/**
 * Recomputes every balance from the transfers. `records` are all records of a ledger's table, in any order. While
 * others post, a transfer can be read on one side only: recount what differs (`npm run ledger:verify` does).
 */
export async function verifyLedger(records: AsyncIterable<StoredItem>): Promise<Verification> {
  const sums = new Map<string, Sums>();
  const seen = new Map<string, Seen>();
  const broken: BrokenTransfer[] = [];
  const sumsOf = (partition: string): Sums => {
    const known = sums.get(partition) ?? { recorded: undefined, moved: ZERO, reserved: ZERO };
    sums.set(partition, known);
    return known;
  };
  for await (const record of records) {
    const { pk, sk } = record;
    if (typeof pk !== "string" || typeof sk !== "string") throw new Error("a record without a key");
    if (sk === ACCOUNT) sumsOf(pk).recorded = recordedOf(record);
    else if (sk.startsWith(HOLD) && record["status"] === "OPEN") {
      sumsOf(pk).reserved = addMoney(sumsOf(pk).reserved, fenOf(record["amount"]));
    } else if (sk.startsWith(TRANSFER)) {
      const transfer = readTransfer(record);
      const before = seen.get(transfer.id);
      if (before) {
        before.records += 1;
        if (JSON.stringify(legsOf(before.transfer)) !== JSON.stringify(legsOf(transfer))) {
          broken.push({ id: transfer.id, what: "RECORDS_DIFFER" });
        }
      } else {
        seen.set(transfer.id, { transfer, records: 1 });
        for (const { account, amount } of transfer.legs) {
          const sum = sumsOf(partitionOf(account, transfer.id));
          sum.moved = addMoney(sum.moved, onNormalSide(account, amount));
        }
      }
    }
  }
  for (const { transfer, records: count } of seen.values()) {
    if (addMoney(...transfer.legs.map(({ amount }) => amount)) !== 0n) {
      broken.push({ id: transfer.id, what: "NOT_BALANCED" });
    }
    if (count !== Math.ceil(transfer.legs.length / 2))
      broken.push({ id: transfer.id, what: "RECORD_MISSING" });
  }
  const differences = [...sums].flatMap(([partition, { recorded, moved, reserved }]) =>
    differencesOf(partition, recorded, { balance: moved, held: reserved }),
  );
  return { transfers: seen.size, partitions: sums.size, differences, broken, ...totals(sums) };
}

const legsOf = ({ legs }: Transfer) => legs.map(({ account, amount }) => [account, amount.toString()]);

function totals(sums: ReadonlyMap<string, Sums>): Pick<Verification, "trialBalance" | "imbalance"> {
  const byKind = new Map<AccountKind, { accounts: Set<string>; balance: Fen }>();
  for (const [partition, { recorded }] of sums) {
    const account = accountOf(partition);
    const kind = kindOf(account);
    const line = byKind.get(kind) ?? { accounts: new Set(), balance: ZERO };
    line.accounts.add(account);
    line.balance = addMoney(line.balance, recorded?.balance ?? ZERO);
    byKind.set(kind, line);
  }
  const trialBalance = [...byKind]
    .map(([kind, { accounts, balance }]) => ({ kind, accounts: accounts.size, balance }))
    .sort((a, b) => (a.kind < b.kind ? -1 : 1));
  const imbalance = addMoney(
    ...trialBalance.map(({ kind, balance }) =>
      ACCOUNT_KINDS[kind].side === "DEBIT" ? balance : fen(-balance),
    ),
  );
  return { trialBalance, imbalance };
}
