import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { DeskWish } from "./desk.ts";
import { countEntries } from "./desk-store.ts";
import { type DeskClosed, type DeskReader, openableDesks } from "./list-desk.ts";

/** How many steps or cases are in a queue, and how many of them are due today or were before. */
export type QueueTotals = {
  readonly total: number;
  readonly due: number;
  readonly overdue: number;
  /** There are more than were counted. */
  readonly isMore: boolean;
};

/**
 * How much there is of what an officer wants to see, counted in the lists' index; an officer's own matters, which they are
 * shown nowhere, count as well. Errors: OUTSIDE_JURISDICTION; QUEUE_TOO_BROAD.
 */
export async function countDesk(
  reader: DeskReader,
  wish: DeskWish,
): Promise<Result<QueueTotals, DeskClosed>> {
  const desks = await openableDesks(reader, wish);
  if (!desks.ok) return desks;
  const counted = await Promise.all(desks.value.map((desk) => countEntries(reader, desk)));
  const places = counted.flatMap((one) => one.places);
  const totals = totalsOf(places, dateAt(reader.now));
  return ok({ ...totals, isMore: counted.some(({ more }) => more) });
}

/** The numbers of entries by their places, which begin with the day on which they are due. */
export function totalsOf(places: readonly string[], today: CivilDate): Omit<QueueTotals, "isMore"> {
  const days = places.map((place) => place.slice(0, today.length));
  return {
    total: days.length,
    due: days.filter((day) => day === today).length,
    overdue: days.filter((day) => day < today).length,
  };
}

export type SupervisionTotals = {
  readonly held: QueueTotals;
  readonly escalated: number;
  readonly paused: number;
  readonly isMore: boolean;
};

/** How much there is to supervise. Errors: those of `countDesk`. */
export async function countSupervised(
  reader: DeskReader,
  place: Omit<Extract<DeskWish, { readonly kind: "HELD" | "ESCALATED" | "PAUSED" }>, "kind">,
): Promise<Result<SupervisionTotals, DeskClosed>> {
  const [held, escalated, paused] = await Promise.all([
    countDesk(reader, { kind: "HELD", ...place }),
    countDesk(reader, { kind: "ESCALATED", ...place }),
    countDesk(reader, { kind: "PAUSED", ...place }),
  ]);
  if (!held.ok) return err(held.error);
  if (!escalated.ok) return err(escalated.error);
  if (!paused.ok) return err(paused.error);
  return ok({
    ...{ held: held.value, escalated: escalated.value.total, paused: paused.value.total },
    isMore: [held, escalated, paused].some(({ value }) => value.isMore),
  });
}
