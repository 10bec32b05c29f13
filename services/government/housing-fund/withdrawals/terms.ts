import type { RegionCode } from "../../../field/region.ts";
import { type CivilDate, date } from "../../../kernel/civil-date.ts";
import { type Fen, fen } from "../../../kernel/money.ts";
import type { Account, AccountStatus } from "../account.ts";
import type { WithdrawalReason } from "../withdrawal.ts";

type CityRow = { readonly region: RegionCode; readonly effectiveFrom: CivilDate };

/** The row of an account's city on a day; rows stand newest first. Undefined where none is known. */
const rowOf = <R extends CityRow>(rows: readonly R[], region: RegionCode, on: CivilDate): R | undefined =>
  rows.find((row) => row.region.slice(0, 2) === region.slice(0, 2) && row.effectiveFrom <= on);

const BEIJING = "110000" as RegionCode;

export const LEASE_KINDS = [
  "UNREGISTERED",
  "REGISTERED",
  "REGISTERED_LARGE_FAMILY",
  "PUBLIC_RENTAL",
] as const;
/** A lease as the cap for rent asks for it; a family is large with two or more children, one of them a minor. */
export type LeaseKind = (typeof LEASE_KINDS)[number];

/** The limit of a withdrawal for rent beside the rent itself: an amount, the month's contribution, or nothing. */
export type RentLimit = { readonly most: Fen } | "MONTHS_CONTRIBUTION" | "RENT_ALONE";

/** The most that a person may draw for a month's rent, by lease; a lease of which nothing is known is left to a person. */
type RentTerms = CityRow & {
  readonly limits: Readonly<Partial<Record<LeaseKind, RentLimit>>>;
  /** A couple draws together no more than the rent. In no notice that was read: the fund's own choice, as data. */
  readonly isRentOfHousehold: boolean;
};

/**
 * Beijing, each for one person and month. 2,000.00 without a registered lease, by a commitment; with one and its invoice the
 * rent up to the month's contribution; for large families and public rental the rent: notice 京房公积金发〔2023〕6号 of 5 June
 * 2023, by the news of these days. Before it 1,500.00. The notice knows no cap of a household.
 */
const RENT_TERMS: readonly RentTerms[] = [
  {
    ...{ region: BEIJING, effectiveFrom: date("2023-06-05"), isRentOfHousehold: true },
    limits: {
      UNREGISTERED: { most: fen(2_000_00n) },
      REGISTERED: "MONTHS_CONTRIBUTION",
      REGISTERED_LARGE_FAMILY: "RENT_ALONE",
      PUBLIC_RENTAL: "RENT_ALONE",
    },
  },
  {
    ...{ region: BEIJING, effectiveFrom: date("2018-01-01"), isRentOfHousehold: true },
    limits: { UNREGISTERED: { most: fen(1_500_00n) } },
  },
];

export const rentTermsOn = (region: RegionCode, on: CivilDate): RentTerms | undefined =>
  rowOf(RENT_TERMS, region, on);

/** 租房合同 as forms have it; a form that does not ask means a lease that is not registered. */
const LEASES = new Map<unknown, LeaseKind>([
  [undefined, "UNREGISTERED"],
  ["未备案", "UNREGISTERED"],
  ["已备案", "REGISTERED"],
  ["已备案且为多子女家庭", "REGISTERED_LARGE_FAMILY"],
  ["公共租赁住房或保障性租赁住房", "PUBLIC_RENTAL"],
]);

/** The lease that a form states; undefined for words that are none of these. */
export const leaseIn = (form: Readonly<Record<string, unknown>>): LeaseKind | undefined =>
  LEASES.get(form["leaseKind"] ?? undefined);

type RetirementTerms = CityRow & { readonly isPaidFromActive: boolean };

/**
 * Beijing pays on retirement only from an account that the employer has sealed (封存), by the fund centre as two employers
 * quote it; the day of the rule was not found.
 */
const RETIREMENT_TERMS: readonly RetirementTerms[] = [
  { region: BEIJING, effectiveFrom: date("2018-01-01"), isPaidFromActive: false },
];

/**
 * The statuses that a grant for a reason pays from. An employer seals or transfers the account within 30 days of the end of
 * an employment (Regulations, art. 15), so that on retirement sealed is the normal state. Rent asks for unbroken
 * contributions, which nobody pays into a sealed account; repaying a loan asks for none (art. 24 (1)).
 */
export const PAID_FROM = {
  RENT: ["ACTIVE"],
  LOAN_REPAYMENT: ["ACTIVE", "SEALED"],
  RETIREMENT: ["SEALED", "ACTIVE"],
} as const satisfies Readonly<Record<WithdrawalReason, readonly AccountStatus[]>>;

/** Whether a grant pays from an account as it stands: what its city does not know is left to the person who grants. */
export function isPaidFrom(
  reason: WithdrawalReason,
  { status, region }: Pick<Account, "status" | "region">,
  on: CivilDate,
): boolean {
  if (!PAID_FROM[reason].some((one) => one === status)) return false;
  if (reason !== "RETIREMENT" || status === "SEALED") return true;
  return rowOf(RETIREMENT_TERMS, region, on)?.isPaidFromActive ?? true;
}

/** When a standing order draws: once in so many months, on a day of the last of them. */
export type OrderTerms = CityRow & { readonly everyMonths: 1 | 3; readonly onDay: number };

/**
 * Beijing draws by standing order (约定提取) every month since 1 January 2023: notice 京房公积金发〔2023〕1号. The day was found
 * nowhere: it is the fund's own choice, late enough for the last month's contribution to have arrived.
 */
const ORDER_TERMS: readonly OrderTerms[] = [
  { region: BEIJING, effectiveFrom: date("2023-01-01"), everyMonths: 1, onDay: 15 },
];

/** Undefined where a city has no standing orders. */
export const orderTermsOn = (region: RegionCode, on: CivilDate): OrderTerms | undefined =>
  rowOf(ORDER_TERMS, region, on);
