import type { Officer } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { checkText, type TextProblem } from "../../../kernel/text.ts";
import type { Hall } from "../hall.ts";
import { hallOfClerk } from "../hall-of-clerk.ts";
import { hallKeys } from "../keys.ts";
import type { HallReaders } from "./card-reader.ts";
import { getReaders, putReaders } from "./card-reader-store.ts";

export type ReaderPorts = {
  readonly database: Database;
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

export type ReadersNotChanged =
  | { readonly code: "HALL_NOT_FOUND" | "OUTSIDE_JURISDICTION" }
  | (TextProblem & { readonly path: readonly string[] });

const REASON_LENGTH = { min: 2, max: 500 };

/** Decides on a hall's readers as they stand; what changes stands in the hall's own history, with its reason. */
export async function changeReaders<R extends { readonly code: string }>(
  ports: ReaderPorts,
  { hall: code, reason, action }: { readonly hall: string; readonly reason: string; readonly action: string },
  decide: (found: HallReaders) => Result<HallReaders, R>,
): Promise<Result<Hall, R | ReadersNotChanged>> {
  const { database, commit, actor, now: at, requestId } = ports;
  const why = checkText(reason, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!why.ok) return err({ ...why.error, path: ["reason"] });
  const hall = await hallOfClerk(ports, code);
  if (!hall.ok) return hall;
  return decideUntilWritten({
    database,
    about: `the readers of hall ${code}`,
    read: () => getReaders(database, code),
    decide: (before) => {
      const decided = decide(before);
      return decided.ok ? ok({ before, after: decided.value, answer: hall.value }) : decided;
    },
    write: ({ before, after }) =>
      commit({
        ...{ actor, at, requestId, aggregate: hallKeys.hall(code).pk, table: "registry" },
        ...{ action, reason: why.value, writes: [putReaders(database, code, after, before)] },
      }),
  });
}
