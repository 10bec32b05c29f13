import type { PartnerId } from "../../../kernel/ids.ts";
import { DAY_MS, type Instant, plusMs } from "../../../kernel/runtime.ts";
import type { CardNumber } from "../card.ts";
import type { CardId } from "../ids.ts";
import type { TransitMode } from "../network/fare.ts";
import type { StationCode } from "../network/network.ts";

/** Why somebody was not let in, or should not have been. */
export const REFUSAL_CODES = [
  "CARD_BELOW_MINIMUM",
  "CARD_IN_ARREARS",
  "HOLDER_IN_ARREARS",
  "FARES_UNCOLLECTED",
  "CARD_ARREARS_LIMIT",
  "CARD_BLOCKED",
  "RIDE_CODE_USED",
  "REFUSED_FOR_BALANCE",
  "REFUSED_AS_LISTED",
  "REFUSED_AT_GATE",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** The reasons that a gate of its own gives. */
export const GATE_REFUSALS = {
  BALANCE: "REFUSED_FOR_BALANCE",
  LISTED: "REFUSED_AS_LISTED",
  OTHER: "REFUSED_AT_GATE",
} as const satisfies Readonly<Record<string, RefusalCode>>;
export type GateRefusal = keyof typeof GATE_REFUSALS;

/**
 * Those whose answer stays whatever comes: the tap is settled by them. The others are decided anew when the tap is sent
 * again, because money may have come since.
 */
const SETTLED: readonly RefusalCode[] = [
  ...(["CARD_BLOCKED", "RIDE_CODE_USED"] as const),
  ...Object.values(GATE_REFUSALS),
];

export const isSettled = ({ code }: Pick<RefusedTap, "code">): boolean => SETTLED.includes(code);

/** A refused tap, as long as it can be sent again. */
export type RefusedTap = {
  /** The card that was held to the gate. */
  readonly card: CardId;
  readonly operator: PartnerId;
  readonly tap: string;
  readonly at: Instant;
  /** Tells it from another tap under its number. */
  readonly said: string;
  readonly code: RefusalCode;
  /** From when on gates had to refuse the card, or when the code was used. */
  readonly since?: Instant | undefined;
};

/** An entry that was refused, as its passenger reads it. It costs nothing and is owed by nobody. */
export type RefusedEntry = Omit<RefusedTap, "said"> & {
  readonly cardNumber: CardNumber;
  readonly mode: TransitMode;
  readonly station?: StationCode | undefined;
  readonly gate?: string | undefined;
  /** When the same tap was taken after all, as a ride; it is not shown any more. */
  readonly takenAt?: Instant | undefined;
  /** The values that fill the gaps of its reason's text. */
  readonly values: Readonly<Record<string, string>>;
};

/** A refused entry is kept for so long: as long as a passenger can be expected to ask about it. */
const REFUSED_KEPT_DAYS = 90;

export const keptUntil = ({ at }: Pick<RefusedEntry, "at">): Instant =>
  plusMs(at, REFUSED_KEPT_DAYS * DAY_MS);
