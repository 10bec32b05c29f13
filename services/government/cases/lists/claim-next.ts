import { randomInt } from "node:crypto";
import type { Parts } from "../../../kernel/parts.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { mayClaim } from "../actions.ts";
import type { Application } from "../application.ts";
import type { OfficerPorts } from "../desk/change-desk-case.ts";
import { claimStep } from "../desk/claim-step.ts";
import { readCase } from "../read-case.ts";
import { readCaseItem } from "../read-case-item.ts";
import type { Desk, DeskEntry, DeskWish } from "./desk.ts";
import { listDesks, standsIn } from "./desk-store.ts";
import { type DeskClosed, openableDesks, stepIn } from "./list-desk.ts";

/** So many entries of a queue are looked at, what is due first first: so many pages of so many. */
const PAGES_MAX = 5;
const PAGE = 100;
/** The cases of so many are read at once, and of the further pages all. */
const READ_AT_ONCE = 6;
/** After so many lost races nobody goes on: the queue is nearly empty, or others take it up at once. */
const LOST_MAX = 16;
/** One of so many entries is tried in a crowded queue, so that those who take on at the same moment seldom meet. */
const SPREAD = 64;
/** So long after a lost race a queue counts as crowded. */
const CROWDED_FOR_MS = 60_000;
const CROWDED_MAX = 1_000;

/** When this process lost a race in which queue. One that knows of none only meets somebody once more. */
const lostIn = new WeakMap<Parts, Map<string, number>>();

type ClaimPorts = OfficerPorts & { readonly parts: Parts };

export type Claimed = { readonly application: Application; readonly step: string };
export type NothingToClaim = { readonly code: "NOTHING_TO_CLAIM" };

/**
 * Takes on the step of a queue that is due first, of those that are for the officer. Where many take on of one queue at
 * the same moment each gets a step of their own: once somebody was overtaken there, those who come next try any of those
 * that are due first, instead of all of them the same one. Errors: NOTHING_TO_CLAIM, and those of the queue.
 */
export async function claimNext(
  ports: ClaimPorts,
  wish: DeskWish,
): Promise<Result<Claimed, NothingToClaim | DeskClosed>> {
  const desks = await openableDesks(ports, wish);
  if (!desks.ok) return desks;
  const queue = JSON.stringify(wish);
  let lost = 0;
  for await (const found of claimableIn(ports, desks.value, queue)) {
    for (const { id, step } of inTurn(ports, queue, found)) {
      const claimed = await claimStep(ports, id, step);
      if (claimed.ok) return ok({ application: claimed.value, step });
      noteLost(ports, queue);
      lost += 1;
      if (lost === LOST_MAX) return err({ code: "NOTHING_TO_CLAIM" });
    }
  }
  return err({ code: "NOTHING_TO_CLAIM" });
}

/** All of them, as they stand in the queue; of a crowded one in any order. */
function* inTurn<T>(ports: ClaimPorts, queue: string, from: readonly T[]): Generator<T> {
  const left = [...from];
  while (left.length > 0) yield* left.splice(randomInt(spreadOf(ports, queue, left.length)), 1);
}

const spreadOf = (ports: ClaimPorts, queue: string, length: number): number =>
  Math.min(isCrowded(ports, queue) ? SPREAD : 1, length);

/** The steps of a queue that are for the officer, a few at a time at first: nearly always they are enough. */
async function* claimableIn(ports: ClaimPorts, desks: readonly Desk[], queue: string) {
  let after: DeskEntry | undefined;
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const { entries, more } = await listDesks(ports, desks, { first: PAGE, ...(after ? { after } : {}) });
    const entriesInTurn = [...inTurn(ports, queue, entries)];
    const atOnce = page === 0 ? READ_AT_ONCE : PAGE;
    for (let i = 0; i < entries.length; i += atOnce) {
      yield await claimable(ports, desks, entriesInTurn.slice(i, i + atOnce));
    }
    after = entries.at(-1);
    if (!more || !after) return;
  }
}

/** The steps among these entries that are for the officer, and that nobody has taken on. */
async function claimable(
  ports: OfficerPorts,
  desks: readonly Desk[],
  entries: readonly DeskEntry[],
): Promise<readonly { readonly id: string; readonly step: string }[]> {
  const found = await Promise.all(
    entries.map(async (entry) => {
      const application = await readCase(ports, entry.id);
      // The index may be old: a case that was handed on stands in another queue.
      const task =
        application && standsIn(desks, entry, application) ? stepIn(entry, application) : undefined;
      if (!application || !task) return [];
      const { steps } = await readCaseItem(ports, application);
      return mayClaim(ports.actor, application, task, { steps }) ? [{ id: entry.id, step: task.step }] : [];
    }),
  );
  return found.flat();
}

const isCrowded = ({ parts, now }: ClaimPorts, queue: string): boolean =>
  Date.parse(now) - (lostIn.get(parts)?.get(queue) ?? Number.NEGATIVE_INFINITY) < CROWDED_FOR_MS;

function noteLost({ parts, now }: ClaimPorts, queue: string): void {
  const known = lostIn.get(parts) ?? new Map<string, number>();
  if (known.size >= CROWDED_MAX) known.clear();
  lostIn.set(parts, known.set(queue, Date.parse(now)));
}
