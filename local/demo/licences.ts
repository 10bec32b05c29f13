import { region } from "../../services/field/region.ts";
import type { Fields } from "../../services/field/register-file/row.ts";
import { personAs } from "../../services/field/subject.ts";
import { importLicences } from "../../services/government/licences/import/import-licences.ts";
import { electronicLicenceByNumber } from "../../services/government/licences/repository/repository-store.ts";
import { commitTo } from "../../services/kernel/commit/commit.ts";
import { eachOf } from "../../services/kernel/each-of.ts";
import { accept, approve, handIn } from "./acts.ts";
import { type DemoEnterprise, demoEnterprises } from "./enterprises.ts";
import { beginCase, type DemoFiles } from "./filing.ts";
import { residencePermitChange } from "./items/residence-permit-change.ts";
import {
  businessLicences,
  childsLicences,
  citizensLicences,
  PERMIT_NUMBER,
  personsLicences,
  type StatedRow,
} from "./licence-rows.ts";
import type { DemoWrites } from "./onboard.ts";
import { type DemoPerson, demoChild, demoCitizen } from "./people.ts";

/** The licences that registers state of the demo citizen and of the city's enterprises. Begun anew, it goes on where it was. */
export const stateDemoLicences = (writes: DemoWrites): Promise<void> =>
  state(
    [
      ...citizensLicences(demoCitizen(writes), writes),
      ...Object.values(demoEnterprises(writes)).flatMap(businessLicences),
    ],
    writes,
  );

/** The business licence of one more enterprise. */
export const stateBusinessLicence = (enterprise: DemoEnterprise, writes: DemoWrites): Promise<void> =>
  state(businessLicences(enterprise), writes);

/** Those of the city's people, and of the child for whom a parent acts. */
export const stateLicencesOfPeople = (people: readonly DemoPerson[], writes: DemoWrites): Promise<void> =>
  state(
    [
      ...people.flatMap((person, i) => personsLicences(person, i, writes)),
      ...childsLicences(demoChild(writes), writes),
    ],
    writes,
  );

/**
 * Imports what is not there yet, as an operator would from the registers' files: a licence keeps the days that it was first given,
 * whenever the filling goes on.
 */
async function state(rows: readonly StatedRow[], writes: DemoWrites): Promise<void> {
  const { open, runtime, requestId, secrets } = writes;
  const store = { database: open(), mode: "live" } as const;
  const known = await eachOf(rows, ({ typeCode, number }) =>
    electronicLicenceByNumber(store, typeCode, number),
  );
  const fresh = rows.filter((_, i) => !known[i]);
  await importLicences(
    numbered(fresh.map(({ typeCode: type, ...row }) => ({ type, ...row }))),
    {
      ...{ mode: "live", reason: "演示城市", signal: new AbortController().signal },
      onSettled: async ({ refused: [first] }) => {
        if (first) throw new Error(`the demo city: ${JSON.stringify(first.problems)}`);
      },
    },
    {
      ...{ runtime, requestId, secrets },
      open: () => {
        const database = open();
        return { database, commit: commitTo(database) };
      },
    },
  );
}

async function* numbered(rows: readonly Fields[]) {
  for (const [i, fields] of rows.entries()) yield { line: i + 1, end: i + 1, fields };
}

/** The demo citizen has moved: their permit has a second version. */
export async function changeDemoAddress(writes: DemoWrites, files: DemoFiles): Promise<void> {
  const { actor } = demoCitizen(writes);
  const matter = {
    ...{ applicant: actor, subject: personAs(actor.id), item: residencePermitChange.draft.code },
    ...{ region: region("110105"), daysAgo: 20, name: "permit-change" },
    form: { permitNumber: PERMIT_NUMBER, address: "北京市海淀区样板街 12 号 402", addressRegion: "110108" },
  };
  const run = await beginCase(matter, writes, files);
  if (run) for (const act of [handIn(0), accept(1), approve(3)]) await act(run);
}
