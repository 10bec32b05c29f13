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

const CREATE = graphql(`
  mutation ConsoleCreateKey($key: ID!, $input: CreateApiKeyInput!) {
    createApiKey(idempotencyKey: $key, input: $input) {
      __typename
      ... on IssuedApiKey {
        secret
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
  name: { zh: "请给密钥起个名称", en: "Give the key a name" },
  scopes: { zh: "请至少选择一项权限", en: "Choose at least one scope" },
} satisfies Record<string, Text>;

/** The partner for which a key is made, and all that it may have. */
export type NewKeyWish = {
  readonly partner: string;
  /** Open now; at least one. */
  readonly modes: readonly Mode[];
  /** Those that the partner was granted. */
  readonly scopes: readonly ScopeWords[];
  readonly show: (secret: string) => void;
};

export const KEY_SCOPES = "key-scopes";

/** A key to be made. Typed texts are kept in this tab until it is there; its secret is not. */
export function useNewKey({ partner, modes, scopes, show }: NewKeyWish) {
  const { send, isSending, failure } = useAct(CREATE);
  const { problems, problemOf, find } = useProblems();
  const request = useIdempotencyKey(`new-key:${partner}`);
  const name = useKept(`new-key:${partner}:name`, () => "");
  const keptMode = useKept(`new-key:${partner}:mode`, () => "");
  const mode = modes.find((each) => each === keptMode.value) ?? modes[0] ?? "TEST";
  const kept = useKept(`new-key:${partner}:scopes`, () => "");
  const networks = useKept(`new-key:${partner}:networks`, () => "");
  const chosen = scopesIn(scopes, kept.value);
  const firstBox = firstBoxOf(KEY_SCOPES, scopes);

  async function make(): Promise<void> {
    const wish = {
      ...{ partnerId: partner, name: name.value.trim(), mode, scopes: [...chosen] },
      networks: networks.value.split(/[\s,，]+/u).filter(Boolean),
    };
    const ended = await send({ key: request.keyFor(wish), input: wish });
    if (ended?.kind === "refused" && ended.path) {
      const [at = ""] = fieldAt(ended.path, "input").split("-");
      return find([{ field: at === "scopes" ? firstBox : at, text: ended.message }]);
    }
    if (ended?.kind !== "done") return;
    request.forget();
    for (const typed of [name, kept, networks]) typed.forget();
    show(ended.result.secret);
  }

  function submit(): void {
    const found: FoundProblem[] = [
      ...(name.value.trim() === "" ? [{ field: "name", text: MISSING.name }] : []),
      ...(chosen.length === 0 ? [{ field: firstBox, text: MISSING.scopes }] : []),
    ];
    find(found);
    if (found.length === 0) void make();
  }

  return {
    ...{ name, networks, chosen, problems, problemOf, submit, isSending, failure },
    mode,
    chooseMode: keptMode.change,
    choose: (next: readonly string[]) => kept.change(next.join(",")),
    scopesProblem: problemOf(firstBox),
  };
}
