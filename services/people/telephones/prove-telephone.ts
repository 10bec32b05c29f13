import type { Citizen } from "../../kernel/actor.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { CodePorts } from "./put-code-out.ts";
import { spendCode, telephoneAggregate } from "./store.ts";
import { type CodeOver, type CodeWrong, tryCode } from "./take-code.ts";
import type { Telephone } from "./telephone.ts";

/** Proves by its code that the caller has the number that the code was sent to. Errors: CODE_WRONG, CODE_OVER. */
export async function proveTelephone(
  ports: Omit<CodePorts, "runtime" | "parts"> & { readonly actor: Citizen },
  code: string,
): Promise<Result<Telephone, CodeWrong | CodeOver>> {
  const { actor, now: at, requestId, mode } = ports;
  const tried = await tryCode(ports, actor.id, undefined, code);
  if (!tried.ok) return tried;
  const { proving } = tried.value;
  if (!proving) return err({ code: "CODE_OVER" });
  const telephone = { ...proving, provenAt: at };
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: telephoneAggregate(actor.id), table: recordsTable(mode) },
    action: "telephones.telephone.proven",
    writes: [spendCode(ports, actor.id, tried.value, telephone)],
    event: { type: "telephone.changed", mode, to: [actor.id], payload: { about: actor.id } },
  });
  return done.ok ? ok(telephone) : err({ code: "CODE_OVER" });
}
