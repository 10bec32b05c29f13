import { enrolAsInspector } from "../../services/government/inspectors/enrol-inspector.ts";
import { getInspector } from "../../services/government/inspectors/index.ts";
import { DAY_MS, plusMs } from "../../services/kernel/runtime.ts";
import { demoEnterprises } from "./enterprises.ts";
import { MARKET_REGULATION } from "./items/demo-item.ts";
import { type DemoOfficer, demoOfficer } from "./officers.ts";
import { type DemoWrites, must } from "./onboard.ts";
import { RECORDED_DAYS } from "./people.ts";

/** Those of the demo city who are on the market-supervision department's roll. */
export const DEMO_INSPECTORS = [
  "inspector",
  "secondInspector",
  "thirdInspector",
] as const satisfies readonly DemoOfficer[];

/** Puts them on the roll, as each does for themselves; once. The third has an interest in the grocery, and says so. */
export async function enrolDemoInspectors(writes: DemoWrites): Promise<void> {
  const { code: department } = MARKET_REGULATION;
  const ports = { ...writes, mode: "live", now: plusMs(writes.now, -RECORDED_DAYS * DAY_MS) } as const;
  for (const name of DEMO_INSPECTORS) {
    const actor = demoOfficer(name, writes.secrets);
    if (await getInspector(ports, department, actor.id)) continue;
    const interests = name === "thirdInspector" ? [demoEnterprises(writes).grocery.creditCode] : [];
    must(await enrolAsInspector({ ...ports, actor }, { department, interests }));
  }
}
