import type { Context } from "../../../api/context.ts";
import { consentRequired } from "../../../api/errors.ts";
import type { ApplicationForInput, Resolvers } from "../../../api/generated/types.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import { personAs, type Subject } from "../../../field/subject.ts";
import { checkIdempotencyKey } from "../../../kernel/commit/idempotency.ts";
import type { CitizenId } from "../../../kernel/ids.ts";
import { err, ok, type Result } from "../../../kernel/result.ts";
import { checkText } from "../../../kernel/text.ts";
import { readReference } from "../../../people/citizens/index.ts";
import { type NoSubject, readSubject } from "../../../people/enterprises/index.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { NoSuchCase } from "../change-case.ts";
import { applicantPorts, caseBehind } from "../mandate/applicant-ports.ts";
import type { Acting } from "../mandate/mandate.ts";
import { decideByRule } from "../ruling/decide-by-rule.ts";
import type { Duplicate, FieldNotOpen, Incomplete } from "./applicant-case.ts";
import { complainAboutDelay } from "./complain.ts";
import type { UnusableForm } from "./form-limits.ts";
import { type StartRefusal, startApplication } from "./start-case.ts";
import {
  type ApplicantPorts,
  type AuthorityEnded,
  appealDecision,
  saveApplication,
  submitApplication,
  withdrawApplication,
} from "./submit-case.ts";

const REASON_LENGTH = { min: 2, max: 500 };

/** What an applicant does, or a clerk for the person at their window. */
export const applyResolvers: Resolvers = {
  Mutation: {
    startApplication: async (_, { input, idempotencyKey, attendance }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const whose = input.for ?? {};
      const ports = await applicantPorts(context, { attendance, person: consenting(context, whose.citizen) });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const subject = subjectOf(ports.value.acting, whose, context);
      if (!subject.ok) return { __typename: "InvalidInput", ...subject.error, path: ["input", "for"] };
      const { item, region } = input;
      const wish = { item, region, subject: subject.value, idempotencyKey: key.value };
      const start = { ...ports.value, secrets: context.secrets };
      return applied(ports.value, await startApplication(start, wish), "input");
    },
    saveApplication: async (_, { id, form, attendance }, context) => {
      const { record, person } = caseBehind(id, context);
      const ports = await applicantPorts(context, { attendance, person });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      return applied(ports.value, await saveApplication(ports.value, record, form));
    },
    submitApplication: async (_, { id, idempotencyKey, duplicateReason, attendance }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const reason = duplicateReason == null ? undefined : checkReason(duplicateReason, "duplicateReason");
      if (reason && !reason.ok) return { __typename: "InvalidInput", ...reason.error };
      const { record, person } = caseBehind(id, context);
      const found = await applicantPorts(context, { attendance, person });
      if (!found.ok) return { __typename: "NotFound", ...found.error };
      const { secrets, runtime, config, parts } = context;
      const ports = { ...found.value, parts };
      const wish = { idempotencyKey: key.value, duplicateReason: reason?.value };
      const submitted = await submitApplication(ports, record, wish);
      if (!submitted.ok || submitted.value.ruling !== "PENDING") return applied(ports, submitted);
      return applied(ports, await decideByRule({ ...ports, secrets, config, runtime }, submitted.value.id));
    },
    withdrawApplication: (_, args, context) => withReason(context, args, withdrawApplication),
    appealDecision: (_, args, context) => withReason(context, args, appealDecision),
    complainAboutDelay: async (_, { id, text, idempotencyKey, attendance }, context) => {
      const key = checkIdempotencyKey(idempotencyKey);
      if (!key.ok) return { __typename: "InvalidInput", ...key.error };
      const complaint = checkReason(text, "text");
      if (!complaint.ok) return { __typename: "InvalidInput", ...complaint.error };
      const { record, person } = caseBehind(id, context);
      const ports = await applicantPorts(context, { attendance, person });
      if (!ports.ok) return { __typename: "NotFound", ...ports.error };
      const wish = { text: complaint.value, idempotencyKey: key.value };
      return applied(ports.value, await complainAboutDelay(ports.value, record, wish));
    },
  },
};

/** The citizen whom a partner's own reference names; one that names nobody answers as one without a consent. */
function consenting(
  { actor, secrets }: Context,
  reference: string | null | undefined,
): CitizenId | undefined {
  if (reference == null || actor.kind !== "PARTNER") return undefined;
  const named = readReference(reference, secrets);
  if (named?.partner !== actor.id) throw consentRequired();
  return named.citizen;
}

function subjectOf(
  acting: Acting,
  { citizen, ...whose }: ApplicationForInput,
  { secrets }: Context,
): Result<Subject, NoSubject> {
  const isPartner = acting.kind === "PARTNER";
  const isOthers = isPartner ? whose.enterprise != null || whose.person != null : citizen != null;
  if (isOthers) return err({ code: "NOT_AUTHORISED" });
  if (!isPartner) return readSubject(whose, acting.citizen, secrets);
  if (acting.person) return ok(personAs(acting.person));
  return readSubject({ enterprise: acting.partner.creditCode }, acting.citizen, secrets);
}

function checkReason(text: string, field: string) {
  const checked = checkText(text, REASON_LENGTH.min, REASON_LENGTH.max);
  return checked.ok ? checked : { ok: false as const, error: { ...checked.error, path: [field] } };
}

type WithReason = {
  readonly id: string;
  readonly reason: string;
  readonly attendance?: string | null | undefined;
};

async function withReason(
  context: Context,
  { id, reason: text, attendance }: WithReason,
  act: typeof withdrawApplication,
) {
  const reason = checkReason(text, "reason");
  if (!reason.ok) return { __typename: "InvalidInput", ...reason.error } as const;
  const { record, person } = caseBehind(id, context);
  const ports = await applicantPorts(context, { attendance, person });
  if (!ports.ok) return { __typename: "NotFound", ...ports.error } as const;
  return applied(ports.value, await act(ports.value, record, reason.value));
}

type Refused =
  | StartRefusal
  | NotAllowed
  | NoSuchCase
  | AuthorityEnded
  | FieldNotOpen
  | UnusableForm
  | Incomplete
  | Duplicate;

/** The answer to a mutation; `under` leads to what the path of a refusal begins in. */
function applied(
  { acting }: Pick<ApplicantPorts, "acting">,
  result: Result<Application, Refused>,
  ...under: readonly string[]
) {
  if (result.ok) {
    const served = acting.kind === "CLERK" ? ({ isServed: true } as const) : {};
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
