import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { EvaluationLevel, EvaluationTag } from "../../shared/generated/graphql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { NotDone } from "../../shared/ui/outcome-notice.tsx";
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

/** The same evaluation under the same key, however often it is sent. */
type Draft = {
  readonly level?: EvaluationLevel;
  readonly tags: readonly EvaluationTag[];
  readonly comment: string;
  readonly key: string;
};

type Evaluating = {
  readonly draft: Draft;
  readonly change: (change: Partial<Omit<Draft, "key">>) => void;
  readonly send: () => void;
  readonly problems: readonly Problem[];
  readonly outcome: NotDone | undefined;
  readonly isSending: boolean;
};

/** An evaluation. It stays until it has arrived; the page is then asked for anew, and shows it. */
export function useEvaluation(id: string, onGiven: () => void): Evaluating {
  const { say } = useTexts();
  const { send: sendChange, isSending } = useChange(EVALUATE);
  const kept = useKept<Draft>(`evaluate:${id}`, () => ({ tags: [], comment: "", key: "" }));
  const draft = kept.value;
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [outcome, setOutcome] = useState<NotDone>();

  async function send(): Promise<void> {
    if (isSending) return;
    const { level, tags, comment, key } = draft;
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
    change: (change) => kept.change({ ...draft, ...change, key: crypto.randomUUID() }),
    send: () => void send(),
  };
}
