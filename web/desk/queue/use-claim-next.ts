import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import { type Trouble, troubleAt } from "../../shared/graphql/trouble.ts";
import { useChanges } from "../../shared/graphql/use-answer.ts";
import { CLAIM, HANDLED } from "../cases/acts/operations.ts";
import type { Place, QueueSearch } from "./queue-search.ts";

/** Only what is needed to choose: what the officer may take on stands among what others may. */
const NEXT = graphql(`
  query DeskNext($region: RegionCode!, $department: String!, $item: ID) {
    workQueue(region: $region, within: true, department: $department, item: $item, first: 100) {
      edges {
        node {
          step
          application {
            id
            availableActions
          }
        }
      }
    }
  }
`);

/** Of so many that others were quicker at taking on. */
const TRIES_MAX = 5;

export type ClaimNext = {
  readonly claim: () => void;
  readonly isClaiming: boolean;
  readonly outcome: "none" | Trouble | undefined;
};

/** Takes on the most pressing step that is for the officer, and goes to its case. Of two who do so at once each gets another. */
export function useClaimNext({ region, department }: Place, { item }: QueueSearch): ClaimNext {
  const navigate = useNavigate();
  const { send } = useChanges();
  const [isClaiming, setClaiming] = useState(false);
  const [outcome, setOutcome] = useState<ClaimNext["outcome"]>();

  async function claim(): Promise<ClaimNext["outcome"]> {
    const found = await ask(NEXT, { region, department, ...(item ? { item } : {}) });
    if (!found.ok) return found.trouble;
    const trouble = troubleAt(found.errors, ["workQueue"]);
    if (trouble) return trouble;
    const open = (found.data.workQueue?.edges ?? [])
      .map(({ node }) => node)
      .filter(({ application }) => application.availableActions.includes("CLAIM"));
    for (const { step, application } of open.slice(0, TRIES_MAX)) {
      if (!step) continue;
      const came = resultIn(await send(CLAIM, { id: application.id, step }), "result");
      if (came.kind === "trouble") return came.trouble;
      if (readFragment(HANDLED, came.result).__typename !== "Application") continue;
      await navigate({ to: "/desk/cases/$id", params: { id: application.id } });
      return undefined;
    }
    return "none";
  }

  async function claimOnce(): Promise<void> {
    if (isClaiming) return;
    setClaiming(true);
    setOutcome(await claim());
    setClaiming(false);
  }

  return { claim: () => void claimOnce(), isClaiming, outcome };
}
