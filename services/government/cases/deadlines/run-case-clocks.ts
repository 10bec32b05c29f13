import type { Mode } from "../../../kernel/actor.ts";
import type { Commit } from "../../../kernel/commit/commit.ts";
import { decideUntilWritten, unchanged } from "../../../kernel/commit/decide-until-written.ts";
import type { Database } from "../../../kernel/database/database.ts";
import { type Swept, sweepLists } from "../../../kernel/database/due-list.ts";
import { ok } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { lacksChannel, type RemedyNotice } from "../../../people/remedies/index.ts";
import type { Application } from "../application.ts";
import { type Changed, type Found, findCase, type WritePorts, writeCase } from "../change-case.ts";
import { type EffectParts, grantUndecided } from "../effects.ts";
import type { ApplicationId } from "../ids.ts";
import { hasEndedUncorrected, newlyTold } from "../remedies.ts";
import { tellRemedies } from "../tell-remedies.ts";
import { runClock, type Tick, withoutDeemedGrant } from "../tick.ts";
import { CLOCK_SHARDS, type DueCase, listDueCases } from "./due-cases-store.ts";

export type ClockPorts = {
  /** A view that remembers nothing of what another has read. */
  readonly open: () => { readonly database: Database; readonly commit: Commit };
  readonly now: () => Instant;
} & EffectParts;

/** The work of the clocks of a mode's cases. */
export type ClocksRun = Swept & {
  readonly lapsed: number;
  readonly deemedAccepted: number;
  /** Renewals that count as granted because nobody decided before their licences ended. */
  readonly deemedGranted: number;
  readonly warned: number;
  readonly overdue: number;
  /** Decided cases that are not delivered within delivery's own days. */
  readonly undelivered: number;
  /** Clocks that stood still for longer than the applicants were told. */
  readonly pausesOver: number;
  readonly archived: number;
  /** Cases whose rule was not asked to its end, so that a person decides. */
  readonly routed: number;
  /** Those that ended for want of a correction, and came without the online channel of their remedies. */
  readonly withoutChannel: number;
  /** How late the latest of them was. */
  readonly lagSeconds: number;
};

const COUNTED = {
  LAPSE: "lapsed",
  DEEM_ACCEPTED: "deemedAccepted",
  DEEM_GRANTED: "deemedGranted",
  WARN: "warned",
  OVERDUE: "overdue",
  DELIVERY_OVERDUE: "undelivered",
  PAUSE_OVER: "pausesOver",
  ARCHIVE: "archived",
  RULE: "routed",
} as const satisfies Record<
  Tick["what"],
  Exclude<keyof ClocksRun, keyof Swept | "withoutChannel" | "lagSeconds">
>;

/** How the audit trail names it, and what the citizen is told. */
const WRITTEN = {
  LAPSE: { action: "lapsed", event: "application.lapsed" },
  DEEM_ACCEPTED: { action: "deemed-accepted", event: "application.accepted" },
  DEEM_GRANTED: { action: "deemed-granted", event: "application.deemed-granted" },
  WARN: { action: "warned" },
  OVERDUE: { action: "overdue", event: "application.overdue" },
  DELIVERY_OVERDUE: { action: "delivery-overdue", event: "application.delivery-overdue" },
  PAUSE_OVER: { action: "pause-over", event: "application.pause-over" },
  ARCHIVE: { action: "archived" },
  RULE: { action: "routed" },
} as const satisfies Record<Tick["what"], object>;

/** One that ends because a correction did not come is told of its remedies. */
const endOf = (after: Application) =>
  hasEndedUncorrected(after) ? ({ event: "application.lapsed-uncorrected" } as const) : {};

/**
 * Does what the clocks of cases come to do: drafts lapse, applications that nobody answered count as accepted, cases are
 * warned of, flagged overdue and brought before their supervisor, ended ones are archived. Each in a commit of its own,
 * so that a run that dies has done what it did; ends after `until`, and the next run goes on.
 */
export async function runCaseClocks(ports: ClockPorts, mode: Mode, until: Instant): Promise<ClocksRun> {
  const total = {
    lapsed: 0,
    deemedAccepted: 0,
    deemedGranted: 0,
    warned: 0,
    overdue: 0,
    undelivered: 0,
    pausesOver: 0,
    archived: 0,
    routed: 0,
    withoutChannel: 0,
    lagSeconds: 0,
  };
  const swept = await sweepLists(CLOCK_SHARDS, {
    ...{ now: ports.now, until },
    read: (shard, page) => listDueCases({ database: ports.open().database, mode }, shard, page),
    one: async ({ id }: DueCase) => {
      const run = await runClockOf(ports, mode, id);
      if (!run) return;
      const { tick, told } = run;
      if (told && lacksChannel(told)) total.withoutChannel += 1;
      total[COUNTED[tick.what]] += 1;
      const lag = (Date.parse(ports.now()) - Date.parse(tick.at)) / 1_000;
      total.lagSeconds = Math.max(total.lagSeconds, Math.round(lag));
    },
  });
  return { ...total, ...swept };
}

/** The act of its clock on a case; undefined where nothing is due after all: the index may be old. */
async function runClockOf(
  { open, now, parts }: ClockPorts,
  mode: Mode,
  id: ApplicationId,
): Promise<{ readonly tick: Tick; readonly told: RemedyNotice | undefined } | undefined> {
  const actor = { kind: "SYSTEM", mode, name: "run-case-clocks" } as const;
  const opened = { ...open(), mode, actor, parts };
  const run = await decideUntilWritten({
    database: opened.database,
    about: `case ${id}`,
    read: async () => {
      const at = now();
      const ports = { ...opened, now: at, requestId: `run-case-clocks ${at}` };
      return { ports, found: await findCase(ports, id) };
    },
    decide: async ({ ports, found }) => {
      if (!found) throw new Error(`case ${id} is in the index and nowhere else`);
      const next = runClock(found.application, found.facts);
      if (!next) return unchanged(ok(undefined));
      const before = found.application;
      const changed = await changedBy(ports, found, next);
      const after = await tellRemedies(ports, found.item, { next: changed.application, before });
      const answer = { tick: next.tick, told: newlyTold(after, before) };
      return ok({ before, after, changed, ports, answer });
    },
    write: ({ before, after, changed, ports }) =>
      writeCase(ports, { ...changed, application: after, ...endOf(after) }, before),
  });
  return run.ok ? run.value : undefined;
}

/** A renewal that counts as granted renews its licence in the same commit, from the moment at which it ended. */
async function changedBy(
  ports: WritePorts & EffectParts,
  found: Found,
  { application, tick }: NonNullable<ReturnType<typeof runClock>>,
): Promise<Changed> {
  const changed = { application, ...WRITTEN[tick.what] };
  if (tick.what !== "DEEM_GRANTED") return changed;
  const effects = await grantUndecided({ ...ports, now: tick.at }, found);
  return effects.ok
    ? { ...changed, writes: effects.value }
    : { application: withoutDeemedGrant(found.application), action: "not-deemed-granted" };
}
