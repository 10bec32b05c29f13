import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";

const CALL = graphql(`
  mutation DeskCallNext($hall: ID!, $window: ID!) {
    done: callNextTicket(hall: $hall, window: $window) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "叫号", en: "Call" },
  call: { zh: "叫下一号", en: "Call the next" },
  calling: { zh: "正在叫号…", en: "Calling…" },
  free: { zh: "本窗口空闲。", en: "This window is free." },
} satisfies Record<string, Text>;

/** Calls the next number; the hall's screen shows and says it. */
export function CallNext({ hall, window }: { readonly hall: string; readonly window: string }): ReactNode {
  const { say } = useTexts();
  const { send, again, failure, isSending } = useAct(CALL);
  return (
    <section className="part" aria-labelledby="call">
      <h2 id="call">{say(TEXTS.title)}</h2>
      <p className="soft">{say(TEXTS.free)}</p>
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <p>
        <button
          className="button"
          type="button"
          aria-disabled={isSending}
          onClick={() => void send({ hall, window })}
        >
          {say(isSending ? TEXTS.calling : TEXTS.call)}
        </button>
      </p>
    </section>
  );
}
