import { graphql } from "../../shared/generated/gql.ts";
import { type Act, useAct } from "../../shared/graphql/use-act.ts";
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

export type Reply = Pick<Act<never, object>, "isSending" | "failure"> & {
  readonly text: string;
  readonly write: (text: string) => void;
  readonly send: () => void;
  readonly isDone: boolean;
};

/** A reply to a note. Its text stays until it has arrived, whatever becomes of the page and of the sign-in. */
export function useReply(note: string): Reply {
  const { value: text, key, change: write, forget } = useKeptDraft(`reply:${note}`, () => "");
  const { send, isSending, failure, ended } = useAct(REPLY, forget);
  return {
    ...{ text, write, isSending, failure, isDone: ended?.kind === "done" },
    send: () => void send({ note, text, key }),
  };
}
