import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { Trouble } from "../../shared/graphql/trouble.ts";
import { useChanges } from "../../shared/graphql/use-answer.ts";
import type { Place, QueueSearch } from "./queue-search.ts";

const CLAIM_NEXT = graphql(`
  mutation DeskClaimNext($region: RegionCode!, $department: String!, $item: ID) {
    result: claimNext(region: $region, within: true, department: $department, item: $item) {
      __typename
      ... on ClaimedStep {
        application {
          id
        }
      }
    }
  }
`);

export type ClaimNext = {
  readonly claim: () => void;
  readonly isClaiming: boolean;
  readonly outcome: "none" | Trouble | undefined;
};

/** Takes on the most pressing step that is for the officer, and goes to its case. */
export function useClaimNext({ region, department }: Place, { item }: QueueSearch): ClaimNext {
  const navigate = useNavigate();
  const { send } = useChanges();
  const [isClaiming, setClaiming] = useState(false);
  const [outcome, setOutcome] = useState<ClaimNext["outcome"]>();

  async function claim(): Promise<ClaimNext["outcome"]> {
    const came = resultIn(
      await send(CLAIM_NEXT, { region, department, ...(item ? { item } : {}) }),
      "result",
    );
    if (came.kind === "trouble") return came.trouble;
    if (came.result.__typename !== "ClaimedStep") return "none";
    await navigate({ to: "/desk/cases/$id", params: { id: came.result.application.id } });
    return undefined;
  }

  async function claimOnce(): Promise<void> {
    if (isClaiming) return;
    setClaiming(true);
    setOutcome(await claim());
    setClaiming(false);
  }

  return { claim: () => void claimOnce(), isClaiming, outcome };
}
