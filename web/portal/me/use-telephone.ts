import { graphql } from "../../shared/generated/gql.ts";
import { type NotDone, useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";

const SET = graphql(`
  mutation PortalSetTelephone($mobile: String!) {
    setTelephone(mobile: $mobile) {
      __typename
      ... on SentCode {
        to
        until
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const PROVE = graphql(`
  mutation PortalProveTelephone($code: String!) {
    proveTelephone(code: $code) {
      __typename
      ... on Telephone {
        maskedNumber
      }
      ... on Refusal {
        message
      }
    }
  }
`);

type Sent = { readonly to: string; readonly until: string };

type Typed = {
  readonly mobile: string;
  readonly code: string;
  /** A code is on its way. */
  readonly sent?: Sent;
};

export type TelephoneSteps = {
  readonly typed: Typed;
  readonly type: (change: Pick<Typed, "mobile"> | Pick<Typed, "code">) => void;
  readonly sendCode: () => void;
  readonly prove: () => void;
  /** Another number. */
  readonly beginAnew: () => void;
  readonly isSending: boolean;
  /** Why no code was sent. */
  readonly unsent: NotDone | undefined;
  /** Why the code has proven nothing. */
  readonly unproven: NotDone | undefined;
  readonly isProven: boolean;
};

const nothing = (): Typed => ({ mobile: "", code: "" });

/** A number, then the code that was sent to it. A reload between the two loses neither. */
export function useTelephone(): TelephoneSteps {
  const { value: typed, change, forget } = useKept("telephone", nothing);
  const set = useAct(SET);
  const proof = useAct(PROVE);

  async function sendCode(): Promise<void> {
    const end = await set.send({ mobile: typed.mobile.replaceAll(/[\s-]/g, "") });
    if (end?.kind !== "done") return;
    const { to, until } = end.result;
    change({ mobile: typed.mobile, code: "", sent: { to, until } });
  }

  async function prove(): Promise<void> {
    const end = await proof.send({ code: typed.code.trim() });
    if (end?.kind === "done") forget();
  }

  return {
    typed,
    type: (part) => {
      set.forget();
      proof.forget();
      change({ ...typed, ...part });
    },
    sendCode: () => void sendCode(),
    prove: () => void prove(),
    beginAnew: () => {
      proof.forget();
      change({ mobile: typed.mobile, code: "" });
    },
    isSending: set.isSending || proof.isSending,
    unsent: set.failure,
    unproven: proof.failure,
    isProven: proof.ended?.kind === "done",
  };
}
