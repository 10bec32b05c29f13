import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { Scope } from "../../shared/generated/graphql.ts";
import { type AnyEnd, useEndedAct } from "../../shared/graphql/use-ended-act.ts";

const GRANT = graphql(`
  mutation PortalGrantConsent($token: String!, $scopes: [Scope!]!) {
    grantConsent(token: $token, scopes: $scopes) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

const REFUSE = graphql(`
  mutation PortalRefuseConsent($token: String!) {
    refuseConsent(token: $token) {
      __typename
      ... on Refusal {
        message
      }
    }
  }
`);

export type ConsentAnswer = {
  readonly ticked: readonly Scope[];
  readonly tick: (scope: Scope, isTicked: boolean) => void;
  /** It was to be granted with nothing ticked. */
  readonly isEmpty: boolean;
  readonly isSending: boolean;
  readonly given: "granted" | "refused" | undefined;
  /** Of the answer that was sent last. */
  readonly ended: AnyEnd | undefined;
  readonly grant: () => void;
  readonly refuse: () => void;
  /** Sends the last answer once more; a request is answered once, however often it is sent. */
  readonly again: () => void;
};

/** The reader's answer to a request for consent. Nothing is ticked for them. */
export function useConsentAnswer(token: string): ConsentAnswer {
  const [ticked, setTicked] = useState<readonly Scope[]>([]);
  const [last, setLast] = useState<"grant" | "refuse">("grant");
  const [hasTried, setTried] = useState(false);
  const granting = useEndedAct(GRANT);
  const refusing = useEndedAct(REFUSE);

  function grant(): void {
    setTried(true);
    setLast("grant");
    if (ticked.length > 0) void granting.send({ token, scopes: [...ticked] });
  }

  function refuse(): void {
    setTried(false);
    setLast("refuse");
    void refusing.send({ token });
  }

  return {
    ticked,
    tick: (scope, isTicked) =>
      setTicked((before) => [...before.filter((one) => one !== scope), ...(isTicked ? [scope] : [])]),
    isEmpty: hasTried && ticked.length === 0,
    isSending: granting.isSending || refusing.isSending,
    given: givenBy(granting.ended?.kind, refusing.ended?.kind),
    ended: last === "grant" ? granting.ended : refusing.ended,
    grant,
    refuse,
    again: last === "grant" ? grant : refuse,
  };
}

type Kind = AnyEnd["kind"] | undefined;

function givenBy(granting: Kind, refusing: Kind): ConsentAnswer["given"] {
  if (granting === "done") return "granted";
  return refusing === "done" ? "refused" : undefined;
}
