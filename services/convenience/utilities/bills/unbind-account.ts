import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import { ok } from "../../../kernel/result.ts";
import { getTenancy } from "../account-store.ts";
import { listReadable } from "../binding-store.ts";
import type { Binding } from "../utility-account.ts";
import { type BindPorts, withBoundBy, writeBinding } from "./write-binding.ts";

/** Its bills are no longer shown or told of, nor those of a former home whose binding has ended. Undefined where the citizen has bound no such account. */
export async function unbindAccount(ports: BindPorts, id: string): Promise<Binding | undefined> {
  const { id: citizenId } = ports.actor;
  const unbound = await decideUntilWritten({
    database: ports.database,
    about: `account ${id}`,
    read: async () => {
      const bindings = (await listReadable(ports, citizenId)).filter(({ account }) => account === id);
      const binding = bindings.find(({ hasEnded }) => !hasEnded) ?? bindings[0];
      const account = binding && (await getTenancy(ports, binding.account, binding));
      return account && { binding, account };
    },
    decide: (found) => {
      if (!found) return unchanged(ok(undefined));
      const { binding, account } = found;
      const boundBy = account.boundBy.filter((each) => each !== citizenId);
      return ok({ before: account, after: withBoundBy(account, boundBy), answer: binding });
    },
    write: ({ answer: binding, ...unbound }) =>
      writeBinding(ports, { ...unbound, binding, state: "UNBOUND" }),
  });
  return unbound.ok ? unbound.value : undefined;
}
