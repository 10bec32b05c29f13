import type { Mode } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type Swept, sweepLists } from "../../../kernel/database/due-list.ts";
import { ok } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { getCard } from "../card-store.ts";
import type { CardId } from "../ids.ts";
import { decideRides } from "./decide-rides.ts";
import { listDueCards, OPEN_SHARDS } from "./due-ride-store.ts";
import { readRides } from "./read-rides.ts";
import { nextDue } from "./ride.ts";
import { writeRides } from "./write-rides.ts";

export type DuePorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
};

export type Ended = Swept & {
  readonly ended: number;
  /** Cards that may not owe more; they are met again by each sweep, and pay once they can. */
  readonly inArrears: number;
};

/**
 * Charges the rides whose other end was waited for long enough. Each in a commit of its own, so that a sweep that dies
 * has done what it did; ends after `until` with what was begun, and the next sweep goes on.
 */
export async function endDueRides(ports: DuePorts, mode: Mode, until: Instant): Promise<Ended> {
  const total = { ended: 0, inArrears: 0 };
  const swept = await sweepLists(OPEN_SHARDS, {
    ...{ now: ports.now, until },
    read: (shard, page) => listDueCards({ database: ports.open().database, mode }, shard, page),
    one: async ({ card }) => {
      const outcome = await endRidesOf(ports, mode, card);
      if (outcome === "ENDED") total.ended += 1;
      if (outcome === "IN_ARREARS") total.inArrears += 1;
    },
  });
  return { ...total, ...swept };
}

async function endRidesOf(
  { open, now }: DuePorts,
  mode: Mode,
  id: CardId,
): Promise<"ENDED" | "IN_ARREARS" | "NOTHING_DUE"> {
  const actor = { kind: "SYSTEM", mode, name: "end-rides" } as const;
  const ports = { ...open(), mode, actor };
  const ended = await decideUntilWritten({
    database: ports.database,
    about: `the rides of ${id}`,
    read: async () => {
      const card = await getCard(ports, id);
      if (!card) throw new Error(`the card of the rides of ${id} is gone`);
      return { card, ...(await readRides(ports, card)), at: now() };
    },
    decide: ({ card, book, entitlement, standing, clearing, rules, at }) => {
      const due = nextDue(book);
      // The index may be old.
      if (!due || due >= at) return unchanged(ok("NOTHING_DUE"));
      const decided = decideRides(
        { card, entitlement, rules, clearing, book, rides: book.rides, standing },
        at,
      );
      return decided.ok ? ok({ ...decided.value, at, answer: "ENDED" as const }) : decided;
    },
    write: ({ at, ...decided }) =>
      writeRides({ ...ports, now: at, requestId: `end-rides ${at}` }, decided, {
        action: "transit.ride.ended-incomplete",
      }),
  });
  return ended.ok ? ended.value : "IN_ARREARS";
}
