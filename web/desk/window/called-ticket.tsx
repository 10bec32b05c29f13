import type { ReactNode } from "react";
import { time } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { CalledTicketFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ReceiveHolder } from "./receive-holder.tsx";
import { useCallWords } from "./use-call-words.ts";

const CALLED_TICKET = graphql(`
  fragment CalledTicket on Ticket {
    id
    number
    status
    item
    bookedFor
    calledAt
    timesCalled
    isNamed
    application {
      id
      number
    }
  }
`);

const AGAIN = graphql(`
  mutation DeskCallAgain($id: ID!) {
    done: callTicketAgain(id: $id) {
      __typename
      ... on Refusal {
        message
      }
      ... on NotAllowedNow {
        state
        availableActions
      }
    }
  }
`);

const FINISH = graphql(`
  mutation DeskFinishTicket($id: ID!, $outcome: TicketOutcome!) {
    done: finishTicket(id: $id, outcome: $outcome) {
      __typename
      ... on Refusal {
        message
      }
      ... on NotAllowedNow {
        state
        availableActions
      }
    }
  }
`);

const GIVE_UP = graphql(`
  mutation DeskGiveUpTicket($id: ID!) {
    done: giveUpTicket(id: $id) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "本窗口已叫的号", en: "The number called at this window" },
  item: { zh: "事项", en: "Service" },
  anyItem: { zh: "未说明", en: "Not said" },
  booked: { zh: "预约时间", en: "Booked for" },
  called: { zh: "叫号", en: "Called" },
  holder: { zh: "持号人", en: "Holder" },
  named: { zh: "取号时已知姓名", en: "Known since the ticket was taken" },
  unnamed: { zh: "未实名", en: "Not known yet" },
  case: { zh: "办件", en: "About the case" },
  again: { zh: "再叫一次", en: "Call again" },
  noShow: { zh: "没有人来", en: "Nobody came" },
  served: { zh: "已办完", en: "Served: finish" },
  left: { zh: "持号人已离开", en: "The holder has left" },
} satisfies Record<string, Text>;
const calledText = (at: string, times: number): Text => ({
  zh: `${at}，第 ${times} 次`,
  en: `${at}, ${times === 1 ? "once" : `${times} times`}`,
});

type CalledProps = {
  readonly of: FragmentType<typeof CALLED_TICKET>;
  readonly itemName: (code: string) => string;
  readonly onReceived: (attendance: string) => void;
};

/** The ticket that the window has called: its holder comes, or does not. */
export function CalledTicket({ of, itemName, onReceived }: CalledProps): ReactNode {
  const { say } = useTexts();
  const ticket = readFragment(CALLED_TICKET, of);
  const again = useAct(AGAIN);
  const finish = useAct(FINISH);
  const giveUp = useAct(GIVE_UP);
  const inWords = useCallWords();
  const { id } = ticket;
  return (
    <section className="part" aria-labelledby="called">
      <h2 id="called">{say(TEXTS.title)}</h2>
      <p className="big" role="status">
        {ticket.number}
      </p>
      <TicketFacts of={ticket} itemName={itemName} />
      <div className="button-row">
        <button
          className="button button-plain"
          type="button"
          aria-disabled={again.isSending}
          onClick={() => void again.send({ id })}
        >
          {say(TEXTS.again)}
        </button>
        <button
          className="button button-plain"
          type="button"
          aria-disabled={finish.isSending}
          onClick={() => void finish.send({ id, outcome: "NO_SHOW" })}
        >
          {say(TEXTS.noShow)}
        </button>
        <button
          className="button button-plain"
          type="button"
          aria-disabled={finish.isSending}
          onClick={() => void finish.send({ id, outcome: "SERVED" })}
        >
          {say(TEXTS.served)}
        </button>
        <button
          className="button button-plain"
          type="button"
          aria-disabled={giveUp.isSending}
          onClick={() => void giveUp.send({ id })}
        >
          {say(TEXTS.left)}
        </button>
      </div>
      {[again, finish, giveUp].map(({ failure, again: anew, isSending }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: an act is its place among them.
        <FailureNotice key={i} failure={inWords(failure)} again={anew} isSending={isSending} />
      ))}
      <ReceiveHolder ticket={id} onReceived={onReceived} />
    </section>
  );
}

type TicketFactsProps = Pick<CalledProps, "itemName"> & { readonly of: CalledTicketFragment };

function TicketFacts({ of, itemName }: TicketFactsProps): ReactNode {
  const { say } = useTexts();
  const { item, bookedFor, calledAt, timesCalled, isNamed, application } = of;
  return (
    <Facts
      of={[
        [say(TEXTS.item), item ? itemName(item) : say(TEXTS.anyItem)],
        [say(TEXTS.booked), bookedFor && time(bookedFor)],
        [say(TEXTS.called), calledAt && say(calledText(time(calledAt), timesCalled))],
        [say(TEXTS.holder), say(isNamed ? TEXTS.named : TEXTS.unnamed)],
        [say(TEXTS.case), application?.number],
      ]}
    />
  );
}
