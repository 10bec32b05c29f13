import type { Fen } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type AccountId, isShared } from "./account.ts";
import type { HoldId } from "./ids.ts";

export const HOLD_STATUSES = ["OPEN", "POSTED", "VOIDED"] as const;
export type HoldStatus = (typeof HOLD_STATUSES)[number];

/** An amount that is reserved on an account of one holder until it is posted, in whole or in part, or given back. */
export type Hold = {
  readonly id: HoldId;
  readonly account: AccountId;
  readonly amount: Fen;
  readonly status: HoldStatus;
  /** From this instant on it can only be voided; what it reserved stays reserved until somebody does. */
  readonly expiresAt: Instant;
  readonly cause: string;
};

export type HoldProblem = {
  readonly code: "HOLD_NOT_OPEN" | "HOLD_EXPIRED" | "HOLD_EXCEEDED" | "HOLD_ON_SHARED_ACCOUNT";
};

export function placeHold(order: Omit<Hold, "status">): Result<Hold, HoldProblem> {
  if (isShared(order.account)) return err({ code: "HOLD_ON_SHARED_ACCOUNT" });
  return ok({ ...order, status: "OPEN" });
}

/** Posts `amount` of the hold and gives the rest back. */
export function postHold(hold: Hold, amount: Fen, now: Instant): Result<Hold, HoldProblem> {
  if (hold.status !== "OPEN") return err({ code: "HOLD_NOT_OPEN" });
  if (now >= hold.expiresAt) return err({ code: "HOLD_EXPIRED" });
  if (amount > hold.amount || amount <= 0n) return err({ code: "HOLD_EXCEEDED" });
  return ok({ ...hold, status: "POSTED" });
}

/** Gives all of it back; also after it has expired. */
export function voidHold(hold: Hold): Result<Hold, HoldProblem> {
  return hold.status === "OPEN" ? ok({ ...hold, status: "VOIDED" }) : err({ code: "HOLD_NOT_OPEN" });
}
