import {
  addDays,
  addMonths,
  type CivilDate,
  earlier,
  firstOf,
  type Month,
  monthOf,
} from "../../../kernel/civil-date.ts";
import { addMoney, type Fen, fen, least, parseMoney, remainderOf } from "../../../kernel/money.ts";
import { type Contribution, totalOf } from "../contribution.ts";
import { drawnFor, drawnOf, type Period, standingOf } from "../withdrawal.ts";
import { dayIn, type FundForm, type FundRecords } from "./fund-records.ts";
import { monthsOf } from "./period.ts";
import { type LeaseKind, leaseIn, rentTermsOn } from "./terms.ts";

const monthOnly = (today: CivilDate): Period => ({ from: monthOf(today), to: monthOf(today) });

/** The most of a period's rent that can be drawn: what is paid, within what the caps of its months have left. */
export function drawableForRent(
  records: FundRecords,
  form: FundForm,
  today: CivilDate,
  period: Period = monthOnly(today),
): Fen | undefined {
  const lease = leaseIn(form);
  const left = lease && leftForRent(records, lease, today, period);
  const rent = rentOf(form, period);
  if (left === undefined || rent === undefined) return undefined;
  return least(left, remainderOf(rent, drawnForRent(records, today, period)));
}

/** The rent that a form states, for all months of a period. */
function rentOf(form: FundForm, period: Period): Fen | undefined {
  const rent = parseMoney(String(form["monthlyRent"] ?? ""));
  return rent.ok ? fen(rent.value * BigInt(monthsOf(period).length)) : undefined;
}

/** The sum that was drawn of a period's rent: by a couple, where the city counts the two together. */
function drawnForRent(
  { account, book, spouseBook }: Pick<FundRecords, "account" | "book" | "spouseBook">,
  today: CivilDate,
  period: Period,
): Fen {
  const isOfHousehold = rentTermsOn(account.region, today)?.isRentOfHousehold;
  const books = isOfHousehold && spouseBook ? [book, spouseBook] : [book];
  return addMoney(...books.map((one) => drawnFor(one, "RENT", period)));
}

/**
 * The amount that balance and caps leave for a period's rent by a lease, however high it is; undefined where a month's cap
 * is not known.
 */
export function leftForRent(
  { account, contributions, book }: Pick<FundRecords, "account" | "contributions" | "book">,
  lease: LeaseKind,
  today: CivilDate,
  period: Period = monthOnly(today),
): Fen | undefined {
  const { balance, region } = standingOf(account, drawnOf(book));
  const limits = monthsOf(period).map((month) => rentTermsOn(region, dayOf(month, today))?.limits[lease]);
  const caps: Fen[] = [];
  for (const limit of limits) {
    if (limit === undefined) return undefined;
    if (limit === "RENT_ALONE") return balance;
    const most = limit === "MONTHS_CONTRIBUTION" ? monthsContribution(contributions) : limit.most;
    if (most === undefined) return undefined;
    caps.push(most);
  }
  return least(balance, remainderOf(addMoney(...caps), drawnFor(book, "RENT", period)));
}

/** The day by whose terms a month's rent is drawn: its last, or today. */
function dayOf(month: Month, today: CivilDate): CivilDate {
  return earlier(today, addDays(addMonths(firstOf(month), 1), -1));
}

/** The contribution of the newest month that was paid for (月缴存额); undefined where none was. */
function monthsContribution(contributions: readonly Contribution[]): Fen | undefined {
  const paid = contributions.filter((one) => totalOf(one) > 0n);
  const [first, ...others] = paid;
  return first && totalOf(others.reduce((a, b) => (b.month > a.month ? b : a), first));
}

/**
 * Whether of a household's rent of a period anything is left to draw; undefined where nobody can tell, as of a spouse who
 * has not confirmed it. Where the city does not count a couple's rent together, only what the applicant drew is counted.
 */
export function isRentLeft(
  records: FundRecords,
  form: FundForm,
  today: CivilDate,
  period: Period = monthOnly(today),
): boolean | undefined {
  const { account, household, spouseBook } = records;
  const isOfHousehold = rentTermsOn(account.region, today)?.isRentOfHousehold ?? true;
  const isUnknown = isOfHousehold && household.stated !== undefined && !spouseBook;
  const rent = rentOf(form, period);
  return isUnknown || rent === undefined ? undefined : drawnForRent(records, today, period) < rent;
}

/**
 * Whether the lease that a form states is in force: today, or of a standing order in some month of its period. Undefined where it
 * has ended or begins within this month, some of whose rent may be due all the same: a person looks. A form that states no days
 * says nothing against it.
 */
export function isLeaseInForce(form: FundForm, today: CivilDate, period?: Period): boolean | undefined {
  const [begins, ends] = [dayIn(form, "leaseStart"), dayIn(form, "leaseEnd")];
  const { from, to } = period ?? monthOnly(today);
  if ((begins && monthOf(begins) > to) || (ends && monthOf(ends) < from)) return false;
  if (period) return true;
  return (begins && begins > today) || (ends && ends < today) ? undefined : true;
}
