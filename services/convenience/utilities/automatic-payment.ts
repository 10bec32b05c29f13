import { addDays, type CivilDate, dateAt, midnight } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { type Fen, fen } from "../../kernel/money.ts";
import { HOUR_MS, type Instant, plusMs } from "../../kernel/runtime.ts";
import type { AutomaticChannel } from "../../money/payments/index.ts";
import type { Bill } from "./bill.ts";
import type { BillId } from "./ids.ts";

/** A citizen's order to pay the bills of an account by themselves, up to a ceiling each. */
export type AutomaticPayment = {
  readonly by: CitizenId;
  /** No bill that owes more is paid, late fee included. */
  readonly ceiling: Fen;
  readonly channel: AutomaticChannel;
  readonly setAt: Instant;
};

export const TASK_STATUSES = [
  "WAITING",
  "PAID",
  "ABOVE_CEILING",
  "GIVEN_UP",
  "REMINDED",
  "NOT_NEEDED",
] as const;

/** A bill that is to be paid by itself, or of which its people are reminded before it is due, and how that stands. */
export type PaymentTask = {
  readonly bill: BillId;
  readonly status: (typeof TASK_STATUSES)[number];
  /** Not before; of one that waits. */
  readonly dueAt: Instant;
  /** How often the channel has declined it. */
  readonly declined: number;
  readonly revision: number;
};

/** Time for somebody to look at a bill, and for two more tries until it is late. */
const DAYS_BEFORE_DUE = 3;
const HOUR_OF_DAY = 9;
const TRIES_MAX = 3;
/** A payment that has not ended, or somebody else's, is looked at again. */
const AGAIN_MS = HOUR_MS / 6;
/** More than any household's bill. */
export const CEILING_MAX = fen(10_000_00n);

/** In the morning three days before it is due, or at once where that is over. */
export function firstTryAt({ dueOn }: Pick<Bill, "dueOn">, now: Instant): Instant {
  const morning = morningOf(addDays(dueOn, -DAYS_BEFORE_DUE));
  return morning > now ? morning : now;
}

const morningOf = (day: CivilDate): Instant => plusMs(midnight(day), HOUR_OF_DAY * HOUR_MS);

export const taskFor = ({ id, dueOn }: Pick<Bill, "id" | "dueOn">, now: Instant): PaymentTask => ({
  ...{ bill: id, status: "WAITING", dueAt: firstTryAt({ dueOn }, now), declined: 0, revision: 1 },
});

/** Whether the people who have bound an account are reminded of a new bill: not on the day on which they are told of it. */
export const isToRemindOf = ({ dueOn }: Pick<Bill, "dueOn">, now: Instant): boolean =>
  firstTryAt({ dueOn }, now) > now;

/** The outcome of a try. */
export type Tried = "PAID" | "DECLINED" | "OPEN" | "ABOVE_CEILING" | "REMINDED" | "NOT_NEEDED";

/** A bill that no order pays: its people are reminded of it while it is due; a payment that has begun may still fail. */
export const triedByHand = ({ status }: Pick<Bill, "status">): Tried =>
  status === "DUE" ? "REMINDED" : status === "PAYING" ? "OPEN" : "NOT_NEEDED";

/** The task after a try: declined, it is tried again the next mornings, and then no more. */
export function afterTry(task: PaymentTask, tried: Tried, now: Instant): PaymentTask {
  const next = { ...task, revision: task.revision + 1 };
  if (tried === "OPEN") return { ...next, dueAt: plusMs(now, AGAIN_MS) };
  if (tried !== "DECLINED") return { ...next, status: tried };
  const declined = task.declined + 1;
  if (declined >= TRIES_MAX) return { ...next, declined, status: "GIVEN_UP" };
  return { ...next, declined, dueAt: morningOf(addDays(dateAt(now), 1)) };
}

/** The same task for a bill that its biller has changed, or once more because the order was given anew. */
export const renewTask = (task: PaymentTask | undefined, bill: Bill, now: Instant): PaymentTask => ({
  ...taskFor(bill, now),
  revision: (task?.revision ?? 0) + 1,
});
