import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";
import { useOfficer } from "../use-officer.ts";
import { InspectionPart, PLANNED } from "./inspection-part.tsx";

const PLAN = graphql(`
  query DeskInspectionPlan($plan: ID!) {
    inspectionPlan(id: $plan) {
      id
      title
      from
      until
      drawnCount
      frameSize
      frameDigest
      seedDigest
      seed
    }
    plannedInspections(plan: $plan, first: 40) {
      edges {
        node {
          ...PlannedInspectionPart
        }
      }
      pageInfo {
        hasNextPage
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "检查计划", en: "A plan of random inspections" },
  unknown: {
    zh: "没有这个计划，或者它不在您的辖区。",
    en: "There is no such plan, or it is not in your jurisdiction.",
  },
  back: { zh: "回到“双随机”检查", en: "Back to the random inspections" },
  period: { zh: "检查期间", en: "Period" },
  drawn: { zh: "抽取", en: "Drawn" },
  proof: { zh: "抽取过程的证明", en: "Proof of the draw" },
  proofText: {
    zh: "抽取时公布名单和随机种子的校验值；检查期结束后公布种子，任何人都可以重算。",
    en: "The check values of the list and of the seed were published with the draw; the seed follows once the period is over, and anybody can draw it again.",
  },
  frame: { zh: "名单校验值", en: "Check value of the list" },
  seedDigest: { zh: "种子校验值", en: "Check value of the seed" },
  seed: { zh: "随机种子", en: "The seed" },
  none: { zh: "这里没有。", en: "There is nothing here." },
  more: { zh: "这里只列出前 40 家。", en: "These are the first 40." },
} satisfies Record<string, Text>;
const ofText = (drawn: number, of: number): Text => ({
  zh: `${of} 家中 ${drawn} 家`,
  en: `${drawn} of ${of}`,
});

const route = getRouteApi("/desk/inspections/$plan");

/** The inspections of a plan, each with what its officers can do about it. */
export function PlanPage(): ReactNode {
  const { say, language } = useTexts();
  const { plan } = route.useParams();
  const asked = useOwnAnswer(PLAN, { plan });
  const officer = useOfficer();
  const viewer = officer.answer?.ok ? officer.answer.data.viewer : undefined;
  const found = asked.answer?.ok ? asked.answer.data.inspectionPlan : undefined;
  return (
    <Page title={found?.title ?? say(TEXTS.title)}>
      <p>
        <Link className="link-target" to="/desk/inspections">
          {say(TEXTS.back)}
        </Link>
      </p>
      <Answered asked={asked}>
        {({ inspectionPlan, plannedInspections }, errors) => {
          if (!inspectionPlan) return <p>{say(TEXTS.unknown)}</p>;
          const { from, until, drawnCount, frameSize, frameDigest, seedDigest, seed } = inspectionPlan;
          const trouble = troubleAt(errors, ["plannedInspections"]);
          const planned = plannedInspections?.edges ?? [];
          return (
            <>
              <section className="part">
                <Facts
                  of={[
                    [say(TEXTS.period), `${day(from, language)} – ${day(until, language)}`],
                    [say(TEXTS.drawn), say(ofText(drawnCount, frameSize))],
                  ]}
                />
                <details>
                  <summary>{say(TEXTS.proof)}</summary>
                  <p className="soft">{say(TEXTS.proofText)}</p>
                  <Facts
                    of={[
                      [say(TEXTS.frame), <code key="frame">{frameDigest}</code>],
                      [say(TEXTS.seedDigest), <code key="digest">{seedDigest}</code>],
                      [say(TEXTS.seed), seed && <code key="seed">{seed}</code>],
                    ]}
                  />
                </details>
              </section>
              {trouble && <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />}
              {!trouble && planned.length === 0 && <p>{say(TEXTS.none)}</p>}
              {planned.map(({ node }) => {
                const inspection = readFragment(PLANNED, node);
                return <InspectionPart key={inspection.licenceNumber} of={inspection} officer={viewer} />;
              })}
              {plannedInspections?.pageInfo.hasNextPage && <p className="soft">{say(TEXTS.more)}</p>}
            </>
          );
        }}
      </Answered>
    </Page>
  );
}
