import type { Counts, Event } from "../../kernel/commit/event.ts";
import { type CaseCounts, type CountedCase, isCounter } from "./case-counts.ts";

/**
 * The event of a change of a case, with what the change counts: it is counted when the event is delivered. A change that
 * counts and is no event gets one that tells nobody.
 */
export function withCounts(
  event: Event | undefined,
  { id, region, department, item, stage }: CountedCase,
  counts: CaseCounts,
  mode: Event["mode"],
): Event | undefined {
  const named = Object.entries(counts).filter(([, by]) => by !== 0);
  if (named.length === 0) return event;
  const told: Event = event ?? { type: "case.counted", mode, to: [], payload: { about: id } };
  return { ...told, counts: { region, department, item: item.code, stage, ...Object.fromEntries(named) } };
}

/** A case, and what an event has counted of it; undefined of counts that are another service's. */
export function countedIn(
  counts: Counts,
  id: string,
): { readonly counted: CountedCase; readonly counts: CaseCounts } | undefined {
  const { region, department, item, stage, ...rest } = counts;
  const isPlaced = [region, department, item].every((one) => typeof one === "string");
  if (!isPlaced || (stage !== "PILOT" && stage !== "GENERAL")) return undefined;
  const counted: CountedCase = {
    ...{ id, region: String(region), department: String(department) },
    ...{ stage, item: { code: String(item) } },
  };
  const numbers = Object.entries(rest).flatMap(([name, by]) =>
    isCounter(name) && typeof by === "number" ? [[name, by]] : [],
  );
  return { counted, counts: Object.fromEntries(numbers) };
}
