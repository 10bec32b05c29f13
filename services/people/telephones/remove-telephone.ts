import type { Citizen } from "../../kernel/actor.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { ATTEMPTS_MAX, type CodePorts, sendTo } from "./put-code-out.ts";
import type { NoTelephone } from "./send-code.ts";
import { getTelephone, putTelephone, telephoneAggregate } from "./store.ts";
import { removeFrom, type Telephone } from "./telephone.ts";

/**
 * Takes the caller's telephone away, and the code that is out with it; the number is told by `warning`. Answers with what
 * it was. Errors: NO_TELEPHONE.
 */
export async function removeTelephone(
  ports: CodePorts & { readonly actor: Citizen },
  warning: string,
): Promise<Result<Telephone, NoTelephone>> {
  const { actor, now: at, requestId, mode, database } = ports;
  for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
    const before = await getTelephone(ports, actor.id);
    if (!before?.telephone) return err({ code: "NO_TELEPHONE" });
    const done = await ports.commit({
      ...{ actor, at, requestId, aggregate: telephoneAggregate(actor.id), table: recordsTable(mode) },
      action: "telephones.telephone.removed",
      writes: [putTelephone(ports, removeFrom(before), before)],
      event: { type: "telephone.removed", mode, to: [actor.id], payload: { about: actor.id } },
    });
    if (done.ok) {
      await sendTo(ports, actor.id, before.telephone, warning);
      return ok(before.telephone);
    }
    database.forget();
  }
  throw new Error(`a telephone changed ${ATTEMPTS_MAX} times while it was removed`);
}
