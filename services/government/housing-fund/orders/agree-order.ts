import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { EffectPorts, Granted } from "../../cases/index.ts";
import type { Account } from "../account.ts";
import { getAccount } from "../account-store.ts";
import type { Loan } from "../loan.ts";
import { fundPorts } from "../withdrawals/effects.ts";
import { dayIn, type FundForm } from "../withdrawals/fund-records.ts";
import {
  accountObstacle,
  type NotPaid,
  type WithdrawalWish,
  withdrawalFacts,
} from "../withdrawals/pay-withdrawal.ts";
import { recordsOf, statedIn } from "../withdrawals/read-records.ts";
import { type Ordered, openLoans, statedMonthly } from "../withdrawals/repayment.ts";
import { type OrderTerms, orderTermsOn } from "../withdrawals/terms.ts";
import type { FundFacts } from "../withdrawals/withdrawal-facts.ts";
import type { FundStore } from "../withdrawals/withdrawal-store.ts";
import { unmetChecks } from "./ask-rule.ts";
import { agree, inForce, nextDayFor, type OrderReason, periodOf, type StandingOrder } from "./order.ts";
import { getOrders, putOrders } from "./order-store.ts";

/** Why nothing can be agreed: no account, a city without standing orders, one in force already, or a lease that is over. */
export type NotAgreed =
  | NotPaid
  | {
      readonly code:
        | "FUND_ORDER_WITHOUT_ACCOUNT"
        | "FUND_ORDER_NOT_OFFERED"
        | "FUND_ORDER_IN_FORCE"
        | "FUND_ORDER_OVER";
      readonly path: readonly string[];
    };

const refused = (code: Exclude<NotAgreed, NotPaid>["code"], ...path: readonly string[]) =>
  err({ code, path: path.length > 0 ? path : ["id"] });

/** The last day of what is drawn for, by the form's field. */
const END_FIELDS: Readonly<Record<OrderReason, string>> = {
  RENT: "leaseEnd",
  LOAN_REPAYMENT: "loanEnd",
};

type Times = Pick<StandingOrder, "agreedOn" | "beginsOn" | "endsOn" | "nextOn">;

function timesOf(reason: OrderReason, form: FundForm, terms: OrderTerms, today: CivilDate): Times {
  const begins = reason === "RENT" ? dayIn(form, "leaseStart") : undefined;
  const beginsOn = begins && begins > today ? begins : today;
  const endsOn = dayIn(form, END_FIELDS[reason]);
  const times = { agreedOn: today, beginsOn, ...(endsOn ? { endsOn } : {}) };
  return { ...times, nextOn: nextDayFor(times, terms) };
}

/** An order of which the fund's records tell the end: a bank's part goes on without the fund's. */
const isFundLoan = (reason: OrderReason, loans: readonly Loan[], form: FundForm): boolean =>
  reason === "LOAN_REPAYMENT" && openLoans(loans).length > 0 && statedMonthly(form) === ZERO;

/** The first draw that there would be; undefined where the account's city has no standing orders. */
function plannedFor(
  reason: OrderReason,
  form: FundForm,
  { region }: Pick<Account, "region">,
  today: CivilDate,
): Ordered | undefined {
  const terms = orderTermsOn(region, today);
  return terms && { period: periodOf(timesOf(reason, form, terms, today), terms), agreedOn: today };
}

type Agreed = { readonly reason: OrderReason; readonly granted: Granted };

type First = Awaited<ReturnType<typeof firstDraw>> & { readonly facts: FundFacts };

/** The person of an application; an enterprise has no account. */
export const holderOf = ({ application: { subject } }: Granted): CitizenId | undefined =>
  subject.kind === "PERSON" ? subject.citizenId : undefined;

/** The first draw as it is wished for, and the records that it would be decided on. */
export async function firstDraw(ports: EffectPorts, { reason, granted }: Agreed, citizenId: CitizenId) {
  const { application, form } = granted;
  const { isOwnNumber, ...stated } = statedIn(ports.secrets, { citizenId, form, now: ports.now });
  const records = await recordsOf(ports, { citizenId, spouse: stated.spouse, reason });
  const ordered = records && plannedFor(reason, form, records.account, dateAt(ports.now));
  const wish: WithdrawalWish = { ...stated, reason, citizenId, application: application.id, ordered };
  return { records, wish, isOwnNumber };
}

/** The obstacle that already keeps an order from being agreed, said before the case is handed in. */
export async function orderObstacle(
  ports: FundStore & Pick<EffectPorts, "now">,
  { reason, granted }: Agreed,
): Promise<NotAgreed | undefined> {
  const citizenId = holderOf(granted);
  if (!citizenId) return undefined;
  const [account, book] = await Promise.all([
    getAccount(ports.database, ports.mode, citizenId),
    getOrders(ports, citizenId),
  ]);
  if (inForce(book, reason)) return refused("FUND_ORDER_IN_FORCE").error;
  if (account && !orderTermsOn(account.region, dateAt(ports.now)))
    return refused("FUND_ORDER_NOT_OFFERED").error;
  return accountObstacle(ports, granted);
}

/**
 * The writes of an agreement, for the commit of its grant. From then on the fund draws on its days until somebody or
 * something ends it. Checks that are not met now, and that somebody grants all the same, are not asked again. `first` is the
 * first draw, where a rule has been told of it.
 */
export async function agreeOrder(
  ports: EffectPorts,
  { reason, granted, first }: Agreed & { readonly first?: First },
): Promise<Result<readonly TransactItem[], NotAgreed>> {
  const citizenId = holderOf(granted);
  if (!citizenId) return refused("FUND_ORDER_WITHOUT_ACCOUNT");
  const { application, form, item } = granted;
  const today = dateAt(ports.now);
  const [{ records, wish, isOwnNumber }, book, obstacle] = await Promise.all([
    first ?? firstDraw(ports, { reason, granted }, citizenId),
    getOrders(ports, citizenId),
    accountObstacle(ports, granted),
  ]);
  if (!records) return refused("FUND_ORDER_WITHOUT_ACCOUNT");
  const { account, loans } = records;
  const terms = orderTermsOn(account.region, today);
  if (!terms) return refused("FUND_ORDER_NOT_OFFERED");
  if (obstacle) return err(obstacle);
  const times = timesOf(reason, form, terms, today);
  if (times.endsOn && times.endsOn < today) return refused("FUND_ORDER_OVER", END_FIELDS[reason]);
  const facts = first?.facts ?? (await withdrawalFacts(fundPorts(ports), wish, records));
  const unmet = unmetChecks({ reason, item, form, facts, isOwnNumber });
  const agreed = agree(book, {
    ...{ reason, application: application.id, region: account.region, ...times },
    ...{ isFundLoan: isFundLoan(reason, loans, form), spouse: wish.spouse, isOwnNumber },
    passedOver: unmet.filter(({ isLeftToPerson }) => isLeftToPerson).map(({ check }) => check.code),
  });
  return agreed.ok ? ok([putOrders(ports, agreed.value)]) : refused("FUND_ORDER_IN_FORCE");
}
