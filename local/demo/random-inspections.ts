import { confirmInspection } from "../../services/government/inspections/confirm-inspection.ts";
import { drawInspections } from "../../services/government/inspections/draw-inspections.ts";
import type { InspectionPlanId } from "../../services/government/inspections/ids.ts";
import { stateOf } from "../../services/government/inspections/inspection.ts";
import type { Drawn, InspectionPlan } from "../../services/government/inspections/plan.ts";
import { reportInspection } from "../../services/government/inspections/report-inspection.ts";
import { getInspection, getPlan } from "../../services/government/inspections/store.ts";
import { addDays, dateAt } from "../../services/kernel/civil-date.ts";
import { commitTo } from "../../services/kernel/commit/commit.ts";
import { idempotentId } from "../../services/kernel/commit/idempotency.ts";
import type { OfficerId } from "../../services/kernel/ids.ts";
import { DAY_MS, type Instant, plusMs } from "../../services/kernel/runtime.ts";
import { DEMO_INSPECTORS } from "./inspectors.ts";
import { BEIJING, MARKET_REGULATION } from "./items/demo-item.ts";
import { type DemoOfficer, demoOfficer } from "./officers.ts";
import { type DemoWrites, must } from "./onboard.ts";

const KEY = "demo-random-inspections";
const DRAWN_DAYS_AGO = 10;
const PERIOD_DAYS = 30;
const DRAWN = 3;
/** Both in days after the draw. */
const REPORTED = 3;
const CONFIRMED = 4;

/** The plan that is drawn while the city fills; known before it is, for it is the draw's own key that names it. */
export const demoPlan = ({ secrets }: Pick<DemoWrites, "secrets">): InspectionPlanId =>
  idempotentId("ipl", demoOfficer("supervisor", secrets), "drawInspections", KEY);

/**
 * Random inspections of the demo city's licences (双随机), under way: of what was drawn, one result is published, one
 * waits for the second inspector, and the rest for both. Begun anew after an interruption, it goes on where it was.
 */
export async function runRandomInspections(writes: DemoWrites): Promise<void> {
  const plan = (await getPlan({ ...writes, mode: "live" }, demoPlan(writes))) ?? (await draw(writes));
  const [first, second] = plan.drawn;
  const rectification = {
    outcome: "RECTIFICATION",
    note: "两名从业人员健康证明过期",
    rectifyBy: plan.until,
  } as const;
  if (first) await report(writes, plan, first, rectification);
  if (first) await confirm(writes, plan, first);
  if (second)
    await report(writes, plan, second, { outcome: "NO_PROBLEM", note: "未发现问题", rectifyBy: undefined });
}

async function draw(writes: DemoWrites): Promise<InspectionPlan> {
  const now = plusMs(writes.now, -DRAWN_DAYS_AGO * DAY_MS);
  const from = dateAt(now);
  const wish = {
    ...{ title: "食品经营单位“双随机”抽查", department: MARKET_REGULATION.code, region: BEIJING },
    ...{ from, until: addDays(from, PERIOD_DAYS), count: DRAWN },
  };
  return must(await drawInspections(portsAt(writes, "supervisor", now), wish, KEY));
}

async function report(
  writes: DemoWrites,
  plan: InspectionPlan,
  drawn: Drawn,
  wish: Parameters<typeof reportInspection>[2],
): Promise<void> {
  const ports = portsAt(writes, nameOf(drawn.inspectors[0], writes), daysAfter(plan, REPORTED));
  if (stateOf(await getInspection(ports, plan.id, drawn.licence)) !== "DRAWN") return;
  must(await reportInspection(ports, { plan: plan.id, licence: drawn.licence }, wish));
}

async function confirm(writes: DemoWrites, plan: InspectionPlan, drawn: Drawn): Promise<void> {
  const ports = portsAt(writes, nameOf(drawn.inspectors[1], writes), daysAfter(plan, CONFIRMED));
  if (stateOf(await getInspection(ports, plan.id, drawn.licence)) !== "REPORTED") return;
  must(await confirmInspection(ports, { plan: plan.id, licence: drawn.licence }));
}

/** Each is a request of its own, which remembers nothing of another. */
function portsAt({ open, ...writes }: DemoWrites, name: DemoOfficer, now: Instant) {
  const database = open();
  const actor = demoOfficer(name, writes.secrets);
  return { ...writes, database, commit: commitTo(database), mode: "live", now, actor } as const;
}

const daysAfter = ({ drawnAt }: InspectionPlan, days: number): Instant => plusMs(drawnAt, days * DAY_MS);

/** Only the demo's own inspectors are on its roll when it draws. */
function nameOf(id: OfficerId | undefined, { secrets }: DemoWrites): DemoOfficer {
  const name = DEMO_INSPECTORS.find((one) => demoOfficer(one, secrets).id === id);
  if (!name) throw new Error("the demo city: somebody else was drawn");
  return name;
}
