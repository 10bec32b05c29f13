import { type FormEvent, type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import type { Problem } from "../../shared/ui/problem.ts";

const WITHDRAW = graphql(`
  mutation DeskWithdraw($id: ID!, $text: String!, $attendance: ID!) {
    done: withdrawApplication(id: $id, reason: $text, attendance: $attendance) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const APPEAL = graphql(`
  mutation DeskAppealDecision($id: ID!, $text: String!, $attendance: ID!) {
    done: appealDecision(id: $id, reason: $text, attendance: $attendance) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const COMPLAIN = graphql(`
  mutation DeskComplain($id: ID!, $text: String!, $attendance: ID!, $key: ID!) {
    done: complainAboutDelay(id: $id, text: $text, attendance: $attendance, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

type Words = { readonly name: Text; readonly label: Text; readonly send: Text };

/** The acts of an applicant that take a text, by their names in `availableActions`. */
const ACTS = {
  WITHDRAW: {
    name: { zh: "撤回申请", en: "Take the application back" },
    label: { zh: "撤回的原因", en: "Why they take it back" },
    send: { zh: "撤回", en: "Take it back" },
  },
  APPEAL: {
    name: { zh: "申请复核", en: "Ask for a review" },
    label: { zh: "不服决定的理由", en: "Why they are against the decision" },
    send: { zh: "提交复核申请", en: "Hand it in" },
  },
  COMPLAIN: {
    name: { zh: "投诉办理超期", en: "Complain of delay" },
    label: { zh: "投诉内容", en: "The complaint, in their words" },
    send: { zh: "提交投诉", en: "Hand in the complaint" },
  },
} satisfies Record<string, Words>;

type Name = keyof typeof ACTS;
const NAMES: readonly Name[] = ["APPEAL", "COMPLAIN", "WITHDRAW"];

const EMPTY: Text = { zh: "请先写下对方的话", en: "Write down what they say" };
const SENDING: Text = { zh: "正在提交…", en: "Handing in…" };

type AttendedActsProps = {
  readonly of: { readonly id: string; readonly availableActions: readonly string[] };
  readonly attendance: string;
};

/** The other acts of the person in the case, which the clerk writes down. */
export function AttendedActs({ of, attendance }: AttendedActsProps): ReactNode {
  const { say } = useTexts();
  const { id, availableActions } = of;
  return NAMES.filter((name) => availableActions.includes(name)).map((name) => (
    <details className="part" key={name}>
      <summary>{say(ACTS[name].name)}</summary>
      <ActForm name={name} id={id} attendance={attendance} />
    </details>
  ));
}

type ActFormProps = { readonly name: Name; readonly id: string; readonly attendance: string };

function useApplicantAct(name: Name, then: () => void) {
  const acts = {
    WITHDRAW: useAct(WITHDRAW, then),
    APPEAL: useAct(APPEAL, then),
    COMPLAIN: useAct(COMPLAIN, then),
  };
  const { again, failure, isSending } = acts[name];
  const send = (variables: Parameters<typeof acts.COMPLAIN.send>[0]): void => {
    const { key: _, ...others } = variables;
    void (name === "COMPLAIN" ? acts.COMPLAIN.send(variables) : acts[name].send(others));
  };
  return { again, failure, isSending, send };
}

function ActForm({ name, id, attendance }: ActFormProps): ReactNode {
  const { say } = useTexts();
  const { value: text, key, change: setText, forget } = useKeptDraft(`${name}:${id}`, () => "");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { send, again, failure, isSending } = useApplicantAct(name, forget);
  const field = `act-${name}`;
  function submit(event: FormEvent): void {
    event.preventDefault();
    const isEmpty = text.trim() === "";
    setProblems(isEmpty ? [{ field, text: say(EMPTY) }] : []);
    if (!isEmpty) send({ id, text, attendance, key });
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <Field id={field} label={say(ACTS[name].label)} problem={problems[0]?.text}>
        {(marks) => (
          <textarea
            {...marks}
            rows={3}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <p>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? SENDING : ACTS[name].send)}
        </button>
      </p>
    </form>
  );
}
