import { createHash } from "node:crypto";
import { base32 } from "../../kernel/ids.ts";
import { AMOUNT_MAX, addMoney, type Fen, fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type AccountId, isShared } from "./account.ts";
import type { TransferId } from "./ids.ts";

/** The amount that one account gives or takes. Debits are positive, credits negative; never zero. */
export type Leg = { readonly account: AccountId; readonly amount: Fen };

/**
 * Money moved, once and for ever: a correction is another transfer. Its legs sum to zero. Its home is the account of
 * the first leg.
 */
export type Transfer = {
  readonly id: TransferId;
  /** When it is booked; statements go by it. */
  readonly at: Instant;
  readonly legs: readonly Leg[];
  /** Why, as a code such as "payments.bill.paid". */
  readonly reason: string;
  /** The id of the record that caused it. */
  readonly cause: string;
  /** The transfer that this one takes back. */
  readonly reverses?: TransferId;
};

/**
 * The order of a client for a transfer. The same order always makes the same transfer, so that to repeat it is
 * harmless.
 */
export type TransferOrder = Omit<Transfer, "id">;

export type MalformedTransfer = {
  readonly code: "LEGS_TOO_FEW" | "LEGS_TOO_MANY" | "ACCOUNT_TWICE" | "AMOUNT_OUT_OF_RANGE" | "NOT_BALANCED";
};

/** Two writes for each leg, and room for what else a commit holds. */
const LEGS_MAX = 20;
const SHARDS = 16;

const TIME_BYTES = 6;
const DIGEST_BYTES = 10;

export function transferOf(order: TransferOrder): Result<Transfer, MalformedTransfer> {
  const { legs } = order;
  if (legs.length < 2) return err({ code: "LEGS_TOO_FEW" });
  if (legs.length > LEGS_MAX) return err({ code: "LEGS_TOO_MANY" });
  if (new Set(legs.map(({ account }) => account)).size < legs.length) return err({ code: "ACCOUNT_TWICE" });
  if (legs.some(({ amount }) => amount === 0n || amount > AMOUNT_MAX || -amount > AMOUNT_MAX)) {
    return err({ code: "AMOUNT_OUT_OF_RANGE" });
  }
  if (addMoney(...legs.map(({ amount }) => amount)) !== 0n) return err({ code: "NOT_BALANCED" });
  return ok({ id: idOf(order), ...order });
}

/** Takes a whole transfer back. */
export const reversalOf = (
  transfer: Transfer,
  order: Pick<TransferOrder, "at" | "reason" | "cause">,
): Result<Transfer, MalformedTransfer> =>
  transferOf({
    ...order,
    legs: transfer.legs.map(({ account, amount }) => ({ account, amount: fen(-amount) })),
    reverses: transfer.id,
  });

/**
 * Begins with its time, so that ids order transfers by booking and one id names its month; goes on with a digest of
 * home, cause and reason, so that the same order has the same id, and only in its home.
 */
function idOf({ at, legs: [home], cause, reason }: TransferOrder): TransferId {
  const digest = createHash("sha256")
    .update(JSON.stringify([home?.account, cause, reason]))
    .digest();
  return `tfr_${timePrefix(at)}${base32(digest.subarray(0, DIGEST_BYTES))}`;
}

/**
 * The ids of all transfers from a time on are greater than `tfr_` and this. Nothing is booked before 1970, where the time
 * of an id begins: a statement may be asked for of any month.
 */
export function timePrefix(at: Instant): string {
  const bytes = Buffer.alloc(TIME_BYTES);
  bytes.writeUIntBE(Math.max(Date.parse(at), 0), 0, TIME_BYTES);
  return base32(bytes);
}

/** Shared accounts spread their writes over shards; one transfer always meets the same. */
export function partitionOf(account: AccountId, transfer: TransferId): string {
  if (!isShared(account)) return account;
  const shard = createHash("sha256").update(transfer).digest().readUInt8() % SHARDS;
  return partitionsOf(account)[shard] ?? account;
}

export const partitionsOf = (account: AccountId): readonly string[] =>
  isShared(account)
    ? Array.from({ length: SHARDS }, (_, shard) => `${account}#${String(shard).padStart(2, "0")}`)
    : [account];

/** Whether two transfers say the same; ids are equal where cause, reason, home and time are. */
export const isSame = (a: Transfer, b: Transfer): boolean =>
  a.id === b.id &&
  a.reverses === b.reverses &&
  a.legs.length === b.legs.length &&
  a.legs.every(({ account, amount }, i) => b.legs[i]?.account === account && b.legs[i]?.amount === amount);

/** A transfer whose legs are known to be right. */
export function bookedAs(order: Omit<Transfer, "id">): Transfer {
  const transfer = transferOf(order);
  if (!transfer.ok) throw new Error(`${order.cause} moves no whole amount: ${transfer.error.code}`);
  return transfer.value;
}
