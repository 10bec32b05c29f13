import { addDays, dateAt } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Ended, useEndedAct } from "../../shared/graphql/use-ended-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";

const GRANT = graphql(`
  mutation PortalGrantAuthority($input: GrantAuthorityInput!, $key: ID!) {
    grantAuthority(input: $input, idempotencyKey: $key) {
      __typename
      ... on Authority {
        id
        agentName
      }
      ... on Refusal {
        message
      }
      ... on InvalidInput {
        path
      }
    }
  }
`);

/** An authority as it is filled in. An enterprise by its credit code; without one it is the reader's own. */
export type Wish = {
  readonly enterprise: string;
  readonly name: string;
  readonly idNumber: string;
  readonly isForAll: boolean;
  readonly items: readonly string[];
  readonly until: string;
};

type Kept = Wish & { readonly key: string };

type Refused = { readonly message: string; readonly path?: readonly string[] };

export type AuthorityForm = {
  readonly wish: Wish;
  readonly fill: (change: Partial<Wish>) => void;
  readonly send: () => void;
  readonly isSending: boolean;
  readonly ended: Ended<Refused | { readonly agentName: string }> | undefined;
};

/** A year, which the reader may change. */
const DAYS = 365;

const empty = (): Kept => ({
  ...{ enterprise: "", name: "", idNumber: "", isForAll: true, items: [] },
  ...{ until: addDays(dateAt(new Date()), DAYS), key: crypto.randomUUID() },
});

/** A form that outlives the page; the same content is the same authority, however often it is sent. */
export function useAuthorityForm(): AuthorityForm {
  const { value, change, forget } = useKept("authority", empty);
  const { ended, isSending, send, forget: forgetEnd } = useEndedAct(GRANT);

  async function grant(): Promise<void> {
    const { enterprise, name, idNumber, isForAll, items, until, key } = value;
    const end = await send({
      key,
      input: {
        ...(enterprise ? { enterprise } : {}),
        agent: { name: name.trim(), idNumber: idNumber.trim().toUpperCase() },
        items: isForAll ? [] : [...items],
        until,
      },
    });
    if (end?.kind === "done") forget();
  }

  return {
    wish: value,
    fill: (part) => {
      forgetEnd();
      change({ ...value, ...part, key: crypto.randomUUID() });
    },
    send: () => void grant(),
    isSending,
    ended,
  };
}
