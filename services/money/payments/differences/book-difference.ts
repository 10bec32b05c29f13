import type { Author } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { type Fen, fen } from "../../../kernel/money.ts";
import { ok } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type AccountId, bookedAs, putTransfer, type Transfer } from "../../ledger/index.ts";
import { paymentKeys } from "../keys.ts";
import {
  type ChannelLine,
  channelAccount,
  type Difference,
  differenceIdOf,
  findDifference,
  type Said,
  suspenseOf,
} from "./difference.ts";
import { type DifferenceStore, getDifference, putDifference } from "./difference-store.ts";

export type BookPorts = DifferenceStore & {
  readonly commit: Commit;
  readonly actor: Author;
  readonly requestId: string;
  readonly now: () => Instant;
};

/** More words about one line of a channel's than anybody has. */
const WORDS_MAX = 50;

/**
 * Books what a channel says of a line where the books have it otherwise: once, however often and by whichever way it is
 * heard. Undefined where it tells nothing new.
 */
export function bookDifference(ports: BookPorts, said: Said): Promise<Difference | undefined> {
  const { database, mode, actor, requestId } = ports;
  return decideUntilWritten({
    database,
    about: `the differences of ${differenceIdOf(said, 1)}`,
    read: () => listOfLine(ports, said),
    decide: (earlier) => {
      const found = findDifference(earlier, said, ports.now());
      return found ? ok({ before: undefined, ...found }) : unchanged(ok(undefined));
    },
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, requestId, aggregate: after.id, table: recordsTable(mode), at: ports.now() },
        action: `payments.difference.${before ? "taken-back" : "booked"}`,
        ...(before ? {} : { creates: paymentKeys.difference(after.id) }),
        writes: [putDifference(ports, after, before), ...moneyOf(ports, after, before !== undefined)],
      }),
  }).then((booked) => {
    if (!booked.ok) throw new Error("a difference is never refused");
    return booked.value;
  });
}

/** Money of another currency is not in the ledger: it is told, and moves nothing. */
const moneyOf = (ports: BookPorts, difference: Difference, isBack: boolean): readonly TransactItem[] =>
  difference.amount === 0n
    ? []
    : putTransfer(ports, isBack ? transferBack(difference, ports.now()) : transferIn(difference));

/** The differences that were found of a line before, in their order. */
export async function listOfLine(ports: DifferenceStore, line: ChannelLine): Promise<readonly Difference[]> {
  const found: Difference[] = [];
  for (let n = 1; n <= WORDS_MAX; n += 1) {
    const one = await getDifference(ports, differenceIdOf(line, n));
    if (!one) break;
    found.push(one);
  }
  return found;
}

const transferIn = ({ id, channel, amount, foundAt }: Difference): Transfer =>
  bookedAs({
    legs: [
      { account: channelAccount({ channel }), amount },
      { account: suspenseOf(channel), amount: fen(-amount) },
    ],
    ...{ at: foundAt, reason: "payments.difference.booked", cause: id },
  });

const transferBack = (difference: Difference, at: Transfer["at"]): Transfer =>
  outOfSuspense(difference, {
    ...{ to: channelAccount(difference), at, cause: difference.id },
    reason: "payments.difference.taken-back",
  });

type Way = Pick<Transfer, "at" | "reason" | "cause"> & { readonly to: AccountId };

/** Moves the whole of a difference from suspense to where it belongs. */
export const outOfSuspense = (
  { channel, amount }: Pick<Difference, "channel"> & { readonly amount: Fen },
  { to, ...order }: Way,
): Transfer =>
  bookedAs({
    ...order,
    legs: [
      { account: suspenseOf(channel), amount },
      { account: to, amount: fen(-amount) },
    ],
  });
