import { findServiceItem, type ServiceItem } from "../catalogue/index.ts";
import type { Author } from "../platform/actor.ts";
import { applicationKeys } from "../platform/application-keys.ts";
import type { Commit } from "../platform/commit.ts";
import type { TransactItem } from "../platform/database.ts";
import type { Event, EventType } from "../platform/event.ts";
import { isId } from "../platform/ids.ts";
import { err, ok, type Result } from "../platform/result.ts";
import type { Instant } from "../platform/runtime.ts";
import { recordsTable } from "../platform/tables.ts";
import type { Application, FormData } from "./application.ts";
import type { Facts } from "./available-actions.ts";
import { getOpenCases, putOpenCases } from "./open-cases-store.ts";
import { type ApplicationStore, getApplication, getForm, putApplication, putForm } from "./store.ts";

export type CasePorts = ApplicationStore & {
  readonly commit: Commit;
  readonly actor: Author;
  readonly now: Instant;
  readonly requestId: string;
};

/** A case as a decision finds it. */
export type Found = {
  readonly application: Application;
  readonly form: FormData;
  readonly item: ServiceItem;
  readonly facts: Facts;
};

/** What a decision makes of it. */
export type Changed = {
  readonly application: Application;
  readonly form?: FormData;
  /** As the audit trail names it, for example "submitted". */
  readonly action: string;
  readonly reason?: string;
  /** What the citizen is told. */
  readonly event?: Extract<EventType, `application.${string}`>;
  /** What else is written with it. */
  readonly writes?: readonly TransactItem[];
};

export type NoSuchCase = { readonly code: "APPLICATION_NOT_FOUND" };

/** How often a decision is made anew when the case changed under it. */
const DECISIONS_MAX = 5;

/**
 * Decides on a case as it stands and writes what comes of it, in one commit, over exactly what was decided on. Where
 * somebody else was faster it decides anew on what they left, so that of two who ask for the same one is refused.
 */
export async function changeCase<R extends { readonly code: string }>(
  ports: CasePorts,
  id: string,
  decide: (found: Found) => Result<Changed, R> | Promise<Result<Changed, R>>,
): Promise<Result<Application, R | NoSuchCase>> {
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    // Decided on as it stands now, and not as an earlier field of the same request has read it.
    ports.database.forget();
    const found = await findCase(ports, id);
    if (!found) return err({ code: "APPLICATION_NOT_FOUND" });
    const decided = await decide(found);
    if (!decided.ok) return decided;
    const changed = decided.value;
    if (changed.application === found.application) return ok(found.application);
    if (await writeCase(ports, changed, found.application)) return ok(changed.application);
  }
  throw new Error(`case ${id} changed ${DECISIONS_MAX} times while it was decided on`);
}

export async function findCase(
  store: ApplicationStore & Pick<CasePorts, "now">,
  id: string,
): Promise<Found | undefined> {
  const application = isId("app", id) ? await getApplication(store, id) : undefined;
  if (!application) return undefined;
  const { code, version } = application.item;
  const [form, item] = await Promise.all([
    getForm(store, application.id),
    findServiceItem(code, { version }, store.database),
  ]);
  if (!item) throw new Error(`version ${version} of item ${code} is gone`);
  return { application, form, item, facts: { steps: item.steps, now: store.now } };
}

/** Whether it was written: false where another change was faster. */
export async function writeCase(
  ports: CasePorts,
  { application, form, action, reason, event, writes = [] }: Changed,
  before: Application | undefined,
): Promise<boolean> {
  const { actor, now: at, requestId, mode } = ports;
  const { id, citizenId, item } = application;
  const standing = await getOpenCases(ports, citizenId, item.code);
  const told: Event | undefined = event && { type: event, mode, to: [citizenId], payload: { about: id } };
  const done = await ports.commit({
    ...{ actor, at, requestId, aggregate: id, table: recordsTable(mode) },
    action: `applications.case.${action}`,
    ...(reason === undefined ? {} : { reason }),
    ...(before ? {} : { creates: applicationKeys.application(id) }),
    writes: [
      ...putApplication(ports, application, before),
      ...putOpenCases(ports, application, standing),
      ...(form ? [putForm(ports, application, form)] : []),
      ...writes,
    ],
    ...(told ? { event: told } : {}),
  });
  return done.ok;
}
