import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { Trouble } from "../../shared/graphql/trouble.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";

const REPLY = graphql(`
  mutation PortalReplyToNote($note: ID!, $text: String!, $key: ID!) {
    replyToNote(note: $note, text: $text, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

type Outcome =
  | { readonly kind: "sent" }
  | { readonly kind: "refused"; readonly message: string }
  | { readonly kind: "trouble"; readonly trouble: Trouble };

export type Reply = {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly send: () => void;
  readonly isSending: boolean;
  readonly outcome: Outcome | undefined;
};

/** A reply to a note. Its text stays until it has arrived, whatever becomes of the page and of the sign-in. */
export function useReply(note: string): Reply {
  const change = useChange(REPLY);
  const { value: text, key, write, forget } = useKeptDraft(`reply:${note}`, "");
  const [outcome, setOutcome] = useState<Outcome>();

  async function send(): Promise<void> {
    if (change.isSending) return;
    const answer = await change.send({ note, text, key });
    const came = resultIn(answer, "replyToNote");
    if (came.kind === "trouble") return setOutcome(came);
    const { result } = came;
    if ("message" in result) return setOutcome({ kind: "refused", message: result.message });
    forget();
    setOutcome({ kind: "sent" });
  }

  return { text, write, send: () => void send(), isSending: change.isSending, outcome };
}
