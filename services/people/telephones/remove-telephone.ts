import type { Citizen } from "../../kernel/actor.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type CodePorts, sendTo } from "./put-code-out.ts";
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
  const removed = await decideUntilWritten({
    database,
    about: "a telephone that was to be removed",
    read: () => getTelephone(ports, actor.id),
    decide: (before) =>
      before?.telephone
        ? ok({ before, after: removeFrom(before), answer: before.telephone })
        : err({ code: "NO_TELEPHONE" }),
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, at, requestId, aggregate: telephoneAggregate(actor.id), table: recordsTable(mode) },
        action: "telephones.telephone.removed",
        writes: [putTelephone(ports, after, before)],
        event: { type: "telephone.removed", mode, to: [actor.id], payload: { about: actor.id } },
      }),
  });
  if (removed.ok) await sendTo(ports, actor.id, removed.value, warning);
  return removed;
}
