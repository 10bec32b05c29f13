import type { ReactNode } from "react";
import type { EvaluationLevel, EvaluationTag } from "../../shared/generated/graphql.ts";
import { LEVELS, TAGS } from "../../shared/texts/evaluation-texts.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ChoiceBox } from "../../shared/ui/choice-box.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { FieldSet } from "../../shared/ui/field-set.tsx";
import { FIELDS, useEvaluation } from "./use-evaluation.ts";

const TEXTS = {
  level: { zh: "您对这次办理满意吗？", en: "How did it go?" },
  tags: { zh: "您评价的是哪些方面？（选填）", en: "What is it about? (optional)" },
  comment: { zh: "意见", en: "Your words" },
  hint: {
    zh: "评价为不满意的请说明原因，以便整改。办理人员在办件记录中看不到您的评价。",
    en: "If something was bad, say why, so that it can be put right. Those who handled the case do not see this in its record.",
  },
  send: { zh: "提交评价", en: "Send" },
  sending: { zh: "正在提交…", en: "Sending…" },
} satisfies Record<string, Text>;

const levels = Object.entries(LEVELS) as readonly (readonly [EvaluationLevel, Text])[];
const tags = Object.entries(TAGS) as readonly (readonly [EvaluationTag, Text])[];

type FormProps = { readonly id: string; readonly onGiven: () => void };

/** Five levels, subjects to be ticked, and words. */
export function EvaluationForm({ id, onGiven }: FormProps): ReactNode {
  const { say } = useTexts();
  const { draft, change, send, problems, outcome, isSending } = useEvaluation(id, onGiven);
  const problemAt = (field: string): string | undefined => problems.find((one) => one.field === field)?.text;
  const turn = (tag: EvaluationTag): void =>
    change({
      tags: draft.tags.includes(tag) ? draft.tags.filter((one) => one !== tag) : [...draft.tags, tag],
    });
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
      <FailureNotice failure={outcome} again={send} isSending={isSending} />
      <section className="part form">
        <FieldSet id="levels" legend={say(TEXTS.level)} problem={problemAt(FIELDS.level)}>
          {levels.map(([level, text], i) => (
            <ChoiceBox
              key={level}
              kind="radio"
              name="level"
              id={i === 0 ? FIELDS.level : `level-${i}`}
              checked={draft.level === level}
              onChange={() => change({ level })}
            >
              {say(text)}
            </ChoiceBox>
          ))}
        </FieldSet>
        <FieldSet id="tags" legend={say(TEXTS.tags)}>
          {tags.map(([tag, text]) => (
            <ChoiceBox
              key={tag}
              kind="checkbox"
              id={`tag-${tag}`}
              checked={draft.tags.includes(tag)}
              onChange={() => turn(tag)}
            >
              {say(text)}
            </ChoiceBox>
          ))}
        </FieldSet>
        <Field
          id={FIELDS.comment}
          label={say(TEXTS.comment)}
          hint={say(TEXTS.hint)}
          problem={problemAt(FIELDS.comment)}
        >
          {(marks) => (
            <textarea
              {...marks}
              rows={4}
              value={draft.comment}
              onChange={(event) => change({ comment: event.target.value })}
            />
          )}
        </Field>
      </section>
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}
