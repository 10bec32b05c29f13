import type { Resolvers } from "../../../api/generated/types.ts";
import { acceptApplication } from "./accept-application.ts";
import { answerComplaint } from "./answer-complaint.ts";
import { askForCorrection } from "./ask-for-correction.ts";
import { claimStep } from "./claim-step.ts";
import { decideAppeal } from "./decide-appeal.ts";
import { decideApplication } from "./decide-application.ts";
import { deliverResult } from "./deliver-result.ts";
import { deskAnswer } from "./desk-refusals.ts";
import { extendTime } from "./extend-time.ts";
import { finishStep } from "./finish-step.ts";
import { officerPorts } from "./officer-ports.ts";
import { pauseClock } from "./pause-clock.ts";
import { reassignStep } from "./reassign-step.ts";
import { releaseStep } from "./release-step.ts";
import { resumeClock } from "./resume-clock.ts";
import { revokeApproval } from "./revoke-approval.ts";
import { transferApplication } from "./transfer-application.ts";

export const deskResolvers: Resolvers = {
  Mutation: {
    claimStep: async (_, { id, step }, context) =>
      deskAnswer(await claimStep(officerPorts(context), id, step)),
    releaseStep: async (_, { id, step }, context) =>
      deskAnswer(await releaseStep(officerPorts(context), id, step)),
    reassignStep: async (_, { id, step, to, reason }, context) =>
      deskAnswer(await reassignStep(officerPorts(context), id, { step, to: to ?? undefined, reason })),
    transferApplication: async (_, { id, department, region, reason }, context) => {
      const wish = { department: department ?? undefined, region: region ?? undefined, reason };
      return deskAnswer(await transferApplication(officerPorts(context), id, wish));
    },
    acceptApplication: async (_, { id }, context) =>
      deskAnswer(await acceptApplication(officerPorts(context), id)),
    requestCorrection: async (_, { id, input }, context) => {
      const faults = { fields: input.fields ?? [], materials: input.materials ?? [] };
      return deskAnswer(await askForCorrection(officerPorts(context), id, faults));
    },
    finishStep: async (_, { id, step, opinion }, context) =>
      deskAnswer(await finishStep(officerPorts(context), id, { step: step ?? undefined, opinion })),
    approveApplication: async (_, { id, reason }, context) =>
      deskAnswer(await decideApplication(officerPorts(context), id, { outcome: "APPROVED", reason })),
    rejectApplication: async (_, { id, reason, ground: { law, article } }, context) => {
      const verdict = { outcome: "REJECTED", reason, ground: { law, article } } as const;
      return deskAnswer(await decideApplication(officerPorts(context), id, verdict));
    },
    pauseApplication: async (_, { id, reason, note, until }, context) =>
      deskAnswer(await pauseClock(officerPorts(context), id, { reason, note, until })),
    resumeApplication: async (_, { id }, context) => deskAnswer(await resumeClock(officerPorts(context), id)),
    extendApplication: async (_, { id, ...wish }, context) =>
      deskAnswer(await extendTime(officerPorts(context), id, wish)),
    deliverApplication: async (_, { id, note }, context) =>
      deskAnswer(await deliverResult(officerPorts(context), id, note)),
    revokeApplication: async (_, { id, reason, ground: { law, article } }, context) =>
      deskAnswer(await revokeApproval(officerPorts(context), id, { reason, ground: { law, article } })),
    answerAppeal: async (_, { id, outcome, answer }, context) =>
      deskAnswer(await decideAppeal(officerPorts(context), id, { outcome, answer })),
    answerComplaint: async (_, { id, answer }, context) =>
      deskAnswer(await answerComplaint(officerPorts(context), id, answer)),
  },
};
