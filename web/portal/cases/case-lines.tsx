import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { CASE_STATUSES } from "../../shared/texts/case-texts.ts";
import { useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";

const FRAGMENT = graphql(`
  fragment CaseLine on Application {
    id
    status
    item {
      name {
        zh
        en
      }
    }
    answer {
      because
    }
  }
`);

type Line = {
  readonly node: FragmentType<typeof FRAGMENT>;
  /** The enterprise or the person whose matter it is; nobody for the reader's own. */
  readonly of: string | null | undefined;
};

/** Cases on a line or two each: what, for whom, where it is, and what is waited for. */
export function CaseLines({ of: lines }: { readonly of: readonly Line[] }): ReactNode {
  const { say } = useTexts();
  return (
    <ul className="rows">
      {lines.map(({ node, of }) => {
        const { id, status, item, answer } = readFragment(FRAGMENT, node);
        const { text, tone } = CASE_STATUSES[status];
        return (
          <li key={id} className="stack-tight">
            <div className="row">
              <Link className="link-target" to="/cases/$id" params={{ id }}>
                {say(item.name)}
              </Link>
              <Tag tone={tone}>{say(text)}</Tag>
            </div>
            {of && <p>{of}</p>}
            <p className="soft small">{answer.because}</p>
          </li>
        );
      })}
    </ul>
  );
}
