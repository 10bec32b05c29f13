import { graphql } from "../../shared/generated/gql.ts";
import type { Mode } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import type { Text } from "../../shared/texts/text.ts";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";
import { fieldAt } from "../parts/use-contact.ts";
import { firstBoxOf } from "../scopes/scope-boxes.tsx";
import { type ScopeWords, scopesIn } from "../scopes/scope-words.ts";

const ASK = graphql(`
  mutation ConsoleAskForConsent($key: ID!, $partner: ID!, $mode: Mode!, $input: RequestConsentInput!) {
    askForConsent(idempotencyKey: $key, partner: $partner, mode: $mode, input: $input) {
      __typename
      ... on RequestedConsent {
        token
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

const MISSING = {
  scopes: { zh: "请至少选择一项", en: "Choose at least one" },
  purpose: { zh: "请写明用途", en: "Say for what it is" },
  days: { zh: "请填写天数，1 到 365", en: "Type a number of days, 1 to 365" },
} satisfies Record<string, Text>;

export const CONSENT_SCOPES = "consent-scopes";
const DAYS = "90";
/** The portal's page for it; a token behind the "#" reaches no server's log. */
const linkTo = (token: string): string => `${location.origin}/consent#${token}`;

type Wish = {
  readonly partner: string;
  readonly mode: Mode;
  readonly scopes: readonly ScopeWords[];
  readonly show: (link: string) => void;
};

/** A request for a citizen's consent. Typed texts are kept in this tab until it is made; its link is not. */
export function useConsentRequest({ partner, mode, scopes, show }: Wish) {
  const { send, isSending, failure } = useAct(ASK);
  const { problems, problemOf, find } = useProblems();
  const name = `consent:${partner}:${mode}`;
  const request = useIdempotencyKey(name);
  const kept = useKept(`${name}:scopes`, () => "");
  const purpose = useKept(`${name}:purpose`, () => "");
  const days = useKept(`${name}:days`, () => DAYS);
  const chosen = scopesIn(scopes, kept.value);
  const firstBox = firstBoxOf(CONSENT_SCOPES, scopes);

  async function ask(): Promise<void> {
    const input = { scopes: [...chosen], purpose: purpose.value.trim(), days: Number(days.value) };
    const ended = await send({ key: request.keyFor(input), partner, mode, input });
    if (ended?.kind === "refused" && ended.path) {
      const at = fieldAt(ended.path, "input");
      return find([{ field: at === "scopes" || at === "partner" ? firstBox : at, text: ended.message }]);
    }
    if (ended?.kind !== "done") return;
    request.forget();
    for (const typed of [kept, purpose]) typed.forget();
    show(linkTo(ended.result.token));
  }

  function submit(): void {
    const found: FoundProblem[] = [
      ...(chosen.length === 0 ? [{ field: firstBox, text: MISSING.scopes }] : []),
      ...(purpose.value.trim() === "" ? [{ field: "purpose", text: MISSING.purpose }] : []),
      ...(/^\d{1,3}$/.test(days.value.trim()) ? [] : [{ field: "days", text: MISSING.days }]),
    ];
    find(found);
    if (found.length === 0) void ask();
  }

  return {
    ...{ purpose, days, chosen, problems, problemOf, submit, isSending, failure },
    choose: (next: readonly string[]) => kept.change(next.join(",")),
    scopesProblem: problemOf(firstBox),
  };
}
