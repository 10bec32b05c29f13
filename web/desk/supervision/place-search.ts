import { textsOf } from "../../shared/frame/search-texts.ts";
import { readMonth } from "../months-offered.ts";

/** The part of a jurisdiction that is looked at, as an address says. None of it is anybody's. */
export type PlaceSearch = {
  /** The region's code; the officer's broadest without it. */
  readonly region?: string;
  /** The department's code; the officer's first without it. */
  readonly department?: string;
  /** A cursor. */
  readonly after?: string;
};

export const readPlaceSearch = textsOf("region", "department", "after");

export const LISTS = ["escalated", "held", "paused"] as const;
/** A supervisor's lists of cases. */
export type List = (typeof LISTS)[number];

export type SupervisionSearch = PlaceSearch & { readonly list?: List | undefined };

export function readSupervisionSearch(search: Record<string, unknown>): SupervisionSearch {
  return { ...readPlaceSearch(search), list: LISTS.find((one) => one === search["list"]) };
}

export type AuditSearch = PlaceSearch & {
  /** "2026-11"; the present one without it. */
  readonly month?: string;
};

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  return { ...readPlaceSearch(search), ...readMonth(search) };
}
