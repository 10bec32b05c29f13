import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalCasesQuery } from "../../shared/generated/graphql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { Pager } from "../pager.tsx";
import { CaseLines } from "./case-lines.tsx";

/** Those that the person handles for others stand on the first page alone, the newest of each. */
const CASES = graphql(`
  query PortalCases($after: String, $isFirst: Boolean!) {
    me {
      id
      applications(first: 15, after: $after) {
        edges {
          node {
            ...CaseLine
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      enterprises @include(if: $isFirst) {
        creditCode
        name
        applications(first: 5) {
          edges {
            node {
              ...CaseLine
            }
          }
        }
      }
      principals @include(if: $isFirst) {
        ref
        name
        applications(first: 5) {
          edges {
            node {
              ...CaseLine
            }
          }
        }
      }
    }
  }
`);

type Citizen = NonNullable<PortalCasesQuery["me"]>;

const TEXTS = {
  title: { zh: "我的办件", en: "My cases" },
  own: { zh: "我本人的", en: "My own" },
  others: { zh: "我替企业和他人办理的", en: "For enterprises and people I act for" },
  none: { zh: "您还没有申请过事项。", en: "You have not applied for anything yet." },
  find: { zh: "查找办事事项", en: "Find a service" },
  older: { zh: "更早的办件", en: "Older cases" },
  newest: { zh: "回到最新", en: "Back to the newest" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases");

export function CasesPage(): ReactNode {
  const { say } = useTexts();
  const { after } = route.useSearch();
  const asked = useOwnAnswer(CASES, { isFirst: after === undefined, ...(after ? { after } : {}) });
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ me }, errors) => {
          const trouble = troubleAt(errors, ["me", "applications"]);
          if (!me) return null;
          return (
            <>
              {trouble ? (
                <TroubleNotice trouble={trouble} again={asked.again} />
              ) : (
                <OwnCases of={me.applications} isLater={after !== undefined} />
              )}
              <CasesOfOthers of={me} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

type OwnProps = { readonly of: Citizen["applications"]; readonly isLater: boolean };

function OwnCases({ of, isLater }: OwnProps): ReactNode {
  const { say } = useTexts();
  const { edges = [], pageInfo } = of ?? {};
  return (
    <section className="part">
      <h2>{say(TEXTS.own)}</h2>
      {edges.length === 0 ? (
        <div className="stack">
          <p className="soft">{say(TEXTS.none)}</p>
          <Link className="button button-plain" to="/services">
            {say(TEXTS.find)}
          </Link>
        </div>
      ) : (
        <CaseLines of={edges.map(({ node }) => ({ node, of: undefined }))} />
      )}
      <Pager to="/cases" isLater={isLater} pageInfo={pageInfo} older={TEXTS.older} newest={TEXTS.newest} />
    </section>
  );
}

function CasesOfOthers({ of: { enterprises, principals } }: { readonly of: Citizen }): ReactNode {
  const { say } = useTexts();
  const lines = [...(enterprises ?? []), ...(principals ?? [])].flatMap(({ name, applications }) =>
    (applications?.edges ?? []).map(({ node }) => ({ node, of: name })),
  );
  if (lines.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(TEXTS.others)}</h2>
      <CaseLines of={lines} />
    </section>
  );
}
