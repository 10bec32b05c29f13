import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { CaseLink } from "../cases/case-link.tsx";
import { DueDay } from "../due-day.tsx";

const FRAGMENT = graphql(`
  fragment ClaimedSteps on DeskConnection {
    edges {
      node {
        step
        stepName {
          zh
          en
        }
        dueOn
        application {
          id
          number
          item {
            name {
              zh
              en
            }
          }
          subject {
            name
          }
        }
      }
    }
    pageInfo {
      hasNextPage
    }
  }
`);

type ListProps = { readonly of: FragmentType<typeof FRAGMENT> };

const TEXTS = {
  sites: { zh: "待您现场检查", en: "Sites for you to inspect" },
  title: { zh: "我领取的", en: "Taken on by you" },
  none: { zh: "您手上没有领取的环节。", en: "You have taken nothing on." },
  more: { zh: "这里只列出最急的 20 件。", en: "These are the 20 that press most." },
} satisfies Record<string, Text>;

/** The sites that the officer is appointed to inspect, the longest first; nothing where there is none. */
export function SitesToInspect({ of }: ListProps): ReactNode {
  const { say } = useTexts();
  if (readFragment(FRAGMENT, of).edges.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.sites)}</h2>
      <Lines of={of} />
    </section>
  );
}

/** The steps that the officer has taken on, what is due first first. */
export function ClaimedSteps({ of }: ListProps): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {readFragment(FRAGMENT, of).edges.length === 0 && <p>{say(TEXTS.none)}</p>}
      <Lines of={of} />
    </section>
  );
}

function Lines({ of }: ListProps): ReactNode {
  const { say } = useTexts();
  const { edges, pageInfo } = readFragment(FRAGMENT, of);
  return (
    <>
      <ul className="rows">
        {edges.map(({ node: { step, stepName, dueOn, application } }) => (
          <li className="row" key={`${application.id} ${step}`}>
            <span>
              <CaseLink of={application} /> {say(application.item.name)} · {application.subject.name}
              {stepName && ` · ${say(stepName)}`}
            </span>
            <DueDay on={dueOn} />
          </li>
        ))}
      </ul>
      {pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
    </>
  );
}
