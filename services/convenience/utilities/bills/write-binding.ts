import type { Citizen } from "../../../kernel/actor.ts";
import type { Commit, Stale } from "../../../kernel/commit/commit.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { putUtilityAccount } from "../account-store.ts";
import { type BindingState, putBinding } from "../binding-store.ts";
import type { UtilityStore } from "../store.ts";
import type { Binding, UtilityAccount } from "../utility-account.ts";

/** The ports of binding and unbinding an account. */
export type BindPorts = UtilityStore & {
  readonly commit: Commit;
  readonly actor: Citizen;
  readonly now: Instant;
  readonly requestId: string;
};

/** The account with these people to be told of its bills; one who no longer has it bound no longer pays them. */
export function withBoundBy(account: UtilityAccount, boundBy: UtilityAccount["boundBy"]): UtilityAccount {
  const { automatic, revision } = account;
  return {
    ...{ ...account, boundBy, revision: revision + 1 },
    automatic: automatic && boundBy.includes(automatic.by) ? automatic : undefined,
  };
}

type Binder = {
  readonly before: UtilityAccount;
  readonly after: UtilityAccount;
  readonly binding: Binding;
  readonly state: Exclude<BindingState, "ENDED">;
};

/** Writes who has an account bound, and one of them. */
export const writeBinding = (
  { actor, now: at, requestId, ...ports }: BindPorts,
  { before, after, binding, state }: Binder,
): Promise<Result<void, Stale>> =>
  ports.commit({
    ...{ actor, at, requestId, aggregate: after.id, table: recordsTable(ports.mode) },
    action: `utilities.account.${state.toLowerCase()}`,
    writes: [putUtilityAccount(ports, after, before.revision), putBinding(ports, binding, state)],
  });
