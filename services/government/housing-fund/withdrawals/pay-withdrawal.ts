import { documentOf, isIdentityNumber } from "../../../field/identity-document.ts";
import { isTooYoungToBeMarried } from "../../../field/legal-capacity.ts";
import { type CivilDate, dateAt } from "../../../kernel/civil-date.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { addMoney, type Fen, fen, ZERO } from "../../../kernel/money.ts";
import type { Secrets } from "../../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { putTransfer, transferOf } from "../../../money/ledger/index.ts";
import {
  cautionOf,
  findPayableAccount,
  findPayoutAccount,
  type NotPayable,
  type PayoutAccount,
} from "../../../money/payout-accounts/index.ts";
import { OWED_FROM_FUND, type Payout, payoutIdOf, payTo, putPayout } from "../../../money/payouts/index.ts";
import type { ApplicationId } from "../../cases/index.ts";
import { getAccount } from "../account-store.ts";
import { findSpouse } from "../household/confirm-spouse.ts";
import { bookForSpouse } from "../household/spouse.ts";
import { accruedInterest } from "../interest.ts";
import type { DayBasis } from "../interest-periods.ts";
import { allContributions, listLoans, listSettledInterest } from "../store.ts";
import { drawnOf, standingOf, type Withdrawal, type WithdrawalReason } from "../withdrawal.ts";
import { putWithdrawals } from "./put-withdrawals.ts";
import { isPaidFrom } from "./terms.ts";
import { drawable, type FundFacts, type FundRecords, factsFor, leaseFact } from "./withdrawal-facts.ts";
import { type FundStore, getBook, putNaming } from "./withdrawal-store.ts";

export type WithdrawalPorts = FundStore & {
  readonly now: Instant;
  readonly secrets: Pick<Secrets, "citizenDigest">;
  readonly dayBasis: DayBasis;
};

/** The withdrawal for which somebody applies; `form` is as the item's schema has it. */
export type WithdrawalWish = {
  readonly reason: WithdrawalReason;
  readonly citizenId: CitizenId;
  readonly application: ApplicationId;
  readonly form: Readonly<Record<string, unknown>>;
};

/** Nothing can be drawn: no account, a closed one, or nothing that caps and balance have left. */
export const NOTHING_DRAWABLE = { code: "NOTHING_DRAWABLE", path: ["id"] } as const;

async function recordsOf(
  ports: WithdrawalPorts,
  { citizenId, form }: WithdrawalWish,
): Promise<FundRecords | undefined> {
  const { database, mode } = ports;
  const [account, contributions, loans, book, { household, spouseBook }] = await Promise.all([
    getAccount(database, mode, citizenId),
    allContributions(database, mode, citizenId),
    listLoans(database, mode, citizenId),
    getBook(ports, citizenId),
    householdOf(ports, citizenId, form),
  ]);
  return account && { account, contributions, loans, book, household, spouseBook };
}

/** The household that a form states, and the spouse's book where the spouse's own word opens it to the applicant. */
async function householdOf(
  ports: WithdrawalPorts,
  citizenId: CitizenId,
  form: WithdrawalWish["form"],
): Promise<Pick<FundRecords, "household" | "spouseBook">> {
  const stated = spouseIn(form, ports);
  const [own, theirs] = await Promise.all([
    findSpouse(ports, citizenId),
    stated ? findSpouse(ports, stated) : undefined,
  ]);
  const isTheirWord = stated != null && theirs?.citizenId === citizenId;
  const book = isTheirWord ? await getBook(ports, stated) : undefined;
  const spouseBook = book && bookForSpouse(book, citizenId, dateAt(ports.now));
  return { household: { stated, own: own?.citizenId, isConfirmed: spouseBook !== undefined }, spouseBook };
}

/** The spouse whom a form names; null for one who is named by no number, or who is too young to be one. */
function spouseIn(
  { spouse }: WithdrawalWish["form"],
  { secrets, now }: WithdrawalPorts,
): CitizenId | null | undefined {
  if (spouse === undefined || spouse === null) return undefined;
  const given = typeof spouse === "object" && "idNumber" in spouse ? spouse.idNumber : "";
  const today = dateAt(now);
  if (typeof given !== "string" || !isIdentityNumber(given, today)) return null;
  return isTooYoungToBeMarried(documentOf(given), today) ? null : `ctz_${secrets.citizenDigest(given)}`;
}

/** The payout account that a form names, as its field has it. */
const accountIn = ({ form }: Pick<WithdrawalWish, "form">): string => String(form[ACCOUNT_FIELD] ?? "");

const ACCOUNT_FIELD = "payoutAccount";

/** The field of a form that names the account, as every item that pays a withdrawal has to ask for it. */
export const ACCOUNT_ASKED = { name: ACCOUNT_FIELD, format: "payout-account" } as const;

/** Why nothing can be paid to the account that the form names; undefined where it can. */
export async function accountObstacle(
  store: FundStore,
  wish: Pick<WithdrawalWish, "citizenId" | "form">,
): Promise<NotPaid | undefined> {
  const payable = await findPayableAccount(store, wish.citizenId, accountIn(wish));
  return payable.ok ? undefined : { ...payable.error, path: [ACCOUNT_FIELD] };
}

/** The obstacle that keeps a withdrawal from being paid, by the field of the form that it lies in. */
type NotPaid = NotPayable & { readonly path: readonly string[] };

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
};

/** The facts of the fund's records about a withdrawal, as a rule reads them. */
export async function withdrawalFacts(ports: WithdrawalPorts, wish: WithdrawalWish): Promise<FundFacts> {
  const [records, payoutCaution] = await Promise.all([recordsOf(ports, wish), cautionFor(ports, wish)]);
  const told = records
    ? factsFor(wish.reason, records, ownForm(ports, wish), dateAt(ports.now))
    : { ...NO_ACCOUNT, ...leaseFact(wish.reason, wish.form) };
  return { ...told, payoutCaution };
}

/** The form without a number that is somebody else's: nobody is as old as another. */
function ownForm({ secrets }: WithdrawalPorts, { citizenId, form }: WithdrawalWish): WithdrawalWish["form"] {
  const { idNumber, ...rest } = form;
  return `ctz_${secrets.citizenDigest(String(idNumber ?? ""))}` === citizenId ? form : rest;
}

type Drawn = { readonly amount: Fen; readonly interest: Fen };

/**
 * The amount that would be paid now, with its interest where the account is closed; undefined where nothing can be
 * drawn.
 */
async function drawnNow(
  ports: WithdrawalPorts,
  { reason, form }: WithdrawalWish,
  records: FundRecords,
): Promise<Drawn | undefined> {
  const on = dateAt(ports.now);
  const standing = standingOf(records.account, drawnOf(records.book));
  const amount = isPaidFrom(reason, standing, on) ? drawable(reason, records, form, on) : undefined;
  if (amount === undefined || amount === ZERO) return undefined;
  return { amount, interest: reason === "RETIREMENT" ? await interestFor(ports, records, on) : ZERO };
}

/** The amount that a grant would pay now; undefined where it would pay nothing. */
export async function expectedAmount(ports: WithdrawalPorts, wish: WithdrawalWish): Promise<Fen | undefined> {
  const records = await recordsOf(ports, wish);
  const drawn = records && (await drawnNow(ports, wish, records));
  return drawn && addMoney(drawn.amount, drawn.interest);
}

/**
 * All that a granted withdrawal writes, for the commit of its decision: the book of what was drawn, the payout that the
 * bank makes to an account that is proven to be the person's, and the transfer. It stands only while account, book and
 * the book of a spouse who has confirmed the household are as they were read, so a household never draws more than its cap, and while the payout
 * account stands. A citizen who retires is paid the balance with its interest, and the account
 * is closed. Its ids follow from the application, so it is paid once.
 */
export async function payWithdrawal(
  ports: WithdrawalPorts,
  wish: WithdrawalWish,
): Promise<Result<readonly TransactItem[], typeof NOTHING_DRAWABLE | NotPaid>> {
  const on = dateAt(ports.now);
  const [records, payable] = await Promise.all([
    recordsOf(ports, wish),
    findPayableAccount(ports, wish.citizenId, accountIn(wish)),
  ]);
  if (!records) return err(NOTHING_DRAWABLE);
  if (!payable.ok) return err({ ...payable.error, path: [ACCOUNT_FIELD] });
  const { account, book, spouseBook } = records;
  const drawn = await drawnNow(ports, wish, records);
  if (!drawn) return err(NOTHING_DRAWABLE);
  const tail = wish.application.slice("app_".length);
  const withdrawal: Withdrawal = {
    ...{ id: `hfw_${tail}`, reason: wish.reason, ...drawn, on, closes: wish.reason === "RETIREMENT" },
    ...{ application: wish.application, payout: payoutIdOf(tail), region: account.region },
  };
  const payout = payoutOf(ports, wish, withdrawal, payable.value.account);
  const after = { ...book, withdrawals: [withdrawal, ...book.withdrawals], revision: book.revision + 1 };
  return ok([
    ...putWithdrawals(ports, account, after),
    ...(spouseBook ? [putNaming(ports, spouseBook, { citizenId: wish.citizenId, on })] : []),
    payable.value.guard,
    putPayout(ports, payout),
    ...putTransfer(ports, transferFor(payout, account.region)),
  ]);
}

async function interestFor(
  ports: WithdrawalPorts,
  { account, contributions, book }: FundRecords,
  on: CivilDate,
): Promise<Fen> {
  const settled = await listSettledInterest(ports.database, ports.mode, account.citizenId);
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
  const transfer = transferOf({
    at: createdAt,
    legs: [
      { account: `fund:${region.slice(0, 2)}0000`, amount },
      { account: OWED_FROM_FUND, amount: fen(-amount) },
    ],
    reason: "housing-fund.withdrawal.granted",
    cause: id,
  });
  if (!transfer.ok) throw new Error(`payout ${id} moves no whole amount: ${transfer.error.code}`);
  return transfer.value;
}
