import { addDays, dateAt } from "../../shared/format/dates.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Act, useAct } from "../../shared/graphql/use-act.ts";
import { useKeptDraft } from "../../shared/sign-in/use-kept-draft.ts";

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

type Granting = Act<never, { readonly agentName: string }>;

export type AuthorityForm = Pick<Granting, "ended" | "failure" | "isSending"> & {
  readonly wish: Wish;
  readonly fill: (change: Partial<Wish>) => void;
  readonly send: () => void;
};

/** A year, which the reader may change. */
const DAYS = 365;

const empty = (): Wish => ({
  ...{ enterprise: "", name: "", idNumber: "", isForAll: true, items: [] },
  ...{ until: addDays(dateAt(new Date()), DAYS) },
});

/** A form that outlives the page; the same content is the same authority, however often it is sent. */
export function useAuthorityForm(): AuthorityForm {
  const { value: wish, key, change, forget } = useKeptDraft("authority", empty);
  const { ended, failure, isSending, send, forget: forgetEnd } = useAct(GRANT);

  async function grant(): Promise<void> {
    const { enterprise, name, idNumber, isForAll, items, until } = wish;
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
    wish,
    fill: (part) => {
      forgetEnd();
      change({ ...wish, ...part });
    },
    send: () => void grant(),
    ...{ isSending, ended, failure },
  };
}
