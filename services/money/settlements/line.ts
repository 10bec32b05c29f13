import { addMoney, type Fen, fen, ZERO } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { type AccountId, onNormalSide, type Transfer } from "../ledger/index.ts";
import { type Fee, feeOf } from "./contract.ts";

/** The matter of a line of a statement. */
export const LINE_KINDS = ["PAYMENT", "REFUND", "CREDIT", "RIDE", "CHARGEBACK", "RETURNED", "OTHER"] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** How transfers with such a reason are settled, as the service that books them states it. */
export type SettledReason = {
  /** A reason, or the beginning of several, which ends with a point then. */
  readonly reason: string;
  readonly kind: LineKind;
  /** Money that the platform has collected: of what only comes back there is no fee. */
  readonly bearsFee?: true;
};

declare module "../../kernel/service-runtime.ts" {
  interface Offers {
    readonly settledReasons: SettledReason;
  }
}

/** By these the platform itself books a settlement: no line of any. */
export const CLOSED = "settlements.settlement.closed";

/** One transfer as a statement has it: what it brought or took, the fee for it, and what is left. */
export type Line = {
  readonly transfer: Transfer["id"];
  readonly at: Instant;
  readonly cause: string;
  readonly kind: LineKind;
  readonly gross: Fen;
  readonly fee: Fen;
  readonly net: Fen;
};

export type LineRules = {
  readonly account: AccountId;
  readonly fee: Fee;
  readonly reasons: readonly SettledReason[];
};

/** Undefined for what a settlement itself has booked. */
export function lineOf(
  { id, at, cause, reason, legs }: Transfer,
  { account, fee: rule, reasons }: LineRules,
): Line | undefined {
  if (reason === CLOSED) return undefined;
  const leg = legs.find((each) => each.account === account);
  if (!leg) throw new Error(`transfer ${id} stands under an account that it has no leg of`);
  const gross = onNormalSide(account, leg.amount);
  const { kind, bearsFee } = kindOf(reason, reasons);
  const fee = bearsFee ? feeOf(rule, gross) : ZERO;
  return { transfer: id, at, cause, kind, gross, fee, net: addMoney(gross, fen(-fee)) };
}

const kindOf = (
  reason: string,
  reasons: readonly SettledReason[],
): Pick<SettledReason, "kind" | "bearsFee"> =>
  reasons.find((each) =>
    each.reason.endsWith(".") ? reason.startsWith(each.reason) : reason === each.reason,
  ) ?? OTHER;

const OTHER = { kind: "OTHER" } as const;

/** The lines of a statement, summed up. */
export type Sums = { readonly lines: number; readonly gross: Fen; readonly fee: Fen };

export const NO_SUMS: Sums = { lines: 0, gross: ZERO, fee: ZERO };

export const addLines = (sums: Sums, lines: readonly Line[]): Sums => ({
  lines: sums.lines + lines.length,
  gross: addMoney(sums.gross, ...lines.map(({ gross }) => gross)),
  fee: addMoney(sums.fee, ...lines.map(({ fee }) => fee)),
});
