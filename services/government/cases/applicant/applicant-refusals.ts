import { notAllowedNow } from "../../../api/refusals.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { TextNotTaken } from "../case-texts.ts";
import type { NoSuchCase } from "../change-case.ts";
import { CASE_WORDS } from "../enum-words.ts";
import type { FieldHeld } from "../held/held-form.ts";
import type { ApplicantPorts, AuthorityEnded } from "../mandate/change-own-case.ts";
import type { Duplicate, FieldNotOpen, Incomplete } from "./applicant-case.ts";
import type { UnusableForm } from "./form-limits.ts";
import type { NotAskedFor } from "./save-application.ts";
import type { StartRefusal } from "./start-application.ts";

type Refused =
  | StartRefusal
  | NotAllowed
  | NoSuchCase
  | AuthorityEnded
  | TextNotTaken
  | FieldNotOpen
  | FieldHeld
  | UnusableForm
  | NotAskedFor
  | Incomplete
  | Duplicate;

/** The answer to a mutation; `under` leads to what the path of a refusal begins in. */
export function answerOf(
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
    case "ATTENDANCE_OVER":
    case "GUARDIAN_ACTS":
    case "MINOR_ACTS_FOR_NOBODY":
      return { __typename: "NotFound", ...error } as const;
    case "NOT_ALLOWED_NOW":
      return notAllowedNow(CASE_WORDS.ApplicationStatus, error.state, error.availableActions);
    case "FORM_INCOMPLETE":
      return { __typename: "FormIncomplete", ...error } as const;
    case "DUPLICATE_APPLICATION":
      return { __typename: "DuplicateApplication", ...error } as const;
    case "IDEMPOTENCY_MISMATCH":
      return { __typename: "IdempotencyMismatch", ...error } as const;
  }
}
