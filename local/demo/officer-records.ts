import { commitTo } from "../../services/kernel/commit/commit.ts";
import { DAY_MS, plusMs } from "../../services/kernel/runtime.ts";
import { openSignIns } from "../../services/people/officers/index.ts";
import { DEMO_OFFICERS, type DemoOfficer, demoOfficer, OFFICER_NAMES } from "./officers.ts";
import type { DemoWrites } from "./onboard.ts";
import { RECORDED_DAYS } from "./people.ts";

/** Has each officer on record, as their first sign-in would: so that work can be given to them from the start. */
export async function recordDemoOfficers(writes: DemoWrites): Promise<void> {
  const signIns = openSignIns(() => {
    const database = writes.open();
    return { database, commit: commitTo(database) };
  });
  const now = plusMs(writes.now, -RECORDED_DAYS * DAY_MS);
  const { requestId } = writes;
  for (const name of Object.keys(DEMO_OFFICERS) as DemoOfficer[]) {
    const officer = demoOfficer(name, writes.secrets);
    const signIn = { name: OFFICER_NAMES[name], at: now };
    await signIns({ ...officer, signIn }, { now, requestId });
  }
}
