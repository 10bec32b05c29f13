import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { TicketStatus } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { useLastAttendance, useWindowPlace } from "./use-place.ts";

const FINISH = graphql(`
  mutation DeskEndAttendance($id: ID!) {
    done: finishTicket(id: $id, outcome: SERVED) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  finish: { zh: "办完，结束接待", en: "Done: end this attendance" },
  finishing: { zh: "正在结束…", en: "Ending…" },
  byItself: {
    zh: "无号接待不用结束：接待下一位，或 20 分钟没有操作，即自动结束。",
    en: "Without a ticket there is nothing to end: it ends with the next person, or when nothing is done for 20 minutes.",
  },
} satisfies Record<string, Text>;
const ticketText = (number: string): Text => ({ zh: `号码 ${number}`, en: `Ticket ${number}` });

type CalledTicket = { readonly id: string; readonly number: string; readonly status: TicketStatus };

/** Ends the ticket by which the person was called, and with it the attendance. */
export function AttendanceEnd({
  of: { ticket },
}: {
  readonly of: { readonly ticket: CalledTicket | null };
}): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { value: place } = useWindowPlace();
  const { forget } = useLastAttendance();
  const { send, again, failure, isSending } = useAct(FINISH, () => {
    forget();
    void (place
      ? navigate({ to: "/desk/window/$hall/$window", params: place })
      : navigate({ to: "/desk/window" }));
  });
  if (ticket?.status !== "CALLED") return <p className="soft">{say(TEXTS.byItself)}</p>;
  return (
    <div className="stack">
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <div className="button-row">
        <span className="strong">{say(ticketText(ticket.number))}</span>
        <button
          className="button button-plain"
          type="button"
          aria-disabled={isSending}
          onClick={() => void send({ id: ticket.id })}
        >
          {say(isSending ? TEXTS.finishing : TEXTS.finish)}
        </button>
      </div>
    </div>
  );
}
