import type { Context } from "../../../api/context.ts";
import type { Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { checkIdempotencyKey } from "../../../kernel/commit/idempotency.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { TextNotTaken } from "../case-texts.ts";
import type { NoSuchCase } from "../change-case.ts";
import { applicantPorts, caseBehind } from "../mandate/applicant-ports.ts";
import type { ApplicantPorts, AuthorityEnded } from "../mandate/change-own-case.ts";
import { readNamedSubject } from "../mandate/named-subject.ts";
import { appealDecision } from "./appeal-decision.ts";
import type { Duplicate, FieldNotOpen, Incomplete } from "./applicant-case.ts";
import { complainAboutDelay } from "./complain-about-delay.ts";
import { confirmApplication } from "./confirm-application.ts";
import { findDuplicates } from "./find-duplicates.ts";
import type { UnusableForm } from "./form-limits.ts";
import { type NotAskedFor, saveApplication } from "./save-application.ts";
import { type StartRefusal, startApplication } from "./start-application.ts";
import { submitApplication } from "./submit-application.ts";
import { withdrawApplication } from "./withdraw-application.ts";

/** For an applicant, or for a clerk who serves the person at their window. */
export const applicantResolvers: Resolvers = {
  Mutation: {
    startApplication: async (_, { input, idempotencyKey, attendance }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const { item, region } = input;
      const whose = input.for ?? {};
      const ports = await applicantPorts(context, { attendance, reference: whose.citizen });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const subject = readNamedSubject(ports.value.acting, whose, context.secrets);
      if (!subject.ok) return { __typename: "InvalidInput", ...subject.error, path: ["input", "for"] };
      const wish = { item, region, subject: subject.value, idempotencyKey: key.value };
      const start = { ...ports.value, secrets: context.secrets };
      return answerOf(ports.value, await startApplication(start, wish), "input");
    },
    saveApplication: async (_, { id, form, attendance }, context) => {
      const { record, person } = caseBehind(id, context);
      const ports = await applicantPorts(context, { attendance, person });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      return answerOf(ports.value, await saveApplication({ ...ports.value, log: context.log }, record, form));
    },
    submitApplication: async (_, { id, idempotencyKey, duplicateReason, attendance }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const { record, person } = caseBehind(id, context);
      const found = await applicantPorts(context, { attendance, person });
      if (!found.ok) return { __typename: "NotFound", ...found.error };
      const { secrets, runtime, config, parts, log } = context;
      const ports = { ...found.value, secrets, runtime, config, parts, log };
      const wish = { idempotencyKey: key.value, duplicateReason: duplicateReason ?? undefined };
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
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const { record, person } = caseBehind(id, context);
      const ports = await applicantPorts(context, { attendance, person });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const wish = { text, idempotencyKey: key.value };
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

/** What the applicant does with their case for a reason, which they give. */
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

type Refused =
  | StartRefusal
  | NotAllowed
  | NoSuchCase
  | AuthorityEnded
  | TextNotTaken
  | FieldNotOpen
  | UnusableForm
  | NotAskedFor
  | Incomplete
  | Duplicate;

/** The answer to a mutation; `under` leads to what the path of a refusal begins in. */
function answerOf(
  { acting }: Pick<ApplicantPorts, "acting">,
  result: Result<Application, Refused>,
  ...under: readonly string[]
) {
  if (result.ok) {
    const served = acting.kind === "CLERK" ? { servedFor: acting.citizen } : {};
    return { __typename: "Application", ...result.value, ...served } as const;
  }
  const { error } = result;
  if ("path" in error)
    return { __typename: "InvalidInput", ...error, path: [...under, ...error.path] } as const;
  switch (error.code) {
    case "APPLICATION_NOT_FOUND":
    case "AUTHORITY_ENDED":
      return { __typename: "NotFound", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(error.state, error.availableActions);
    case "FORM_INCOMPLETE":
      return { __typename: "FormIncomplete", ...error } as const;
    case "DUPLICATE_APPLICATION":
      return { __typename: "DuplicateApplication", ...error } as const;
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
  }
}
