import type { Event } from "../../../kernel/commit/event.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getFormerTime, listFormerTenancies, putUtilityAccount } from "../account-store.ts";
import { renewTask } from "../automatic-payment.ts";
import { getTask, putTask } from "../automatic-payment-store.ts";
import type { Bill } from "../bill.ts";
import { creditOf } from "../carried.ts";
import type { UtilityStore } from "../store.ts";
import { heldTimes, type Withdrawn, withdrawFrom } from "../tenancy.ts";
import { isSameTenancy, type UtilityAccount } from "../utility-account.ts";
import { writeBindings } from "./place-row.ts";

type Ports = UtilityStore & { readonly now: Instant };

/** The account's bills without the one that is withdrawn, and the tenancy of that, before and after. */
type Withdrawal = {
  readonly bill: Bill;
  readonly before: UtilityAccount;
  readonly after: UtilityAccount;
  readonly bills: readonly Bill[];
};

/** The writes by which the withdrawal of a bill takes back what it had done to tenancies, and who is told of it. */
export async function takeBack(
  ports: Ports,
  { bill, before, after, bills }: Withdrawal,
): Promise<{ readonly writes: readonly TransactItem[]; readonly event?: Event }> {
  const time = heldTimes(bills).find((each) => isSameTenancy(each, after));
  const isSame = time && (after.since === undefined || time.from <= after.since);
  const former = isSame ? [] : await listFormerTenancies(ports, after.id);
  const { tenancy, previous, restored }: Withdrawn = withdrawFrom(after, former, time);
  const moved = previous ? [putUtilityAccount(ports, previous.after, previous.before.revision)] : [];
  if (!restored) return { writes: [putUtilityAccount(ports, tenancy, before.revision), ...moved] };
  const past = await getFormerTime(ports, tenancy);
  return {
    writes: [
      putUtilityAccount(ports, restored, before.revision),
      putUtilityAccount(ports, tenancy, past?.revision),
      ...moved,
      ...(await writeBindings(ports, restored, "BOUND")),
      ...(await writeBindings(ports, tenancy, "ENDED")),
      ...(restored.automatic ? await tasksAgain(ports, restored, bills) : []),
    ],
    ...eventOf(ports, bill, restored, tenancy),
  };
}

/** The bills that the restored order would have paid meanwhile: those that were passed over, or came without one. */
async function tasksAgain(
  ports: Ports,
  restored: UtilityAccount,
  bills: readonly Bill[],
): Promise<readonly TransactItem[]> {
  const due = bills.filter((bill) => bill.status === "DUE" && isSameTenancy(bill, restored));
  const tasks = await Promise.all(
    due.slice(0, TASKS_MAX).map(async (bill) => {
      const task = await getTask(ports, bill.id);
      if (task && task.status !== "NOT_NEEDED" && task.status !== "REMINDED") return [];
      const { declined = 0 } = task ?? {};
      return putTask(ports, { ...renewTask(task, bill, ports.now), declined }, task?.revision);
    }),
  );
  return tasks.flat();
}

/** One commit holds them with what else is taken back; no household owes more. */
const TASKS_MAX = 40;

function eventOf(
  { mode }: Ports,
  { id: bill }: Bill,
  { id, biller, number, boundBy }: UtilityAccount,
  ended: UtilityAccount,
): { readonly event?: Event } {
  const to = [...new Set([...boundBy, ...ended.boundBy])];
  // The delivery gives back the money that was paid of the withdrawn bill, whoever is told.
  if (to.length === 0 && creditOf(ended) === 0n) return {};
  const payload = { about: id, partnerId: biller, number, bill };
  return { event: { type: "utility-account.holder-restored", mode, to, payload } };
}
