import { addWorkingDays, type DayKind } from "../../field/working-days.ts";
import type { Officer } from "../../kernel/actor.ts";
import { addDays, type CivilDate } from "../../kernel/civil-date.ts";
import { type Decimal, scaleOf } from "../../kernel/decimal.ts";
import { isProposer } from "../../kernel/four-eyes.ts";
import type { CitizenId, OfficerId, PartnerId } from "../../kernel/ids.ts";
import { divideRounded, type Fen, fen, ZERO } from "../../kernel/money.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { AccountId } from "../ledger/index.ts";
import type { PayoutAccountId } from "../payout-accounts/index.ts";
import type { ContractId, SettledKind } from "./ids.ts";

/** On this account stands what is owed to it and not settled yet. */
export const owedAccount = (partner: PartnerId, kind: SettledKind): AccountId => `${kind}:${partner}`;
/** On this one what is settled and not paid yet. */
export const settledAccount = (partner: PartnerId): AccountId => `settled:${partner}`;

/**
 * The partner's fee for each transfer that brings it money. Nothing is charged that is not published
 * (非银行支付机构监督管理条例, art. 34): `settlementFees` shows it to everybody.
 */
export type Fee = {
  /** Of the transfer's amount, in thousandths. */
  readonly perMille: Decimal;
  /** For each transfer, on top. */
  readonly fixed: Fen;
  /** Both together are at least this, and at most that. */
  readonly least: Fen;
  readonly most?: Fen | undefined;
  /** The account of the ledger that it goes to: `fee:` and this. */
  readonly account: string;
};

/** The enterprise's bank account, as its bank has confirmed it. */
export type BankAccount = {
  readonly id: PayoutAccountId;
  /** Sealed. */
  readonly number: string;
  readonly maskedNumber: string;
  readonly bank?: string | undefined;
  readonly provenAt: Instant;
  readonly proof: string;
};

export type Terms = {
  readonly fee: Fee;
  /** Less is not paid out, but carried forward. */
  readonly minimum: Fen;
  /** How many days after the day that is settled the bank is to pay: T+1 is one working day, D+1 one calendar day. */
  readonly payDay: { readonly days: number; readonly kind: DayKind };
  readonly account: BankAccount;
};

export const CONTRACT_STATUSES = ["PROPOSED", "AGREED", "DISMISSED"] as const;

/** How a partner is settled with from a day on: what one treasurer has proposed, and another has agreed to. */
export type Contract = Terms & {
  readonly id: ContractId;
  readonly partner: PartnerId;
  readonly kind: SettledKind;
  /** The first day that is settled by it, until a later contract's. */
  readonly effectiveFrom: CivilDate;
  readonly status: (typeof CONTRACT_STATUSES)[number];
  readonly proposedBy: OfficerId;
  readonly proposedPerson?: CitizenId | undefined;
  readonly proposedAt: Instant;
  readonly decidedBy?: OfficerId | undefined;
  readonly decidedAt?: Instant | undefined;
  readonly fingerprint: string;
};

export type ContractAction = "agree" | "dismiss";
const NEXT = { agree: "AGREED", dismiss: "DISMISSED" } as const satisfies Record<
  ContractAction,
  Contract["status"]
>;

export const contractActions = ({ status }: Pick<Contract, "status">): readonly ContractAction[] =>
  status === "PROPOSED" ? ["agree", "dismiss"] : [];

export type ContractRefusal =
  | { readonly code: "CONTRACT_DECIDED"; readonly status: Contract["status"] }
  /** Four eyes: whoever proposes how money leaves does not agree to it. */
  | { readonly code: "SAME_OFFICER" }
  /** The day that it begins with is settled already. */
  | { readonly code: "DAY_SETTLED"; readonly values: { readonly day: string } };

/** `settledThrough` is the last day that is settled by the contracts of before. */
export function decideContract(
  contract: Contract,
  action: ContractAction,
  by: {
    readonly officer: Pick<Officer, "id" | "person">;
    readonly at: Instant;
    readonly settledThrough: CivilDate | undefined;
  },
): Result<Contract, ContractRefusal> {
  const { status, effectiveFrom } = contract;
  if (status !== "PROPOSED") return err({ code: "CONTRACT_DECIDED", status });
  if (action === "agree") {
    if (isProposer(by.officer, contract)) return err({ code: "SAME_OFFICER" });
    if (by.settledThrough !== undefined && effectiveFrom <= by.settledThrough)
      return err({ code: "DAY_SETTLED", values: { day: by.settledThrough } });
  }
  return ok({ ...contract, status: NEXT[action], decidedBy: by.officer.id, decidedAt: by.at });
}

/** The contract by which a day is settled; of two from the same day on the one that was agreed to last. */
export function contractOn(contracts: readonly Contract[], day: CivilDate): Contract | undefined {
  const standing = contracts.filter(
    ({ status, effectiveFrom }) => status === "AGREED" && effectiveFrom <= day,
  );
  const rank = ({ effectiveFrom, decidedAt }: Contract): string => `${effectiveFrom} ${decidedAt ?? ""}`;
  return standing.toSorted((a, b) => (rank(a) < rank(b) ? 1 : -1))[0];
}

/** The fee for a transfer of this amount: rounded half up to the fen, and never more than the amount. */
export function feeOf({ perMille, fixed, least, most }: Fee, amount: Fen): Fen {
  if (amount <= 0n) return ZERO;
  const share = divideRounded(amount * perMille.units, 1_000n * scaleOf(perMille)) + fixed;
  const bounded = share < least ? least : most !== undefined && share > most ? most : share;
  return fen(bounded > amount ? amount : bounded);
}

/**
 * The day on which the bank is to pay what a day has brought. T+1 is the next working day and D+1 the next calendar day
 * (usual terms; facts.md, 10). Throws OutOfCalendar.
 */
export const payDayOf = ({ days, kind }: Terms["payDay"], day: CivilDate): CivilDate =>
  kind === "WORKING" ? addWorkingDays(day, days) : addDays(day, days);
