import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalMessagesQuery } from "../../shared/generated/graphql.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { useChange, useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Pager } from "../pager.tsx";

const MESSAGES = graphql(`
  query PortalMessages($after: String) {
    me {
      id
      notifications(first: 20, after: $after) {
        edges {
          node {
            id
            at
            text
            read
            about
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
    }
  }
`);

const MARK_READ = graphql(`
  mutation PortalMarkRead($ids: [ID!]!) {
    markNotificationsRead(ids: $ids) {
      __typename
      ... on MarkedNotifications {
        notifications {
          id
          read
        }
      }
    }
  }
`);

type Messages = NonNullable<NonNullable<PortalMessagesQuery["me"]>["notifications"]>;
type Message = Messages["edges"][number]["node"];

const TEXTS = {
  title: { zh: "消息", en: "Messages" },
  none: { zh: "没有消息。", en: "There are no messages." },
  unread: { zh: "未读", en: "New" },
  mark: { zh: "把本页标为已读", en: "Mark these as read" },
  marked: { zh: "已标为已读。", en: "They are marked as read." },
  marking: { zh: "正在标记…", en: "Marking…" },
  open: { zh: "查看", en: "Open" },
  older: { zh: "更早的消息", en: "Older messages" },
  newest: { zh: "回到最新", en: "Back to the newest" },
} satisfies Record<string, Text>;

const route = getRouteApi("/messages");

export function MessagesPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(MESSAGES, after ? { after } : {});
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "notifications"]);
          if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} />;
          if (!me?.notifications) return null;
          return <List of={me.notifications} isLater={after !== undefined} />;
        }}
      </Answered>
    </Page>
  );
}

function List({ of, isLater }: { readonly of: Messages; readonly isLater: boolean }): ReactNode {
  const { say } = useTexts();
  const messages = of.edges.map(({ node }) => node);
  return (
    <div className="part">
      <MarkRead ids={messages.filter(({ read }) => !read).map(({ id }) => id)} />
      {messages.length === 0 && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {messages.map((message) => (
          <li key={message.id}>
            <OneMessage of={message} />
          </li>
        ))}
      </ul>
      <Pager
        to="/messages"
        isLater={isLater}
        pageInfo={of.pageInfo}
        older={TEXTS.older}
        newest={TEXTS.newest}
      />
    </div>
  );
}

function MarkRead({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { say } = useTexts();
  const { send, isSending } = useChange(MARK_READ);
  const [trouble, setTrouble] = useState<Trouble>();
  const [isMarked, setMarked] = useState(false);
  if (ids.length === 0) return isMarked && <Told title={say(TEXTS.marked)} />;
  async function mark(): Promise<void> {
    const answer = await send({ ids: [...ids] });
    setTrouble(answer.ok ? troubleAt(answer.errors, ["markNotificationsRead"]) : answer.trouble);
    setMarked(answer.ok);
  }
  return (
    <>
      {trouble && <TroubleNotice trouble={trouble} again={mark} isAsking={isSending} />}
      <button className="button button-plain" type="button" onClick={mark} aria-disabled={isSending}>
        {say(isSending ? TEXTS.marking : TEXTS.mark)}
      </button>
    </>
  );
}

function OneMessage({ of }: { readonly of: Message }): ReactNode {
  const { say, language } = useTexts();
  const { at, text, read } = of;
  return (
    <div className="stack-tight">
      <span className={read ? "" : "unread"}>
        {!read && <Tag tone="act">{say(TEXTS.unread)}</Tag>} {text}
      </span>
      <span className="soft small">{moment(at, language)}</span>
      <About of={of} />
    </div>
  );
}

/** Leads to what it is about, as far as there is a page of it: an id says of what it is. */
function About({ of: { about, text } }: { readonly of: Message }): ReactNode {
  const { say } = useTexts();
  const label = (
    <>
      {say(TEXTS.open)}
      <span className="out-of-sight">: {text}</span>
    </>
  );
  switch (about.split("_", 1)[0]) {
    case "app":
      return (
        <Link className="link-target" to="/cases/$id" params={{ id: about }}>
          {label}
        </Link>
      );
    case "apt":
      return (
        <Link className="link-target" to="/appointments/$id" params={{ id: about }} search={{}}>
          {label}
        </Link>
      );
    case "tkt":
      return (
        <Link className="link-target" to="/tickets/$id" params={{ id: about }}>
          {label}
        </Link>
      );
    case "bill":
      return (
        <Link className="link-target" to="/bills/pay" search={{ bills: about }}>
          {label}
        </Link>
      );
    case "pay":
      return (
        <Link className="link-target" to="/bills/payments">
          {label}
        </Link>
      );
    case "trp":
      return (
        <Link className="link-target" to="/cards/trips/$trip" params={{ trip: about }}>
          {label}
        </Link>
      );
    case "crd":
      return (
        <Link className="link-target" to="/cards/$card" params={{ card: about }}>
          {label}
        </Link>
      );
    case "cns":
      return (
        <Link className="link-target" to="/privacy">
          {label}
        </Link>
      );
    case "aut":
      return (
        <Link className="link-target" to="/acting">
          {label}
        </Link>
      );
    case "pac":
      return (
        <Link className="link-target" to="/me/accounts">
          {label}
        </Link>
      );
    default:
      return null;
  }
}
