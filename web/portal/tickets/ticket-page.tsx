import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalTicketQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Asked, useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { FOR_AN_HOUR, usePolling } from "../../shared/graphql/use-polling.ts";
import { TICKET_STATUSES } from "../../shared/texts/hall-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { ConfirmedButton } from "../../shared/ui/confirmed-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { APPOINTMENTS } from "../halls/hall-texts.ts";
import { standingOf } from "./ticket-standing.ts";

const TICKET = graphql(`
  query PortalTicket($id: ID!) {
    node(id: $id) {
      ... on Ticket {
        __typename
        id
        number
        status
        ahead
        window
        calledAt
        timesCalled
        takenAt
        bookedFor
        serviceItem {
          id
          name {
            zh
            en
          }
        }
        hall {
          code
          name {
            zh
            en
          }
          address {
            zh
            en
          }
        }
        application {
          id
          number
        }
      }
    }
  }
`);

const GIVE_UP = graphql(`
  mutation PortalGiveUpTicket($id: ID!) {
    done: giveUpTicket(id: $id) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

type Node = NonNullable<PortalTicketQuery["node"]>;
type Ticket = Extract<Node, { __typename: "Ticket" }>;

const TEXTS = {
  title: { zh: "我的排队号", en: "My number" },
  none: { zh: "没有这个排队号。", en: "There is no such number of yours." },
  item: { zh: "事项", en: "Service" },
  hall: { zh: "大厅", en: "Hall" },
  address: { zh: "地址", en: "Address" },
  taken: { zh: "取号时间", en: "Taken" },
  booked: { zh: "预约时段", en: "Booked for" },
  called: { zh: "叫号时间", en: "Called" },
  about: { zh: "关于办件", en: "About the case" },
  byItself: {
    zh: "页面每 10 秒自动更新，轮到您时会提示；也请留意大厅的叫号屏。",
    en: "This page looks again every 10 seconds and tells you when it is your turn. Watch the hall's screen, too.",
  },
  asleep: {
    zh: "页面已停止自动更新。",
    en: "This page has stopped looking by itself.",
  },
  look: { zh: "现在查看", en: "Look now" },
  looking: { zh: "正在查看…", en: "Looking…" },
  leave: { zh: "放弃排队", en: "Leave the queue" },
  sure: { zh: "确定放弃这个号吗？", en: "Do you want to give up this number?" },
  sureText: {
    zh: "放弃后不能恢复，要办理须重新取号排队。",
    en: "It cannot be had back: to be served you take another number and wait anew.",
  },
  yes: { zh: "确定放弃", en: "Yes, give it up" },
  no: { zh: "继续排队", en: "Stay in the queue" },
} satisfies Record<string, Text>;

const route = getRouteApi("/tickets/$id");

/** A number in a hall's queue: how many are ahead, and the window that calls it. */
export function TicketPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(TICKET, { id });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node }, errors) => {
          const trouble = troubleAt(errors, ["node"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          return isTicket(node) ? <About of={node} asked={asked} /> : <p>{say(TEXTS.none)}</p>;
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/appointments">
          {say(APPOINTMENTS)}
        </Link>
      </p>
    </Page>
  );
}

const isTicket = (node: object | null): node is Ticket => node !== null && "timesCalled" in node;

type AboutProps = { readonly of: Ticket; readonly asked: Pick<Asked<unknown>, "isAsking" | "again"> };

function About({ of, asked }: AboutProps): ReactNode {
  const { say, language } = useTexts();
  const isOpen = of.status === "CALLED" || (of.status === "WAITING" && of.ahead !== null);
  const { hall, serviceItem, application } = of;
  return (
    <>
      <Standing of={of} />
      {isOpen && <Watch asked={asked} />}
      <section className="part">
        <Facts
          of={[
            [say(TEXTS.item), serviceItem && say(serviceItem.name)],
            [say(TEXTS.hall), say(hall.name)],
            [say(TEXTS.address), say(hall.address)],
            [say(TEXTS.booked), of.bookedFor && moment(of.bookedFor, language)],
            [say(TEXTS.taken), moment(of.takenAt, language)],
            [say(TEXTS.called), of.calledAt && moment(of.calledAt, language)],
            [
              say(TEXTS.about),
              application && (
                <Link key="case" className="link-target" to="/cases/$id" params={{ id: application.id }}>
                  {application.number}
                </Link>
              ),
            ],
          ]}
        />
        {of.status === "WAITING" && <Leave id={of.id} />}
      </section>
    </>
  );
}

/** The one thing that changes while one waits: it is a live region, and so said as it changes. */
function Standing({ of }: { readonly of: Ticket }): ReactNode {
  const { say } = useTexts();
  const { title, text } = standingOf(of);
  const { text: status, tone } = TICKET_STATUSES[of.status];
  return (
    <section className="part ticket" aria-live={of.status === "CALLED" ? "assertive" : "polite"}>
      <p className="row">
        <span className="ticket-number">{of.number}</span>
        <Tag tone={tone}>{say(status)}</Tag>
      </p>
      <p className="big">{say(title)}</p>
      <p>{say(text)}</p>
    </section>
  );
}

function Watch({ asked }: Pick<AboutProps, "asked">): ReactNode {
  const { say } = useTexts();
  const polling = usePolling(true, asked, FOR_AN_HOUR);
  return (
    <div className="stack">
      <p className="soft small">{say(polling.hasEnded ? TEXTS.asleep : TEXTS.byItself)}</p>
      <button
        className="button button-plain"
        type="button"
        onClick={polling.beginAnew}
        aria-disabled={asked.isAsking}
      >
        {say(asked.isAsking ? TEXTS.looking : TEXTS.look)}
      </button>
    </div>
  );
}

function Leave({ id }: { readonly id: string }): ReactNode {
  const { say } = useTexts();
  const { send, isSending, failure } = useAct(GIVE_UP);
  const act = (): void => void send({ id });
  return (
    <>
      <FailureNotice failure={failure} again={act} isSending={isSending} />
      <ConfirmedButton
        {...{ label: say(TEXTS.leave), question: say(TEXTS.sure), yes: say(TEXTS.yes), no: say(TEXTS.no) }}
        {...{ isSending, act }}
      >
        <p>{say(TEXTS.sureText)}</p>
      </ConfirmedButton>
    </>
  );
}
