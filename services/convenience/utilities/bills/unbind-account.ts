import { getUtilityAccount, listBindings } from "../store.ts";
import type { Binding } from "../utility-account.ts";
import { type BindPorts, writeBinding } from "./write-binding.ts";

const ATTEMPTS_MAX = 5;

/** Its bills are no longer shown or told of. Undefined where the citizen has bound no such account. */
export async function unbindAccount(ports: BindPorts, id: string): Promise<Binding | undefined> {
  const { id: citizenId } = ports.actor;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const binding = (await listBindings(ports, citizenId)).find(({ account }) => account === id);
    const account = binding && (await getUtilityAccount(ports, binding.account));
    if (!account) return undefined;
    const boundBy = account.boundBy.filter((each) => each !== citizenId);
    if (await writeBinding(ports, account, boundBy, { binding, isBound: false })) return binding;
  }
  throw new Error(`account ${id} changed ${ATTEMPTS_MAX} times while it was unbound`);
}
