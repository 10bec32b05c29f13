import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { EvaluationLevel } from "../../shared/generated/graphql.ts";
import { LEVELS } from "../../shared/texts/evaluation-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";

const EVALUATE = graphql(`
  mutation DeskEvaluate($id: ID!, $input: EvaluationInput!, $attendance: ID!, $key: ID!) {
    done: evaluateApplication(id: $id, input: $input, attendance: $attendance, idempotencyKey: $key) {
      __typename
      ... on Evaluation {
        id
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

const TEXTS = {
  level: { zh: "对方对这次办理满意吗？", en: "How did it go, in their words?" },
  comment: { zh: "对方的意见", en: "Their words" },
  hint: { zh: "不满意的须写明原因，以便整改", en: "Needed where it was bad, so that it can be put right" },
  send: { zh: "记录评价", en: "Take the evaluation down" },
  sending: { zh: "正在提交…", en: "Sending…" },
  noLevel: { zh: "请选择满意程度", en: "Choose how it went" },
} satisfies Record<string, Text>;

const FIELDS = ["level", "comment"] as const;
type Draft = { readonly level: EvaluationLevel | ""; readonly comment: string };
const levels = Object.entries(LEVELS) as readonly (readonly [EvaluationLevel, Text])[];

type EvaluateProps = { readonly application: string; readonly attendance: string };

/** An evaluation of the latest decision, as the person at the window says it. */
export function EvaluateAtWindow({ application, attendance }: EvaluateProps): ReactNode {
  const { say } = useTexts();
  const form = useKeptForm({
    ...{ name: `evaluate:${application}`, empty: (): Draft => ({ level: "", comment: "" }), fields: FIELDS },
    missingIn: ({ level }: Draft) => (level === "" ? [{ field: "level", text: TEXTS.noLevel }] : []),
    document: EVALUATE,
    variablesOf: ({ level, comment }: Draft, key) => {
      if (level === "") throw new Error("an evaluation is not sent without its level");
      const words = comment.trim() === "" ? {} : { comment: comment.trim() };
      return { id: application, attendance, key, input: { level, ...words } };
    },
    // The case is asked for anew, and shows it.
    done: () => undefined,
  });
  const { draft, write, problems, problemOf, failure, send, isSending } = form;
  return (
    <form
      className="form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={send} isSending={isSending} />
      <FieldSet id="level" legend={say(TEXTS.level)} problem={problemOf("level")}>
        {levels.map(([level, text]) => (
          <ChoiceBox
            key={level}
            kind="radio"
            name="evaluation"
            id={`level-${level}`}
            checked={draft.level === level}
            onChange={() => write({ level })}
          >
            {say(text)}
          </ChoiceBox>
        ))}
      </FieldSet>
      <Field id="comment" label={say(TEXTS.comment)} hint={say(TEXTS.hint)} problem={problemOf("comment")}>
        {(marks) => (
          <textarea
            {...marks}
            rows={3}
            maxLength={4000}
            value={draft.comment}
            onChange={(event) => write({ comment: event.target.value })}
          />
        )}
      </Field>
      <p>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : TEXTS.send)}
        </button>
      </p>
    </form>
  );
}
