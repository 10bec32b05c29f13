import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import type { AutomaticPayment } from "../automatic-payment.ts";
import { getUtilityAccount, listBindings, putUtilityAccount, type UtilityStore } from "../store.ts";
import type { Binding, UtilityAccount } from "../utility-account.ts";

/** What a citizen's use cases of an order stand on. */
export type OrderPorts = UtilityStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

export type NoSuchAccount = { readonly code: "ACCOUNT_NOT_FOUND" };

/** What is written of an order: undefined ends it. */
export type OrderChange = {
  readonly automatic: AutomaticPayment | undefined;
  readonly tasks: readonly TransactItem[];
};

const ATTEMPTS_MAX = 8;

/**
 * Writes what `decide` makes of the order on an account that the caller has bound, read again and decided again while
 * others write; undefined where everything is to stay as it is.
 */
export async function changeOrder<E extends { readonly code: string }>(
  ports: OrderPorts,
  id: string,
  decide: (account: UtilityAccount) => Promise<Result<OrderChange | undefined, E>>,
): Promise<Result<Binding, NoSuchAccount | E>> {
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const bindings = isId("uac", id) ? await listBindings(ports, ports.actor.id) : [];
    const binding = bindings.find(({ account }) => account === id);
    const account = binding && (await getUtilityAccount(ports, binding.account));
    if (!account) return err({ code: "ACCOUNT_NOT_FOUND" });
    const change = await decide(account);
    if (!change.ok) return change;
    if (!change.value || (await write(ports, account, change.value))) return ok(binding);
  }
  throw new Error(`account ${id} changed ${ATTEMPTS_MAX} times meanwhile`);
}

async function write(
  { actor, now: at, requestId, ...ports }: OrderPorts,
  account: UtilityAccount,
  { automatic, tasks }: OrderChange,
): Promise<boolean> {
  const next = { ...account, automatic, revision: account.revision + 1 };
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: account.id, table: recordsTable(ports.mode) },
    action: `utilities.account.automatic-payment-${automatic ? "set" : "stopped"}`,
    writes: [putUtilityAccount(ports, next, account.revision), ...tasks],
  });
  if (!done.ok) ports.database.forget();
  return done.ok;
}
