import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskReviewQuery } from "../../shared/generated/graphql.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { CHECK_RESULTS, DECISIONS } from "../../shared/texts/decision-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { CaseLink } from "../cases/case-link.tsx";
import { ReviewActs } from "./review-acts.tsx";
import { REVIEW_STATUSES } from "./review-texts.ts";

const REVIEW = graphql(`
  query DeskReview($id: ID!) {
    node(id: $id) {
      ... on Application {
        id
        number
        item {
          name {
            zh
            en
          }
        }
        decision {
          outcome
          reason
        }
        rulingReview {
          day
          status
          finding {
            text
            at
            by {
              name
            }
          }
          answer {
            text
            at
            by {
              name
            }
          }
          ...ReviewActs
        }
        ruling {
          version
          checks {
            code
            result
            name {
              zh
              en
            }
            finding {
              zh
              en
            }
            ground {
              law
              article
            }
            inputs {
              path
              name {
                zh
                en
              }
              text {
                zh
                en
              }
            }
          }
        }
      }
    }
  }
`);

type Application = Extract<NonNullable<DeskReviewQuery["node"]>, { id: string }>;
type Review = NonNullable<Application["rulingReview"]>;
type Checks = NonNullable<Application["ruling"]>["checks"];

const TEXTS = {
  title: { zh: "复核", en: "Review of a decision by rule" },
  unknown: {
    zh: "没有这个办件，它没有被抽查，或者您无权复核。",
    en: "There is no such case, it was not drawn, or it is not yours to review.",
  },
  back: { zh: "回到抽查复核", en: "Back to the sample reviews" },
  number: { zh: "办件编号", en: "Case number" },
  item: { zh: "事项", en: "Service item" },
  decided: { zh: "决定日期", en: "Decided on" },
  outcome: { zh: "决定", en: "The decision" },
  reason: { zh: "理由", en: "Why" },
  version: { zh: "事项版本", en: "Version of the item" },
  checks: { zh: "系统核对了什么", en: "Checks by rule" },
  inputs: { zh: "读到的内容", en: "Data that it read" },
  finding: { zh: "复核意见", en: "The finding" },
  answer: { zh: "答复", en: "The answer" },
} satisfies Record<string, Text>;

const route = getRouteApi("/desk/reviews/$id");

const isCase = (node: object | null | undefined): node is Application => !!node && "rulingReview" in node;

/** A decision by rule with all that the rule was told, and what a person says of it. */
export function ReviewPage(): ReactNode {
  const { say } = useTexts();
  const { id } = route.useParams();
  const asked = useOwnAnswer(REVIEW, { id });
  return (
    <Page title={say(TEXTS.title)}>
      <p>
        <Link className="link-target" to="/desk/reviews">
          {say(TEXTS.back)}
        </Link>
      </p>
      <Answered asked={asked}>
        {({ node }) =>
          isCase(node) && node.rulingReview ? (
            <Found of={node} review={node.rulingReview} />
          ) : (
            <p>{say(TEXTS.unknown)}</p>
          )
        }
      </Answered>
    </Page>
  );
}

function Found({ of, review }: { readonly of: Application; readonly review: Review }): ReactNode {
  const { say, language } = useTexts();
  const { decision, ruling, item } = of;
  const status = REVIEW_STATUSES[review.status];
  return (
    <>
      <section className="part">
        <p>
          <Tag tone={status.tone}>{say(status.text)}</Tag>
        </p>
        <Facts
          of={[
            [say(TEXTS.number), <CaseLink key="number" of={of} />],
            [say(TEXTS.item), say(item.name)],
            [say(TEXTS.decided), day(review.day, language)],
            [say(TEXTS.outcome), decision && say(DECISIONS[decision.outcome].text)],
            [say(TEXTS.reason), decision?.reason],
            [say(TEXTS.version), ruling?.version],
            [say(TEXTS.finding), review.finding && <Said key="finding" of={review.finding} />],
            [say(TEXTS.answer), review.answer && <Said key="answer" of={review.answer} />],
          ]}
        />
      </section>
      {ruling && <ChecksPart of={ruling.checks} />}
      <ReviewActs of={review} id={of.id} />
    </>
  );
}

function Said({ of: { text, at, by } }: { readonly of: NonNullable<Review["finding"]> }): ReactNode {
  const { language } = useTexts();
  return (
    <span className="stack-tight">
      <span>{text}</span>
      <span className="soft small">
        {by.name} · {moment(at, language)}
      </span>
    </span>
  );
}

/** Each check with what it read, so that a person can judge it themselves. */
function ChecksPart({ of }: { readonly of: Checks }): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.checks)}</h2>
      <ul className="rows">
        {of.map(({ code, name, finding, result, ground, inputs }) => (
          <li key={code} className="stack-tight">
            <span className="row">
              <span>{say(finding ?? name)}</span>
              <Tag tone={CHECK_RESULTS[result].tone}>{say(CHECK_RESULTS[result].text)}</Tag>
            </span>
            <span className="soft small">
              {ground.law} {ground.article}
            </span>
            {inputs && inputs.length > 0 && (
              <details>
                <summary>{say(TEXTS.inputs)}</summary>
                <Facts of={inputs.map((input) => [say(input.name), say(input.text)] as const)} />
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
