import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { useChanges } from "../../shared/graphql/use-answer.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";

const TO_APPLICANT = graphql(`
  mutation DeskNoteToApplicant($id: ID!, $text: String!, $key: ID!) {
    result: writeNoteToApplicant(id: $id, text: $text, idempotencyKey: $key) {
      ... on Refusal {
        message
      }
    }
  }
`);
const INTERNAL = graphql(`
  mutation DeskInternalNote($id: ID!, $text: String!, $key: ID!) {
    result: writeInternalNote(id: $id, text: $text, idempotencyKey: $key) {
      ... on Refusal {
        message
      }
    }
  }
`);

/** A note for colleagues, or one to the applicant. */
export type NoteDraft = { readonly kind: "INTERNAL" | "TO_APPLICANT"; readonly text: string };

type Outcome =
  | { readonly kind: "kept" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

export type Note = {
  readonly draft: NoteDraft;
  readonly write: (draft: NoteDraft) => void;
  readonly send: () => void;
  readonly isSending: boolean;
  readonly outcome: Outcome | undefined;
};

const EMPTY: NoteDraft = { kind: "INTERNAL", text: "" };

/** A note on a case, from its first word until it is kept. */
export function useNote(id: string): Note {
  const { send: change, isSending } = useChanges();
  const { value: draft, key, write, forget } = useKeptDraft(`note:${id}`, EMPTY);
  const [outcome, setOutcome] = useState<Outcome>();

  async function send(): Promise<void> {
    if (isSending) return;
    const { kind, text } = draft;
    const answer = await change(kind === "INTERNAL" ? INTERNAL : TO_APPLICANT, { id, text, key });
    const result = answer.ok ? answer.data.result : undefined;
    if (!result) {
      const trouble = answer.ok ? troubleAt(answer.errors, ["result"]) : answer.trouble;
      return setOutcome({ kind: "trouble", trouble: trouble ?? { kind: "fault", requestId: undefined } });
    }
    if ("message" in result) return setOutcome({ kind: "refused", message: result.message });
    forget();
    setOutcome({ kind: "kept" });
  }

  return { draft, write, send: () => void send(), isSending, outcome };
}
