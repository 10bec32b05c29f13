import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { FIELD_PROBLEM, type FieldProblem } from "../../shared/forms/form-view.ts";
import type { Filling } from "../../shared/forms/use-filling.ts";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { ResultOf } from "../../shared/graphql/result-of.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";

const SUBMIT = graphql(`
  mutation PortalSubmitApplication($id: ID!, $key: ID!, $reason: String) {
    submitApplication(id: $id, idempotencyKey: $key, duplicateReason: $reason) {
      __typename
      ... on Application {
        id
      }
      ... on Refusal {
        message
      }
      ... on FormIncomplete {
        problems {
          ...FormFieldProblem
        }
      }
      ... on DuplicateApplication {
        open {
          id
          number
          status
        }
      }
    }
  }
`);

type Result = NonNullable<ResultOf<typeof SUBMIT>["submitApplication"]>;
type Duplicate = Extract<Result, { __typename: "DuplicateApplication" }>;

export type Submission = {
  /** So often it was tried to hand it in, and not taken. */
  readonly attempts: number;
  /** As it was refused last; undefined where it was not. */
  readonly problems: readonly FieldProblem[] | undefined;
  /** The open applications to which it is one more. */
  readonly others: Duplicate["open"];
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly submit: () => void;
  readonly outcome: NotDone | undefined;
  readonly isSending: boolean;
};

/** Hands an application in, once however often it is sent, and goes on to what has become of it. */
export function useSubmission({ application, saveRest, outcome: notSaved, isSaving }: Filling): Submission {
  const navigate = useNavigate();
  const { id } = application;
  const change = useChange(SUBMIT);
  const request = useIdempotencyKey(`submit:${id}`);
  const reason = useKept(`submit-reason:${id}`, () => "");
  const [attempts, setAttempts] = useState(0);
  const [problems, setProblems] = useState<readonly FieldProblem[]>();
  const [others, setOthers] = useState<Duplicate["open"]>([]);
  const [outcome, setOutcome] = useState<NotDone>();

  async function take(result: Result): Promise<void> {
    request.forget();
    setOutcome(undefined);
    if (result.__typename === "Application") {
      reason.forget();
      await navigate({ to: "/cases/$id/received", params: { id }, replace: true });
      return;
    }
    setAttempts((before) => before + 1);
    const isIncomplete = result.__typename === "FormIncomplete";
    setProblems(isIncomplete ? result.problems.map((one) => readFragment(FIELD_PROBLEM, one)) : undefined);
    const isDuplicate = result.__typename === "DuplicateApplication";
    setOthers(isDuplicate ? result.open : []);
    if (!isIncomplete && !isDuplicate) setOutcome({ kind: "refused", message: result.message });
  }

  async function submit(): Promise<void> {
    if (change.isSending || isSaving || (await saveRest()).kind !== "saved") return;
    const key = request.keyFor(id);
    const sent = { id, key, ...(reason.value.trim() === "" ? {} : { reason: reason.value }) };
    const came = resultIn(await change.send(sent), "submitApplication");
    if (came.kind === "trouble") setOutcome(came);
    else await take(came.result);
  }

  return {
    ...{ attempts, problems, others },
    reason: reason.value,
    setReason: reason.change,
    submit: () => void submit(),
    outcome: outcome ?? notSaved,
    isSending: change.isSending || isSaving,
  };
}
