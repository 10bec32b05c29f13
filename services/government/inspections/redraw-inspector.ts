import { decideUntilWritten } from "../../kernel/commit/decide-until-written.ts";
import { recordsTable } from "../../kernel/database/tables.ts";
import { isHandOf } from "../../kernel/four-eyes.ts";
import { isId, type OfficerId } from "../../kernel/ids.ts";
import { err, ok, type Result } from "../../kernel/result.ts";
import { checkText, type TextProblem } from "../../kernel/text.ts";
import { checkInspector, type Inspector, inspectsIn, listRoll } from "../inspectors/index.ts";
import type { Named, ReportPorts } from "./change-inspection.ts";
import { isConcerned } from "./impartiality.ts";
import type { Redraw } from "./inspection.ts";
import { handlesPlan, type PlannedInspection, POOL_MAX } from "./plan.ts";
import { hadPart, type NotRedrawable, redrawProblem, withRedraw } from "./redraw.ts";
import { inDrawnOrder } from "./sampling.ts";
import { getInspection, getPlan, putInspection } from "./store.ts";

export type RedrawRefusal =
  | (TextProblem & { readonly path: readonly string[] })
  | NotRedrawable
  | { readonly code: "PLANNED_INSPECTION_NOT_FOUND" }
  | {
      readonly code: "NOT_ENOUGH_INSPECTORS" | "ROLL_TOO_LARGE";
      readonly values: Readonly<Record<string, string>>;
      readonly path: readonly string[];
    };

export type RedrawWish = Named & { readonly inspector: string; readonly reason: string };

const REASON_LENGTH = { min: 2, max: 200 };

/**
 * Draws another inspector for one who was drawn and cannot go, before anything is reported: the next in the order that the
 * plan's seed gives, so that nobody chooses whom (see `Redraw` for how it is recomputed). The inspection is written over
 * what was read: of two redraws, or of a redraw and a report, one is first and the other decides on what that left.
 * Errors: PLANNED_INSPECTION_NOT_FOUND also for a plan outside of the supervisor's jurisdiction; NOT_DRAWN_FOR_IT,
 * NOT_ALLOWED_NOW with the state, REDRAWN_TOO_OFTEN, NOT_ENOUGH_INSPECTORS, ROLL_TOO_LARGE.
 */
export async function redrawInspector(
  ports: ReportPorts,
  { plan: id, licence, inspector: replaced, reason: stated }: RedrawWish,
): Promise<Result<PlannedInspection, RedrawRefusal>> {
  const { actor, now: at, requestId, mode, commit, database } = ports;
  const checked = checkText(stated, REASON_LENGTH.min, REASON_LENGTH.max);
  if (!checked.ok) return err({ ...checked.error, path: ["reason"] });
  const reason = checked.value;
  const plan = isId("ipl", id) ? await getPlan(ports, id) : undefined;
  const drawn = plan?.drawn.find((one) => one.licence === licence);
  if (!plan || !drawn || !handlesPlan(actor, plan)) return err({ code: "PLANNED_INSPECTION_NOT_FOUND" });
  if (!isId("ofc", replaced)) return err({ code: "NOT_DRAWN_FOR_IT", path: ["inspector"] });
  return decideUntilWritten({
    database,
    about: `an inspection of ${plan.id}`,
    read: () => getInspection(ports, plan.id, licence),
    decide: async (inspection) => {
      const problem = redrawProblem(drawn, inspection, replaced);
      if (problem) return err(problem);
      const found = await nextInOrder(ports, { plan, drawn, inspection });
      if (!found.ok) return found;
      const { entry, ...how } = found.value;
      const redraw: Redraw = { replaced, inspector: entry.officer, reason, ...how, by: actor.id, at };
      const after = withRedraw(inspection, redraw);
      return ok({ before: inspection, after, entry, answer: { plan, drawn, inspection: after } });
    },
    write: ({ after, entry }) =>
      commit({
        ...{ actor, at, requestId, reason, table: recordsTable(mode) },
        ...{
          aggregate: `inspection#${plan.id}#${licence}`,
          action: "inspections.inspection.inspector-redrawn",
        },
        writes: [putInspection(ports, after), checkInspector(ports, entry)],
      }),
  });
}

type Found = { readonly entry: Inspector } & Pick<Redraw, "pool" | "passedOver">;

async function nextInOrder(
  ports: ReportPorts,
  { plan, drawn, inspection }: PlannedInspection,
): Promise<Result<Found, RedrawRefusal>> {
  const { inspectors: roll, more } = await listRoll(ports, plan.department, { first: POOL_MAX });
  if (more) return err({ code: "ROLL_TOO_LARGE", values: { max: String(POOL_MAX) }, path: ["plan"] });
  const already = hadPart(drawn, inspection);
  // One person may have two sign-ins, and may have left the roll with one of them.
  const persons = roll.filter(({ officer }) => already.includes(officer)).map(({ person }) => person);
  const pool = roll.filter((one) => inspectsIn(one, drawn.region));
  const passedOver: OfficerId[] = [];
  for (const entry of inDrawnOrder(pool, ({ officer }) => officer, plan.seed, drawn.licence)) {
    const { officer, person } = entry;
    if (already.includes(officer)) continue;
    const isPassedOver =
      isHandOf(ports.actor, { by: officer, person }) ||
      persons.includes(person) ||
      (await isConcerned(ports, entry, drawn.holder));
    if (!isPassedOver) return ok({ entry, pool: pool.map((one) => one.officer).sort(), passedOver });
    passedOver.push(officer);
  }
  return err({ code: "NOT_ENOUGH_INSPECTORS", values: { licence: drawn.licence }, path: ["licence"] });
}
