import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalMessagesQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Pager } from "../pager.tsx";
import { MarkAllRead, MarkRead } from "./mark-read.tsx";

const MESSAGES = graphql(`
  query PortalMessages($after: String) {
    me {
      id
      unreadNotifications
      notifications(first: 20, after: $after) {
        edges {
          node {
            id
            type
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

type Messages = NonNullable<NonNullable<PortalMessagesQuery["me"]>["notifications"]>;
type Message = Messages["edges"][number]["node"];

const TEXTS = {
  title: { zh: "消息", en: "Messages" },
  none: { zh: "没有消息。", en: "There are no messages." },
  unread: { zh: "未读", en: "New" },
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
          return (
            <List of={me.notifications} unread={me.unreadNotifications ?? 0} isLater={after !== undefined} />
          );
        }}
      </Answered>
    </Page>
  );
}

type ListProps = {
  readonly of: Messages;
  /** How many are unread, here and on other pages. */
  readonly unread: number;
  readonly isLater: boolean;
};

function List({ of, unread, isLater }: ListProps): ReactNode {
  const { say } = useTexts();
  const messages = of.edges.map(({ node }) => node);
  const unreadHere = messages.filter(({ read }) => !read).map(({ id }) => id);
  return (
    <div className="part">
      <MarkRead ids={unreadHere} />
      <MarkAllRead
        upTo={!isLater && unread > unreadHere.length ? messages[0]?.id : undefined}
        shown={unreadHere}
      />
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
function About({ of: { type, about, text } }: { readonly of: Message }): ReactNode {
  const { say } = useTexts();
  const label = (
    <>
      {say(TEXTS.open)}
      <span className="out-of-sight">: {text}</span>
    </>
  );
  // It is about a person, which tells nothing of the page.
  if (type === "household.asked")
    return (
      <Link className="link-target" to="/licences/asked">
        {label}
      </Link>
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
    case "lcp":
      return (
        <Link className="link-target" to="/licences/copies/$id" params={{ id: about }} search={{}}>
          {label}
        </Link>
      );
    case "lic":
      return (
        <Link className="link-target" to="/licences/own/$id" params={{ id: about }} search={{}}>
          {label}
        </Link>
      );
    case "wdv":
      return (
        <Link className="link-target" to="/licences/devices">
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
