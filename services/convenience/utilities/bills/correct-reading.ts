import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { compareDecimals, type Decimal } from "../../../kernel/decimal.ts";
import { addMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import type { Bill, BillNotOpen } from "../bill.ts";
import { isBillersNumber } from "../bill-place.ts";
import { getBiller } from "../biller-store.ts";
import { chainOf, isSettled } from "../readings/chain.ts";
import type { RatingTrace, ReadingProblem, Used } from "../readings/meter-reading.ts";
import { type PutRight, putRight } from "../readings/rate-anew.ts";
import { getYearUsages, putYearUsage } from "../readings/reading-store.ts";
import { countsAtEnd, recount } from "../readings/register.ts";
import { sumByYear } from "../readings/year-usage.ts";
import { getBillByNumber, listBills } from "../store.ts";
import type { TimeOfUse } from "../tariffs/tariff.ts";
import { TARIFFS } from "../tariffs/tariffs.ts";
import type { UtilityAccount } from "../utility-account.ts";
import type { ChangeBillPorts, NoSuchBill } from "./change-bill.ts";
import { countsAfter } from "./counts-around.ts";
import { rateLater, readBill, writeAnew } from "./rate-later.ts";
import { correct, type EstimateSettled, tenancyOfBill } from "./withdraw-bill.ts";

export type CorrectReadingRefusal =
  | NoSuchBill
  | BillNotOpen
  | ReadingProblem
  | EstimateSettled
  | { readonly code: "READ_BY_REGISTERS"; readonly path: readonly string[] }
  | (TextProblem & { readonly path: readonly string[] });

/** The usage as the meter has told in truth, and why it was told otherwise. */
export type ReadingCorrection = {
  readonly usage?: Decimal | undefined;
  readonly timeOfUse?: TimeOfUse | undefined;
  readonly reason: string;
};

const REASON_LENGTH = { min: 2, max: 200 };

/**
 * A biller puts a reading of its own right, whether its bill was paid or not, and the later ones are rated anew. The
 * next bill bears what was paid too much or too little; a credit is given in the ledger.
 */
export async function correctReading(
  ports: ChangeBillPorts,
  number: string,
  { usage, timeOfUse, reason: why }: ReadingCorrection,
): Promise<Result<Bill, CorrectReadingRefusal>> {
  const reason = checkText(why, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!reason.ok) return err({ ...reason.error, path: ["reason"] });
  const used: Used | undefined = timeOfUse ? { timeOfUse } : usage && { usage };
  if (!used || (usage && timeOfUse))
    return err({ code: "USAGE_OR_TIME_OF_USE", path: ["usage"], values: {} });
  if (!isBillersNumber(number)) return err({ code: "NOT_FOUND" });
  return decideUntilWritten({
    database: ports.database,
    about: `the reading of bill ${number}`,
    read: () => readAround(ports, number),
    decide: (found): Result<Corrected, CorrectReadingRefusal> | ReturnType<typeof sameBill> => {
      if (!found) return err({ code: "NOT_FOUND" });
      const { read, chain } = found;
      const { bill, trace } = read;
      if (bill.status === "CANCELLED") return err({ code: "BILL_NOT_DUE", status: bill.status });
      if (isSettled(bill, chain)) return err({ code: "ESTIMATE_SETTLED", path: ["number"] });
      if (isSameUsage(trace, used)) return sameBill(bill);
      const counts = countsOf(found, used);
      if (!counts) return err({ code: "READ_BY_REGISTERS", path: ["number"] });
      const right = putRight(TARIFFS, found.biller, read, used);
      if (!right.ok) return right;
      const own = { ...right.value, trace: { ...right.value.trace, registers: counts.registers } };
      return ok({ ...found, before: bill, after: own, answer: own.bill, own, account: counts.account });
    },
    write: async ({ own, chain, biller, account, before }) => {
      const later = chain.filter((each) => each.period.from >= before.period.to && !isSettled(each, chain));
      const rated = await rateLater(ports, biller, later, { more: own.more, to: before.period.to });
      if (!rated.ok) return rated;
      const self = await writeAnew(ports, [own]);
      const years = own.more.map(({ year }) => year);
      const usedIn = await getYearUsages(ports, before, years);
      const { writes, event } = await correct(ports, before, account, {
        waiting: addMoney(self.waiting, rated.value.waiting),
        difference: addMoney(self.difference, rated.value.difference),
        writes: [
          ...self.writes,
          ...rated.value.writes,
          ...sumByYear(usedIn, own.more, 1).map((each) => putYearUsage(ports, before, each)),
        ],
      });
      const { actor, now: at, requestId, mode } = ports;
      return ports.commit({
        ...{ actor, at, requestId, aggregate: before.id, table: recordsTable(mode), writes },
        ...{ action: "utilities.reading.corrected", reason: reason.value, ...(event ? { event } : {}) },
      });
    },
  });
}

type Around = NonNullable<Awaited<ReturnType<typeof readAround>>>;
type Corrected = Around & {
  readonly before: Bill;
  readonly after: PutRight;
  readonly answer: Bill;
  readonly own: PutRight;
  readonly account: UtilityAccount;
};

const sameBill = (bill: Bill) => unchanged(ok(bill));

async function readAround(ports: ChangeBillPorts, number: string) {
  const bill = await getBillByNumber(ports, ports.actor.id, number);
  if (!bill?.isRated) return undefined;
  const [read, bills, biller, tenancy] = await Promise.all([
    readBill(ports, bill),
    listBills(ports, bill.account),
    getBiller(ports.database, bill.biller),
    tenancyOfBill(ports, bill),
  ]);
  if (!biller) throw new Error(`the biller of ${bill.id} is gone`);
  const after = read.trace.registers && (await countsAfter(ports, bills, bill.period));
  return { read, chain: chainOf(bills, bill), biller, tenancy, isFollowed: after !== undefined };
}

function isSameUsage({ usage, timeOfUse }: RatingTrace, used: Used): boolean {
  if ("usage" in used) return !timeOfUse && compareDecimals(usage, used.usage) === 0;
  const { peak, flat, valley } = used.timeOfUse;
  return (
    timeOfUse !== undefined &&
    compareDecimals(timeOfUse.peak, peak) === 0 &&
    compareDecimals(timeOfUse.flat, flat) === 0 &&
    compareDecimals(timeOfUse.valley, valley) === 0
  );
}

/** The registers as the truth has them; none of a reading from whose counts another goes on, whoever holds the account. */
function countsOf(
  { tenancy, isFollowed, read: { bill, trace } }: Around,
  used: Used,
): (Pick<RatingTrace, "registers"> & { readonly account: UtilityAccount }) | undefined {
  const { registers: counted } = trace;
  if (!counted) return { account: tenancy };
  const isLast = tenancy.readTo === bill.period.to && !isFollowed;
  const registers = isLast ? recount(counted, used) : undefined;
  return registers && { registers, account: { ...tenancy, registers: countsAtEnd(registers) } };
}
