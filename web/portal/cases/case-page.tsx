import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalCaseQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { CaseActs } from "./case-acts.tsx";
import { CaseNotes } from "./case-notes.tsx";
import { CaseOutcome } from "./case-outcome.tsx";
import { CaseStanding } from "./case-standing.tsx";
import { CaseTrail } from "./case-trail.tsx";

const CASE = graphql(`
  query PortalCase($id: ID!) {
    node(id: $id) {
      ... on Application {
        id
        item {
          name {
            zh
            en
          }
        }
        ...CaseStanding
        ...CaseActs
        ...CaseOutcome
        ...CaseTrail
        ...CaseNotes
      }
    }
  }
`);

type Node = NonNullable<PortalCaseQuery["node"]>;
type Application = Extract<Node, { id: string }>;

const TEXTS = {
  title: { zh: "办件", en: "Case" },
  unknown: { zh: "没有这个办件，或者它不属于您。", en: "There is no such case, or it is not yours." },
  back: { zh: "回到我的办件", en: "Back to my cases" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases/$id");

export function CasePage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(CASE, { id });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  return (
    <Page title={isCase(node) ? say(node.item.name) : say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node: found }) =>
          isCase(found) ? (
            <>
              <CaseStanding of={found} />
              <CaseActs of={found} />
              <CaseOutcome of={found} />
              <CaseNotes of={found} />
              <CaseTrail of={found} />
            </>
          ) : (
            <p className="part">{say(TEXTS.unknown)}</p>
          )
        }
      </Answered>
      <p>
        <Link className="link-target" to="/cases">
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}

const isCase = (node: object | null | undefined): node is Application => !!node && "item" in node;
