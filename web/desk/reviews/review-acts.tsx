import type { ReactNode } from "react";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { TextAct } from "../text-act.tsx";

const FRAGMENT = graphql(`
  fragment ReviewActs on SampleReview {
    availableActions
  }
`);

const CONFIRM = graphql(`
  mutation DeskConfirmRuling($id: ID!, $text: String!) {
    done: confirmRuling(id: $id, note: $text) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const OBJECT = graphql(`
  mutation DeskObjectToRuling($id: ID!, $text: String!) {
    done: objectToRuling(id: $id, reason: $text) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const ANSWER = graphql(`
  mutation DeskAnswerObjection($id: ID!, $text: String!) {
    done: answerObjection(id: $id, answer: $text) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  judge: { zh: "您的意见", en: "Your judgement" },
  why: { zh: "意见和理由", en: "Your finding, and why" },
  hint: {
    zh: "提出异议不会撤销决定；是否撤销由监督人员另行决定。",
    en: "An objection revokes nothing: the supervisor answers it, and decides whether the decision is revoked.",
  },
  confirm: { zh: "决定无误", en: "It was decided rightly" },
  object: { zh: "提出异议", en: "Object to it" },
  answerTitle: { zh: "答复异议", en: "Answer the objection" },
  answer: { zh: "答复", en: "Your answer" },
  answerHint: {
    zh: "需要撤销决定的，请到办件页面另行撤销。",
    en: "Where the decision has to be revoked, that is done on the page of the case.",
  },
  send: { zh: "提交答复", en: "Send the answer" },
} satisfies Record<string, Text>;

type ReviewActsProps = { readonly of: FragmentType<typeof FRAGMENT>; readonly id: string };

/** The words that this officer may say of the decision now. */
export function ReviewActs({ of, id }: ReviewActsProps): ReactNode {
  const { say } = useTexts();
  const { availableActions } = readFragment(FRAGMENT, of);
  const confirm = useAct(CONFIRM);
  const object = useAct(OBJECT);
  const answer = useAct(ANSWER);
  const judgements = [
    {
      ...confirm,
      action: "CONFIRM",
      name: TEXTS.confirm,
      send: (text: string) => confirm.send({ id, text }),
    },
    { ...object, action: "OBJECT", name: TEXTS.object, send: (text: string) => object.send({ id, text }) },
  ].filter(({ action }) => availableActions.includes(action));
  return (
    <>
      {judgements.length > 0 && (
        <section className="part" aria-labelledby="judge">
          <h2 id="judge">{say(TEXTS.judge)}</h2>
          <TextAct id={`review-${id}`} label={TEXTS.why} hint={TEXTS.hint} deeds={judgements} />
        </section>
      )}
      {availableActions.includes("ANSWER") && (
        <section className="part" aria-labelledby="answer">
          <h2 id="answer">{say(TEXTS.answerTitle)}</h2>
          <TextAct
            id={`objection-${id}`}
            label={TEXTS.answer}
            hint={TEXTS.answerHint}
            deeds={[{ ...answer, name: TEXTS.send, send: (text) => answer.send({ id, text }) }]}
          />
        </section>
      )}
    </>
  );
}
