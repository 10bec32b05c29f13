import { type Fen, formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import {
  isAutomaticChannel,
  type PaymentChannel,
  type PayPorts,
  paysThrough,
} from "../../../money/payments/index.ts";
import { CEILING_MAX, renewTask } from "../automatic-payment.ts";
import { getTask, putTask } from "../automatic-payment-store.ts";
import { listBills } from "../store.ts";
import { type Binding, isSameTenancy } from "../utility-account.ts";
import { changeOrder, type NoSuchAccount, type OrderPorts } from "./change-order.ts";

export type SetOrderRefusal =
  | NoSuchAccount
  | { readonly code: "CHANNEL_UNKNOWN" }
  | {
      readonly code: "CEILING_OUT_OF_RANGE";
      readonly values: { readonly max: string };
      readonly path: readonly string[];
    }
  /** Somebody else of the household pays its bills by themselves. */
  | { readonly code: "AUTOMATIC_PAYMENT_BY_ANOTHER"; readonly path: readonly string[] };

export type SetOrderPorts = OrderPorts & Pick<PayPorts, "channels">;

type Wish = { readonly account: string; readonly ceiling: Fen; readonly channel: PaymentChannel };

/** One commit holds the tasks of all bills that are due already; no household owes more. */
const BILLS_DUE_MAX = 90;

/** From now on the account's bills are paid by themselves; those that are due already are, too. */
export async function setAutomaticPayment(
  ports: SetOrderPorts,
  { account: id, ceiling, channel }: Wish,
): Promise<Result<Binding, SetOrderRefusal>> {
  const { actor, now } = ports;
  if (!isAutomaticChannel(channel) || !paysThrough(ports, actor.id, channel)) {
    return err({ code: "CHANNEL_UNKNOWN" });
  }
  if (ceiling <= 0n || ceiling > CEILING_MAX) {
    const values = { max: formatMoney(CEILING_MAX) };
    return err({ code: "CEILING_OUT_OF_RANGE", values, path: ["ceiling"] });
  }
  return changeOrder<Exclude<SetOrderRefusal, NoSuchAccount>>(ports, id, async (account) => {
    if (account.automatic && account.automatic.by !== actor.id) {
      return err({ code: "AUTOMATIC_PAYMENT_BY_ANOTHER", path: ["account"] });
    }
    const due = (await listBills(ports, account.id)).filter(
      (bill) => bill.status === "DUE" && isSameTenancy(bill, account),
    );
    const tasks = await Promise.all(
      due.slice(0, BILLS_DUE_MAX).map(async (bill) => {
        const task = await getTask(ports, bill.id);
        return putTask(ports, renewTask(task, bill, now), task?.revision);
      }),
    );
    return ok({ automatic: { by: actor.id, ceiling, channel, setAt: now }, tasks });
  });
}
