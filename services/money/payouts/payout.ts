import type { Mode } from "../../kernel/actor.ts";
import { type CivilDate, dateAt } from "../../kernel/civil-date.ts";
import { type CitizenId, isId, type OfficerId, type PartnerId } from "../../kernel/ids.ts";
import { addMoney, type Fen, fen, least, ZERO } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { AccountId } from "../ledger/index.ts";
import type { PayoutAccount, PayoutAccountId } from "../payout-accounts/index.ts";
import type { PayoutId } from "./ids.ts";

export const PAYOUT_STATUSES = ["OWED", "ORDERED", "PAID", "REFUSED", "RETURNED", "CANCELLED"] as const;

/**
 * Where a payout comes from, by the prefix of its id: a card that was closed, a withdrawal from the housing fund, or a day's
 * settlement with a partner.
 */
export type PayoutCause = `crd_${string}` | `hfw_${string}` | `stl_${string}`;

/** An amount that the platform owes a person or a partner and its bank pays out. */
export type Payout = {
  readonly id: PayoutId;
  readonly payee: CitizenId | PartnerId;
  readonly cause: PayoutCause;
  readonly amount: Fen;
  /** The part of it that has paid what the payee came to owe since; no longer in the amount. Absent where none has. */
  readonly setOff?: Fen | undefined;
  /** The payee's account that it is paid to, and its number as it was when that was decided, sealed. */
  readonly account: PayoutAccountId;
  readonly bankAccount: string;
  readonly maskedBankAccount: string;
  readonly status: (typeof PAYOUT_STATUSES)[number];
  readonly createdAt: Instant;
  /** It is not ordered before this day. */
  readonly dueOn?: CivilDate | undefined;
  /** The account of the ledger that it goes back to where the bank does not pay; without one it stays owed. */
  readonly returnsTo?: AccountId | undefined;
  /** When the bank was told to pay: from then on nothing calls it off. */
  readonly orderedAt?: Instant | undefined;
  readonly orderedBy?: OfficerId | undefined;
  readonly paidAt?: Instant | undefined;
  readonly paidBy?: OfficerId | undefined;
  /** The bank's own number of the transfer. */
  readonly bankReference?: string | undefined;
  /** The bank's last refusal. */
  readonly refusal?: PayoutRefusal | undefined;
  /** The times that the bank has sent it back after it had paid it, the latest last. */
  readonly returns?: readonly PayoutReturn[] | undefined;
};

/** Why the bank has not paid, in its own words. */
export type PayoutRefusal = { readonly at: Instant; readonly by: OfficerId; readonly reason: string };

/** The bank has sent back what it had paid: under its own number of that transfer, and why. */
export type PayoutReturn = PayoutRefusal & { readonly bankReference: string };

/** A payout with the mode whose books it stands in. */
export type PayoutView = Payout & { readonly mode: Mode };

export type PayoutAction = "order" | "record" | "refuse" | "return";

/** The acts of a treasurer on a payout. */
const POSSIBLE: Readonly<Record<Payout["status"], readonly PayoutAction[]>> = {
  OWED: ["order", "record"],
  ORDERED: ["record", "refuse"],
  PAID: ["return"],
  REFUSED: [],
  RETURNED: ["order"],
  CANCELLED: [],
};

/** Nothing more can be ordered or recorded of it: it is paid, or was called off. */
export type PayoutNotOwed = {
  readonly code: "PAYOUT_NOT_OWED";
  readonly status: Payout["status"];
  readonly availableActions: readonly PayoutAction[];
};

/** Its acts depend on this. */
type Standing = Pick<Payout, "status" | "returnsTo">;

/** The acts that a treasurer can still take in its state; one that was returned and is owed elsewhere has come to its end. */
const payoutActions = ({ status, returnsTo }: Standing): readonly PayoutAction[] =>
  status === "RETURNED" && returnsTo ? [] : POSSIBLE[status];

/** Whether the day has come from which the bank is told. */
export const isDue = ({ dueOn }: Pick<Payout, "dueOn">, now: Instant): boolean =>
  dueOn === undefined || dueOn <= dateAt(now);

/** Those of them that can be taken now. */
export const actionsNow = (payout: Standing & Pick<Payout, "dueOn">, now: Instant): readonly PayoutAction[] =>
  payoutActions(payout).filter((action) => action !== "order" || isDue(payout, now));

export const payoutNotOwed = (payout: Standing): PayoutNotOwed => ({
  code: "PAYOUT_NOT_OWED",
  status: payout.status,
  availableActions: payoutActions(payout),
});

/** Whether the bank has yet to be told. */
export const isUnordered = (payout: Standing): boolean => payoutActions(payout).includes("order");

/** Whether the bank has not paid it, as far as is known. */
export const isUnpaid = (payout: Standing): boolean =>
  isUnordered(payout) || payoutActions(payout).includes("record");

/** Whether the bank's word that it has paid can be booked; one that has come back is ordered first. */
export const isRecordable = (payout: Standing): boolean => payoutActions(payout).includes("record");

/**
 * Less what its payee has come to owe since it was decided, as far as it goes: only while the bank has not been told of
 * it. With nothing left it is called off.
 */
export function setOff(payout: Payout, owed: Fen): Payout {
  if (!isUnordered(payout) || owed <= 0n) return payout;
  const taken = least(owed, payout.amount);
  const amount = fen(payout.amount - taken);
  return {
    ...payout,
    ...{ amount, setOff: addMoney(payout.setOff ?? ZERO, taken) },
    ...(amount === 0n ? { status: "CANCELLED" } : {}),
  };
}

/** Whether the bank has been told, and has not answered yet. */
export const isRefusable = (payout: Standing): boolean => payoutActions(payout).includes("refuse");

/** Whether the bank has paid it, and can still send it back. */
export const isReturnable = (payout: Standing): boolean => payoutActions(payout).includes("return");

/** The bank's word about this transfer was taken before: it has come back since. */
export const hasReturned = ({ returns = [] }: Pick<Payout, "returns">, bankReference: string): boolean =>
  returns.some((one) => one.bankReference === bankReference);

/**
 * A payout after its bank has sent it back: a person's is owed again, and is ordered anew; one that goes back to where it came
 * from has come to its end.
 */
export const giveBack = ({ returns = [], ...payout }: Payout, returned: PayoutReturn): Payout => ({
  ...payout,
  ...{ status: "RETURNED", returns: [...returns, returned] },
  ...{ orderedAt: undefined, orderedBy: undefined },
  ...{ paidAt: undefined, paidBy: undefined, bankReference: undefined },
});

/** Why the bank does not have it with its payee, in its own words; undefined where it has not said so. */
export const whyNotPaid = ({ refusal, returns }: Pick<Payout, "refusal" | "returns">): string | undefined =>
  (returns?.at(-1) ?? refusal)?.reason;

/** Whether its payee may name another account: the bank could not pay to the one that was decided, and is not told again yet. */
export const isRedirectable = (payout: Payout): boolean =>
  isUnordered(payout) && (payout.refusal !== undefined || payout.returns !== undefined);

/** A payout as its payee wants it paid now. */
export const redirect = (
  payout: Payout,
  to: Pick<Payout, "account" | "bankAccount" | "maskedBankAccount">,
): Payout => ({
  ...payout,
  ...to,
  status: "OWED",
});

/** A payout after its bank has refused it: one that has somewhere to go back to has come to its end, others stay owed. */
export const refuse = (payout: Payout, refusal: PayoutRefusal): Payout => ({
  ...payout,
  ...(payout.returnsTo
    ? { status: "REFUSED" }
    : { status: "OWED", orderedAt: undefined, orderedBy: undefined }),
  refusal,
});

/** The partner that is paid; undefined where a person is. */
export const partnerOf = ({ payee }: Pick<Payout, "payee">): PartnerId | undefined =>
  isId("ptn", payee) ? payee : undefined;

/** The statement of a payout about the account that it goes to. */
export const payTo = ({
  id,
  number,
  maskedNumber,
}: Pick<PayoutAccount, "id" | "number" | "maskedNumber">): Pick<
  Payout,
  "account" | "bankAccount" | "maskedBankAccount"
> => ({ account: id, bankAccount: number, maskedBankAccount: maskedNumber });
