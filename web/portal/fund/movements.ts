import type { PortalFundHistoryQuery } from "../../shared/generated/graphql.ts";

type Fund = NonNullable<NonNullable<PortalFundHistoryQuery["me"]>["housingFund"]>;
type Contributions = NonNullable<Fund["contributions"]>;

/** All that went into the account and out of it, as far as it is shown at a time. */
export type FundMovements = {
  readonly contributions: readonly Contributions["edges"][number]["node"][];
  readonly settled: Fund["interest"]["settled"];
  readonly withdrawals: Fund["withdrawals"];
  /** Later months stand on the pages before. */
  readonly isLater: boolean;
  /** The earliest year goes on behind the months that are shown. */
  readonly goesOn: boolean;
};

export const movementsOf = (
  { contributions, interest, withdrawals }: Fund,
  isLater: boolean,
): FundMovements => ({
  isLater,
  contributions: contributions?.edges.map(({ node }) => node) ?? [],
  settled: interest.settled,
  withdrawals,
  goesOn: contributions?.pageInfo.hasNextPage ?? false,
});

const yearOf = (date: string): string => date.slice(0, 4);

/** The years with a movement, the newest first; where months are shown from page to page, those of the page. */
export function yearsOf(of: FundMovements): readonly string[] {
  const { contributions, settled, withdrawals, isLater, goesOn } = of;
  const months = contributions.map(({ month }) => yearOf(month));
  const others = [...settled, ...withdrawals].map(({ on }) => yearOf(on));
  const [newest = "9999"] = isLater ? months : [];
  const oldest = (goesOn ? months.at(-1) : undefined) ?? "";
  const shown = others.filter((year) => oldest <= year && year <= newest);
  return [...new Set([...months, ...shown])].sort().reverse();
}

/** The movements of a year. */
export const ofYear = (year: string, { goesOn, isLater, ...of }: FundMovements): FundMovements => ({
  isLater,
  contributions: of.contributions.filter(({ month }) => yearOf(month) === year),
  settled: of.settled.filter(({ on }) => yearOf(on) === year),
  withdrawals: of.withdrawals.filter(({ on }) => yearOf(on) === year),
  goesOn: goesOn && yearOf(of.contributions.at(-1)?.month ?? "") === year,
});
