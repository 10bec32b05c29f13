import type { ReactNode } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { DeskOutcomeFragment } from "../../shared/generated/graphql.ts";
import { RemediesPart } from "../../shared/remedies/remedies-part.tsx";
import { DECISIONS } from "../../shared/texts/decision-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";

const FRAGMENT = graphql(`
  fragment DeskOutcome on Application {
    item {
      materials {
        code
        name {
          zh
          en
        }
      }
      formPages {
        fields {
          path
          label {
            zh
            en
          }
        }
      }
    }
    correction {
      at
      answerBy
      answeredAt
      fields {
        name
        note
      }
      materials {
        name
        note
      }
    }
    decision {
      outcome
      at
      reason
      ground {
        law
        article
      }
      isDeemed
      officer {
        name
      }
    }
    appeal {
      at
      reason
      outcome
      answer
      answeredAt
    }
    complaints {
      at
      text
      answer
      answeredAt
    }
    revocation {
      at
      reason
    }
    remedies {
      ...RemediesPart
    }
  }
`);

const TEXTS = {
  correction: { zh: "补正通知", en: "Correction notice" },
  sent: { zh: "发出时间", en: "Sent" },
  answerBy: { zh: "补正期限", en: "To be answered by" },
  answered: { zh: "补正时间", en: "Answered" },
  decision: { zh: "决定", en: "The decision" },
  outcome: { zh: "结果", en: "Outcome" },
  at: { zh: "时间", en: "When" },
  reason: { zh: "理由", en: "Why" },
  ground: { zh: "依据", en: "Legal ground" },
  by: { zh: "决定人", en: "Decided by" },
  byRule: { zh: "系统按规则决定", en: "By rule" },
  deemed: { zh: "届满未决定，视为准予", en: "Nobody; it counts as granted" },
  appeal: { zh: "申请复核", en: "Review by the department" },
  upheld: { zh: "维持原决定", en: "The refusal stands" },
  overturned: { zh: "重新审查", en: "To be reviewed anew" },
  complaint: { zh: "催办投诉", en: "Complaint of delay" },
  answer: { zh: "答复", en: "Answer" },
  waits: { zh: "尚未答复", en: "Not answered yet" },
  revoked: { zh: "撤销", en: "Revoked" },
} satisfies Record<string, Text>;

/** All that was told to the applicant, or by them, of the outcome: correction, decision, appeal, complaints, revocation. */
export function Outcome({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { item, correction, decision, appeal, complaints, revocation, remedies } = readFragment(FRAGMENT, of);
  const when = (at: string | null | undefined): string | undefined => (at ? moment(at, language) : undefined);
  return (
    <>
      {correction && <Correction of={correction} item={item} />}
      {decision && (
        <section className="part">
          <h2>{say(TEXTS.decision)}</h2>
          <Facts
            of={[
              [say(TEXTS.outcome), say(DECISIONS[decision.outcome].text)],
              [say(TEXTS.at), when(decision.at)],
              [say(TEXTS.by), decision.officer?.name ?? say(decision.isDeemed ? TEXTS.deemed : TEXTS.byRule)],
              [say(TEXTS.reason), decision.reason],
              [say(TEXTS.ground), decision.ground && `${decision.ground.law} ${decision.ground.article}`],
              [say(TEXTS.revoked), revocation && `${when(revocation.at)} ${revocation.reason}`],
            ]}
          />
        </section>
      )}
      {remedies && <RemediesPart of={remedies} />}
      {appeal && (
        <section className="part">
          <h2>{say(TEXTS.appeal)}</h2>
          <Facts
            of={[
              [say(TEXTS.at), when(appeal.at)],
              [say(TEXTS.reason), appeal.reason],
              [say(TEXTS.outcome), appeal.outcome && say(OUTCOMES[appeal.outcome])],
              [say(TEXTS.answer), appeal.answer ?? say(TEXTS.waits)],
              [say(TEXTS.answered), when(appeal.answeredAt)],
            ]}
          />
        </section>
      )}
      {complaints?.map(({ at, text, answer, answeredAt }) => (
        <section className="part" key={at}>
          <h2>{say(TEXTS.complaint)}</h2>
          <Facts
            of={[
              [say(TEXTS.at), when(at)],
              [say(TEXTS.reason), text],
              [say(TEXTS.answer), answer ?? say(TEXTS.waits)],
              [say(TEXTS.answered), when(answeredAt)],
            ]}
          />
        </section>
      ))}
    </>
  );
}

const OUTCOMES = { UPHELD: TEXTS.upheld, OVERTURNED: TEXTS.overturned };

type CorrectionProps = {
  readonly of: NonNullable<DeskOutcomeFragment["correction"]>;
  readonly item: DeskOutcomeFragment["item"];
};

function Correction({ of, item }: CorrectionProps): ReactNode {
  const { say, language } = useTexts();
  const fields = item.formPages.flatMap((page) => page.fields);
  const nameOf = (name: string): string => {
    const named = fields.find(({ path }) => path.length === 1 && path[0] === name)?.label;
    const material = item.materials.find(({ code }) => code === name)?.name;
    return say(named ?? material ?? { zh: name, en: name });
  };
  return (
    <section className="part">
      <h2>{say(TEXTS.correction)}</h2>
      <Facts
        of={[
          [say(TEXTS.sent), moment(of.at, language)],
          [say(TEXTS.answerBy), day(of.answerBy, language)],
          [say(TEXTS.answered), of.answeredAt ? moment(of.answeredAt, language) : say(TEXTS.waits)],
          ...[...of.fields, ...of.materials].map(({ name, note }) => [nameOf(name), note] as const),
        ]}
      />
    </section>
  );
}
