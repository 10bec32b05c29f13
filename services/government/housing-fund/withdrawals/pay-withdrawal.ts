import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { bookedAs, putTransfer } from "../../../money/ledger/index.ts";
import {
  cautionOf,
  findPayableAccount,
  findPayoutAccount,
  type NotPayable,
  type PayoutAccount,
} from "../../../money/payout-accounts/index.ts";
import { OWED_FROM_FUND, type Payout, payoutIdOf, payTo, putPayout } from "../../../money/payouts/index.ts";
import type { ApplicationId, Granted } from "../../cases/index.ts";
import type { Account } from "../account.ts";
import { accruedInterest } from "../interest.ts";
import type { DayBasis } from "../interest-periods.ts";
import { drawnOf, standingOf, type Withdrawal, type WithdrawalReason } from "../withdrawal.ts";
import type { FundRecords } from "./fund-records.ts";
import { NOTHING_DRAWABLE, type NotDrawable, notDrawable } from "./not-drawable.ts";
import { putWithdrawals } from "./put-withdrawals.ts";
import { recordsOf, type Stated } from "./read-records.ts";
import type { Ordered } from "./repayment.ts";
import { isPaidFrom } from "./terms.ts";
import { drawable, type FundFacts, factsFor, leaseFacts } from "./withdrawal-facts.ts";
import { type FundStore, putNaming } from "./withdrawal-store.ts";

export type WithdrawalPorts = FundStore & {
  readonly now: Instant;
  readonly dayBasis: DayBasis;
};

/** A withdrawal that somebody applies for, or that a standing order draws. */
export type WithdrawalWish = Stated & {
  readonly reason: WithdrawalReason;
  readonly citizenId: CitizenId;
  readonly application: ApplicationId;
  readonly ordered?: Ordered | undefined;
};

/** The payout account that a form names, as its field has it. */
const accountIn = ({ form }: Pick<WithdrawalWish, "form">): string => String(form[ACCOUNT_FIELD] ?? "");

const ACCOUNT_FIELD = "payoutAccount";

/** The field of a form that names the account, as every item that pays a withdrawal has to ask for it. */
export const ACCOUNT_ASKED = { name: ACCOUNT_FIELD, format: "payout-account" } as const;

/** Why nothing can be paid to the account that a person's form names; undefined where it can. */
export async function accountObstacle(
  store: FundStore,
  { application: { subject }, form }: Pick<Granted, "application" | "form">,
): Promise<NotPaid | undefined> {
  if (subject.kind !== "PERSON") return undefined;
  const payable = await findPayableAccount(store, subject.citizenId, accountIn({ form }));
  return payable.ok ? undefined : { ...payable.error, path: [ACCOUNT_FIELD] };
}

/** The obstacle that keeps a withdrawal from being paid, by the field of the form that it lies in. */
export type NotPaid = NotPayable & { readonly path: readonly string[] };

/** The word to a rule about the account: NONE where it may pay to it. */
async function cautionFor(ports: WithdrawalPorts, wish: WithdrawalWish): Promise<string> {
  const account = await findPayoutAccount(ports, wish.citizenId, accountIn(wish));
  return account ? (cautionOf(account, ports.now) ?? "NONE") : "NOT_FOUND";
}

/** Of somebody who has no account: all can be told. */
const NO_ACCOUNT = {
  ...{ status: "NONE", balanceFen: 0, unbrokenMonths: 0, hasLoan: false, drawableFen: 0 },
  isHouseholdAsStated: true,
  isRentLeftForHousehold: true,
  isRepaidOnRecord: true,
  isRetiredAsStated: true,
};

/** Records that have been read, or are being read: facts and payment are decided on one reading. */
type Reading = FundRecords | undefined | Promise<FundRecords | undefined>;

/** The facts of the fund's records about a withdrawal, as a rule reads them. */
export async function withdrawalFacts(
  ports: WithdrawalPorts,
  wish: WithdrawalWish,
  reading: Reading,
): Promise<FundFacts> {
  const [records, payoutCaution] = await Promise.all([reading, cautionFor(ports, wish)]);
  const told = records
    ? factsFor(wish.reason, records, wish.form, dateAt(ports.now), wish.ordered)
    : { ...NO_ACCOUNT, ...leaseFacts(wish.reason, wish.form, dateAt(ports.now), wish.ordered?.period) };
  return { ...told, payoutCaution };
}

/** A withdrawal that is paid by these writes. */
type Paid = { readonly amount: Fen; readonly writes: readonly TransactItem[] };

type Drawn = { readonly amount: Fen; readonly interest: Fen };

/**
 * The amount that would be paid now, with its interest where the account is closed; undefined where nothing can be
 * drawn.
 */
function drawnNow(
  ports: WithdrawalPorts,
  { reason, form, ordered }: WithdrawalWish,
  records: FundRecords,
): Drawn | undefined {
  const on = dateAt(ports.now);
  const standing = standingOf(records.account, drawnOf(records.book));
  const amount = isPaidFrom(reason, standing, on) ? drawable(reason, records, form, on, ordered) : undefined;
  if (amount === undefined || amount === ZERO) return undefined;
  return { amount, interest: reason === "RETIREMENT" ? interestFor(ports, records, on) : ZERO };
}

/** The amount that a grant would pay now; undefined where it would pay nothing. */
export async function expectedAmount(ports: WithdrawalPorts, wish: WithdrawalWish): Promise<Fen | undefined> {
  const records = await recordsOf(ports, wish);
  const drawn = records && drawnNow(ports, wish, records);
  return drawn && addMoney(drawn.amount, drawn.interest);
}

/**
 * All that a granted withdrawal writes, for the commit of its decision: the book of what was drawn, the payout that the
 * bank makes to an account that is proven to be the person's, and the transfer. It stands only while account, book and
 * the book of a spouse who has confirmed the household are as they were read, so a household never draws more than its cap, and while the payout
 * account stands. A citizen who retires is paid the balance with its interest, and the account
 * is closed. Its ids follow from the application, and of a standing order from the month too, so it is paid once.
 */
export async function payWithdrawal(
  ports: WithdrawalPorts,
  wish: WithdrawalWish,
  reading: Reading,
): Promise<Result<Paid, NotDrawable | NotPaid>> {
  const on = dateAt(ports.now);
  const [records, payable] = await Promise.all([
    reading,
    findPayableAccount(ports, wish.citizenId, accountIn(wish)),
  ]);
  if (!records) return err(NOTHING_DRAWABLE);
  if (!payable.ok) return err({ ...payable.error, path: [ACCOUNT_FIELD] });
  const { account, book, spouseBook } = records;
  const drawn = drawnNow(ports, wish, records);
  if (!drawn) return err(notDrawable(wish, records, on));
  const withdrawal = withdrawalOf(wish, drawn, account, on);
  const payout = payoutOf(ports, wish, withdrawal, payable.value.account);
  const after = { ...book, withdrawals: [withdrawal, ...book.withdrawals], revision: book.revision + 1 };
  const writes = [
    ...putWithdrawals(ports, account, after),
    ...(spouseBook ? [putNaming(ports, spouseBook, { citizenId: wish.citizenId, on })] : []),
    payable.value.guard,
    putPayout(ports, payout),
    ...putTransfer(ports, transferFor(payout, account.region)),
  ];
  return ok({ amount: payout.amount, writes });
}

function withdrawalOf(
  { reason, application, ordered }: WithdrawalWish,
  drawn: Drawn,
  { region }: Account,
  on: CivilDate,
): Withdrawal {
  const month = ordered ? ordered.period.to.replace("-", "") : "";
  const derived = `${application.slice("app_".length)}${month}`;
  return {
    ...{ id: `hfw_${derived}`, reason, ...drawn, on, closes: reason === "RETIREMENT" },
    ...{ application, payout: payoutIdOf(derived), region },
    ...(ordered ? { ordered: ordered.period } : {}),
  };
}

function interestFor(
  ports: WithdrawalPorts,
  { account, contributions, settled, book }: FundRecords,
  on: CivilDate,
): Fen {
  const movements = { contributions, settled, drawn: drawnOf(book) };
  return accruedInterest(account, movements, ports.dayBasis, on);
}

const payoutOf = (
  { now }: WithdrawalPorts,
  { citizenId }: WithdrawalWish,
  { id, payout, amount, interest }: Withdrawal,
  account: PayoutAccount,
): Payout => ({
  ...{ id: payout, payee: citizenId, cause: id, status: "OWED", createdAt: now },
  amount: addMoney(amount, interest),
  ...payTo(account),
});

/** The fund centre of the account's province owes what the platform has its bank pay out. */
export function transferFor({ id, amount, createdAt }: Payout, region: string) {
  return bookedAs({
    at: createdAt,
    legs: [
      { account: `fund:${region.slice(0, 2)}0000`, amount },
      { account: OWED_FROM_FUND, amount: fen(-amount) },
    ],
    reason: "housing-fund.withdrawal.granted",
    cause: id,
  });
}
