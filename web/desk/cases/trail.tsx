import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const FRAGMENT = graphql(`
  fragment DeskTrail on Application {
    auditTrail(first: 50) {
      edges {
        node {
          sequence
          at
          text
          reason
          officer {
            name
          }
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "办理经过", en: "History" },
  lost: { zh: "办理经过暂时无法显示。", en: "The history cannot be shown right now." },
  more: { zh: "这里只列出最早的 50 条。", en: "These are the first 50 entries." },
} satisfies Record<string, Text>;

/** All that was done about the case, oldest first. */
export function Trail({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { auditTrail } = readFragment(FRAGMENT, of);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {!auditTrail && <p>{say(TEXTS.lost)}</p>}
      {auditTrail && (
        <ol className="trail">
          {auditTrail.edges.map(({ node: { sequence, at, text, reason, officer } }) => (
            <li key={sequence} className="trail-done">
              <span>{text}</span>
              {reason && <span className="soft">{reason}</span>}
              <span className="soft small">
                {[moment(at, language), officer?.name].filter(Boolean).join(" · ")}
              </span>
            </li>
          ))}
        </ol>
      )}
      {auditTrail?.pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
    </section>
  );
}
