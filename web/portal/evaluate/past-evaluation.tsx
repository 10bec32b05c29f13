import { type ReactNode, useState } from "react";
import { day, moment } from "../../shared/format/dates.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { LEVELS, TAGS } from "../../shared/texts/evaluation-texts.ts";
import { BETWEEN, type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { EVALUATION_STATUSES } from "./evaluation-texts.ts";

const FRAGMENT = graphql(`
  fragment PastEvaluationParts on Evaluation {
    id
    level
    tags
    comment
    at
    status
    dueOn
    availableActions
    measures {
      text
    }
    callBack {
      text
      at
    }
    appeal {
      reason
      answer {
        text
      }
    }
  }
`);

const APPEAL = graphql(`
  mutation PortalAppealEvaluation($id: ID!, $reason: String!) {
    appealEvaluation(id: $id, reason: $reason) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "您的评价", en: "What you said" },
  level: { zh: "满意程度", en: "How it went" },
  tags: { zh: "方面", en: "About" },
  comment: { zh: "意见", en: "Your words" },
  at: { zh: "评价时间", en: "Said" },
  status: { zh: "处理情况", en: "What has become of it" },
  due: { zh: "最晚整改", en: "To be put right by" },
  measures: { zh: "整改措施", en: "What was done" },
  callBack: { zh: "回访记录", en: "When you were called back" },
  appeal: { zh: "您的申诉", en: "Your appeal" },
  answer: { zh: "申诉答复", en: "The answer to it" },
  appealed: {
    zh: "申诉已提交，答复会显示在这里。",
    en: "Your appeal has arrived. The answer will stand here.",
  },
  again: {
    zh: "对处理结果不满意的，可以申诉一次",
    en: "If you are not content with that, you can appeal once",
  },
  reason: { zh: "申诉的理由", en: "Why you appeal" },
  send: { zh: "提交申诉", en: "Appeal" },
  sending: { zh: "正在提交…", en: "Sending…" },
  empty: { zh: "请写明申诉的理由", en: "Say why you appeal" },
} satisfies Record<string, Text>;

/** An evaluation as it was given, and how a bad one is being put right. */
export function PastEvaluation({ of }: { readonly of: FragmentType<typeof FRAGMENT> }): ReactNode {
  const { say, language } = useTexts();
  const { id, level, tags, comment, at, status, dueOn, availableActions, ...after } = readFragment(
    FRAGMENT,
    of,
  );
  const { measures, callBack, appeal } = after;
  const [isAppealed, setAppealed] = useState(false);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {isAppealed && <Told title={say(TEXTS.appealed)} />}
      <Facts
        of={[
          [say(TEXTS.level), say(LEVELS[level])],
          [say(TEXTS.tags), tags.map((tag) => say(TAGS[tag])).join(say(BETWEEN))],
          [say(TEXTS.comment), comment],
          [say(TEXTS.at), moment(at, language)],
          [say(TEXTS.status), say(EVALUATION_STATUSES[status])],
          [say(TEXTS.due), dueOn && day(dueOn, language)],
          [say(TEXTS.measures), measures?.text],
          [say(TEXTS.callBack), callBack && `${moment(callBack.at, language)} ${callBack.text}`],
          [say(TEXTS.appeal), appeal?.reason],
          [say(TEXTS.answer), appeal?.answer?.text],
        ]}
      />
      {availableActions.includes("APPEAL") && <Appeal id={id} onArrived={() => setAppealed(true)} />}
    </section>
  );
}

type AppealProps = { readonly id: string; readonly onArrived: () => void };

function Appeal({ id, onArrived }: AppealProps): ReactNode {
  const { say } = useTexts();
  const { send, isSending } = useChange(APPEAL);
  const kept = useKept(`appeal-evaluation:${id}`, () => "");
  const reason = kept.value;
  const field = `appeal-${id}`;
  const [problem, setProblem] = useState<string>();
  const [outcome, setOutcome] = useState<NotDone>();
  async function appeal(): Promise<void> {
    if (isSending) return;
    setOutcome(undefined);
    if (reason.trim() === "") return setProblem(say(TEXTS.empty));
    const came = resultIn(await send({ id, reason }), "appealEvaluation");
    setProblem(undefined);
    if (came.kind === "trouble") return setOutcome(came);
    const { result } = came;
    if (result.__typename === "Evaluation") {
      kept.forget();
      return onArrived();
    }
    if (result.__typename === "InvalidInput") return setProblem(result.message);
    setOutcome({ kind: "refused", message: result.message });
  }
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void appeal();
      }}
    >
      <ErrorSummary problems={problem ? [{ field, text: problem }] : []} />
      <FailureNotice failure={outcome} again={() => void appeal()} isSending={isSending} />
      <p>{say(TEXTS.again)}</p>
      <Field id={field} label={say(TEXTS.reason)} problem={problem}>
        {(marks) => (
          <textarea
            {...marks}
            rows={4}
            value={reason}
            onChange={(event) => kept.change(event.target.value)}
          />
        )}
      </Field>
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}
