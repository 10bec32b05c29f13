import { CURRENCY, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import type { Foreign, Said } from "../differences/difference.ts";
import type { DifferenceKind, KnownState, Line } from "../differences/difference-kinds.ts";
import type { ChannelName } from "../payment.ts";
import type { PaymentStore } from "../store.ts";
import { movementOf } from "./our-movements.ts";
import { lineOf, type Pair, sideOf } from "./pair.ts";
import type { Movement } from "./reconcile-file.ts";

/** The word of a channel's day file on a movement, against what the books have of it. */
export async function saidOf(store: PaymentStore, channel: ChannelName, pair: Pair): Promise<Said> {
  const { theirs, ours } = pair;
  const line = lineOf(pair);
  const { type } = line;
  const more = movedBy(theirs) - movedBy(ours);
  const known = ours ?? (await earlierOf(store, line));
  const foreign = foreignOf(theirs);
  const isAgain = !ours && known !== undefined && type === "CHARGE" && !foreign;
  return {
    ...{ ...line, channel, movedAt: sideOf(pair).at, source: "DAY_FILE" },
    ...{ kind: isAgain ? "SECOND_CHARGE" : kindOf(pair, type) },
    ...{ known: known && KNOWN[known.state], knownAmount: known?.amount },
    foreign,
    effect: fen(SIGNS[type] * more),
  };
}

/** A charge or a refund that the books have under another number. */
const earlierOf = async (
  store: PaymentStore,
  { type, refundId, paymentId }: Line,
): Promise<Movement | undefined> =>
  type === "CHARGE" || type === "REFUND" ? movementOf(store, refundId ?? paymentId) : undefined;

const KNOWN = { SUCCEEDED: "SUCCEEDED", DECLINED: "FAILED", PENDING: "PENDING" } as const satisfies Record<
  Movement["state"],
  KnownState
>;

/** By which a movement makes the channel's account more, or less. */
const SIGNS = { CHARGE: 1n, REFUND: -1n, CHARGEBACK: -1n, REVERSAL: 1n } as const satisfies Record<
  Line["type"],
  bigint
>;

/** The money that a side has moved in a currency that the ledger does not have. */
const foreignOf = (side: Movement | undefined): Foreign | undefined =>
  side?.state === "SUCCEEDED" && side.currency !== CURRENCY
    ? { amount: side.amount, currency: side.currency }
    : undefined;

const movedBy = (side: Movement | undefined): Fen =>
  side?.state === "SUCCEEDED" && !foreignOf(side) ? side.amount : ZERO;

function kindOf({ theirs, ours }: Pair, type: Line["type"]): DifferenceKind {
  if (foreignOf(theirs)) return "OTHER_CURRENCY";
  if (theirs?.state === "SUCCEEDED" && (ours?.state === "SUCCEEDED" || ours?.state === "PENDING"))
    return "OTHER_AMOUNT";
  if (theirs?.state !== "SUCCEEDED") return `MISSING_${type}`;
  if (!ours) return `UNKNOWN_${type}`;
  return type === "CHARGE" ? "LATE_SUCCESS" : "LATE_REFUND";
}
