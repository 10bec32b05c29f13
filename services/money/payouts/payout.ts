import type { CardId, CitizenId, OfficerId, PayoutId } from "../../kernel/ids.ts";
import type { Fen } from "../../kernel/money.ts";
import type { Instant } from "../../kernel/runtime.ts";

export const PAYOUT_STATUSES = ["OWED", "ORDERED", "PAID", "CANCELLED"] as const;

/** Where a payout comes from: a card that was closed, or a withdrawal from the housing fund. */
export type PayoutCause = CardId | `hfw_${string}`;

/** What the platform owes a person and its bank pays out. */
export type Payout = {
  readonly id: PayoutId;
  readonly payee: CitizenId;
  readonly cause: PayoutCause;
  readonly amount: Fen;
  /** Where it is paid to; sealed, because nobody but who pays it has to know. */
  readonly bankAccount: string;
  readonly status: (typeof PAYOUT_STATUSES)[number];
  readonly createdAt: Instant;
  /** When the bank was told to pay: from then on nothing calls it off. */
  readonly orderedAt?: Instant | undefined;
  readonly orderedBy?: OfficerId | undefined;
  readonly paidAt?: Instant | undefined;
  readonly paidBy?: OfficerId | undefined;
  /** The bank's own number of the transfer. */
  readonly bankReference?: string | undefined;
};

export type PayoutAction = "order" | "record";

/** What a treasurer can do with a payout. */
const POSSIBLE: Readonly<Record<Payout["status"], readonly PayoutAction[]>> = {
  OWED: ["order", "record"],
  ORDERED: ["record"],
  PAID: [],
  CANCELLED: [],
};

/** Nothing more can be ordered or recorded of it: it is paid, or was called off. */
export type PayoutNotOwed = {
  readonly code: "PAYOUT_NOT_OWED";
  readonly status: Payout["status"];
  readonly availableActions: readonly PayoutAction[];
};

export const payoutNotOwed = ({ status }: Pick<Payout, "status">): PayoutNotOwed => ({
  code: "PAYOUT_NOT_OWED",
  status,
  availableActions: POSSIBLE[status],
});

/** Whether the bank has yet to be told. */
export const isUnordered = ({ status }: Pick<Payout, "status">): boolean =>
  POSSIBLE[status].includes("order");

/** Whether the bank has not paid it yet, as far as is known. */
export const isUnpaid = ({ status }: Pick<Payout, "status">): boolean => POSSIBLE[status].includes("record");

const ACCOUNT = /^\d{12,19}$/;

/** The number of a bank account or card: banks number accounts each in its own way. */
export const isBankAccount = (text: string): boolean => ACCOUNT.test(text);

/** "…4321": all that its owner needs to know it by. */
export const maskAccount = (number: string): string => `…${number.slice(-4)}`;
