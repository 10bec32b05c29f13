import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import { type Fen, formatMoney } from "../../../kernel/money.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { type AutomaticChannel, anew, CEILING_MAX } from "../automatic-payment.ts";
import { getTask, putTask } from "../automatic-payment-store.ts";
import {
  getUtilityAccount,
  listBills,
  listBindings,
  putUtilityAccount,
  type UtilityStore,
} from "../store.ts";
import type { Binding, UtilityAccount } from "../utility-account.ts";

export type AutomaticRefusal =
  | { readonly code: "ACCOUNT_NOT_FOUND" }
  | {
      readonly code: "CEILING_OUT_OF_RANGE";
      readonly values: { readonly max: string };
      readonly path: readonly string[];
    }
  /** Somebody else of the household pays its bills by themselves. */
  | { readonly code: "AUTOMATIC_PAYMENT_BY_ANOTHER"; readonly path: readonly string[] };

export type AutomaticPorts = UtilityStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

type Wish = { readonly account: string; readonly ceiling: Fen; readonly channel: AutomaticChannel };

const ATTEMPTS_MAX = 8;
/** One commit holds the tasks of all bills that are due already; no household owes more. */
const BILLS_DUE_MAX = 90;

/** From now on the account's bills are paid by themselves; those that are due already are, too. */
export async function setAutomaticPayment(
  ports: AutomaticPorts,
  { account: id, ceiling, channel }: Wish,
): Promise<Result<Binding, AutomaticRefusal>> {
  if (ceiling <= 0n || ceiling > CEILING_MAX) {
    return err({
      code: "CEILING_OUT_OF_RANGE",
      values: { max: formatMoney(CEILING_MAX) },
      path: ["ceiling"],
    });
  }
  const { actor, now } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const bound = await boundAccount(ports, id);
    if (!bound) return err({ code: "ACCOUNT_NOT_FOUND" });
    const { account, binding } = bound;
    if (account.automatic && account.automatic.by !== actor.id) {
      return err({ code: "AUTOMATIC_PAYMENT_BY_ANOTHER", path: ["account"] });
    }
    const automatic = { by: actor.id, ceiling, channel, setAt: now };
    const due = (await listBills(ports, account.id)).filter(({ status }) => status === "DUE");
    const tasks = await Promise.all(
      due.slice(0, BILLS_DUE_MAX).map(async (bill) => {
        const task = await getTask(ports, bill.id);
        return putTask(ports, anew(task, bill, now), task?.revision);
      }),
    );
    if (await write(ports, account, { ...account, automatic }, tasks)) return ok(binding);
  }
  throw new Error(`account ${id} changed ${ATTEMPTS_MAX} times meanwhile`);
}

/** The caller pays by hand again. What waits to be paid finds that out, and is left. */
export async function stopAutomaticPayment(
  ports: AutomaticPorts,
  id: string,
): Promise<Result<Binding, { readonly code: "ACCOUNT_NOT_FOUND" }>> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const bound = await boundAccount(ports, id);
    if (!bound) return err({ code: "ACCOUNT_NOT_FOUND" });
    const { account, binding } = bound;
    if (account.automatic?.by !== ports.actor.id) return ok(binding);
    if (await write(ports, account, { ...account, automatic: undefined }, [])) return ok(binding);
  }
  throw new Error(`account ${id} changed ${ATTEMPTS_MAX} times meanwhile`);
}

async function boundAccount(ports: AutomaticPorts, id: string) {
  const bindings = isId("uac", id) ? await listBindings(ports, ports.actor.id) : [];
  const binding = bindings.find(({ account }) => account === id);
  const account = binding && (await getUtilityAccount(ports, binding.account));
  return account && { account, binding };
}

async function write(
  { actor, now: at, requestId, ...ports }: AutomaticPorts,
  before: UtilityAccount,
  after: UtilityAccount,
  tasks: ReturnType<typeof putTask>[],
): Promise<boolean> {
  const next = { ...after, revision: before.revision + 1 };
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: before.id, table: recordsTable(ports.mode) },
    action: `utilities.account.automatic-payment-${after.automatic ? "set" : "stopped"}`,
    writes: [putUtilityAccount(ports, next, before.revision), ...tasks],
  });
  if (!done.ok) ports.database.forget();
  return done.ok;
}
