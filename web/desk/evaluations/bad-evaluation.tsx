import type { ReactNode } from "react";
import { moment } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { BadEvaluationFragment } from "../../shared/generated/graphql.ts";
import { LEVELS, TAGS } from "../../shared/texts/evaluation-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { Tag } from "../../shared/ui/tag.tsx";
import { CaseLink } from "../cases/case-link.tsx";
import { DueDay } from "../due-day.tsx";
import { type Colleague, EvaluationActs } from "./evaluation-acts.tsx";
import { EVALUATION_STATUSES } from "./evaluation-texts.ts";

export const BAD_EVALUATION = graphql(`
  fragment BadEvaluation on Evaluation {
    id
    level
    tags
    comment
    at
    status
    dueOn
    availableActions
    application {
      id
      number
      item {
        name {
          zh
          en
        }
      }
    }
    assignee {
      id
      name
    }
    measures {
      text
      at
      by {
        name
      }
    }
    callBack {
      isSatisfied
      text
      at
    }
    appeal {
      at
      reason
      answer {
        text
        at
      }
    }
  }
`);

export const COLLEAGUES = graphql(`
  fragment Colleagues on OfficerConnection {
    edges {
      node {
        id
        name
      }
    }
  }
`);

const TEXTS = {
  number: { zh: "办件", en: "Case" },
  comment: { zh: "评价内容", en: "In their words" },
  tags: { zh: "关于", en: "About" },
  at: { zh: "评价时间", en: "Evaluated" },
  due: { zh: "整改期限", en: "To be put right by" },
  assignee: { zh: "整改人", en: "In the hands of" },
  measures: { zh: "整改情况", en: "Measures taken" },
  callBack: { zh: "回访", en: "Call-back" },
  satisfied: { zh: "满意", en: "Satisfied" },
  dissatisfied: { zh: "不满意", en: "Not satisfied" },
  appeal: { zh: "申诉", en: "Their appeal" },
  answer: { zh: "申诉答复", en: "The answer to it" },
} satisfies Record<string, Text>;

type BadEvaluationProps = {
  readonly of: BadEvaluationFragment;
  readonly colleagues: readonly Colleague[];
};

/** An evaluation, what has become of it, and what is to be done. */
export function BadEvaluation({ of, colleagues }: BadEvaluationProps): ReactNode {
  const { say, language } = useTexts();
  const { level, status, application, measures, callBack, appeal } = of;
  const stands = EVALUATION_STATUSES[status];
  const satisfaction = callBack && say(callBack.isSatisfied ? TEXTS.satisfied : TEXTS.dissatisfied);
  return (
    <article className="part" aria-label={`${say(application.item.name)} ${application.number ?? ""}`}>
      <p className="tags">
        <Tag tone="bad">{say(LEVELS[level])}</Tag>
        <Tag tone={stands.tone}>{say(stands.text)}</Tag>
      </p>
      <Facts
        of={[
          [
            say(TEXTS.number),
            <span key="case">
              <CaseLink of={application} /> {say(application.item.name)}
            </span>,
          ],
          [say(TEXTS.comment), of.comment],
          [say(TEXTS.tags), of.tags.map((tag) => say(TAGS[tag])).join(say(BETWEEN))],
          [say(TEXTS.at), moment(of.at, language)],
          [say(TEXTS.due), of.dueOn && <DueDay key="due" on={of.dueOn} />],
          [say(TEXTS.assignee), of.assignee?.name],
          [say(TEXTS.measures), measures && [measures.text, measures.by?.name].filter(Boolean).join(" · ")],
          [say(TEXTS.callBack), callBack && `${satisfaction}: ${callBack.text}`],
          [say(TEXTS.appeal), appeal?.reason],
          [say(TEXTS.answer), appeal?.answer?.text],
        ]}
      />
      <EvaluationActs of={of} colleagues={colleagues} />
    </article>
  );
}
