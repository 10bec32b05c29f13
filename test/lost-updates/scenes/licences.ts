import { act, allRounder, mutateCase, newEnterprise, newOfficer } from "../../government/cases/casework.ts";
import { appoint, enrol, newInspector, submittedFood } from "../../government/licences/food-business.ts";
import { type Guarded, twice } from "../world.ts";

const INSPECTOR = /^Put inspectors#/;

export const LICENCES: Readonly<Record<string, Guarded>> = {
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
