import { addDays, type CivilDate, dateAt, type Month, midnight, monthOf } from "../../kernel/civil-date.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { addMoney, type Fen, fen, least, ZERO } from "../../kernel/money.ts";
import { DAY_MS, HOUR_MS, type Instant, plusMs } from "../../kernel/runtime.ts";
import type { WithholdingId } from "./ids.ts";
import type { Withholding, WithholdingTerms } from "./withholding.ts";

/** How far the collection of fares under a contract is. */
export type Collection = {
  readonly withholding: WithholdingId;
  readonly holder: CitizenId;
  /** Of the next payment, by which it is made once. */
  readonly number: number;
  /** Not before; undefined where nothing is to be collected. */
  readonly dueAt?: Instant | undefined;
  /** Collected on the latest day and in the latest month in which something was. */
  readonly day?: { readonly on: CivilDate; readonly amount: Fen } | undefined;
  readonly month?: { readonly in: Month; readonly amount: Fen } | undefined;
  readonly revision: number;
};

/** Of a contract that was just signed. */
export const firstCollection = (withholding: WithholdingId, holder: CitizenId): Collection => ({
  ...{ withholding, holder, number: 1, revision: 1 },
});

const collectedOn = ({ day }: Collection, on: CivilDate): Fen => (day?.on === on ? day.amount : ZERO);

/** The amount that was collected in a calendar month. */
export const collectedIn = ({ month }: Collection, wanted: Month): Fen =>
  month?.in === wanted ? month.amount : ZERO;

/** The amount that may still be collected on a day. */
export function roomOn(collection: Collection, { dayMax, monthMax }: WithholdingTerms, on: CivilDate): Fen {
  const ofDay = fen(dayMax - collectedOn(collection, on));
  const ofMonth = fen(monthMax - collectedIn(collection, monthOf(on)));
  return least(ofDay, ofMonth);
}

/** The outcome of a try; what was paid counts on the day on which its payment began. */
export type Tried =
  | { readonly kind: "PAID"; readonly amount: Fen; readonly on: CivilDate }
  | { readonly kind: "DECLINED" | "LOST" | "OPEN" | "ABOVE_LIMIT" | "NOTHING_OWED" };

/** A payment that has not ended is looked at again. */
const AGAIN_MS = HOUR_MS / 6;
const HOUR_OF_DAY = 9;
/** So long after the first refusal it is tried again each morning; after that its holder pays by hand. */
const TRIED_MS = 3 * DAY_MS;

export type Next = { readonly collection: Collection; readonly refusedAt: Instant | undefined };

/**
 * The collection after a try, and since when its contract's fares are arrears. `owes`: fares wait now, whatever was
 * collected.
 */
export function afterTry(
  collection: Collection,
  { refusedAt }: Pick<Withholding, "refusedAt">,
  { tried, owes }: { readonly tried: Tried; readonly owes: boolean },
  now: Instant,
): Next {
  const next = { ...collection, revision: collection.revision + 1 };
  const ended = { ...next, number: collection.number + 1 };
  const since = refusedAt ?? now;
  switch (tried.kind) {
    // It never came to the channel, which is not the holder's to bear.
    case "LOST":
      return { collection: { ...ended, dueAt: plusMs(now, AGAIN_MS) }, refusedAt };
    case "OPEN":
      return { collection: { ...next, dueAt: plusMs(now, AGAIN_MS) }, refusedAt };
    case "PAID":
      return {
        collection: { ...ended, ...countedIn(collection, tried), dueAt: owes ? now : undefined },
        refusedAt: undefined,
      };
    case "NOTHING_OWED":
      return { collection: { ...next, dueAt: owes ? now : undefined }, refusedAt: undefined };
    case "ABOVE_LIMIT":
      return { collection: { ...next, dueAt: nextMorning(now) }, refusedAt: since };
    case "DECLINED": {
      const dueAt = now < plusMs(since, TRIED_MS) ? nextMorning(now) : undefined;
      return { collection: { ...ended, dueAt }, refusedAt: since };
    }
  }
}

const nextMorning = (now: Instant): Instant =>
  plusMs(midnight(addDays(dateAt(now), 1)), HOUR_OF_DAY * HOUR_MS);

function countedIn(
  collection: Collection,
  { amount, on }: { readonly amount: Fen; readonly on: CivilDate },
): Required<Pick<Collection, "day" | "month">> {
  const month = monthOf(on);
  return {
    day: { on, amount: addMoney(collectedOn(collection, on), amount) },
    month: { in: month, amount: addMoney(collectedIn(collection, month), amount) },
  };
}
