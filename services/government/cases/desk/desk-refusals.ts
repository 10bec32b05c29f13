import type { InvalidInputModel } from "../../../api/refusal-models.ts";
import { notAllowedNow } from "../../../api/refusals.ts";
import type { Result } from "../../../kernel/result.ts";
import type { Application, NotAllowed } from "../application.ts";
import { readTexts, TEXT_LENGTH } from "../case-texts.ts";
import type { NoSuchCase } from "../change-case.ts";

/** The answer to an officer's mutation of a case. */
export function deskAnswer(result: Result<Application, NotAllowed | NoSuchCase | InvalidInputModel>) {
  if (result.ok) return { __typename: "Application", ...result.value } as const;
  const { error } = result;
  if ("path" in error) return { __typename: "InvalidInput", ...error } as const;
  return error.code === "NOT_ALLOWED_NOW"
    ? notAllowedNow(error.state, error.availableActions)
    : ({ __typename: "NotFound", ...error } as const);
}

/** Checks what an officer writes before anything is done with it. */
export async function withTexts<K extends string, T>(
  texts: Readonly<Record<K, string>>,
  act: (texts: Readonly<Record<K, string>>) => Promise<T>,
) {
  const read = readTexts(texts, TEXT_LENGTH);
  return read.ok ? act(read.value) : ({ __typename: "InvalidInput", ...read.error } as const);
}
