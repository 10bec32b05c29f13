import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { COPY_FAULTS, COPY_USERS } from "../../shared/texts/licence-copy-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import { Pager } from "../pager.tsx";

const FRAGMENT = graphql(`
  fragment CopyLog on LicenceCopy {
    id
    log(first: 10, after: $after) {
      edges {
        cursor
        node {
          at
          by
          partner
          refused
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "谁用过", en: "Who has used it" },
  none: { zh: "还没有人用过。", en: "Nobody has used it yet." },
  lost: { zh: "记录暂时无法显示。", en: "The record cannot be shown right now." },
  used: { zh: "已使用", en: "Used" },
  older: { zh: "更早的记录", en: "Earlier ones" },
  newest: { zh: "回到最近的", en: "Back to the latest" },
} satisfies Record<string, Text>;

type LogProps = {
  readonly of: FragmentType<typeof FRAGMENT>;
  /** Whether an earlier part of it is shown. */
  readonly isLater: boolean;
};

/** The uses of a copy and those that were refused: when, by whom, and why not. */
export function CopyLog({ of, isLater }: LogProps): ReactNode {
  const { say, language } = useTexts();
  const { id, log } = readFragment(FRAGMENT, of);
  const edges = log?.edges ?? [];
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {!log && <p className="soft">{say(TEXTS.lost)}</p>}
      {log && edges.length === 0 && !isLater && <p className="soft">{say(TEXTS.none)}</p>}
      <ul className="rows">
        {edges.map(({ cursor, node: { at, by, partner, refused } }) => (
          <li key={cursor} className="row">
            <span className="stack-tight">
              <span className="strong">{partner ?? say(COPY_USERS[by])}</span>
              <span className="soft small">{moment(at, language)}</span>
            </span>
            <Tag tone={refused ? "bad" : "good"}>{say(refused ? COPY_FAULTS[refused] : TEXTS.used)}</Tag>
          </li>
        ))}
      </ul>
      <Pager
        to="/licences/copies/$id"
        params={{ id }}
        isLater={isLater}
        pageInfo={log?.pageInfo}
        older={TEXTS.older}
        newest={TEXTS.newest}
      />
    </section>
  );
}
