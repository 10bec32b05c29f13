import { addMoney, type Fen, fen, formatMoney, ZERO } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { getTenancy, putUtilityAccount } from "../account-store.ts";
import { type Bill, leftToNext, paidOf, priceOf } from "../bill.ts";
import { getBiller } from "../biller-store.ts";
import { addWaiting } from "../carried.ts";
import { hasStated, withoutStatements } from "../household.ts";
import { chainOf, endOf, isSettled, standOf } from "../readings/chain.ts";
import type { ReadBill, ReadingProblem } from "../readings/meter-reading.ts";
import { currentPrice, ratedFrom } from "../readings/rate-anew.ts";
import { getYearUsages, putYearUsage } from "../readings/reading-store.ts";
import { uncount } from "../readings/register.ts";
import { sumByYear } from "../readings/year-usage.ts";
import { listBills } from "../store.ts";
import type { UtilityAccount } from "../utility-account.ts";
import type { Beside, ChangeBillPorts } from "./change-bill.ts";
import { countsBefore } from "./counts-around.ts";
import { rateLater, readBill } from "./rate-later.ts";
import { takeBack } from "./take-back.ts";
import { writeCredit } from "./write-credit.ts";

/** A true reading has put the estimate right, and counts on it. */
export type EstimateSettled = { readonly code: "ESTIMATE_SETTLED"; readonly path: readonly string[] };

/**
 * The changes by which withdrawing a bill takes back more: what it bore of others waits for the next bill again, what was
 * paid of it is a credit, and a tenancy that it had begun was never one. Of one that was rated the usage is taken from its
 * years, the period can be read anew, and what came after it is rated anew, as if it had not been.
 */
export async function withdrawBill(
  ports: ChangeBillPorts,
  bill: Bill,
): Promise<Result<Beside, ReadingProblem | EstimateSettled>> {
  const [tenancy, all] = await Promise.all([tenancyOfBill(ports, bill), listBills(ports, bill.account)]);
  const bills = all.filter(({ id }) => id !== bill.id);
  // The amount that was paid of it is theirs again, late fee included; the amount that it bore of others waits again.
  const back = fen((bill.carried ?? ZERO) - paidOf(bill));
  if (!bill.isRated) {
    const waiting = fen(back - leftToNext(bill));
    return ok(
      await correct(ports, bill, tenancy, { waiting, difference: fen(-paidOf(bill)), writes: [], bills }),
    );
  }
  const [biller, read] = await Promise.all([getBiller(ports.database, bill.biller), readBill(ports, bill)]);
  if (!biller) throw new Error(`the biller of ${bill.id} is gone`);
  if (isSettled(bill, chainOf(all, bill))) return err({ code: "ESTIMATE_SETTLED", path: ["number"] });
  const others = chainOf(bills, bill);
  const { years } = read.trace;
  const usedIn = await getYearUsages(
    ports,
    bill,
    years.map(({ year }) => year),
  );
  const { from, to } = bill.period;
  const affected = others.filter(
    ({ period }) => period.from >= to || hasStated(tenancy, bill.number, period.from),
  );
  const rated = await rateLater(
    ports,
    biller,
    affected.filter((each) => !isSettled(each, others)),
    {
      ...{ to, more: sumByYear([], years, -1) },
      readTo: endOf(others.filter(({ period }) => period.to <= from)),
      stated: { before: tenancy, after: withoutOwn(tenancy, bill), withdrawn: bill.number },
    },
  );
  if (!rated.ok) return rated;
  // A difference that it had brought upon the next bill goes with it.
  const corrected = fen(currentPrice(read) - priceOf(bill));
  return ok(
    await correct(ports, bill, await asBefore(ports, tenancy, read, { others, bills }), {
      waiting: addMoney(back, fen(-corrected), rated.value.waiting),
      difference: fen(rated.value.difference - paidOf(bill)),
      bills,
      writes: [
        ...rated.value.writes,
        ...sumByYear(usedIn, years, -1).map((usage) => putYearUsage(ports, bill, usage)),
      ],
    }),
  );
}

/** The readings of its tenancy that stand without one, and all bills of its account. */
type Left = { readonly others: readonly Bill[]; readonly bills: readonly Bill[] };

/** The tenancy without what a reading has stated of its household. */
const withoutOwn = (tenancy: UtilityAccount, { number }: Bill): UtilityAccount => ({
  ...tenancy,
  ...withoutStatements(tenancy, number),
});

/** The tenancy as it stood before a reading; its registers go back to their last counts where it was the last. */
async function asBefore(
  ports: ChangeBillPorts,
  tenancy: UtilityAccount,
  read: ReadBill,
  { others, bills }: Left,
): Promise<UtilityAccount> {
  const { trueTo: _, ...account } = tenancy;
  const { registers: counted } = read.trace;
  const after = { ...withoutOwn(account, read.bill), ...standOf(others, ratedFrom(read)) };
  if (!counted || tenancy.readTo !== read.bill.period.to) return after;
  const known = await countsBefore(ports, bills, read.bill.period);
  return { ...after, registers: known?.registers ?? uncount(counted) };
}

/** The tenancy of a bill, as it stands. */
export async function tenancyOfBill(ports: ChangeBillPorts, bill: Bill): Promise<UtilityAccount> {
  const tenancy = await getTenancy(ports, bill.account, bill);
  if (!tenancy) throw new Error(`the account of ${bill.id} is gone`);
  return tenancy;
}

type Correction = Beside & {
  /** The sum that the next bill bears. */
  readonly waiting: Fen;
  /** The sum by which bills have changed, of which people are told. */
  readonly difference: Fen;
  /** The other bills of the account, where the bill is withdrawn. */
  readonly bills?: readonly Bill[];
};

/** Writes a correction to the bill's tenancy, with what the ledger and people hear of it. */
export async function correct(
  ports: ChangeBillPorts,
  bill: Bill,
  tenancy: UtilityAccount,
  { waiting, difference, writes, bills }: Correction,
): Promise<Beside> {
  const after = { ...addWaiting(tenancy, waiting), revision: tenancy.revision + 1 };
  const { boundBy, until } = tenancy;
  const isFormer = until !== undefined;
  const payload = { about: bill.id, partnerId: bill.biller, amount: formatMoney(difference) };
  const back: Beside = bills
    ? await takeBack(ports, { bill, before: tenancy, after, bills })
    : { writes: [putUtilityAccount(ports, after, tenancy.revision)] };
  return {
    writes: [
      ...back.writes,
      ...writeCredit(ports, { before: tenancy, after, cause: `${bill.id}#${after.revision}`, at: ports.now }),
      ...writes,
    ],
    event:
      back.event ??
      (difference !== 0n && (boundBy.length > 0 || isFormer)
        ? {
            type: isFormer ? "former-bill.corrected" : "bill.corrected",
            mode: ports.mode,
            to: boundBy,
            payload,
          }
        : undefined),
  };
}
