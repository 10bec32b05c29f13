import type { Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { applicantPorts, caseBehind } from "../mandate/applicant-ports.ts";
import { readNamedSubject } from "../mandate/named-subject.ts";
import { appealDecision } from "./appeal-decision.ts";
import { answerOf } from "./applicant-refusals.ts";
import { complainAboutDelay } from "./complain-about-delay.ts";
import { confirmApplication } from "./confirm-application.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { saveApplication } from "./save-application.ts";
import { startApplication } from "./start-application.ts";
import { submitApplication } from "./submit-application.ts";
import { withdrawApplication } from "./withdraw-application.ts";

/** For an applicant, or for a clerk who serves the person at their window. */
export const applicantResolvers: Resolvers = {
  Mutation: {
    startApplication: async (_, { input, idempotencyKey, attendance }, context) => {
      const { item, region } = input;
      const whose = input.for ?? {};
      const ports = await applicantPorts(context, { attendance, reference: whose.citizen });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const subject = readNamedSubject(ports.value.acting, whose, context.secrets);
      if (!subject.ok) return { __typename: "InvalidInput", ...subject.error, path: ["input", "for"] };
      const wish = { item, region, subject: subject.value, idempotencyKey };
      const start = { ...ports.value, secrets: context.secrets };
      return answerOf(ports.value, await startApplication(start, wish), "input");
    },
    saveApplication: async (_, { id, form, attendance }, context) => {
      const { record, person } = caseBehind(id, context);
      const ports = await applicantPorts(context, { attendance, person });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const { secrets, parts, log } = context;
      return answerOf(
        ports.value,
        await saveApplication({ ...ports.value, secrets, parts, log }, record, form),
      );
    },
    submitApplication: async (_, { id, idempotencyKey, duplicateReason, attendance }, context) => {
      const { record, person } = caseBehind(id, context);
      const found = await applicantPorts(context, { attendance, person });
      if (!found.ok) return { __typename: "NotFound", ...found.error };
      const { secrets, runtime, config, parts, log } = context;
      const ports = { ...found.value, secrets, runtime, config, parts, log };
      const wish = { idempotencyKey, duplicateReason: duplicateReason ?? undefined };
      return answerOf(ports, await submitApplication(ports, record, wish));
    },
    confirmApplication: async (_, { id }, context) => {
      const found = await applicantPorts(context, {});
      if (!found.ok) return { __typename: "NotFound", ...found.error };
      const { secrets, runtime, config, parts, log } = context;
      const ports = { ...found.value, secrets, runtime, config, parts, log };
      return answerOf(ports, await confirmApplication(ports, id));
    },
    withdrawApplication: (_, args, context) => giveReason(context, args, withdrawApplication),
    appealDecision: (_, args, context) => giveReason(context, args, appealDecision),
    complainAboutDelay: async (_, { id, text, idempotencyKey, attendance }, context) => {
      const { record, person } = caseBehind(id, context);
      const ports = await applicantPorts(context, { attendance, person });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const wish = { text, idempotencyKey };
      return answerOf(ports.value, await complainAboutDelay(ports.value, record, wish));
    },
  },
  DuplicateApplication: {
    open: ({ open }, _, { database, actor }) => findDuplicates({ database, mode: actor.mode, actor }, open),
  },
};

type Reasoned = {
  readonly id: string;
  readonly reason: string;
  readonly attendance?: string | null | undefined;
};

/** The acts of the applicant on their case for a reason, which they give. */
async function giveReason(
  context: Context,
  { id, reason, attendance }: Reasoned,
  change: typeof withdrawApplication,
) {
  const { record, person } = caseBehind(id, context);
  const ports = await applicantPorts(context, { attendance, person });
  if (!ports.ok) return { __typename: "NotFound", ...ports.error } as const;
  return answerOf(ports.value, await change(ports.value, record, reason));
}
