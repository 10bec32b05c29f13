import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import type { CitizenId } from "../../kernel/ids.ts";
import { isSameSecret } from "../../kernel/is-same-secret.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type CodeOut, type CodePurpose, isHeard, TRIES_MAX } from "./code.ts";
import { codeDigest } from "./code-digest.ts";
import type { CodePorts } from "./put-code-out.ts";
import { getTelephone, putTelephone, spendCode, telephoneAggregate } from "./store.ts";
import { countTry } from "./telephone.ts";

export type CodeWrong = { readonly code: "CODE_WRONG"; readonly values: { readonly left: string } };
/** None is out for this, or it was used, is too old, or was guessed wrong too often. */
export type CodeOver = { readonly code: "CODE_OVER" };

/** The writes that use a code up, for the commit of what it is for; where that is stale, the code may be used already. */
export type TakeCode = (
  purpose: CodePurpose,
) => Promise<Result<readonly TransactItem[], CodeWrong | CodeOver>>;

/**
 * Takes the code that was typed in. Each try is counted, in a commit of its own, before it is looked at: so a code has
 * five, however many come at once. A right one has taken one of them, whether its commit is made or not, and no more of
 * them where that commit is decided on anew. Errors: CODE_WRONG, CODE_OVER.
 */
export function takeTyped(ports: CodePorts, citizen: CitizenId, typed: string): TakeCode {
  let right: CodeOut | undefined;
  return async (purpose) => {
    if (!right) {
      const tried = await tryCode(ports, citizen, purpose, typed);
      if (!tried.ok) return tried;
      right = tried.value;
    } else if (!(await isStillOut(ports, citizen, right, purpose))) return err({ code: "CODE_OVER" });
    return ok([spendCode(ports, citizen, right)]);
  };
}

async function isStillOut(
  ports: CodePorts,
  citizen: CitizenId,
  { digest }: CodeOut,
  purpose: CodePurpose,
): Promise<boolean> {
  const out = (await getTelephone(ports, citizen))?.code;
  return out?.digest === digest && out.purpose === purpose;
}

/** The code that is out, where what was typed in is it; `purpose` undefined: for the proof of a number. */
export async function tryCode(
  ports: Omit<CodePorts, "runtime" | "parts">,
  citizen: CitizenId,
  purpose: CodePurpose | undefined,
  typed: string,
): Promise<Result<CodeOut, CodeWrong | CodeOver>> {
  const { actor, now, requestId, mode, database, secrets } = ports;
  const counted = await decideUntilWritten({
    database,
    about: "a telephone whose code was tried",
    read: () => getTelephone(ports, citizen),
    decide: (before) => {
      const out = before?.code;
      if (!before || !isHeard(out, purpose, now)) return err({ code: "CODE_OVER" });
      return ok({ before, after: countTry(before, out), answer: out });
    },
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: telephoneAggregate(citizen), table: recordsTable(mode) },
        action: "telephones.code.tried",
        writes: [putTelephone(ports, after, before)],
      }),
  });
  if (!counted.ok) return counted;
  const { value: out } = counted;
  const digest = codeDigest({ citizen, purpose, sentAt: out.sentAt, code: digitsOf(typed) }, secrets);
  if (isSameSecret(digest, out.digest)) return ok(out);
  return err({ code: "CODE_WRONG", values: { left: String(TRIES_MAX - out.tries - 1) } });
}

/** As people type it from a telephone: "123 456". */
const digitsOf = (typed: string): string => typed.replace(/\s/g, "");
