import { regionsWithin } from "../../../field/region.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { type From, fullPage, type Onward, STRETCHES_MAX } from "../../../kernel/database/full-page.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { findServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { inspectionToDo } from "../inspection-on-site.ts";
import { readCase } from "../read-case.ts";
import type { ApplicationStore } from "../store.ts";
import type { Task } from "../workflow.ts";
import { type Desk, type DeskEntry, type DeskPage, type DeskWish, isTheirOwn, mayOpen } from "./desk.ts";
import { listDesks, standsIn } from "./desk-store.ts";

/** A step of a case on an officer's desk; a supervisor has the case as a whole. */
export type DeskCase = { readonly application: Application; readonly task?: Task; readonly entry: DeskEntry };

type DeskList = { readonly cases: readonly DeskCase[]; readonly more: Onward<DeskEntry> };

export type DeskReader = ApplicationStore & { readonly actor: Officer; readonly now: Instant };

export type DeskClosed =
  | { readonly code: "OUTSIDE_JURISDICTION" | "DUE_FROM_AFTER_BY"; readonly values?: undefined }
  | { readonly code: "QUEUE_TOO_BROAD"; readonly values: { readonly max: string } };

/** A page is merged from so many lists at most: a city's districts, times the steps of an item. */
const DESKS_MAX = 120;

/** So many lists are read for a page, one as often as it is read on, unless it is merged from more. */
const DESKS_READ = 40;

/** Cases keep the version that they began with; these are the versions whose steps are looked for. */
const VERSIONS_BACK = 3;

/**
 * A page of what an officer wants to see, what is due first first. An entry whose case has moved on meanwhile, or is
 * the officer's own, is left out, and where these are many the page may be short though the list goes on. Errors:
 * OUTSIDE_JURISDICTION; DUE_FROM_AFTER_BY; QUEUE_TOO_BROAD, where the lists are too many to be merged.
 */
export async function listDesk(
  reader: DeskReader,
  wish: DeskWish,
  page: DeskPage,
): Promise<Result<DeskList, DeskClosed>> {
  const { dueFrom, dueBy } = page;
  if (!mayOpen(reader.actor, wish)) return err({ code: "OUTSIDE_JURISDICTION" });
  if (dueFrom && dueBy && dueFrom > dueBy) return err({ code: "DUE_FROM_AFTER_BY" });
  const desks = await openableDesks(reader, wish);
  return desks.ok ? ok(await openDesks(reader, desks.value, page)) : desks;
}

/** The lists that together are what an officer wants to see, where they may. Errors: OUTSIDE_JURISDICTION; QUEUE_TOO_BROAD. */
export async function openableDesks(
  reader: DeskReader,
  wish: DeskWish,
): Promise<Result<readonly Desk[], DeskClosed>> {
  if (!mayOpen(reader.actor, wish)) return err({ code: "OUTSIDE_JURISDICTION" });
  const desks = await findDesks(reader, wish);
  return desks.length > DESKS_MAX
    ? err({ code: "QUEUE_TOO_BROAD", values: { max: String(DESKS_MAX) } })
    : ok(desks);
}

async function openDesks(reader: DeskReader, desks: readonly Desk[], page: DeskPage): Promise<DeskList> {
  const stretches = Math.max(1, Math.min(STRETCHES_MAX, Math.floor(DESKS_READ / desks.length)));
  const read = async (from: From<DeskEntry>) => {
    const { entries, more } = await listDesks(reader, desks, { ...page, ...from });
    // One batch: all are asked for in the same turn.
    const found = await Promise.all(entries.map(({ id }) => readCase(reader, id)));
    const shown = entries.flatMap((entry, i) => {
      const application = found[i];
      return application && standsIn(desks, entry, application) ? deskCase(entry, application) : [];
    });
    return { entries: shown, next: more ? entries.at(-1) : undefined };
  };
  const { entries: cases, more } = await fullPage(page, read, stretches);
  return { cases, more };
}

/** The lists that together are what an officer wants to see. */
async function findDesks({ database, actor }: DeskReader, wish: DeskWish): Promise<readonly Desk[]> {
  if (isTheirOwn(wish)) return [{ kind: wish.kind, officer: actor.id }];
  const { kind, department } = wish;
  const regions = wish.within ? regionsWithin(wish.region) : [wish.region];
  const steps = kind === "WAITING" && wish.item ? await stepsOf(wish.item, database) : [];
  return regions.flatMap((region): readonly Desk[] => {
    const at = { region, department };
    if (kind === "WAITING_AT_STEP") return [{ kind, ...at, item: wish.item, step: wish.step }];
    if (kind !== "WAITING" || !wish.item) return [{ kind, ...at }];
    const { item } = wish;
    return steps.map((step) => ({ kind: "WAITING_AT_STEP", ...at, item, step }));
  });
}

/** The codes of an item's steps, in its latest versions. */
async function stepsOf(code: string, database: ApplicationStore["database"]): Promise<readonly string[]> {
  const latest = await findServiceItem(code, {}, database);
  if (!latest) return [];
  const earlier = Array.from({ length: VERSIONS_BACK }, (_, i) => latest.version - 1 - i);
  const versions = await Promise.all(earlier.map((version) => findServiceItem(code, { version }, database)));
  const steps = [latest, ...versions].flatMap((item) => item?.steps ?? []);
  return [...new Set(steps.map((step) => step.code))];
}

function deskCase(entry: DeskEntry, application: Application): DeskCase[] {
  if (entry.record === "escalation") return [{ application, entry }];
  const task = stepIn(entry, application);
  return task ? [{ application, task, entry }] : [];
}

/** The step of a case for which an entry stands in a list; undefined where it is over. */
export function stepIn({ record }: DeskEntry, application: Application): Task | undefined {
  const inspection = inspectionToDo(application);
  const isInspectors = inspection?.inspectors.some((officer) => record === `inspector#${officer}`);
  return application.tasks.find(
    ({ step }) => record === `task#${step}` || (isInspectors && step === inspection?.step),
  );
}
