import { recordDemoEnterprises } from "../../local/demo/enterprises.ts";
import type { DemoFiles } from "../../local/demo/filing.ts";
import { stateDemoLicences } from "../../local/demo/licences.ts";
import type { DemoWrites } from "../../local/demo/onboard.ts";
import { demoCitizen } from "../../local/demo/people.ts";
import { publishDemoItems } from "../../local/demo/service-items.ts";
import { demoTelephoneProven } from "../../local/demo/telephones.ts";
import { isIdentityNumber } from "../../services/field/identity-document.ts";
import { LAST_DAY } from "../../services/kernel/civil-date.ts";
import { profileOf, putProfile } from "../../services/people/citizens/index.ts";
import { editorOf } from "../government/catalogue/items.ts";
import { must } from "../support/must.ts";
import { startPlatform, type TestPlatform } from "../support/platform.ts";

/** A platform with the demo city's items and enterprises, and no case in it yet. */
export async function startDemoCity(): Promise<TestPlatform> {
  const platform = await startPlatform();
  const editor = editorOf({ regionPrefix: "11" });
  await publishDemoItems(editor, platform.context(editor));
  const { writes } = filling(platform);
  await recordDemoEnterprises(writes);
  await knowDemoCitizen(writes);
  await stateDemoLicences(writes);
  return platform;
}

/** The restaurant's representative is on record, with a telephone: nobody asks for either again. */
async function knowDemoCitizen(writes: DemoWrites): Promise<void> {
  const known = demoCitizen(writes);
  const { database, commit, secrets, now, requestId } = writes;
  const { actor, name, idNumber } = known;
  if (!isIdentityNumber(idNumber, LAST_DAY)) throw new Error(`${idNumber} is no identity number`);
  const profile = profileOf({ citizenId: actor.id, name, idNumber }, secrets);
  must(
    await commit({
      ...{ actor, at: now, requestId, aggregate: actor.id, table: "records-live" },
      action: "demo.citizen.recorded",
      writes: [putProfile(database, "live", profile), await demoTelephoneProven(known, now, writes)],
    }),
  );
}

/** The cases with which `npm start` fills the city. */
export function filling({ ports, clock, context, database, send }: TestPlatform): {
  readonly writes: DemoWrites;
  readonly files: DemoFiles;
} {
  return {
    writes: { ...context(editorOf()), log: ports.log, open: database, now: clock.now() },
    files: { files: ports.files, send },
  };
}
