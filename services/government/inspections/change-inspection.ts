import type { Officer } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import type { Event } from "../../kernel/commit/event.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { getInspector } from "../inspectors/index.ts";
import { isConcerned } from "./impartiality.ts";
import type { By, Inspection } from "./inspection.ts";
import { type Drawn, type InspectionPlan, inspectsFor, type PlannedInspection } from "./plan.ts";
import { inspectorsOf } from "./redraw.ts";
import { getInspection, getPlan, type InspectionStore, putInspection } from "./store.ts";

export type ReportPorts = InspectionStore & {
  readonly commit: Commit;
  readonly actor: Officer;
  readonly now: Instant;
  readonly requestId: string;
};

export type Named = { readonly plan: string; readonly licence: string };

export type NotTheirs =
  | { readonly code: "INSPECTION_NOT_FOUND" }
  | { readonly code: "INSPECTOR_NOT_ON_ROLL" | "INSPECTOR_HAS_INTEREST"; readonly path: readonly string[] };

/** An inspection after a change of it; `R` is what the change itself refuses. */
export type Done<R> = Promise<Result<PlannedInspection, R | NotTheirs>>;

export type Changed = {
  readonly inspection: Inspection;
  readonly action: string;
  readonly writes: readonly TransactItem[];
  readonly event?: Event;
};

/**
 * The act of one of the two drawn inspectors on an inspection, decided on as it stands and written over that. One that
 * others were drawn for, or have been since, answers as an unknown one.
 */
export async function changeInspection<R extends { readonly code: string }>(
  ports: ReportPorts,
  { plan: id, licence }: Named,
  decide: (found: PlannedInspection, by: By) => Promise<Result<Changed, R>>,
): Done<R> {
  const { actor, now, requestId, mode, commit, database } = ports;
  const plan = isId("ipl", id) ? await getPlan(ports, id) : undefined;
  const drawn = plan?.drawn.find((one) => one.licence === licence);
  if (!plan || !drawn || !inspectsFor(actor, plan, drawn)) return err({ code: "INSPECTION_NOT_FOUND" });
  return decideUntilWritten({
    database,
    about: `an inspection of ${plan.id}`,
    read: () => getInspection(ports, plan.id, licence),
    decide: async (inspection) => {
      if (!inspectorsOf(drawn, inspection).includes(actor.id)) return err({ code: "INSPECTION_NOT_FOUND" });
      const partial = await partialityOf(ports, plan, drawn);
      if (partial) return err(partial);
      const by = { officer: actor, now, today: dateAt(now) };
      const decided = await decide({ plan, drawn, inspection }, by);
      if (!decided.ok) return decided;
      const { inspection: after, ...changed } = decided.value;
      return ok({ before: inspection, after, ...changed, answer: { plan, drawn, inspection: after } });
    },
    write: ({ after, action, writes, event }) =>
      commit({
        ...{ actor, at: now, requestId, action, table: recordsTable(mode) },
        aggregate: `inspection#${plan.id}#${licence}`,
        writes: [putInspection(ports, after), ...writes],
        ...(event ? { event } : {}),
      }),
  });
}

/** Why an inspector reports no more: they have left the roll since the draw, or have come to have an interest. */
async function partialityOf(
  ports: ReportPorts,
  { department }: InspectionPlan,
  { holder }: Drawn,
): Promise<NotTheirs | undefined> {
  const entry = await getInspector(ports, department, ports.actor.id);
  if (!entry?.isActive) return { code: "INSPECTOR_NOT_ON_ROLL", path: ["plan"] };
  return (await isConcerned(ports, entry, holder))
    ? { code: "INSPECTOR_HAS_INTEREST", path: ["licence"] }
    : undefined;
}
