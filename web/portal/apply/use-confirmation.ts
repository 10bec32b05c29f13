import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";

const CONFIRM = graphql(`
  mutation PortalConfirmApplication($id: ID!) {
    confirmApplication(id: $id) {
      __typename
      ... on Application {
        id
      }
      ... on Refusal {
        message
      }
      ... on FormIncomplete {
        problems {
          message
        }
      }
    }
  }
`);

type Confirmation = {
  readonly confirm: () => void;
  readonly outcome: NotDone | undefined;
  readonly isSending: boolean;
};

/** Confirms an application; said again it changes nothing. A problem that keeps it from being taken is told in the platform's words. */
export function useConfirmation(id: string): Confirmation {
  const navigate = useNavigate();
  const { send, isSending } = useChange(CONFIRM);
  const [outcome, setOutcome] = useState<NotDone>();
  async function confirm(): Promise<void> {
    if (isSending) return;
    const came = resultIn(await send({ id }), "confirmApplication");
    if (came.kind === "trouble") return setOutcome(came);
    const { result } = came;
    if (result.__typename === "Application")
      return navigate({ to: "/cases/$id/received", params: { id }, replace: true });
    const isIncomplete = result.__typename === "FormIncomplete";
    const said = isIncomplete ? result.problems.map((one) => one.message).join(" ") : result.message;
    setOutcome({ kind: "refused", message: said });
  }
  return { confirm: () => void confirm(), outcome, isSending };
}
