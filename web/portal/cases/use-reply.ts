import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { Trouble } from "../../shared/graphql/trouble.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { keep, readKept } from "../../shared/sign-in/kept.ts";
import { useSession } from "../../shared/sign-in/session.ts";

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

/** The same text is the same reply, however often it is sent; another text is another. */
type Draft = { readonly text: string; readonly key: string };

const newDraft = (text: string): Draft => ({ text, key: crypto.randomUUID() });
const keptDraft = (kept: string | undefined): Draft => (kept === undefined ? newDraft("") : JSON.parse(kept));

/** A reply to a note. Its text stays until it has arrived, whatever becomes of the page and of the sign-in. */
export function useReply(note: string): Reply {
  const { person = "" } = useSession();
  const change = useChange(REPLY);
  const name = `reply:${note}`;
  const [{ text, key }, setDraft] = useState(() => keptDraft(readKept(person, name)));
  const [outcome, setOutcome] = useState<Outcome>();

  function write(next: string): void {
    const draft = newDraft(next);
    setDraft(draft);
    keep(person, name, next === "" ? undefined : JSON.stringify(draft));
  }

  async function send(): Promise<void> {
    if (change.isSending) return;
    const answer = await change.send({ note, text, key });
    const came = resultIn(answer, "replyToNote");
    if (came.kind === "trouble") return setOutcome(came);
    const { result } = came;
    if ("message" in result) return setOutcome({ kind: "refused", message: result.message });
    write("");
    setOutcome({ kind: "sent" });
  }

  return { text, write, send: () => void send(), isSending: change.isSending, outcome };
}
