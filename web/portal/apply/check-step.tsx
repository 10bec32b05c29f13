import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type FieldProblem, fieldId, toSummary } from "../../shared/forms/form-view.ts";
import { problemsIn } from "../../shared/forms/open-fields.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { feeText, promiseOf } from "../services/service-texts.ts";
import { AnswersToCheck, MaterialsToCheck } from "./check-answers.tsx";
import { DuplicateNotice } from "./duplicate-notice.tsx";
import { StepFrame, type StepProps } from "./step-frame.tsx";
import { stepOf } from "./steps.ts";
import { useSubmission } from "./use-submission.ts";

const TEXTS = {
  title: { zh: "核对并提交", en: "Check your answers" },
  promise: { zh: "承诺时限", en: "Promised time" },
  fee: { zh: "收费", en: "Fee" },
  about: { zh: "提交之后", en: "Once it is handed in" },
  stake: {
    zh: "由他人提交的，须由本人（企业由法定代表人）登录确认，确认后才开始办理。",
    en: "Handed in by somebody else, it waits until the person it is for (of an enterprise its legal representative) confirms it.",
  },
  truth: {
    zh: "提交即表示您确认以上内容真实。提供虚假材料须承担法律责任。",
    en: "By handing it in you say that all of this is true. False statements have consequences by law.",
  },
  submit: { zh: "提交申请", en: "Hand in" },
  submitCorrection: { zh: "提交补正", en: "Hand in what was put right" },
  sending: { zh: "正在提交…", en: "Handing in…" },
} satisfies Record<string, Text>;

/** All answers at once, each with a way to change it; then they are handed in. */
export function CheckStep(of: StepProps): ReactNode {
  const { say } = useTexts();
  const { application } = of.filling;
  const submission = useSubmission(of.filling);
  const { submit, isSending } = submission;
  const { item, status, capacity } = application;
  const handIn = status === "CORRECTION" ? TEXTS.submitCorrection : TEXTS.submit;
  return (
    <StepFrame {...of} title={say(TEXTS.title)}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <StillToDo {...of} submission={submission} />
        <FailureNotice failure={submission.outcome} again={submit} isSending={isSending} />
        <DuplicateNotice of={submission} />
        <AnswersToCheck {...of} />
        <MaterialsToCheck {...of} />
        <section className="part">
          <h2>{say(TEXTS.about)}</h2>
          <Facts
            of={[
              [say(TEXTS.promise), say(promiseOf(item.promisedWorkingDays))],
              [say(TEXTS.fee), say(feeText(item.fee))],
            ]}
          />
          {item.stake && capacity === "AGENT" && <p>{say(TEXTS.stake)}</p>}
          <p>{say(TEXTS.truth)}</p>
        </section>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : handIn)}
        </button>
      </form>
    </StepFrame>
  );
}

type StillToDoProps = StepProps & { readonly submission: ReturnType<typeof useSubmission> };

const missing = (count: number): Text => ({
  zh: `还有 ${count} 处需要填写或改正，提交时会逐项列出`,
  en: `${count} more to be filled in or put right; they are listed as you hand it in`,
});

/** The problems that keep it from being handed in: their number before one tries, and each with its place after that. */
function StillToDo({ filling, steps, submission }: StillToDoProps): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const { id } = filling.application;
  const told: readonly FieldProblem[] = submission.problems ?? problemsIn(filling.application);
  const problems = toSummary(told, { ...filling.view, say });
  if (submission.attempts === 0)
    return told.length > 0 && <Notice tone="act" title={say(missing(told.length))} />;
  return (
    <ErrorSummary
      key={submission.attempts}
      problems={problems}
      goTo={(field) => {
        const problem = told.find(({ path }) => fieldId(path.slice(1)) === field);
        const step = problem && stepOf(problem, steps);
        if (!step) return;
        const search = { step: step.key, from: "check" } as const;
        void navigate({ to: "/cases/$id/edit", params: { id }, search, hash: field });
      }}
    />
  );
}
