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

const publish = onceOn(async (platform) => {
  await publishTypeWithItems(platform, TYPE);
  const numbered = actItem(TYPE, "ISSUE", { number: { var: "form.remark" } });
  await publishItem(platform, { ...numbered, code: NUMBERED }, { "110000": "GENERAL" });
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

const STORE = "services/government/licences/repository/repository-store.ts";
const LICENCE = /^Put lic_\w+ licence$/;

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
