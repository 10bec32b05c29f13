import { randomUUID } from "node:crypto";
import {
  CHAOYANG,
  fileCase,
  mutateCase,
  newApplicant,
  newOfficer,
  RENT_FORM,
  receive,
  saveCase,
  startCase,
  submitAsIs,
  type TestOfficer,
} from "../../government/cases/casework.ts";
import { publishRuledItem } from "../../government/cases/ruled-item.ts";
import { requestUpload } from "../../support/material-files.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { ask, type Scenes, twice } from "../world.ts";

const CASE = /^Put app_\w+ case$/;
const OPEN = /^Put open-cases#/;
const MATERIALS = /^Put app_\w+ materials$/;
const NOTES = /^Put app_\w+ notes$/;
const REVIEW = /^Put app_\w+ review$/;

async function draft(platform: TestPlatform) {
  const applicant = await newApplicant(platform);
  const id = textAt(await startCase(platform, applicant.token), "id");
  await saveCase(platform, applicant.token, id, RENT_FORM);
  return { applicant, id };
}

/** Two drafts of one item that its applicant hands in at once. */
async function twoDrafts(platform: TestPlatform) {
  const { applicant, id } = await draft(platform);
  const other = textAt(await startCase(platform, applicant.token), "id");
  await saveCase(platform, applicant.token, other, RENT_FORM);
  const handIn = (which: string) => () =>
    submitAsIs(platform, applicant.token, which, { reason: "另一处住房的租金" });
  return { applicant, late: handIn(id), meanwhile: handIn(other) };
}

const filed = async (platform: TestPlatform) => {
  const applicant = await newApplicant(platform);
  return { applicant, id: await fileCase(platform, applicant) };
};

const upload = (platform: TestPlatform, { applicant, id }: Awaited<ReturnType<typeof draft>>) =>
  requestUpload(platform, applicant.token, {
    application: id,
    material: "lease-contract",
    key: randomUUID(),
  });

let items = 0;

/** A case that a rule decides when it is handed in; of an item of its own, every case of which is reviewed. */
async function ruled(platform: TestPlatform) {
  items += 1;
  const code = `RACED-${items}`;
  await publishRuledItem(platform, { code, samplePercent: 100 });
  const begin = async () => {
    const { token } = await newApplicant(platform);
    const id = textAt(await startCase(platform, token, { item: code }), "id");
    await saveCase(platform, token, id, { name: "王小明" });
    const key = randomUUID();
    return { id, submit: () => submitAsIs(platform, token, id, { key }) };
  };
  return { begin };
}

const noting = async (platform: TestPlatform, id: string) => {
  const { token } = await newOfficer(platform, { roles: ["REVIEWER"] });
  return () =>
    ask(
      platform,
      { token },
      `writeInternalNote(id: "${id}", text: "已电话核实", idempotencyKey: "${randomUUID()}") { __typename }`,
    );
};

const claim =
  (platform: TestPlatform, { token }: TestOfficer, id: string) =>
  () =>
    mutateCase(platform, token, `claimStep(id: "${id}", step: "accept")`);

export const CASES: Scenes = {
  "services/government/cases/found-by-store.ts putCaseNumber new": {
    why: "a number is drawn for each decision, and where another case has it, the decision is made anew with another",
  },
  "services/government/cases/store.ts putApplication new": {
    record: CASE,
    scene: async (platform) => {
      const [{ token }, key] = [await newApplicant(platform), randomUUID()];
      return twice(() => startCase(platform, token, { key }));
    },
  },
  "services/government/cases/store.ts putApplication over": {
    record: CASE,
    scene: async (platform) => {
      const { id } = await filed(platform);
      const officers = [await acceptor(platform), await acceptor(platform)] as const;
      return { late: claim(platform, officers[0], id), meanwhile: claim(platform, officers[1], id) };
    },
  },
  "services/government/cases/open-cases-store.ts putOpenCases new": { record: OPEN, scene: twoDrafts },
  "services/government/cases/open-cases-store.ts putOpenCases over": {
    record: OPEN,
    scene: async (platform) => {
      const { applicant, ...race } = await twoDrafts(platform);
      await fileCase(platform, applicant);
      return race;
    },
  },
  "services/government/cases/materials/store.ts putMaterials new": {
    record: MATERIALS,
    scene: async (platform) => {
      const begun = await draft(platform);
      return twice(() => upload(platform, begun));
    },
  },
  "services/government/cases/materials/store.ts putMaterials over": {
    record: MATERIALS,
    scene: async (platform) => {
      const begun = await draft(platform);
      await upload(platform, begun);
      return twice(() => upload(platform, begun));
    },
  },
  "services/government/cases/ruling/review-store.ts putReview new": {
    record: REVIEW,
    scene: async (platform) => {
      const { begin } = await ruled(platform);
      await (await begin()).submit();
      return twice((await begin()).submit);
    },
  },
  "services/government/cases/ruling/review-store.ts putReview over": {
    record: REVIEW,
    scene: async (platform) => {
      const { id, submit } = await (await ruled(platform)).begin();
      await submit();
      const { token } = await newOfficer(platform, { roles: ["DECIDER"] });
      return twice(() =>
        ask(platform, { token }, `confirmRuling(id: "${id}", note: "与规则一致") { __typename }`),
      );
    },
  },
  "services/government/cases/ruling/review-store.ts putDraw new": {
    record: /^Put daily-draw#/,
    scene: async (platform) => {
      const { begin } = await ruled(platform);
      const [one, other] = [await begin(), await begin()];
      return { late: one.submit, meanwhile: other.submit };
    },
  },
  "services/government/cases/notes/store.ts putNote new": {
    record: NOTES,
    scene: async (platform) => twice(await noting(platform, (await filed(platform)).id)),
  },
  "services/government/cases/notes/store.ts putNote over": [
    {
      record: NOTES,
      scene: async (platform) => {
        const note = await noting(platform, (await filed(platform)).id);
        await note();
        return twice(note);
      },
    },
    {
      record: /^ConditionCheck app_\w+ case$/,
      scene: async (platform) => {
        const { id, applicant } = await filed(platform);
        const note = await noting(platform, id);
        const withdraw = `withdrawApplication(id: "${id}", reason: "不再租房")`;
        return { late: note, meanwhile: () => mutateCase(platform, applicant.token, withdraw) };
      },
    },
  ],
  "services/government/cases/mandate/attendance-store.ts putAttendance new": {
    record: /^Put att_\w+ attendance$/,
    scene: async (platform) => {
      const { idNumber } = await newApplicant(platform);
      const clerk = await newOfficer(platform, { roles: ["WINDOW_CLERK"], region: CHAOYANG });
      const key = randomUUID();
      return twice(() => receive(platform, clerk, idNumber, key));
    },
  },
};

const acceptor = (platform: TestPlatform): Promise<TestOfficer> =>
  newOfficer(platform, { roles: ["ACCEPTOR"] });
