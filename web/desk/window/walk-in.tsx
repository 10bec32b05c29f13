import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { CardField } from "../card-field.tsx";

const RECEIVE = graphql(`
  mutation DeskReceiveAtWindow($card: CardReadInput!, $key: ID!) {
    done: receiveAtWindow(card: $card, idempotencyKey: $key) {
      __typename
      ... on Attendance {
        id
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "无号接待", en: "Somebody without a ticket" },
  hint: {
    zh: "读卡后立即开始接待，对方会收到通知。",
    en: "Once their card has been read you serve them, and they are told.",
  },
} satisfies Record<string, Text>;

/** Begins to serve a person who has no ticket, by their card. */
export function WalkIn({ onReceived }: { readonly onReceived: (attendance: string) => void }): ReactNode {
  const { say } = useTexts();
  const request = useIdempotencyKey();
  const { send, again, failure, isSending } = useAct(RECEIVE, ({ id }) => {
    request.forget();
    onReceived(id);
  });
  return (
    <section className="part" aria-labelledby="walk-in">
      <h2 id="walk-in">{say(TEXTS.title)}</h2>
      <p className="soft">{say(TEXTS.hint)}</p>
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <CardField
        id="walk-in-card"
        problem={refusalAt(failure, "card")}
        onRead={(card) => void send({ card, key: request.keyFor(card) })}
      />
    </section>
  );
}
