import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { OutcomeNotice } from "../../shared/ui/outcome-notice.tsx";
import { CardField } from "../card-field.tsx";
import { useOrderKey } from "../order-key.ts";
import { problemAt, useOfficerAct } from "../use-officer-act.ts";

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
  const { keyFor, settle } = useOrderKey();
  const { act, again, outcome, isSending } = useOfficerAct(RECEIVE, ({ id }) => {
    settle();
    onReceived(id);
  });
  return (
    <section className="part" aria-labelledby="walk-in">
      <h2 id="walk-in">{say(TEXTS.title)}</h2>
      <p className="soft">{say(TEXTS.hint)}</p>
      <OutcomeNotice outcome={outcome} again={again} isSending={isSending} />
      <CardField
        id="walk-in-card"
        problem={problemAt(outcome, "card")}
        onRead={(card) => void act({ card, key: keyFor(card) })}
      />
    </section>
  );
}
