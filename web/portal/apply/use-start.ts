import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import type { Party } from "./parties.ts";
import { formKey } from "./steps.ts";

const START = graphql(`
  mutation PortalStartApplication(
    $item: ID!
    $region: RegionCode!
    $for: ApplicationForInput
    $key: ID!
  ) {
    startApplication(idempotencyKey: $key, input: { item: $item, region: $region, for: $for }) {
      __typename
      ... on Application {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

/** A start as it was sent: exactly the same, sent again, is the same application. */
type Begun = { readonly party: string; readonly key: string };

type Start = {
  readonly chosen: Party | undefined;
  readonly choose: (party: Party) => void;
  /** Ids of the fields that keep it from being begun. */
  readonly problems: readonly string[];
  readonly start: () => void;
  readonly outcome: NotDone | undefined;
  readonly isSending: boolean;
};

/** Begins an application, once however often it is sent, and goes on to its first page. */
export function useStart(item: string, region: string, parties: readonly Party[]): Start {
  const navigate = useNavigate();
  const change = useChange(START);
  const kept = useKept<Begun | null>(`start:${item}`, () => null);
  const begun = kept.value;
  const [picked, choose] = useState<Party>();
  const [isWrong, setWrong] = useState(false);
  const [outcome, setOutcome] = useState<NotDone>();
  const chosen =
    picked ?? (parties.length === 1 ? parties[0] : parties.find(({ key }) => key === begun?.party));
  const problems = isWrong && !chosen ? ["for-0"] : [];

  async function start(): Promise<void> {
    setWrong(true);
    if (change.isSending || !chosen) return;
    const order = begun?.party === chosen.key ? begun : { party: chosen.key, key: crypto.randomUUID() };
    kept.change(order);
    const sent = { item, region, key: order.key, ...(chosen.to ? { for: chosen.to } : {}) };
    const came = resultIn(await change.send(sent), "startApplication");
    if (came.kind === "trouble") return setOutcome(came);
    kept.forget();
    const { result } = came;
    if (result.__typename !== "Application") return setOutcome({ kind: "refused", message: result.message });
    await navigate({
      to: "/cases/$id/edit",
      params: { id: result.id },
      search: { step: formKey(0) },
      replace: true,
    });
  }

  return { chosen, choose, problems, start: () => void start(), outcome, isSending: change.isSending };
}
