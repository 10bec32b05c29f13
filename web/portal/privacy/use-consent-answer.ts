import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { Scope } from "../../shared/generated/graphql.ts";
import { type AnyEnd, type NotDone, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";

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
  readonly failure: NotDone | undefined;
  readonly grant: () => void;
  readonly refuse: () => void;
  /** Sends the last answer once more; a request is answered once, however often it is sent. */
  readonly again: () => void;
};

/**
 * The reader's answer to a request for consent. Nothing is ticked for them; what they tick is kept in this tab until they
 * have answered, under the request's id and not under the token that opens it.
 */
export function useConsentAnswer(id: string, token: string): ConsentAnswer {
  const { value: ticked, change: setTicked, forget } = useKept<readonly Scope[]>(`consent:${id}`, () => []);
  const [last, setLast] = useState<"grant" | "refuse">("grant");
  const [hasTried, setTried] = useState(false);
  const granting = useAct(GRANT);
  const refusing = useAct(REFUSE);

  async function answer(how: "grant" | "refuse"): Promise<void> {
    setTried(how === "grant");
    setLast(how);
    if (how === "grant" && ticked.length === 0) return;
    const ended =
      how === "grant" ? await granting.send({ token, scopes: [...ticked] }) : await refusing.send({ token });
    if (ended?.kind === "done") forget();
  }
  const grant = (): void => void answer("grant");
  const refuse = (): void => void answer("refuse");

  return {
    ticked,
    tick: (scope, isTicked) =>
      setTicked([...ticked.filter((one) => one !== scope), ...(isTicked ? [scope] : [])]),
    isEmpty: hasTried && ticked.length === 0,
    isSending: granting.isSending || refusing.isSending,
    given: givenBy(granting.ended?.kind, refusing.ended?.kind),
    failure: last === "grant" ? granting.failure : refusing.failure,
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
