import { randomUUID } from "node:crypto";
import {
  acceptCase,
  act,
  allRounder,
  newApplicant,
  newOfficer,
  signedIn,
} from "../../government/cases/casework.ts";
import { type TestPlatform, textAt } from "../../support/platform.ts";
import { ask, type Guarded, twice } from "../world.ts";

const CLAUSES = `input: { level: VERY_DISSATISFIED, tags: [EFFICIENCY], comment: "等了太久" }`;

/** A case that was decided, and what its applicant says of it. */
async function evaluated(platform: TestPlatform) {
  const [applicant, officer] = [await newApplicant(platform), await allRounder(platform)];
  const id = await acceptCase(platform, applicant, officer);
  await act(platform, officer, id, "review", `finishStep(id: "${id}", opinion: "材料齐全")`);
  const ground = `ground: { law: "住房公积金管理条例", article: "第二十四条" }`;
  await act(
    platform,
    officer,
    id,
    "decide",
    `rejectApplication(id: "${id}", reason: "不符合条件", ${ground})`,
  );
  const key = randomUUID();
  return () =>
    ask(
      platform,
      { token: applicant.token },
      `evaluateApplication(id: "${id}", ${CLAUSES}, idempotencyKey: "${key}") { ... on Evaluation { id } }`,
    );
}

const EVALUATION = /^Put evl_\w+ evaluation$/;

export const SUPERVISION: Readonly<Record<string, Guarded>> = {
  "services/government/supervision/evaluations/evaluation-store.ts putEvaluation new": {
    record: EVALUATION,
    scene: async (platform) => twice(await evaluated(platform)),
  },
  "services/government/supervision/evaluations/evaluation-store.ts putEvaluation over": {
    record: EVALUATION,
    scene: async (platform) => {
      const id = textAt(await (await evaluated(platform))(), "id");
      const { token } = await newOfficer(platform, { roles: ["SUPERVISOR"] });
      const assign = async () => {
        const to = await signedIn(platform, newOfficer(platform, { roles: ["REVIEWER"] }));
        return () => ask(platform, { token }, `assignEvaluation(id: "${id}", to: "${to.id}") { __typename }`);
      };
      return { late: await assign(), meanwhile: await assign() };
    },
  },
};
