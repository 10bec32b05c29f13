import type { InvalidInputModel } from "../../../api/refusal-models.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Application, NotAllowed } from "../application.ts";
import type { NoSuchCase } from "../change-case.ts";
import { CASE_WORDS } from "../enum-words.ts";

/** The answer to an officer's mutation of a case. */
export function deskAnswer(result: Result<Application, NotAllowed | NoSuchCase | InvalidInputModel>) {
  if (result.ok) return { __typename: "Application", ...result.value } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  return error.code === "NOT_ALLOWED_NOW"
    ? notAllowedNow(CASE_WORDS.ApplicationStatus, error.state, error.availableActions)
    : ({ __typename: "NotFound", ...error } as const);
}
