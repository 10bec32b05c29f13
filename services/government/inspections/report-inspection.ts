import { enterpriseAs } from "../../field/subject.ts";
import type { Officer } from "../../kernel/actor.ts";
import { dateAt } from "../../kernel/civil-date.ts";
import type { Commit } from "../../kernel/commit/commit.ts";
import type { Event } from "../../kernel/commit/event.ts";
import type { TransactItem } from "../../kernel/database/database.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import type { Instant } from "../../kernel/runtime.ts";
import { representativeOf } from "../../people/enterprises/index.ts";
import { getInspector, type InspectionStore } from "../inspectors/store.ts";
import { isConcerned } from "./impartiality.ts";
import {
  type By,
  confirm,
  type Inspection,
  type NotReportable,
  type ReportWish,
  report,
} from "./inspection.ts";
import { type Drawn, type InspectionPlan, inspectsFor } from "./plan.ts";
import { putOverdue } from "./rectification-store.ts";
import { inspectorsOf } from "./redraw.ts";
import { getInspection, getPlan, putInspection, putResult } from "./store.ts";

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

/** An inspection with what was drawn for it. */
export type PlannedInspection = {
  readonly plan: InspectionPlan;
  readonly drawn: Drawn;
  readonly inspection: Inspection;
};

type Done<R> = Promise<Result<PlannedInspection, R | NotTheirs>>;

/** How often a report is decided on anew when another was faster. */
const DECISIONS_MAX = 5;

/** One of the two who were drawn says what they found. */
export const reportInspection = (ports: ReportPorts, named: Named, wish: ReportWish): Done<NotReportable> =>
  change(ports, named, async ({ plan, inspection }, by) => {
    const reported = report(inspection, wish, by, plan.from);
    if (!reported.ok) return reported;
    return ok({ inspection: reported.value, action: "inspections.inspection.reported", writes: [] });
  });

/**
 * The other one confirms it, which publishes it in the same commit: at once, and so well within the 20 working days that
 * 国发〔2019〕5号 allows. What has to be put right is told to the holder's legal representative.
 */
export const confirmInspection = (ports: ReportPorts, named: Named): Done<NotReportable> =>
  change(ports, named, async ({ plan, drawn, inspection }, by) => {
    const confirmed = confirm(inspection, by);
    if (!confirmed.ok) return confirmed;
    const { published } = confirmed.value;
    const { outcome, note, rectifyBy } = published;
    const { licence, holderName, region, holder } = drawn;
    const result = {
      ...{ plan: plan.id, planTitle: plan.title, licence, holderName, region, outcome, note },
      ...{ inspectedAt: published.at, publishedAt: by.now, ...(rectifyBy ? { rectifyBy } : {}) },
    };
    const owner = await representativeOf(ports, enterpriseAs(holder));
    const event: Event | undefined =
      outcome === "RECTIFICATION" && owner
        ? {
            ...{ type: "inspection.rectification-ordered", mode: ports.mode, to: [owner] },
            payload: { about: plan.id },
          }
        : undefined;
    return ok({
      inspection: confirmed.value.inspection,
      action: "inspections.inspection.published",
      writes: [
        ...putResult(ports, result),
        ...(inspection.overdueAt ? putOverdue(ports, plan, confirmed.value.inspection) : []),
      ],
      ...(event ? { event } : {}),
    });
  });

type Changed = {
  readonly inspection: Inspection;
  readonly action: string;
  readonly writes: readonly TransactItem[];
  readonly event?: Event;
};

/** An inspection that others were drawn for, or have been since, answers as an unknown one. */
async function change<R>(
  ports: ReportPorts,
  { plan: id, licence }: Named,
  decide: (found: PlannedInspection, by: By) => Promise<Result<Changed, R>>,
): Done<R> {
  const { actor, now, requestId, mode, commit, database } = ports;
  const plan = isId("ipl", id) ? await getPlan(ports, id) : undefined;
  const drawn = plan?.drawn.find((one) => one.licence === licence);
  if (!plan || !drawn || !inspectsFor(actor, plan, drawn)) return err({ code: "INSPECTION_NOT_FOUND" });
  for (let attempt = 1; attempt <= DECISIONS_MAX; attempt += 1) {
    const inspection = await getInspection(ports, plan.id, licence);
    if (!inspectorsOf(drawn, inspection).includes(actor.id)) return err({ code: "INSPECTION_NOT_FOUND" });
    const partial = await notImpartial(ports, plan, drawn);
    if (partial) return err(partial);
    const decided = await decide({ plan, drawn, inspection }, { officer: actor.id, now, today: dateAt(now) });
    if (!decided.ok) return decided;
    const { action, writes, event, inspection: next } = decided.value;
    const done = await commit({
      ...{ actor, at: now, requestId, action, table: recordsTable(mode) },
      aggregate: `inspection#${plan.id}#${licence}`,
      writes: [putInspection(ports, next), ...writes],
      ...(event ? { event } : {}),
    });
    if (done.ok) return ok({ plan, drawn, inspection: next });
    database.forget();
  }
  throw new Error(`an inspection of ${plan.id} changed ${DECISIONS_MAX} times`);
}

/** Who has left the roll since the draw, or come to have an interest, reports no more. */
async function notImpartial(
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
