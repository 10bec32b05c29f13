import type { Column } from "../../services/government/housing-fund/fund-file/fund-file.ts";
import { formatDecimal } from "../../services/kernel/decimal.ts";
import { formatMoney } from "../../services/kernel/money.ts";
import { type Day, dateOf, monthTextOf } from "./days.ts";
import { type History, historyOf } from "./history.ts";
import { loanOf, type StatedLoan } from "./loans.ts";
import { type Employer, employerOf, idNumberOf } from "./people.ts";
import { randomOf } from "./random.ts";

/** A row of the file; columns that its type does not have are left out. */
export type GeneratedRow = Readonly<Partial<Record<Column, string>>>;

const CITIZENS_AN_EMPLOYER = 25;
const LOAN_PERCENT = 25;

/** All rows of one made-up person: the account, what was paid in, the interest, and for some a loan. */
export function* rowsOfCitizen(
  index: number,
  { citizens, seed, until }: { readonly citizens: number; readonly seed: string; readonly until: Day },
): Generator<GeneratedRow> {
  const random = randomOf(`${seed} citizen ${index}`);
  const employers = Math.ceil(citizens / CITIZENS_AN_EMPLOYER);
  const employer = employerOf(random.int(0, employers - 1), seed);
  const idNumber = idNumberOf(index, seed, until);
  const history = historyOf(employer, until, random);
  yield accountRow(idNumber, index, employer, history, until);
  for (const { month, paidOn, share } of history.paid) {
    const amount = formatMoney(share);
    const days = { month: monthTextOf(month), paidOn: dateOf(paidOn) };
    yield { type: "contribution", idNumber, ...days, employer: amount, employee: amount };
  }
  for (const { on, amount } of history.settled) {
    yield { type: "interest", idNumber, on: dateOf(on), amount: formatMoney(amount) };
  }
  if (history.status === "CLOSED" || !random.chance(LOAN_PERCENT)) return;
  const loan = loanOf(index, history.openedOn, until, random);
  if (loan) yield loanRow(idNumber, loan);
}

function accountRow(
  idNumber: string,
  index: number,
  employer: Employer,
  { base, status, openedOn, balance }: History,
  until: Day,
): GeneratedRow {
  const rate = formatDecimal(employer.rate);
  return {
    type: "account",
    idNumber,
    accountNumber: `${employer.region}${String(index).padStart(8, "0")}`,
    employerName: employer.name,
    employerCreditCode: employer.creditCode,
    region: employer.region,
    contributionBase: formatMoney(base),
    employerRate: rate,
    employeeRate: rate,
    status,
    openedOn: dateOf(openedOn),
    balance: formatMoney(balance),
    balanceOn: dateOf(until),
  };
}

function loanRow(idNumber: string, loan: StatedLoan): GeneratedRow {
  const [grant, ...changes] = loan.rates;
  return {
    type: "loan",
    idNumber,
    loanNumber: loan.loanNumber,
    principal: formatMoney(loan.principal),
    rate: grant ? formatDecimal(grant.rate) : "",
    rateChanges: changes
      .map(({ effectiveFrom, rate }) => `${effectiveFrom}=${formatDecimal(rate)}`)
      .join(";"),
    termMonths: String(loan.termMonths),
    home: loan.home,
    method: loan.method,
    startedOn: loan.startedOn,
    outstanding: formatMoney(loan.outstanding),
    outstandingOn: loan.outstandingOn,
  };
}
