import { bindAccount } from "../../services/convenience/utilities/bills/bind-account.ts";
import {
  type ReadingRow,
  submitReadings,
} from "../../services/convenience/utilities/bills/submit-readings.ts";
import type { Partner } from "../../services/kernel/actor.ts";
import { addMonths, type CivilDate, dateAt, firstOf, monthOf } from "../../services/kernel/civil-date.ts";
import { decimal } from "../../services/kernel/decimal.ts";
import { type DemoWrites, must } from "./onboard.ts";
import { CHILDS_PARENT, demoChild, demoPerson } from "./people.ts";

/** The months of a period of water. */
const MONTHS = 2;
const DUE_AFTER_MONTHS = 1;
/** The next one to live in the home that the child's parent has left; made up. */
const NEWCOMER = "李静";

/** Two homes of a family: the child's, which the child has inherited, and one of the parent's, where somebody else has moved in. */
const INHERITED = "100023411";
const LEFT = "100023412";

/** Bills of both homes at a biller of water, each bound by the one whose it is, or was. */
export async function issueDemoHomes(biller: Partner, writes: DemoWrites): Promise<void> {
  const ports = { ...writes, mode: "live", actor: biller } as const;
  const [child, parent] = [demoChild(writes), demoPerson(CHILDS_PARENT, writes)];
  const end = firstOf(monthOf(dateAt(writes.now)));
  const before = addMonths(end, -MONTHS);
  must(
    await submitReadings(ports, [
      rowOf(INHERITED, child.name, end, "14"),
      rowOf(LEFT, parent.name, before, "21"),
    ]),
  );
  for (const [{ actor, name: holderName }, accountNumber] of [
    [child, INHERITED],
    [parent, LEFT],
  ] as const) {
    const proof = { biller: biller.id, accountNumber, holderName };
    must(await bindAccount({ ...writes, mode: "live", actor }, proof, "家里的水"));
  }
  must(await submitReadings(ports, [rowOf(LEFT, NEWCOMER, end, "9")]));
}

const rowOf = (accountNumber: string, holderName: string, to: CivilDate, usage: string): ReadingRow => ({
  ...{ accountNumber, holderName, number: `W-${accountNumber}-${to}`, usage: decimal(usage) },
  period: { from: addMonths(to, -MONTHS), to },
  dueOn: addMonths(to, DUE_AFTER_MONTHS),
});
