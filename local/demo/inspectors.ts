import { enrolAsInspector } from "../../services/inspections/enrol-inspector.ts";
import { getInspector } from "../../services/inspections/index.ts";
import { DAY_MS, plusMs } from "../../services/platform/runtime.ts";
import { MARKET_REGULATION } from "./items/demo-item.ts";
import { demoOfficer } from "./officers.ts";
import { type DemoWrites, must } from "./onboard.ts";
import { RECORDED_DAYS } from "./people.ts";

/** Each on the roll with the enterprises in which they have declared an interest. */
const ROLL = [
  { name: "inspector", interests: [] },
  { name: "secondInspector", interests: [] },
] as const;

/** Puts inspectors on the market-supervision department's roll, as each does for themselves; once. */
export async function enrolDemoInspectors(writes: DemoWrites): Promise<void> {
  const { code: department } = MARKET_REGULATION;
  const ports = { ...writes, mode: "live", now: plusMs(writes.now, -RECORDED_DAYS * DAY_MS) } as const;
  for (const { name, interests } of ROLL) {
    const actor = demoOfficer(name, writes.secrets);
    if (await getInspector(ports, department, actor.id)) continue;
    must(await enrolAsInspector({ ...ports, actor }, { department, interests }));
  }
}
