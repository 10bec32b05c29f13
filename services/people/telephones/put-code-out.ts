import type { Author, Mode } from "../../kernel/actor.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { base32, type CitizenId } from "../../kernel/ids.ts";
import type { Parts } from "../../kernel/parts.ts";
import type { Secrets } from "../../kernel/process/secrets.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { type Instant, plusMs, type Runtime } from "../../kernel/runtime.ts";
import { CODE_LIFE_MS, type CodeOut, closedUntil, drawCode } from "./code.ts";
import { codeDigest } from "./code-digest.ts";
import { type KeptNumber, openNumber } from "./mobile.ts";
import { getTelephone, putTelephone, telephoneAggregate } from "./store.ts";
import { type Errand, putOut, type TelephoneRecord } from "./telephone.ts";

export type CodePorts = {
  readonly database: Database;
  readonly commit: Commit;
  readonly mode: Mode;
  readonly actor: Author;
  readonly now: Instant;
  readonly requestId: string;
  readonly secrets: Pick<Secrets, "mac" | "seal" | "unseal">;
  readonly runtime: Pick<Runtime, "random">;
  readonly parts: Pick<Parts, "textMessages">;
};

export type TooManyCodes = { readonly code: "TOO_MANY_CODES"; readonly until: Instant };
export type Unreachable = { readonly code: "TELEPHONE_UNREACHABLE" };

/** A code that is out, and the record that it was put into. It is to be sent, and to be told to nobody else. */
type Put = { readonly code: string; readonly out: CodeOut; readonly before: TelephoneRecord | undefined };

/** Puts a new code out for what `errandOf` says; the one before is worth nothing then. */
export function putCodeOut<E extends { readonly code: string }>(
  ports: CodePorts,
  citizen: CitizenId,
  errandOf: (before: TelephoneRecord | undefined) => Result<Errand, E>,
): Promise<Result<Put, E | TooManyCodes>> {
  const { actor, now, requestId, mode, database, secrets } = ports;
  return decideUntilWritten({
    database,
    about: "a telephone for which a code was to be put out",
    read: () => getTelephone(ports, citizen),
    decide: (before) => {
      const errand = errandOf(before);
      if (!errand.ok) return errand;
      const closed = closedUntil(before?.sent ?? [], now);
      if (closed) return err({ code: "TOO_MANY_CODES", until: closed });
      const code = drawCode(ports.runtime);
      const purpose = "purpose" in errand.value ? errand.value.purpose : undefined;
      const digest = codeDigest({ citizen, purpose, sentAt: now, code }, secrets);
      const out = { ...errand.value, digest, sentAt: now, until: plusMs(now, CODE_LIFE_MS), tries: 0 };
      return ok({ before, after: putOut(before, citizen, out), answer: { code, out, before } });
    },
    write: ({ before, after }) =>
      ports.commit({
        ...{ actor, at: now, requestId, aggregate: telephoneAggregate(citizen), table: recordsTable(mode) },
        action: "telephones.code.put-out",
        writes: [putTelephone(ports, after, before)],
      }),
  });
}

const MESSAGE_ID_BYTES = 10;

/** Sends a text to a number of a person's. Errors: TELEPHONE_UNREACHABLE, also where nobody knows whether it was sent. */
export async function sendTo(
  { parts, mode, runtime, secrets }: CodePorts,
  citizen: CitizenId,
  to: KeptNumber,
  text: string,
): Promise<Result<void, Unreachable>> {
  const id = `txt_${base32(runtime.random(MESSAGE_ID_BYTES))}`;
  const sent = await parts.textMessages[mode]({ mobile: openNumber(to, citizen, secrets), text, id });
  return sent.outcome === "ACCEPTED" ? ok(undefined) : err({ code: "TELEPHONE_UNREACHABLE" });
}
