import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../../kernel/database/database.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { isId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getUtilityAccount, putUtilityAccount } from "../account-store.ts";
import type { AutomaticPayment } from "../automatic-payment.ts";
import { listBindings } from "../binding-store.ts";
import type { UtilityStore } from "../store.ts";
import { type Binding, isSameTenancy, type UtilityAccount } from "../utility-account.ts";

/** The ports of a citizen's use cases of an order. */
export type OrderPorts = UtilityStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

export type NoSuchAccount = { readonly code: "ACCOUNT_NOT_FOUND" };

/** The writes of an order: undefined ends it. */
export type OrderChange = {
  readonly automatic: AutomaticPayment | undefined;
  readonly tasks: readonly TransactItem[];
};

/**
 * Writes what `decide` makes of the order on an account that the caller has bound, read again and decided again while
 * others write; undefined where everything is to stay as it is.
 */
export function changeOrder<E extends { readonly code: string }>(
  ports: OrderPorts,
  id: string,
  decide: (account: UtilityAccount) => Promise<Result<OrderChange | undefined, E>>,
): Promise<Result<Binding, NoSuchAccount | E>> {
  const { actor, now: at, requestId, mode, database } = ports;
  return decideUntilWritten({
    database,
    about: `account ${id}`,
    read: () => findBound(ports, id),
    decide: async (found) => {
      if (!found) return err({ code: "ACCOUNT_NOT_FOUND" });
      const { binding, account } = found;
      const change = await decide(account);
      if (!change.ok) return change;
      if (!change.value) return unchanged(ok(binding));
      const { automatic, tasks } = change.value;
      const after = { ...account, automatic, revision: account.revision + 1 };
      return ok({ before: account, after, tasks, answer: binding });
    },
    write: ({ before, after, tasks }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(mode) },
        action: `utilities.account.automatic-payment-${after.automatic ? "set" : "stopped"}`,
        writes: [putUtilityAccount(ports, after, before.revision), ...tasks],
      }),
  });
}

async function findBound(ports: OrderPorts, id: string) {
  const bindings = isId("uac", id) ? await listBindings(ports, ports.actor.id) : [];
  const binding = bindings.find(({ account }) => account === id);
  const account = binding && (await getUtilityAccount(ports, binding.account));
  return account && isSameTenancy(account, binding) ? { binding, account } : undefined;
}
