import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { Nothing, Part, type PartProps } from "./part.tsx";

const FRAGMENT = graphql(`
  fragment MessagesPart on Citizen {
    notifications(first: 3) {
      edges {
        node {
          id
          at
          text
          read
        }
      }
    }
  }
`);

const TITLE: Text = { zh: "消息", en: "Messages" };
const ALL: Text = { zh: "全部消息", en: "All messages" };
const NONE: Text = { zh: "没有消息。", en: "There are no messages." };
const NEW: Text = { zh: "未读", en: "New" };

export function MessagesPart({
  citizen,
  troubleOf,
  again,
}: PartProps<FragmentType<typeof FRAGMENT>>): ReactNode {
  const { say, language } = useTexts();
  const messages = readFragment(FRAGMENT, citizen).notifications?.edges ?? [];
  return (
    <Part
      title={TITLE}
      trouble={troubleOf("notifications")}
      again={again}
      all={{ text: ALL, to: "/messages" }}
      isWide
    >
      {messages.length > 0 ? (
        <ul className="rows">
          {messages.map(({ node: { id, at, text, read } }) => (
            <li key={id} className="stack-tight">
              <span>
                {!read && <Tag tone="act">{say(NEW)}</Tag>} {text}
              </span>
              <span className="soft small">{moment(at, language)}</span>
            </li>
          ))}
        </ul>
      ) : (
        <Nothing text={NONE} />
      )}
    </Part>
  );
}
