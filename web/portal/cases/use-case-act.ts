import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";
import { useTexts } from "../../shared/texts/text.ts";
import type { Problem } from "../../shared/ui/problem.ts";
import { ACTS, type Act } from "./acts.ts";

const WITHDRAW = graphql(`
  mutation PortalTakeBack($id: ID!, $reason: String!) {
    withdrawApplication(id: $id, reason: $reason) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);
const APPEAL = graphql(`
  mutation PortalAppeal($id: ID!, $reason: String!) {
    appealDecision(id: $id, reason: $reason) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);
const COMPLAIN = graphql(`
  mutation PortalComplain($id: ID!, $reason: String!, $key: ID!) {
    complainAboutDelay(id: $id, text: $reason, idempotencyKey: $key) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

type OneAct = {
  readonly reason: string;
  readonly write: (reason: string) => void;
  readonly send: () => void;
  /** The words about what is wrong with the reason. */
  readonly problem: string | undefined;
  readonly problems: readonly Problem[];
  readonly outcome: NotDone | undefined;
  readonly isSending: boolean;
};

/** An act in a case. Its reason stays until it has arrived; then the case is shown. */
export function useCaseAct(id: string, act: Act): OneAct {
  const { say } = useTexts();
  const navigate = useNavigate();
  const [withdraw, appeal, complain] = [useChange(WITHDRAW), useChange(APPEAL), useChange(COMPLAIN)];
  const { value: reason, key, change: write, forget } = useKeptDraft(`act:${act}:${id}`, () => "");
  const [problem, setProblem] = useState<string>();
  const [outcome, setOutcome] = useState<NotDone>();
  const isSending = withdraw.isSending || appeal.isSending || complain.isSending;
  const problems = problem ? [{ field: "reason", text: problem }] : [];

  async function sendReason() {
    if (act === "withdraw") return resultIn(await withdraw.send({ id, reason }), "withdrawApplication");
    if (act === "appeal") return resultIn(await appeal.send({ id, reason }), "appealDecision");
    return resultIn(await complain.send({ id, reason, key }), "complainAboutDelay");
  }

  async function send(): Promise<void> {
    if (isSending) return;
    setOutcome(undefined);
    if (reason.trim() === "") return setProblem(say(ACTS[act].empty));
    const came = await sendReason();
    setProblem(undefined);
    if (came.kind === "trouble") return setOutcome(came);
    const { result } = came;
    if (result.__typename === "InvalidInput") return setProblem(result.message);
    if ("message" in result) return setOutcome({ kind: "refused", message: result.message });
    forget();
    await navigate({ to: "/cases/$id", params: { id }, replace: true });
  }

  return {
    ...{ reason, write, problem, problems, outcome, isSending },
    send: () => void send(),
  };
}
