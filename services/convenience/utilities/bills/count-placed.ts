import { ok, type Result } from "../../../kernel/result.ts";
import type { Bill } from "../bill.ts";
import type {
  CountedReading,
  MeterReading,
  RatedReading,
  ReadingProblem,
} from "../readings/meter-reading.ts";
import { type Counted, countRegisters, type Metered, registersMoved } from "../readings/register.ts";
import type { UtilityStore } from "../store.ts";
import type { Days } from "../tariffs/period.ts";
import type { PlacedRow } from "../tenancy.ts";
import { countsAfter, countsBefore } from "./counts-around.ts";

/** The bills of the reading's account, read once for all that asks for them. */
export type CountPorts = UtilityStore & { readonly listBills: () => Promise<readonly Bill[]> };

/** A reading whose usage is known, and the counts by which it is, or which it has moved. */
export type Counts = { readonly reading: CountedReading; readonly counts?: Counted };

/**
 * The usage of a reading, from the counts of its registers where it states those. One that comes late, or of a holder who
 * was not read before, is held against the readings around it, whoever held the account then.
 */
export async function countPlaced(
  { listBills, ...store }: CountPorts,
  placed: PlacedRow,
  reading: MeterReading,
  isLate: boolean,
): Promise<Result<Counts, ReadingProblem>> {
  const { period, isEstimated } = reading;
  const { tenancy, before, account } = placed;
  const { registers = [], readTo, trueTo = readTo, until } = tenancy;
  const isStated = "registers" in reading;
  if (!isStated && (isEstimated || registers.length === 0)) return ok({ reading });
  const isNext = !isLate && until === undefined && trueTo !== undefined;
  const around = isNext
    ? { before: { on: trueTo, registers } }
    : before || account
      ? await countsAround(store, await listBills(), period)
      : {};
  const metered: Metered = { from: period.from, to: period.to, ...around, isNext };
  if (isStated) {
    const { registers: stated, ...rest } = reading;
    const counted = countRegisters(metered, stated);
    if (!counted.ok) return counted;
    return ok({ reading: { ...rest, ...counted.value.used }, counts: counted.value });
  }
  const used = "usage" in reading ? { usage: reading.usage } : { timeOfUse: reading.timeOfUse };
  const moved = registersMoved(metered, used);
  if (!moved.ok) return moved;
  if (!moved.value) return ok({ reading });
  const counted = countRegisters(metered, moved.value);
  return counted.ok ? ok({ reading, counts: counted.value }) : counted;
}

async function countsAround(
  store: UtilityStore,
  bills: readonly Bill[],
  period: Days,
): Promise<Pick<Metered, "before" | "after">> {
  const [before, after] = await Promise.all([
    countsBefore(store, bills, period),
    countsAfter(store, bills, period),
  ]);
  return { before, after };
}

/** A rated reading with its counts; the registers of its tenancy stay where it comes before the last. */
export function withCounts(rated: RatedReading, { counts }: Counts, isLate: boolean): RatedReading {
  if (!counts) return rated;
  const { counted, registers } = counts;
  return {
    ...{ ...rated, trace: { ...rated.trace, registers: counted } },
    account: isLate ? rated.account : { ...rated.account, registers },
  };
}
