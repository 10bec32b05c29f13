import { type Fen, ZERO } from "../../../kernel/money.ts";
import type { Balance } from "../account.ts";

/** Recorded and recomputed amounts of one partition: an account of one holder, or one shard of a shared one. */
export type Difference = {
  readonly partition: string;
  /** CHECKPOINT: before the last checkpoint there is another sum now than it was signed for. SIGNATURE: it is not the platform's. */
  readonly what: "BALANCE" | "HELD" | "NO_ACCOUNT" | "CHECKPOINT" | "SIGNATURE";
  readonly recorded: Fen;
  readonly recomputed: Fen;
};

/** Stands in place of a partition where it is the place that a run had come to which the platform has not signed. */
export const PROGRESS = "progress";

/** A transfer that breaks a rule of the ledger by itself. */
export type BrokenTransfer = {
  readonly id: string;
  readonly what: "NOT_BALANCED" | "RECORDS_DIFFER" | "RECORD_MISSING";
};

/** The figure of a partition's own record beside that of its transfers and open holds. */
export function differencesOf(
  partition: string,
  recorded: Balance | undefined,
  recomputed: Balance,
): readonly Difference[] {
  if (!recorded) {
    return [{ partition, what: "NO_ACCOUNT", recorded: ZERO, recomputed: recomputed.balance }];
  }
  const { balance, held } = recorded;
  return [
    ...(balance === recomputed.balance
      ? []
      : [{ partition, what: "BALANCE" as const, recorded: balance, recomputed: recomputed.balance }]),
    ...(held === recomputed.held
      ? []
      : [{ partition, what: "HELD" as const, recorded: held, recomputed: recomputed.held }]),
  ];
}

export const differenceOfCheckpoint = (partition: string, signed: Fen, recomputed: Fen): Difference => ({
  ...{ partition, what: "CHECKPOINT", recorded: signed, recomputed },
});

export const differenceOfSignature = (partition: string): Difference => ({
  ...{ partition, what: "SIGNATURE", recorded: ZERO, recomputed: ZERO },
});
