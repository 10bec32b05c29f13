import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { EvaluationLevel, EvaluationTag } from "../../shared/generated/graphql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { Problem } from "../../shared/ui/problem.ts";

const EVALUATE = graphql(`
  mutation PortalEvaluate($id: ID!, $input: EvaluationInput!, $key: ID!) {
    evaluateApplication(id: $id, input: $input, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

/** The ids of the controls to which problems lead. */
export const FIELDS = { level: "level", comment: "comment" } as const;

const NO_LEVEL: Text = { zh: "请选择满意程度", en: "Choose how it went" };

type Draft = {
  readonly level?: EvaluationLevel;
  readonly tags: readonly EvaluationTag[];
  readonly comment: string;
};

type Evaluating = {
  readonly draft: Draft;
  readonly change: (change: Partial<Draft>) => void;
  readonly send: () => void;
  readonly problems: readonly Problem[];
  readonly outcome: NotDone | undefined;
  readonly isSending: boolean;
};

/** An evaluation. It stays until it has arrived; the page is then asked for anew, and shows it. */
export function useEvaluation(id: string, onGiven: () => void): Evaluating {
  const { say } = useTexts();
  const { send: sendChange, isSending } = useChange(EVALUATE);
  const kept = useKeptDraft<Draft>(`evaluate:${id}`, () => ({ tags: [], comment: "" }));
  const { value: draft, key } = kept;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [outcome, setOutcome] = useState<NotDone>();

  async function send(): Promise<void> {
    if (isSending) return;
    const { level, tags, comment } = draft;
    setOutcome(undefined);
    if (!level) return setProblems([{ field: FIELDS.level, text: say(NO_LEVEL) }]);
    const words = comment.trim() === "" ? {} : { comment };
    const answer = await sendChange({ id, key, input: { level, tags: [...tags], ...words } });
    const came = resultIn(answer, "evaluateApplication");
    setProblems([]);
    if (came.kind === "trouble") return setOutcome(came);
    const { result } = came;
    if (result.__typename === "Evaluation") {
      kept.forget();
      return onGiven();
    }
    if (result.__typename === "InvalidInput" && result.path.includes("comment"))
      return setProblems([{ field: FIELDS.comment, text: result.message }]);
    setOutcome({ kind: "refused", message: result.message });
  }

  return {
    ...{ draft, problems, outcome, isSending },
    change: (change) => kept.change({ ...draft, ...change }),
    send: () => void send(),
  };
}
