import type { RegionCode } from "../../field/region.ts";
import type { Actor } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Key } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import type { Instant } from "../../kernel/runtime.ts";
import type { PublishedResult } from "./inspection.ts";
import { type InspectionPlan, isRevealed } from "./plan.ts";
import { getFrame, getPlan, type InspectionStore, listPlans, listResults } from "./store.ts";

/** A page of a list, each with its place in it. */
type Listed<T> = {
  readonly entries: readonly { readonly node: T; readonly position: Key }[];
  readonly more: boolean;
};

type Page = { readonly first: number; readonly after?: Key };

/** A plan, which the public reads too; `revealDraw` tells which part of it. */
export const findPlan = async (store: InspectionStore, id: string): Promise<InspectionPlan | undefined> =>
  isId("ipl", id) ? getPlan(store, id) : undefined;

/** A page of the plans of a region and those in it, newest first. */
export const findPlans = (
  store: InspectionStore,
  region: RegionCode,
  page: Page,
): Promise<Listed<InspectionPlan>> => listPlans(store, region, page);

/** A page of what was found and published in a region, newest first. */
export const findResults = (
  store: InspectionStore,
  region: RegionCode,
  page: Page,
): Promise<Listed<PublishedResult>> => listResults(store, region, page);

/** The numbers of all licences that a plan was drawn from; undefined while they are not revealed to who asks. */
export async function readFrame(
  { actor, now, ...store }: InspectionStore & { readonly actor: Actor; readonly now: Instant },
  plan: InspectionPlan,
): Promise<readonly string[] | undefined> {
  if (!isRevealed(plan, actor, dateAt(now))) return undefined;
  return (await getFrame(store, plan.id))?.licences ?? [];
}
