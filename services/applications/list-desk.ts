import type { Officer } from "../platform/actor.ts";
import type { Application } from "./application.ts";
import { type Desk, type DeskEntry, type DeskPage, listDesk } from "./desk-store.ts";
import { type ApplicationStore, getApplication } from "./store.ts";
import type { Task } from "./workflow.ts";

/** A step of a case on an officer's desk; an escalated case has no step of its own. */
export type DeskCase = { readonly application: Application; readonly task?: Task; readonly entry: DeskEntry };

/** Whether a list lies in an officer's jurisdiction. */
export function mayOpen({ id, jurisdiction: { regionPrefix, departments } }: Officer, desk: Desk): boolean {
  if (desk.kind === "CLAIMED") return desk.officer === id;
  const isOwn = departments.length === 0 || departments.includes(desk.department);
  return isOwn && desk.region.startsWith(regionPrefix);
}

/** A page of a desk's list with its cases; an entry whose case has moved on meanwhile is left out. */
export async function openDesk(
  store: ApplicationStore,
  desk: Desk,
  page: DeskPage,
): Promise<{ readonly cases: readonly DeskCase[]; readonly more: boolean }> {
  const { entries, more } = await listDesk(store, desk, page);
  const found = await Promise.all(entries.map((entry) => getApplication(store, entry.id)));
  const cases = entries.flatMap((entry, i): DeskCase[] => {
    const application = found[i];
    if (!application) return [];
    if (desk.kind === "ESCALATED") return [{ application, entry }];
    const task = application.tasks.find(({ step }) => entry.record === `task#${step}`);
    return task ? [{ application, task, entry }] : [];
  });
  return { cases, more };
}
