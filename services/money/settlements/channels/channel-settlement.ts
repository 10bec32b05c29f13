import { addDays, type CivilDate, daysBetween, midnight } from "../../../kernel/civil-date.ts";
import type { OfficerId } from "../../../kernel/ids.ts";
import { addMoney, type Fen, fen } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { ChannelSettlementId } from "../ids.ts";
import type { Window } from "../settlement.ts";

/** The channels that collect money; `prefund` is none. */
export const SETTLING_CHANNELS = ["sandbox", "hosted"] as const;
export type SettlingChannel = (typeof SETTLING_CHANNELS)[number];

/** A payment channel's transfer to the platform's bank account: what it had collected, less its fee. */
export type ChannelSettlement = {
  readonly id: ChannelSettlementId;
  readonly channel: SettlingChannel;
  /** The days of the channel's files that it settles, both included. */
  readonly from: CivilDate;
  readonly through: CivilDate;
  /** The total of those files: charges less refunds and chargebacks. */
  readonly gross: Fen;
  readonly fee: Fen;
  /** As it stands in the bank's statement. */
  readonly amount: Fen;
  readonly bankReference: string;
  /** By our books for the same days; undefined where there is too much to be counted at once. */
  readonly booked?: Fen | undefined;
  readonly recordedAt: Instant;
  readonly recordedBy: OfficerId;
  readonly fingerprint: string;
};

export type ChannelAmounts = Pick<ChannelSettlement, "from" | "through" | "gross" | "fee" | "amount">;

export type ChannelFault = {
  readonly code:
    | "CHANNEL_DAYS_OUT_OF_ORDER"
    | "CHANNEL_DAYS_TO_COME"
    | "CHANNEL_AMOUNTS_OUT_OF_RANGE"
    | "CHANNEL_AMOUNTS_DO_NOT_FIT";
  readonly path: readonly string[];
};

/** A channel settles the days of a long holiday at once. */
const DAYS_MAX = 31;

/** Its days, if they have come and its figures are in order: the total of the files less the fee is what has arrived. */
export function daysOf(
  { from, through, gross, fee, amount }: ChannelAmounts,
  today: CivilDate,
): Result<readonly CivilDate[], ChannelFault> {
  const days = daysBetween(from, through) + 1;
  if (days < 1 || days > DAYS_MAX) return err({ code: "CHANNEL_DAYS_OUT_OF_ORDER", path: ["through"] });
  if (through > today) return err({ code: "CHANNEL_DAYS_TO_COME", path: ["through"] });
  if (gross <= 0n || fee < 0n || amount <= 0n)
    return err({ code: "CHANNEL_AMOUNTS_OUT_OF_RANGE", path: ["amount"] });
  if (addMoney(amount, fee) !== gross) return err({ code: "CHANNEL_AMOUNTS_DO_NOT_FIT", path: ["gross"] });
  return ok(Array.from({ length: days }, (_, i) => addDays(from, i)));
}

export const windowOfDays = ({ from, through }: Pick<ChannelSettlement, "from" | "through">): Window => ({
  from: midnight(from),
  until: midnight(addDays(through, 1)),
});

/** Theirs less ours: above nothing the channel has settled more than our books say that it had collected. */
export const differenceOf = ({ gross, booked }: ChannelSettlement): Fen | undefined =>
  booked === undefined ? undefined : addMoney(gross, fen(-booked));

/** By this the platform itself books a channel's settlement: nothing that the channel has collected. */
export const CHANNEL_SETTLED = "settlements.channel.settled";
