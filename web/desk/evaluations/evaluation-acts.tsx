import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { AppealOutcome, BadEvaluationFragment } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { officerName } from "../officer-name.ts";
import { TextAct, type TextDeed } from "../text-act.tsx";

const ASSIGN = graphql(`
  mutation DeskAssignEvaluation($id: ID!, $to: ID!) {
    done: assignEvaluation(id: $id, to: $to) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const PUT_RIGHT = graphql(`
  mutation DeskPutEvaluationRight($id: ID!, $text: String!) {
    done: putEvaluationRight(id: $id, measures: $text) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const CALL_BACK = graphql(`
  mutation DeskRecordCallBack($id: ID!, $isSatisfied: Boolean!, $text: String!) {
    done: recordCallBack(id: $id, isSatisfied: $isSatisfied, note: $text) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const ANSWER = graphql(`
  mutation DeskAnswerEvaluationAppeal($id: ID!, $outcome: AppealOutcome!, $text: String!) {
    done: answerEvaluationAppeal(id: $id, outcome: $outcome, answer: $text) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  assign: { zh: "指派整改人（不能是作出决定的人）", en: "Give it to (not to who decided the case)" },
  choose: { zh: "请选择", en: "Choose one" },
  give: { zh: "指派", en: "Give it to them" },
  giving: { zh: "正在指派…", en: "Giving it…" },
  missing: { zh: "请选择整改人", en: "Choose somebody" },
  measures: { zh: "整改情况", en: "Measures that you have taken" },
  putRight: { zh: "提交整改", en: "It is put right" },
  callBack: { zh: "回访记录", en: "Their words when they were called back" },
  satisfied: { zh: "对方满意", en: "They are satisfied" },
  dissatisfied: { zh: "对方不满意", en: "They are not satisfied" },
  answer: { zh: "答复申诉", en: "The answer to their appeal" },
  uphold: { zh: "维持处理结果", en: "The handling stands" },
  reopen: { zh: "重新处理", en: "Handle it anew" },
} satisfies Record<string, Text>;

/** Somebody to whom work can be given. */
export type Colleague = { readonly id: string; readonly name: string | null };

type EvaluationActsProps = {
  readonly of: Pick<BadEvaluationFragment, "id" | "availableActions">;
  readonly colleagues: readonly Colleague[];
};

/** The acts that this officer has on the evaluation now, as the platform says. */
export function EvaluationActs({ of: { id, availableActions }, colleagues }: EvaluationActsProps): ReactNode {
  const may = (action: string): boolean => availableActions.includes(action);
  return (
    <>
      {may("ASSIGN") && <Assign id={id} colleagues={colleagues} />}
      {may("PUT_RIGHT") && <PutRight id={id} />}
      {may("CALL_BACK") && <CallBack id={id} />}
      {(may("UPHOLD") || may("REOPEN")) && <AnswerAppeal id={id} availableActions={availableActions} />}
    </>
  );
}

type AssignProps = { readonly id: string; readonly colleagues: readonly Colleague[] };

function Assign({ id, colleagues }: AssignProps): ReactNode {
  const { say } = useTexts();
  const { value: to, change: setTo, forget } = useKept(`assign:${id}`, () => "");
  const [isMissing, setMissing] = useState(false);
  const { send, again, failure, isSending } = useAct(ASSIGN, forget);
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setMissing(to === "");
        if (to !== "") void send({ id, to });
      }}
    >
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <Choice
        id={`assign-${id}`}
        label={say(TEXTS.assign)}
        value={to}
        problem={isMissing && to === "" ? say(TEXTS.missing) : undefined}
        options={[
          { value: "", text: say(TEXTS.choose) },
          ...colleagues.map((one) => ({ value: one.id, text: say(officerName(one)) })),
        ]}
        choose={setTo}
      />
      <p>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.giving : TEXTS.give)}
        </button>
      </p>
    </form>
  );
}

function PutRight({ id }: { readonly id: string }): ReactNode {
  const { send, ...acting } = useAct(PUT_RIGHT);
  const deed: TextDeed = { ...acting, name: TEXTS.putRight, send: (text) => send({ id, text }) };
  return <TextAct id={`measures-${id}`} label={TEXTS.measures} deeds={[deed]} />;
}

function CallBack({ id }: { readonly id: string }): ReactNode {
  const satisfied = useAct(CALL_BACK);
  const dissatisfied = useAct(CALL_BACK);
  const deeds: readonly TextDeed[] = [
    { ...satisfied, name: TEXTS.satisfied, send: (text) => satisfied.send({ id, isSatisfied: true, text }) },
    {
      ...{ ...dissatisfied, name: TEXTS.dissatisfied },
      send: (text) => dissatisfied.send({ id, isSatisfied: false, text }),
    },
  ];
  return <TextAct id={`call-back-${id}`} label={TEXTS.callBack} deeds={deeds} />;
}

/** The outcomes of an appeal, by the actions under which they are offered. */
const OUTCOMES: readonly (readonly [action: string, outcome: AppealOutcome, name: Text])[] = [
  ["UPHOLD", "UPHELD", TEXTS.uphold],
  ["REOPEN", "OVERTURNED", TEXTS.reopen],
];

function AnswerAppeal({ id, availableActions }: EvaluationActsProps["of"]): ReactNode {
  const { send, ...acting } = useAct(ANSWER);
  const [first, ...others] = OUTCOMES.filter(([action]) => availableActions.includes(action));
  const deeds = [...(first ? [first] : []), ...others].map(
    ([, outcome, name], i): TextDeed => ({
      name,
      send: (text) => send({ id, outcome, text }),
      // They are one act: its end is told once.
      isSending: acting.isSending,
      failure: i === 0 ? acting.failure : undefined,
    }),
  );
  return <TextAct id={`appeal-${id}`} label={TEXTS.answer} deeds={deeds} />;
}
