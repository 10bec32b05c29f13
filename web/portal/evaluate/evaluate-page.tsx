import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { EvaluationForm } from "./evaluation-form.tsx";
import { PastEvaluation } from "./past-evaluation.tsx";

const CASE = graphql(`
  query PortalEvaluations($id: ID!) {
    node(id: $id) {
      __typename
      ... on Application {
        id
        canBeEvaluated
        item {
          name {
            zh
            en
          }
        }
        evaluations {
          id
          ...PastEvaluationParts
        }
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "评价这次办理", en: "Say how it went" },
  unknown: { zh: "没有这个办件，或者它不属于您。", en: "There is no such case, or it is not yours." },
  notYet: {
    zh: "作出决定以后才能评价。",
    en: "You can say how it went once it is decided.",
  },
  thanks: { zh: "谢谢您的评价。", en: "Thank you for telling us." },
  back: { zh: "回到办件", en: "Back to the case" },
} satisfies Record<string, Text>;

const route = getRouteApi("/cases/$id/evaluate");

/** The applicant's word on how a decided case was handled (好差评), and what came of a bad one. */
export function EvaluatePage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(CASE, { id });
  const [isGiven, setGiven] = useState(false);
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {({ node }) => {
          if (node?.__typename !== "Application") return <p className="part">{say(TEXTS.unknown)}</p>;
          const evaluations = node.evaluations ?? [];
          return (
            <>
              <p className="strong">{say(node.item.name)}</p>
              {isGiven && <Told title={say(TEXTS.thanks)} />}
              {evaluations.map((one) => (
                <PastEvaluation key={one.id} of={one} />
              ))}
              {node.canBeEvaluated && <EvaluationForm id={node.id} onGiven={() => setGiven(true)} />}
              {!node.canBeEvaluated && evaluations.length === 0 && (
                <p className="part">{say(TEXTS.notYet)}</p>
              )}
            </>
          );
        }}
      </Answered>
      <p>
        <Link className="link-target" to="/cases/$id" params={{ id }}>
          {say(TEXTS.back)}
        </Link>
      </p>
    </Page>
  );
}
