import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { OutcomeNotice } from "../../shared/ui/outcome-notice.tsx";
import { useOfficerAct } from "../use-officer-act.ts";

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
  const { act, again, outcome, isSending } = useOfficerAct(CALL);
  return (
    <section className="part" aria-labelledby="call">
      <h2 id="call">{say(TEXTS.title)}</h2>
      <p className="soft">{say(TEXTS.free)}</p>
      <OutcomeNotice outcome={outcome} again={again} isSending={isSending} />
      <p>
        <button
          className="button"
          type="button"
          aria-disabled={isSending}
          onClick={() => void act({ hall, window })}
        >
          {say(isSending ? TEXTS.calling : TEXTS.call)}
        </button>
      </p>
    </section>
  );
}
