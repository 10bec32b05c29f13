import { foodBusinessLicence } from "../../../local/demo/items/food-business-licence.ts";
import {
  act,
  allRounder,
  fileCase,
  mutateCase,
  newEnterprise,
  newOfficer,
} from "../../government/cases/casework.ts";
import { publishItem } from "../../government/catalogue/items.ts";
import {
  appoint,
  enrol,
  foodForm,
  newInspector,
  revoke,
  submittedFood,
} from "../../government/licences/food-business.ts";
import type { TestPlatform } from "../../support/platform.ts";
import { type Guarded, onceOn, twice } from "../world.ts";

/** Counties in which nobody else of these tests has a business, one for each pair of licences. */
const COUNTIES = ["110101", "110102", "110106", "110107", "110109", "110111", "110112", "110113"];

/** A food-business licence of which the documents alone are looked at. */
const ON_PAPER = "RACED-FOOD";
const publishOnPaper = onceOn(async (platform) => {
  const { draft } = foodBusinessLicence;
  const steps = draft.steps.filter(({ code }) => ["accept", "decide"].includes(code));
  await publishItem(platform, { ...draft, code: ON_PAPER, materials: [], steps }, { "110000": "GENERAL" });
});

async function granted(platform: TestPlatform, premisesRegion: string) {
  const [enterprise, officer] = [await newEnterprise(platform), await allRounder(platform)];
  const id = await fileCase(platform, enterprise.representative, {
    ...{ item: ON_PAPER, form: foodForm(enterprise, { premisesRegion }) },
    for: { enterprise: enterprise.creditCode },
  });
  await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
  await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "decide")`);
  const grant = () =>
    mutateCase(platform, officer.token, `approveApplication(id: "${id}", reason: "符合条件")`);
  return { id, grant };
}

/** Two licences that are granted at once, and whose numbers are of one series. */
async function granting(platform: TestPlatform, before = 0) {
  await publishOnPaper(platform);
  const county = COUNTIES.shift() ?? "";
  for (let i = 0; i < before; i += 1) await (await granted(platform, county)).grant();
  const [one, other] = [await granted(platform, county), await granted(platform, county)];
  return { late: one.grant, meanwhile: other.grant };
}

const LICENCE = /^Put licence#\w+ licence$/;
const SERIES = /^Put licence-series#/;
const INSPECTOR = /^Put inspectors#/;

export const LICENCES: Readonly<Record<string, Guarded>> = {
  "services/government/licences/store.ts putLicence new": { record: LICENCE, scene: granting },
  "services/government/licences/store.ts putLicence over": {
    record: LICENCE,
    scene: async (platform) => {
      await publishOnPaper(platform);
      const { id, grant } = await granted(platform, "110105");
      await grant();
      const officer = await newOfficer(platform, { roles: ["SUPERVISOR"] });
      return twice(() => revoke(platform, officer, id));
    },
  },
  "services/government/licences/store.ts putSeries new": { record: SERIES, scene: granting },
  "services/government/licences/store.ts putSeries over": {
    record: SERIES,
    scene: (platform) => granting(platform, 1),
  },
  "services/government/inspectors/store.ts putInspector new": {
    record: INSPECTOR,
    scene: async (platform) => {
      const officer = await newOfficer(platform, { roles: ["INSPECTOR"] });
      return twice(() => enrol(platform, officer));
    },
  },
  "services/government/inspectors/store.ts putInspector over": {
    record: INSPECTOR,
    scene: async (platform) => {
      const officer = await newInspector(platform);
      return twice(() => enrol(platform, officer));
    },
  },
  "services/government/inspectors/store.ts checkInspector over": {
    record: /^ConditionCheck inspectors#/,
    scene: async (platform) => {
      const [enterprise, officer] = [await newEnterprise(platform), await allRounder(platform)];
      const id = await submittedFood(platform, enterprise);
      await act(platform, officer, id, "accept", `acceptApplication(id: "${id}")`);
      await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
      await mutateCase(platform, officer.token, `claimStep(id: "${id}", step: "inspect")`);
      const [one, other] = [await newInspector(platform), await newInspector(platform)];
      return {
        late: () => appoint(platform, officer, id, [one.id, other.id]),
        meanwhile: () => enrol(platform, one, [enterprise.creditCode]),
      };
    },
  },
};
