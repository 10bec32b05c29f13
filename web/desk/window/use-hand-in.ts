import { useState } from "react";
import type { Filling } from "../../shared/forms/use-filling.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { ResultOf } from "../../shared/graphql/result-of.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";

const HAND_IN = graphql(`
  mutation DeskHandIn($id: ID!, $key: ID!, $reason: String, $attendance: ID!) {
    submitApplication(id: $id, idempotencyKey: $key, duplicateReason: $reason, attendance: $attendance) {
      __typename
      ... on Application {
        id
      }
      ... on Refusal {
        message
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

type Result = NonNullable<ResultOf<typeof HAND_IN>["submitApplication"]>;
type Open = Extract<Result, { __typename: "DuplicateApplication" }>["open"];

export type HandIn = {
  /** So often it was tried, and not taken. */
  readonly attempts: number;
  /** The open applications to which it is one more. */
  readonly others: Open;
  readonly reason: string;
  readonly setReason: (reason: string) => void;
  readonly handIn: () => void;
  readonly outcome: NotDone | undefined;
  readonly isSending: boolean;
};

/** Saves what is not saved yet and hands the application in for the person at the window, once however often it is sent. */
export function useHandIn(filling: Filling, attendance: string): HandIn {
  const { application, saveRest, outcome: notSaved, isSaving } = filling;
  const { id } = application;
  const { send, isSending } = useChange(HAND_IN);
  const request = useIdempotencyKey(`submit:${id}`);
  const reason = useKept(`submit-reason:${id}`, () => "");
  const [attempts, setAttempts] = useState(0);
  const [others, setOthers] = useState<Open>([]);
  const [outcome, setOutcome] = useState<NotDone>();

  function take(result: Result): void {
    request.forget();
    setOutcome(undefined);
    if (result.__typename === "Application") {
      reason.forget();
      return;
    }
    setAttempts((before) => before + 1);
    setOthers(result.__typename === "DuplicateApplication" ? result.open : []);
    // Each thing that is missing stands at its field.
    const isTold = result.__typename === "FormIncomplete" || result.__typename === "DuplicateApplication";
    if (!isTold) setOutcome({ kind: "refused", message: result.message });
  }

  async function handIn(): Promise<void> {
    if (isSending || isSaving) return;
    const saved = await saveRest();
    if (saved.kind !== "saved") return setAttempts((before) => before + 1);
    const key = request.keyFor(id);
    const why = reason.value.trim() === "" ? {} : { reason: reason.value };
    const came = resultIn(await send({ id, key, attendance, ...why }), "submitApplication");
    if (came.kind === "trouble") setOutcome(came);
    else take(came.result);
  }

  return {
    ...{ attempts, others, reason: reason.value, setReason: reason.change },
    handIn: () => void handIn(),
    outcome: outcome ?? notSaved,
    isSending: isSending || isSaving,
  };
}
