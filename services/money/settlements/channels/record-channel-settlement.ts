import { dateAt } from "../../../kernel/civil-date.ts";
import { decideUntilWritten, STALE, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { fingerprintOf, idempotentId } from "../../../kernel/commit/idempotency.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import {
  type BookingPlace,
  bookedAs,
  FIRST_BOOKING,
  onNormalSide,
  putTransfer,
  readBookings,
} from "../../ledger/index.ts";
import { getDepositByReference, putBankReference } from "../../payments/index.ts";
import type { ContractPorts } from "../propose-contract.ts";
import {
  CHANNEL_SETTLED,
  type ChannelAmounts,
  type ChannelFault,
  type ChannelSettlement,
  daysOf,
  type SettlingChannel,
  windowOfDays,
} from "./channel-settlement.ts";
import {
  channelSettlementKey,
  getChannelDay,
  getChannelSettlement,
  putChannelDay,
  putChannelSettlement,
} from "./channel-store.ts";

export type ChannelWish = ChannelAmounts & {
  readonly channel: SettlingChannel;
  readonly bankReference: string;
};

export type RecordChannelRefusal =
  | ChannelFault
  | (TextProblem & { readonly path: readonly string[] })
  | {
      readonly code: "CHANNEL_DAY_SETTLED";
      readonly values: { readonly day: string };
      readonly path: readonly string[];
    }
  | { readonly code: "IDEMPOTENCY_MISMATCH" }
  | { readonly code: "ALREADY_RECORDED"; readonly deposit: string };

const REFERENCE_LENGTH = { min: 4, max: 64 };

/**
 * Books that a payment channel has settled days: what it had collected is in the bank now, but for its fee. The line of the
 * bank's statement is booked once, and each of the channel's days is settled once. Where the channel's total is not what our
 * books have of these days, it is booked as the channel says, and the difference is shown.
 */
export async function recordChannelSettlement(
  ports: ContractPorts,
  idempotencyKey: string,
  wish: ChannelWish,
): Promise<Result<ChannelSettlement, RecordChannelRefusal>> {
  const { actor, now, requestId, mode, database } = ports;
  const reference = checkText(wish.bankReference, REFERENCE_LENGTH.min, REFERENCE_LENGTH.max);
  if (!reference.ok) return err({ ...reference.error, path: ["bankReference"] });
  const days = daysOf(wish, dateAt(now));
  if (!days.ok) return days;
  const { channel, from, through, gross, fee, amount } = wish;
  const bankReference = reference.value;
  const id = idempotentId("chs", actor, `recordChannelSettlement ${mode}`, idempotencyKey);
  const figures = [gross, fee, amount].map(String);
  const fingerprint = fingerprintOf([channel, from, through, ...figures, bankReference]);
  return decideUntilWritten({
    database,
    about: `channel settlement ${id}`,
    read: async () => ({
      earlier: await getChannelSettlement(ports, id),
      same: await getDepositByReference(database, mode, bankReference),
      taken: await Promise.all(days.value.map((day) => getChannelDay(ports, channel, day))),
    }),
    decide: async ({ earlier, same, taken }) => {
      if (earlier) {
        const isSame = earlier.fingerprint === fingerprint;
        return unchanged(isSame ? ok(earlier) : err({ code: "IDEMPOTENCY_MISMATCH" }));
      }
      // The same call, sent twice, has booked it between the reads.
      if (same === id || taken.includes(id)) return STALE;
      if (same) return err({ code: "ALREADY_RECORDED", deposit: same });
      const day = days.value.find((_, i) => taken[i] !== undefined);
      if (day) return err({ code: "CHANNEL_DAY_SETTLED", values: { day }, path: ["from"] });
      const booked = await bookedOn(ports, wish);
      const by = { recordedAt: now, recordedBy: actor.id, fingerprint };
      const after: ChannelSettlement = {
        ...{ id, channel, from, through, gross, fee, amount, bankReference, ...by },
        ...(booked === undefined ? {} : { booked }),
      };
      return ok({ before: undefined, after });
    },
    write: ({ after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: id, table: recordsTable(mode) },
        ...{ action: CHANNEL_SETTLED, creates: channelSettlementKey(after) },
        writes: [
          putChannelSettlement(ports, after),
          putBankReference(database, mode, bankReference, id),
          ...days.value.map((day) => putChannelDay(ports, after, day)),
          ...moneyOf(ports, after),
        ],
      }),
  });
}

const PAGE_SIZE = 1_000;
/** So much is counted within one request. */
const BOOKINGS_MAX = 10_000;

/** The sum that our books have of the channel for these days; undefined where there is too much to be counted at once. */
async function bookedOn(ports: ContractPorts, { channel, ...days }: ChannelWish): Promise<Fen | undefined> {
  const account = `channel:${channel}` as const;
  let [sum, read] = [ZERO, 0];
  for (let place: BookingPlace | undefined = FIRST_BOOKING; place; ) {
    if (read >= BOOKINGS_MAX) return undefined;
    const wanted = { account, ...windowOfDays(days), place, limit: PAGE_SIZE };
    const page = await readBookings(ports, wanted);
    const legs = page.transfers
      .filter(({ transfer }) => transfer.reason !== CHANNEL_SETTLED)
      .flatMap(({ transfer }) => transfer.legs.filter((leg) => leg.account === account));
    sum = addMoney(sum, ...legs.map((leg) => onNormalSide(account, leg.amount)));
    read += page.transfers.length;
    place = page.next;
  }
  return sum;
}

function moneyOf(ports: ContractPorts, { id: cause, channel, gross, fee, amount }: ChannelSettlement) {
  const legs = [
    { account: "bank:main" as const, amount },
    { account: `channel:${channel}` as const, amount: fen(-gross) },
    { account: `cost:${channel}` as const, amount: fee },
  ].filter((leg) => leg.amount !== 0n);
  return putTransfer(ports, bookedAs({ at: ports.now, legs, reason: CHANNEL_SETTLED, cause }));
}
