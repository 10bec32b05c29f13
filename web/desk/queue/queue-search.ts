import { textsOf } from "../../shared/frame/search-texts.ts";
import { isIn } from "../region-codes.ts";
import type { DeskOfficer } from "../use-officer.ts";

/** The part of a queue that is looked at, as the address says. None of it is anybody's. */
export type QueueSearch = {
  /** The region's code; the officer's broadest without it. */
  readonly region?: string;
  /** The department's code; the officer's first without it. */
  readonly department?: string;
  /** The item's code. */
  readonly item?: string;
  readonly due?: Due;
  /** A cursor. */
  readonly after?: string;
};

export const DUES = ["today", "overdue"] as const;
export type Due = (typeof DUES)[number];

const readTexts = textsOf("region", "department", "item", "after");

export function readQueueSearch(search: Record<string, unknown>): QueueSearch {
  const due = DUES.find((one) => one === search["due"]);
  return { ...readTexts(search), ...(due ? { due } : {}) };
}

/** A part of the jurisdiction that has queues of its own. */
export type Place = {
  readonly region: string;
  /** The officer's own region in which that lies, or which that is. */
  readonly top: string;
  readonly department: string;
};

/** Undefined where the officer has no region or no department. */
export function placeOf({ region, department }: QueueSearch, officer: DeskOfficer): Place | undefined {
  const [regions, departments] = [officer.regions ?? [], officer.departments ?? []];
  const [firstRegion, firstDepartment] = [regions[0], departments[0]];
  if (!firstRegion || !firstDepartment) return undefined;
  const wanted = region ?? firstRegion.code;
  const around = regions.filter(({ code }) => isIn(wanted, code)).sort((a, b) => broadness(a) - broadness(b));
  return {
    region: wanted,
    top: around[0]?.code ?? wanted,
    department: department ?? firstDepartment.code,
  };
}

const broadness = ({ code }: { readonly code: string }): number => /0*$/.exec(code)?.[0].length ?? 0;
