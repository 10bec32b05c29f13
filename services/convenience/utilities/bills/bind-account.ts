import type { Citizen } from "../../../kernel/actor.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import { getUtilityAccount, listBindings, putBinding, putUtilityAccount } from "../store.ts";
import { type Binding, BOUND_MAX, type UtilityAccount } from "../utility-account.ts";
import { type AccountProof, type ProofPorts, type ProofRefusal, proveAccount } from "./look-up-bills.ts";

export type BindRefusal =
  | ProofRefusal
  | (TextProblem & { readonly path: readonly string[] })
  /** As many people as a household can have are told of this account's bills already. */
  | { readonly code: "ACCOUNT_BOUND_BY_MANY"; readonly values: { readonly max: string } };

export type BindPorts = ProofPorts & { readonly actor: Citizen };

const ALIAS_LENGTH = { min: 1, max: 30 };
const ATTEMPTS_MAX = 5;

/** Binds an account to a citizen who can prove to know it, or names it anew: its bills are shown and told of. */
export async function bindAccount(
  ports: BindPorts,
  proof: AccountProof,
  alias: string,
): Promise<Result<Binding, BindRefusal>> {
  const named = checkText(alias, ALIAS_LENGTH.min, ALIAS_LENGTH.max);
  if (!named.ok) return err({ ...named.error, path: ["alias"] });
  const proven = await proveAccount(ports, proof);
  if (!proven.ok) return proven;
  let { account } = proven.value;
  const { id: citizenId } = ports.actor;
  const { id, biller, number } = account;
  const binding: Binding = { account: id, biller, number, citizenId, alias: named.value };
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const isBound = account.boundBy.includes(citizenId);
    if (!isBound && account.boundBy.length >= BOUND_MAX) {
      return err({ code: "ACCOUNT_BOUND_BY_MANY", values: { max: String(BOUND_MAX) } });
    }
    const boundBy = isBound ? account.boundBy : [...account.boundBy, citizenId];
    if (await change(ports, account, boundBy, { binding, isBound: true })) return ok(binding);
    account = (await getUtilityAccount(ports, account.id)) ?? account;
  }
  throw new Error(`account ${account.id} changed ${ATTEMPTS_MAX} times while it was bound`);
}

/** Undefined where the citizen has bound no such account. */
export async function unbindAccount(ports: BindPorts, id: string): Promise<Binding | undefined> {
  const { id: citizenId } = ports.actor;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const binding = (await listBindings(ports, citizenId)).find(({ account }) => account === id);
    const account = binding && (await getUtilityAccount(ports, binding.account));
    if (!account) return undefined;
    const boundBy = account.boundBy.filter((each) => each !== citizenId);
    if (await change(ports, account, boundBy, { binding, isBound: false })) return binding;
  }
  throw new Error(`account ${id} changed ${ATTEMPTS_MAX} times while it was unbound`);
}

type Link = { readonly binding: Binding; readonly isBound: boolean };

async function change(
  ports: BindPorts,
  account: UtilityAccount,
  boundBy: UtilityAccount["boundBy"],
  { binding, isBound }: Link,
): Promise<boolean> {
  const { automatic } = account;
  const next = {
    ...{ ...account, boundBy, revision: account.revision + 1 },
    // Who no longer has the account bound no longer pays its bills.
    automatic: automatic && boundBy.includes(automatic.by) ? automatic : undefined,
  };
  const done = await ports.commit({
    actor: ports.actor,
    action: `utilities.account.${isBound ? "bound" : "unbound"}`,
    aggregate: account.id,
    table: recordsTable(ports.mode),
    at: ports.now,
    requestId: ports.requestId,
    writes: [putUtilityAccount(ports, next, account.revision), putBinding(ports, binding, isBound)],
  });
  return done.ok;
}
