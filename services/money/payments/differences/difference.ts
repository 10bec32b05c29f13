import { createHash } from "node:crypto";
import type { Officer } from "../../../kernel/actor.ts";
import { isHandOf } from "../../../kernel/four-eyes.ts";
import { base32, type CitizenId, type OfficerId } from "../../../kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { AccountId } from "../../ledger/index.ts";
import type { DifferenceId, PaymentId, RefundId } from "../ids.ts";
import type { ChannelName } from "../payment.ts";
import {
  type DifferenceKind,
  type DifferenceStatus,
  type KnownState,
  type Line,
  type Outcome,
  PAYING_OUTCOMES,
} from "./difference-kinds.ts";

/** A treasurer's word on what is to become of a difference. */
export type Proposal = {
  readonly outcome: Outcome;
  readonly reason: string;
  /** Of an assignment, the bill or the partner's account. */
  readonly to?: string | undefined;
  readonly by: OfficerId;
  readonly person: CitizenId;
  readonly at: Instant;
};

/** The second treasurer's, or the channel's, that made it so. */
export type Resolution = {
  readonly at: Instant;
  /** Absent where the channel itself took it back. */
  readonly by?: OfficerId | undefined;
  readonly payment?: PaymentId | undefined;
};

/** In hundredths of its currency, as the channel tells it. */
export type Foreign = { readonly amount: Fen; readonly currency: string };

/**
 * Money by which a channel and the books differ: booked on the channel's account, so that it says what the channel says,
 * and on suspense, until two treasurers have resolved it.
 */
export type Difference = Line & {
  readonly id: DifferenceId;
  readonly channel: ChannelName;
  readonly kind: DifferenceKind;
  /**
   * The channel has so much more than the books had; less than nothing where it has less. Nothing only where all of it is of
   * another currency, which is not in the books at all.
   */
  readonly amount: Fen;
  /** The money that the channel moved in another currency. */
  readonly foreign?: Foreign | undefined;
  /** When the money moved, by the channel's word, or else by ours. */
  readonly movedAt: Instant;
  /** The state in which the books had it, as they call it; absent for what is unknown. */
  readonly known?: KnownState | undefined;
  readonly knownAmount?: Fen | undefined;
  readonly source: "GATEWAY" | "DAY_FILE";
  readonly foundAt: Instant;
  readonly status: DifferenceStatus;
  readonly proposal?: Proposal | undefined;
  readonly resolution?: Resolution | undefined;
  /** The refund that gives it back, or that the channel declined. */
  readonly refund?: RefundId | undefined;
  /** Why the channel declined to give it back. */
  readonly declined?: string | undefined;
  readonly revision: number;
};

/** The channel's word on a line as of now, against what the books have of it apart from differences. */
export type Said = Line &
  Pick<Difference, "channel" | "kind" | "movedAt" | "known" | "knownAmount" | "foreign" | "source"> & {
    /** As a difference's; nothing where both agree. */
    readonly effect: Fen;
    /** Said once for all: what has made up for it since has ended it. */
    readonly isOnce?: true;
  };

/** The words about an earlier difference, to be said again with another effect. */
export const saidBefore = (one: Difference): Omit<Said, "effect" | "isOnce"> => {
  const { type, paymentId, refundId, channelNumber, channel, kind, movedAt, known, knownAmount, source } =
    one;
  return { type, paymentId, refundId, channelNumber, channel, kind, movedAt, known, knownAmount, source };
};

/** A line of one channel's. */
export type ChannelLine = Line & Pick<Difference, "channel">;

/** The id of the n-th difference, from 1, that was found of a line. */
export function differenceIdOf(
  { channel, type, paymentId, refundId, channelNumber }: ChannelLine,
  n: number,
): DifferenceId {
  const named = [channel, type, paymentId, refundId ?? "", channelNumber ?? "", n];
  const digest = createHash("sha256").update(JSON.stringify(named)).digest();
  return `dif_${base32(digest.subarray(0, ID_BYTES))}`;
}
const ID_BYTES = 10;

/** The outcome of another word about a line: a new difference, or an open one that the channel has taken back. */
export type Found = { readonly before?: Difference; readonly after: Difference };

/**
 * The difference that a line comes to, when these are the ones that were found of it before, in their order; undefined where it
 * tells nothing new. So the same word heard twice books once, and a later one books only what it changes.
 */
export function findDifference(
  earlier: readonly Difference[],
  { effect, isOnce, ...said }: Said,
  now: Instant,
): Found | undefined {
  if (isOnce && isMadeUp(earlier)) return undefined;
  const amount = addMoney(effect, fen(-bookedOf(earlier)));
  const isForeign = said.foreign !== undefined && earlier.length === 0;
  if (amount === 0n && !isForeign) return undefined;
  const last = earlier.at(-1);
  if (last?.status === "OPEN" && amount === -last.amount) {
    return { before: last, after: resolved(last, { at: now }) };
  }
  const id = differenceIdOf(said, earlier.length + 1);
  return { after: { ...said, id, amount, foundAt: now, status: "OPEN", revision: 1 } };
}

/** One that the channel took back counts no more. */
const isTakenBack = ({ status, resolution }: Difference): boolean =>
  status === "RESOLVED" && resolution?.by === undefined;
const bookedOf = (found: readonly Difference[]): Fen =>
  addMoney(ZERO, ...found.filter((one) => !isTakenBack(one)).map(({ amount }) => amount));

/** Money was booked of a line, and nothing of it is left: it was taken back, or another difference makes up for it. */
export const isMadeUp = (found: readonly Difference[]): boolean =>
  found.some(({ amount }) => amount !== 0n) && bookedOf(found) === 0n;

const resolved = (difference: Difference, resolution: Resolution): Difference => ({
  ...difference,
  ...{ status: "RESOLVED", proposal: difference.proposal, resolution, revision: difference.revision + 1 },
});

export type DifferenceAction = "propose" | "confirm" | "withdraw";

export type ProposalProblem =
  | { readonly code: "DIFFERENCE_NOT_OPEN"; readonly status: DifferenceStatus }
  /** An officer whose person is not known may be the one who proposed it. */
  | { readonly code: "OFFICER_WITHOUT_PERSON" }
  | { readonly code: "SAME_OFFICER" }
  /** Only what was charged and is here goes back through the channel; less than nothing is nobody's bill. */
  | { readonly code: "NOTHING_TO_REFUND" | "NOTHING_TO_ASSIGN" };

/** The first treasurer says what is to become of it. */
export function propose(
  difference: Difference,
  { by, ...wish }: Pick<Proposal, "outcome" | "reason" | "to" | "at"> & { readonly by: Officer },
): Result<Difference & { readonly proposal: Proposal }, ProposalProblem> {
  const { status, amount, type, revision } = difference;
  if (status !== "OPEN") return err({ code: "DIFFERENCE_NOT_OPEN", status });
  if (by.person === undefined) return err({ code: "OFFICER_WITHOUT_PERSON" });
  if (wish.outcome === "REFUND" && (amount <= 0n || type !== "CHARGE"))
    return err({ code: "NOTHING_TO_REFUND" });
  const isPaying = PAYING_OUTCOMES.some((one) => one === wish.outcome);
  if (isPaying ? amount <= 0n : wish.outcome === "ASSIGN_TO_ACCOUNT" && amount === 0n)
    return err({ code: "NOTHING_TO_ASSIGN" });
  const proposal = { ...wish, by: by.id, person: by.person };
  return ok({ ...difference, status: "PROPOSED", proposal, revision: revision + 1 });
}

/** Takes the word back, the proposer's own or another treasurer who does not agree. */
export function withdraw(difference: Difference): Result<Difference, ProposalProblem> {
  const { status, revision } = difference;
  if (status !== "PROPOSED") return err({ code: "DIFFERENCE_NOT_OPEN", status });
  return ok({ ...difference, status: "OPEN", proposal: undefined, revision: revision + 1 });
}

/** The second treasurer agrees: with a refund the channel has yet to be asked, all else is done. */
export function confirm(
  difference: Difference,
  {
    by,
    at,
    refund,
    payment,
  }: { readonly by: Officer; readonly at: Instant } & Pick<Difference, "refund"> &
    Pick<Resolution, "payment">,
): Result<Difference, ProposalProblem> {
  const { status, proposal, revision } = difference;
  if (status !== "PROPOSED" || !proposal) return err({ code: "DIFFERENCE_NOT_OPEN", status });
  if (by.person === undefined) return err({ code: "OFFICER_WITHOUT_PERSON" });
  if (isHandOf(by, proposal)) return err({ code: "SAME_OFFICER" });
  const resolution = { at, by: by.id, payment };
  if (proposal.outcome !== "REFUND") return ok(resolved(difference, resolution));
  return ok({
    ...difference,
    ...{ status: "REFUNDING", resolution, refund, declined: undefined, revision: revision + 1 },
  });
}

/** The channel has given it back, or has declined to: then treasurers have to look at it again. */
export function endRefund(
  difference: Difference,
  end: { readonly isBack: true } | { readonly isBack: false; readonly declined: string },
): Difference {
  if (difference.status !== "REFUNDING") throw new Error(`${difference.id} is not being refunded`);
  const revision = difference.revision + 1;
  if (end.isBack) return { ...difference, status: "RESOLVED", revision };
  const { proposal: _, resolution: __, ...rest } = difference;
  return { ...rest, status: "OPEN", declined: end.declined, revision };
}

/** The acts that a treasurer can take. */
export function differenceActions(
  { status, proposal }: Difference,
  officer: Pick<Officer, "id" | "person">,
): readonly DifferenceAction[] {
  if (officer.person === undefined) return [];
  if (status === "OPEN") return ["propose"];
  if (status !== "PROPOSED" || !proposal) return [];
  return isHandOf(officer, proposal) ? ["withdraw"] : ["confirm", "withdraw"];
}

export const channelAccount = ({ channel }: Pick<Difference, "channel">): AccountId => `channel:${channel}`;
export const suspenseOf = (channel: ChannelName): AccountId => `suspense:${channel}`;
export const WRITTEN_OFF: AccountId = "writeoff:differences";
