import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalReceivedQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { DECISIONS } from "../../shared/texts/decision-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { CaseOutcome } from "../cases/case-outcome.tsx";
import { CaseStanding } from "../cases/case-standing.tsx";

const RECEIVED = graphql(`
  query PortalReceived($id: ID!) {
    node(id: $id) {
      __typename
      ... on Application {
        id
        number
        status
        canBeEvaluated
        item {
          name {
            zh
            en
          }
        }
        subject {
          name
        }
        confirmation {
          until
          confirmedAt
        }
        decision {
          outcome
        }
        ...CaseOutcome
        ...CaseStanding
      }
    }
  }
`);

type Node = NonNullable<PortalReceivedQuery["node"]>;
type Application = Extract<Node, { __typename: "Application" }>;

const TEXTS = {
  title: { zh: "提交结果", en: "Handed in" },
  received: { zh: "已收到您的申请", en: "We have your application" },
  waits: { zh: "已提交，等待本人确认", en: "Handed in, and to be confirmed" },
  number: { zh: "办件编号", en: "Case number" },
  unknown: { zh: "没有这个办件，或者它不属于您。", en: "There is no such case, or it is not yours." },
  follow: { zh: "查看办件", en: "Follow the case" },
  evaluate: { zh: "评价这次办理", en: "Say how it went" },
  cases: { zh: "我的办件", en: "My cases" },
} satisfies Record<string, Text>;
const decided = (outcome: Text): Text => ({
  zh: `已作出决定：${outcome.zh}`,
  en: `It is decided: ${outcome.en.toLowerCase()}`,
});
const waitsFor = (name: string | null, until: string): Text => ({
  zh: `请${name ?? "本人"}在${until}前登录确认，逾期失效。`,
  en: `${name ?? "The person it is for"} has to sign in and confirm it by ${until}, or it lapses.`,
});

const route = getRouteApi("/cases/$id/received");

/** The first word on an application that was handed in: it was received, or decided at once. */
export function ReceivedPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(RECEIVED, { id });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  const found = node?.__typename === "Application" ? node : undefined;
  return (
    <Page title={say(found ? found.item.name : TEXTS.title)} isNarrow>
      <Answered asked={asked}>
        {() => (found ? <Received of={found} /> : <p className="part">{say(TEXTS.unknown)}</p>)}
      </Answered>
      <p>
        <Link className="link-target" to="/cases">
          {say(TEXTS.cases)}
        </Link>
      </p>
    </Page>
  );
}

function Received({ of }: { readonly of: Application }): ReactNode {
  const { say, language } = useTexts();
  const { id, number, decision, confirmation, status, subject, canBeEvaluated } = of;
  const isWaiting = status === "AWAITING_CONFIRMATION";
  const outcome = decision && DECISIONS[decision.outcome];
  const title = outcome ? decided(outcome.text) : isWaiting ? TEXTS.waits : TEXTS.received;
  return (
    <>
      <Notice tone={outcome?.tone === "bad" ? "bad" : "good"} title={say(title)} isNews>
        {isWaiting && confirmation && <p>{say(waitsFor(subject.name, day(confirmation.until, language)))}</p>}
        <Facts of={[[say(TEXTS.number), number && <span className="big">{number}</span>]]} />
      </Notice>
      <CaseOutcome of={of} />
      <CaseStanding of={of} />
      <div className="button-row">
        {canBeEvaluated && (
          <Link className="button" to="/cases/$id/evaluate" params={{ id }}>
            {say(TEXTS.evaluate)}
          </Link>
        )}
        <Link className="button button-plain" to="/cases/$id" params={{ id }}>
          {say(TEXTS.follow)}
        </Link>
      </div>
    </>
  );
}
