import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { type Act, useAct } from "../../shared/graphql/use-act.ts";
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

export type Note = Pick<Act<never, object>, "isSending" | "failure"> & {
  readonly draft: NoteDraft;
  readonly write: (draft: NoteDraft) => void;
  readonly send: () => void;
  readonly isDone: boolean;
};

const EMPTY: NoteDraft = { kind: "INTERNAL", text: "" };

/** A note on a case, from its first word until it is kept. */
export function useNote(id: string): Note {
  const { value: draft, key, change: write, forget } = useKeptDraft(`note:${id}`, () => EMPTY);
  const acts = { INTERNAL: useAct(INTERNAL, forget), TO_APPLICANT: useAct(TO_APPLICANT, forget) };
  const [last, setLast] = useState(draft.kind);
  const { isSending, failure, ended } = acts[last];
  return {
    ...{ draft, write, isSending, failure, isDone: ended?.kind === "done" },
    send: () => {
      if (isSending) return;
      setLast(draft.kind);
      void acts[draft.kind].send({ id, text: draft.text, key });
    },
  };
}
