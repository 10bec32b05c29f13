/** The part of a jurisdiction that is looked at, as an address says. None of it is anybody's. */
export type PlaceSearch = {
  /** The region's code; the officer's broadest without it. */
  readonly region?: string | undefined;
  /** The department's code; the officer's first without it. */
  readonly department?: string | undefined;
  /** A cursor. */
  readonly after?: string | undefined;
};

const textOf = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/** Named parts of an address; one that is empty is as if it were not there. */
const textsIn = <Name extends string>(
  search: Record<string, unknown>,
  names: readonly Name[],
): Readonly<Partial<Record<Name, string | undefined>>> => {
  const found: Partial<Record<Name, string | undefined>> = {};
  for (const name of names) found[name] = textOf(search[name]);
  return found;
};

export const readPlaceSearch = (search: Record<string, unknown>): PlaceSearch =>
  textsIn(search, ["region", "department", "after"]);

export const LISTS = ["escalated", "held", "paused"] as const;
/** A supervisor's lists of cases. */
export type List = (typeof LISTS)[number];

export type SupervisionSearch = PlaceSearch & { readonly list?: List | undefined };

export function readSupervisionSearch(search: Record<string, unknown>): SupervisionSearch {
  return { ...readPlaceSearch(search), list: LISTS.find((one) => one === search["list"]) };
}

export type AuditSearch = PlaceSearch & {
  /** "2026-11"; the present one without it. */
  readonly month?: string | undefined;
};

const MONTH = /^\d{4}-\d{2}$/;

export function readAuditSearch(search: Record<string, unknown>): AuditSearch {
  const { month } = textsIn(search, ["month"]);
  return { ...readPlaceSearch(search), month: month && MONTH.test(month) ? month : undefined };
}
