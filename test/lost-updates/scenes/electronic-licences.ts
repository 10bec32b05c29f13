import type { LicenceAct } from "../../../services/government/catalogue/index.ts";
import { act, allRounder, mutateCase, newApplicant } from "../../government/cases/casework.ts";
import { publishItem } from "../../government/catalogue/items.ts";
import {
  actItem,
  ask,
  done,
  HOLDER,
  itemOf,
  licenceOf,
  publishTypeWithItems,
} from "../../government/licences/repository/repository-world.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { type Guarded, onceOn, twice } from "../world.ts";

const TYPE = "raced-licence";
/** An item that gives its licence the number that the form calls its remark. */
const NUMBERED = "RACED-NUMBERED";

/** An item that counts the numbers of its licences up, in the series that the form calls its remark. */
const COUNTED = "RACED-COUNTED";

const publish = onceOn(async (platform) => {
  await publishTypeWithItems(platform, TYPE);
  const numbered = actItem(TYPE, "ISSUE", { number: { var: "form.remark" } });
  await publishItem(platform, { ...numbered, code: NUMBERED }, { "110000": "GENERAL" });
  const counted = { prefix: "RC", series: [{ var: "form.remark" }], digits: 3, check: "MOD_11_10" } as const;
  const counting = actItem(TYPE, "ISSUE", { counted });
  await publishItem(platform, { ...counting, code: COUNTED }, { "110000": "GENERAL" });
});

/** A case up to its decision, and the decision. */
async function decision(
  platform: TestPlatform,
  item: string,
  form: Readonly<Record<string, unknown>>,
  applicant?: { readonly token: string },
) {
  const [whose, officer] = [applicant ?? (await newApplicant(platform)), await allRounder(platform)];
  const id = textAt(await ask(platform, whose, item, form), "id");
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "decide")`);
  return () => mutateCase(platform, officer.token, `approveApplication(id: "${id}", reason: "符合条件")`);
}

/** Two acts on one licence that are decided at once. */
async function twoActs(platform: TestPlatform, one: LicenceAct, other: LicenceAct) {
  await publish(platform);
  const holder = await newApplicant(platform);
  await done(platform, holder, itemOf(TYPE, "ISSUE"), HOLDER);
  const number = textAt(await licenceOf(platform, holder), "number");
  const [late, meanwhile] = [
    await decision(platform, itemOf(TYPE, one), { number }, holder),
    await decision(platform, itemOf(TYPE, other), { number }, holder),
  ];
  return { late, meanwhile };
}

let numbers = 0;

/** Two licences that are granted at once, and whose numbers are of one new series. */
async function twoOfSeries(platform: TestPlatform, before: number) {
  await publish(platform);
  numbers += 1;
  const form = { ...HOLDER, remark: String(numbers) };
  for (let i = 0; i < before; i += 1) await done(platform, await newApplicant(platform), COUNTED, form);
  const [late, meanwhile] = [
    await decision(platform, COUNTED, form),
    await decision(platform, COUNTED, form),
  ];
  return { late, meanwhile };
}

const STORE = "services/government/licences/repository/repository-store.ts";
const LICENCE = /^Put lic_\w+ licence$/;

const SERIES = "services/government/licences/repository/series-store.ts";
const COUNT = /^Put licence-count#/;

export const ELECTRONIC_LICENCES: Readonly<Record<string, Guarded>> = {
  [`${STORE} putElectronicLicence new`]: {
    record: LICENCE,
    scene: async (platform) => {
      await publish(platform);
      return twice(await decision(platform, itemOf(TYPE, "ISSUE"), HOLDER));
    },
  },
  [`${STORE} putElectronicLicence over`]: {
    record: LICENCE,
    scene: (platform) => twoActs(platform, "REISSUE", "CANCEL"),
  },
  [`${SERIES} putCount new`]: {
    record: COUNT,
    scene: (platform) => twoOfSeries(platform, 0),
  },
  [`${SERIES} putCount over`]: {
    record: COUNT,
    scene: (platform) => twoOfSeries(platform, 1),
  },
  [`${STORE} putPointers new`]: {
    record: /^Put licence-number#/,
    scene: async (platform) => {
      await publish(platform);
      numbers += 1;
      const form = { ...HOLDER, remark: `RACED${numbers}` };
      return {
        late: await decision(platform, NUMBERED, form),
        meanwhile: await decision(platform, NUMBERED, form),
      };
    },
  },
};
