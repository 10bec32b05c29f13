import { type RegionCode, regionsWithin } from "../../../field/region.ts";
import type { Officer } from "../../../kernel/actor.ts";
import { covers } from "../../../kernel/jurisdiction.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import type { Instant } from "../../../kernel/runtime.ts";
import { findServiceItem } from "../../catalogue/index.ts";
import type { Application } from "../application.ts";
import { inspectionToDo } from "../inspection-on-site.ts";
import { readCase } from "../read-case.ts";
import type { ApplicationStore } from "../store.ts";
import type { Task } from "../workflow.ts";
import { type Desk, type DeskEntry, type DeskPage, listDesks } from "./desk-store.ts";

/** A step of a case on an officer's desk; a supervisor has the case as a whole. */
export type DeskCase = { readonly application: Application; readonly task?: Task; readonly entry: DeskEntry };

/** `within` takes in what lies in the region too: a city's supervisor sees its districts' desks as one. */
type Place = { readonly region: RegionCode; readonly within: boolean; readonly department: string };

/** What an officer wants to see: a department's desks in a place, or what they have claimed or have to inspect themselves. */
export type DeskWish =
  | (Place & { readonly kind: "WAITING"; readonly item?: string | undefined })
  | (Place & { readonly kind: "WAITING_AT_STEP"; readonly item: string; readonly step: string })
  | (Place & { readonly kind: "HELD" | "ESCALATED" | "PAUSED" })
  | { readonly kind: "CLAIMED" | "TO_INSPECT" };

export type TooBroad = { readonly code: "QUEUE_TOO_BROAD"; readonly values: { readonly max: string } };

/** A page is merged from so many lists at most: a city's districts, times the steps of an item. */
const DESKS_MAX = 120;

/** Cases keep the version that they began with; these are the versions whose steps are looked for. */
const VERSIONS_BACK = 3;

type Theirs = Extract<DeskWish, { readonly kind: "CLAIMED" | "TO_INSPECT" }>;

/** Whether it is a list of the officer's own, whichever desks it comes from. */
export const isTheirOwn = (wish: DeskWish): wish is Theirs =>
  wish.kind === "CLAIMED" || wish.kind === "TO_INSPECT";

/** Whether a desk lies in an officer's jurisdiction. */
export const mayOpen = (officer: Officer, wish: DeskWish): boolean =>
  isTheirOwn(wish) || covers(officer, wish);

/** The lists that together are what an officer wants to see. Errors: QUEUE_TOO_BROAD, where they are too many. */
export async function desksOf(
  { database }: ApplicationStore,
  { id }: Officer,
  wish: DeskWish,
): Promise<Result<readonly Desk[], TooBroad>> {
  if (isTheirOwn(wish)) return ok([{ kind: wish.kind, officer: id }]);
  const { kind, department } = wish;
  const regions = wish.within ? regionsWithin(wish.region) : [wish.region];
  const steps = kind === "WAITING" && wish.item ? await stepsOf(wish.item, database) : [];
  const desks = regions.flatMap((region): readonly Desk[] => {
    const at = { region, department };
    if (kind === "WAITING_AT_STEP") return [{ kind, ...at, item: wish.item, step: wish.step }];
    if (kind !== "WAITING" || !wish.item) return [{ kind, ...at }];
    const { item } = wish;
    return steps.map((step) => ({ kind: "WAITING_AT_STEP", ...at, item, step }));
  });
  return desks.length > DESKS_MAX
    ? err({ code: "QUEUE_TOO_BROAD", values: { max: String(DESKS_MAX) } })
    : ok(desks);
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

/**
 * A page of these desks' lists with its cases, what is due first first. An entry whose case has moved on meanwhile, or is
 * the officer's own, is left out; a page of nothing else is passed over, so that there is always a place to go on from.
 */
export async function openDesks(
  reader: ApplicationStore & { readonly actor: Officer; readonly now: Instant },
  desks: readonly Desk[],
  page: DeskPage,
): Promise<{ readonly cases: readonly DeskCase[]; readonly more: boolean }> {
  for (let from = page; ; ) {
    const { entries, more } = await listDesks(reader, desks, from);
    const last = entries.at(-1);
    // One batch: all are asked for in the same turn.
    const found = await Promise.all(entries.map(({ id }) => readCase(reader, id)));
    const cases = entries.flatMap((entry, i) => deskCase(entry, found[i]));
    if (cases.length > 0 || !more || !last) return { cases, more };
    from = { ...page, after: last };
  }
}

function deskCase(entry: DeskEntry, application: Application | undefined): DeskCase[] {
  if (!application) return [];
  if (entry.record === "escalation") return [{ application, entry }];
  const inspection = inspectionToDo(application);
  const isInspectors = inspection?.inspectors.some((officer) => entry.record === `inspector#${officer}`);
  const task = application.tasks.find(
    ({ step }) => entry.record === `task#${step}` || (isInspectors && step === inspection?.step),
  );
  return task ? [{ application, task, entry }] : [];
}
