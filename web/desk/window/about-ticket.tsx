import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";

const FRAGMENT = graphql(`
  fragment AboutTicket on Ticket {
    id
    number
    application {
      id
    }
  }
`);

const LINK = graphql(`
  mutation DeskLinkTicket($id: ID!, $application: ID!) {
    done: linkTicket(id: $id, application: $application) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  link: { zh: "这次到大厅是为这个办件", en: "They have come about this case" },
  linked: {
    zh: "这次到大厅计入这个办件的跑动次数。",
    en: "This visit counts among those of this case.",
  },
} satisfies Record<string, Text>;

type AboutTicketProps = { readonly of: FragmentType<typeof FRAGMENT>; readonly application: string };

/** Says which case the ticket is about, so that the visit counts there. */
export function AboutTicket({ of, application }: AboutTicketProps): ReactNode {
  const { say } = useTexts();
  const { id, application: about } = readFragment(FRAGMENT, of);
  const { send, again, failure, isSending } = useAct(LINK);
  if (about?.id === application) return <p className="soft">{say(TEXTS.linked)}</p>;
  return (
    <div className="stack">
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <button
        className="button button-plain"
        type="button"
        aria-disabled={isSending}
        onClick={() => void send({ id, application })}
      >
        {say(TEXTS.link)}
      </button>
    </div>
  );
}
