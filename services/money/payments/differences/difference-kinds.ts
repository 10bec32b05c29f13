export const DIFFERENCE_KINDS = [
  /** Charged, though the payment had failed here. */
  "LATE_SUCCESS",
  /** Charged again, under another number. */
  "SECOND_CHARGE",
  /** Moved with another amount than ours. */
  "OTHER_AMOUNT",
  /** Moved in a currency that the ledger does not have. */
  "OTHER_CURRENCY",
  /** A charge of which no payment is known. */
  "UNKNOWN_CHARGE",
  /** A refund that failed here. */
  "LATE_REFUND",
  /** A refund that nobody here has asked for. */
  "UNKNOWN_REFUND",
  /** A chargeback that no payment here bears. */
  "UNKNOWN_CHARGEBACK",
  /** Given again after a contest, of a chargeback that is not known here, or that is still gone by our books. */
  "UNKNOWN_REVERSAL",
  /** A charge in our books that the channel has not (短款). */
  "MISSING_CHARGE",
  /** A refund in our books that the channel has not made. */
  "MISSING_REFUND",
  /** A chargeback in our books that the channel has not. */
  "MISSING_CHARGEBACK",
  /** Given again by our books, and not by the channel. */
  "MISSING_REVERSAL",
] as const;
export type DifferenceKind = (typeof DIFFERENCE_KINDS)[number];

/** The movements of which a channel tells: a charge that the payer's bank has taken back, or given again, among them. */
export const LINE_TYPES = ["CHARGE", "REFUND", "CHARGEBACK", "REVERSAL"] as const;

/** A line of a channel's, by its own words; it names the movement for ever. */
export type Line = {
  readonly type: (typeof LINE_TYPES)[number];
  readonly paymentId: string;
  readonly refundId?: string | undefined;
  readonly channelNumber?: string | undefined;
};

export const DIFFERENCE_STATUSES = ["OPEN", "PROPOSED", "REFUNDING", "RESOLVED"] as const;
export type DifferenceStatus = (typeof DIFFERENCE_STATUSES)[number];

/** The outcomes by which something that can be paid for is paid with it. */
export const PAYING_OUTCOMES = ["ASSIGN_TO_BILL", "ASSIGN_TO_CARD"] as const;
export type PayingOutcome = (typeof PAYING_OUTCOMES)[number];

export const OUTCOMES = ["REFUND", ...PAYING_OUTCOMES, "ASSIGN_TO_ACCOUNT", "WRITE_OFF"] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** How the books had a movement when a channel said otherwise. */
export const KNOWN_STATES = ["SUCCEEDED", "FAILED", "PENDING"] as const;
export type KnownState = (typeof KNOWN_STATES)[number];
