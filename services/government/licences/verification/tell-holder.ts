import type { Actor } from "../../../kernel/actor.ts";
import { minuteAt } from "../../../kernel/civil-date.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { recordsTable } from "../../../kernel/database/tables.ts";
import type { Log } from "../../../kernel/process/log.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { representativeOf } from "../../../people/enterprises/index.ts";
import type { ElectronicLicence } from "../repository/electronic-licence.ts";
import type { Repository } from "../repository/repository-store.ts";
import { putTold } from "./ending-guess-store.ts";
import type { EndingGuesses } from "./ending-guesses.ts";

export type TellPorts = Repository & {
  readonly actor: Actor;
  readonly now: Instant;
  readonly requestId: string;
  readonly commit: Commit;
  readonly log: Log;
};

/** Tells a licence's holder, of an enterprise its legal representative, that its number is guessed at: once for each hour of it. */
export async function tellHolder(
  ports: TellPorts,
  { id, holder }: ElectronicLicence,
  guesses: EndingGuesses,
  until: Instant,
): Promise<void> {
  const { actor, now: at, requestId, mode, commit, log } = ports;
  const person = await representativeOf(ports, holder);
  const done = await commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    action: "licences.licence.ends-guessed",
    writes: [putTold(ports, id, guesses)],
    ...(person
      ? {
          event: {
            ...{ type: "licence.ends-guessed", to: [person], mode },
            payload: { about: id, until: minuteAt(until) },
          },
        }
      : {}),
  });
  // Where it is stale, another request has told them.
  if (done.ok && mode === "live") log("WARN", "a licence hears no more ends", { licence: id, until });
}
