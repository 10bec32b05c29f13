import { useNavigate } from "@tanstack/react-router";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useIdempotencyKey } from "../../shared/graphql/use-idempotency-key.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import type { Text } from "../../shared/texts/text.ts";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";
import { fieldAt, useContact } from "../parts/use-contact.ts";
import { firstBoxOf } from "../scopes/scope-boxes.tsx";
import { type ScopeWords, scopesIn } from "../scopes/scope-words.ts";

const APPLY = graphql(`
  mutation ConsoleApplyForPartnership($key: ID!, $input: ApplyForPartnershipInput!) {
    applyForPartnership(idempotencyKey: $key, input: $input) {
      __typename
      ... on Partner {
        id
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
  creditCode: { zh: "请选择企业", en: "Choose the enterprise" },
  scopes: { zh: "请至少选择一项权限", en: "Choose at least one scope" },
  purpose: { zh: "请写明用途", en: "Say for what it is" },
} satisfies Record<string, Text>;

/** An enterprise as far as one applies for it. */
export type OwnEnterprise = { readonly name: string; readonly creditCode: string };

export const SCOPES_FIELD = "scopes";

/** An application for a partnership. Typed texts are kept in this tab until it has arrived. */
export function useApplication(enterprises: readonly OwnEnterprise[], scopes: readonly ScopeWords[]) {
  const navigate = useNavigate();
  const { send, isSending, failure } = useAct(APPLY);
  const { problems, problemOf, find } = useProblems();
  const request = useIdempotencyKey("apply");
  const enterprise = useKept("apply:enterprise", () => "");
  const kept = useKept("apply:scopes", () => "");
  const purpose = useKept("apply:purpose", () => "");
  const contact = useContact("apply");
  const chosen = scopesIn(scopes, kept.value);
  const firstBox = firstBoxOf(SCOPES_FIELD, scopes);
  const named = enterprises.find(({ creditCode }) => creditCode === enterprise.value);

  async function apply({ name, creditCode }: OwnEnterprise): Promise<void> {
    const input = {
      ...{ name, creditCode, contact: contact.typed() },
      ...{ purpose: purpose.value.trim(), scopes: [...chosen] },
    };
    const ended = await send({ key: request.keyFor(input), input });
    if (ended?.kind === "refused" && ended.path) {
      const at = fieldAt(ended.path, "input");
      const field = at === SCOPES_FIELD ? firstBox : at === "name" ? "creditCode" : at;
      return find([{ field, text: ended.message }]);
    }
    if (ended?.kind !== "done") return;
    for (const typed of [enterprise, kept, purpose, contact, request]) typed.forget();
    await navigate({
      ...{ to: "/console/partners/$partner", params: { partner: ended.result.id }, replace: true },
    });
  }

  function submit(): void {
    const found: FoundProblem[] = [
      ...(named ? [] : [{ field: "creditCode", text: MISSING.creditCode }]),
      ...(chosen.length > 0 ? [] : [{ field: firstBox, text: MISSING.scopes }]),
      ...(purpose.value.trim() === "" ? [{ field: "purpose", text: MISSING.purpose }] : []),
      ...contact.missing(),
    ];
    find(found);
    if (found.length === 0 && named) void apply(named);
  }

  return {
    ...{ enterprise, purpose, contact, chosen, problems, problemOf, submit, isSending, failure },
    choose: (next: readonly string[]) => kept.change(next.join(",")),
    scopesProblem: problemOf(firstBox),
  };
}
