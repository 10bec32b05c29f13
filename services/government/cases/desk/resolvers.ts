import type { Resolvers } from "../../../api/generated/types.ts";
import { isId } from "../../../kernel/ids.ts";
import { acceptApplication } from "./accept-application.ts";
import { answerComplaint } from "./answer-complaint.ts";
import { askForCorrection } from "./ask-for-correction.ts";
import { claimStep } from "./claim-step.ts";
import { decideAppeal } from "./decide-appeal.ts";
import { decideApplication } from "./decide-application.ts";
import { deliverResult } from "./deliver-result.ts";
import { deskAnswer, withTexts } from "./desk-refusals.ts";
import { extendTime } from "./extend-time.ts";
import { finishStep } from "./finish-step.ts";
import { officerPorts } from "./officer-ports.ts";
import { pauseClock } from "./pause-clock.ts";
import { readFaults } from "./read-faults.ts";
import { reassignStep } from "./reassign-step.ts";
import { releaseStep } from "./release-step.ts";
import { resumeClock } from "./resume-clock.ts";
import { revokeApproval } from "./revoke-approval.ts";

export const deskResolvers: Resolvers = {
  Mutation: {
    claimStep: async (_, { id, step }, context) =>
      deskAnswer(await claimStep(officerPorts(context), id, step)),
    releaseStep: async (_, { id, step }, context) =>
      deskAnswer(await releaseStep(officerPorts(context), id, step)),
    reassignStep: (_, { id, step, to, reason }, context) =>
      withTexts({ reason }, async (texts) => {
        if (to != null && !isId("ofc", to)) return { __typename: "InvalidInput", ...NO_OFFICER } as const;
        return deskAnswer(
          await reassignStep(officerPorts(context), id, { step, to: to ?? undefined, ...texts }),
        );
      }),
    acceptApplication: async (_, { id }, context) =>
      deskAnswer(await acceptApplication(officerPorts(context), id)),
    requestCorrection: async (_, { id, input }, context) => {
      const fields = readFaults(input.fields ?? [], "fields");
      const materials = readFaults(input.materials ?? [], "materials");
      if (!fields.ok) return { __typename: "InvalidInput", ...fields.error };
      if (!materials.ok) return { __typename: "InvalidInput", ...materials.error };
      const faults = { fields: fields.value, materials: materials.value };
      return deskAnswer(await askForCorrection(officerPorts(context), id, faults));
    },
    finishStep: (_, { id, step, opinion }, context) =>
      withTexts({ opinion }, async (texts) =>
        deskAnswer(await finishStep(officerPorts(context), id, { step: step ?? undefined, ...texts })),
      ),
    approveApplication: (_, { id, reason }, context) =>
      withTexts({ reason }, async (texts) =>
        deskAnswer(await decideApplication(officerPorts(context), id, { outcome: "APPROVED", ...texts })),
      ),
    rejectApplication: (_, { id, reason, ground: { law, article } }, context) =>
      withTexts({ reason, law, article }, async ({ reason: why, ...ground }) =>
        deskAnswer(
          await decideApplication(officerPorts(context), id, { outcome: "REJECTED", reason: why, ground }),
        ),
      ),
    pauseApplication: (_, { id, reason, note }, context) =>
      withTexts({ note }, async (texts) =>
        deskAnswer(await pauseClock(officerPorts(context), id, { reason, ...texts })),
      ),
    resumeApplication: async (_, { id }, context) => deskAnswer(await resumeClock(officerPorts(context), id)),
    extendApplication: (_, { id, workingDays, reason }, context) =>
      withTexts({ reason }, async (texts) =>
        deskAnswer(await extendTime(officerPorts(context), id, { workingDays, ...texts })),
      ),
    deliverApplication: (_, { id, note }, context) =>
      withTexts({ note }, async (texts) =>
        deskAnswer(await deliverResult(officerPorts(context), id, texts.note)),
      ),
    revokeApplication: (_, { id, reason, ground: { law, article } }, context) =>
      withTexts({ reason, law, article }, async ({ reason: why, ...ground }) =>
        deskAnswer(await revokeApproval(officerPorts(context), id, { reason: why, ground })),
      ),
    answerAppeal: (_, { id, outcome, answer }, context) =>
      withTexts({ answer }, async (texts) =>
        deskAnswer(await decideAppeal(officerPorts(context), id, { outcome, ...texts })),
      ),
    answerComplaint: (_, { id, answer }, context) =>
      withTexts({ answer }, async (texts) =>
        deskAnswer(await answerComplaint(officerPorts(context), id, texts.answer)),
      ),
  },
};

const NO_OFFICER = { code: "NOT_AN_OFFICER", path: ["to"] } as const;
