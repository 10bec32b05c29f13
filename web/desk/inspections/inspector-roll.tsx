import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Table } from "../../shared/ui/table.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { officerName } from "../officer-name.ts";

const FRAGMENT = graphql(`
  fragment InspectorRoll on InspectorConnection {
    edges {
      node {
        isActive
        regionPrefix
        interests
        officer {
          id
          name
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
`);

const TEXTS = {
  title: { zh: "检查人员名录", en: "The roll of inspectors" },
  name: { zh: "姓名", en: "Name" },
  state: { zh: "状态", en: "State" },
  active: { zh: "在册", en: "On the roll" },
  left: { zh: "已退出", en: "Has left it" },
  interests: { zh: "已申报的利害关系", en: "Interests declared" },
  none: { zh: "名录上没有人。", en: "Nobody is on the roll." },
  more: { zh: "这里只列出前 20 人。", en: "These are the first 20." },
} satisfies Record<string, Text>;
const countText = (count: number): Text => ({
  zh: `${count} 家企业`,
  en: count === 1 ? "1 enterprise" : `${count} enterprises`,
});

/** The officers from whom inspectors are drawn. */
export function InspectorRoll({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say } = useTexts();
  const { edges, pageInfo } = readFragment(FRAGMENT, of);
  const rows = edges.map(({ node }) => node);
  return (
    <section className="part" aria-label={say(TEXTS.title)}>
      {rows.length === 0 && <h2>{say(TEXTS.title)}</h2>}
      {rows.length === 0 ? (
        <p>{say(TEXTS.none)}</p>
      ) : (
        <Table
          caption={say(TEXTS.title)}
          rows={rows}
          keyOf={({ officer }) => officer.id}
          columns={[
            { head: say(TEXTS.name), cell: ({ officer }) => say(officerName(officer)) },
            {
              head: say(TEXTS.state),
              cell: ({ isActive }) => (
                <Tag tone={isActive ? "good" : "plain"}>{say(isActive ? TEXTS.active : TEXTS.left)}</Tag>
              ),
            },
            {
              head: say(TEXTS.interests),
              cell: ({ interests }) => interests && say(countText(interests.length)),
            },
          ]}
        />
      )}
      {pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
    </section>
  );
}
