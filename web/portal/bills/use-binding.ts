import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import type { Text } from "../../shared/texts/text.ts";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { BILLER_FIELD, type Biller } from "./biller-choice.tsx";

const BIND = graphql(`
  mutation PortalBindAccount($biller: ID!, $number: String!, $holder: String, $alias: String!) {
    bindUtilityAccount(
      input: { biller: $biller, accountNumber: $number, holderName: $holder, alias: $alias }
    ) {
      __typename
      ... on UtilityAccount {
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
  [BILLER_FIELD]: { zh: "请选择收费单位", en: "Choose the biller" },
  accountNumber: { zh: "请填写户号", en: "Type the account number" },
  holderName: { zh: "请填写户名", en: "Type the account holder's name" },
  alias: { zh: "请起个名字，例如“家”", en: "Type a name for it, for example “home”" },
} satisfies Record<string, Text>;

/** Binds an account to the reader. All that was typed is kept in this tab until it is bound. */
export function useBinding(billers: readonly Biller[]) {
  const navigate = useNavigate();
  const { send, isSending, failure } = useAct(BIND);
  const { problems, problemOf, find } = useProblems();
  const chosen = useKept("bind-account:biller", () => "");
  const fields = {
    accountNumber: useKept("bind-account:number", () => ""),
    holderName: useKept("bind-account:holder", () => ""),
    alias: useKept("bind-account:alias", () => ""),
  };
  const biller = billers.find(({ id }) => id === chosen.value);
  // An account that has had another holder is bound by name, also where the biller asks for the number alone.
  const [isHolderAsked, askHolder] = useState(false);
  const asksHolder = isHolderAsked || biller?.lookup === "ACCOUNT_NUMBER_AND_HOLDER";

  async function bind(): Promise<void> {
    if (!biller) return;
    const { accountNumber, holderName, alias } = fields;
    const holder = asksHolder ? { holder: holderName.value.trim() } : {};
    const ended = await send({
      ...{ biller: biller.id, number: accountNumber.value.trim(), alias: alias.value.trim() },
      ...holder,
    });
    if (ended?.kind === "refused") {
      const field = ended.path?.at(-1);
      if (field === "holderName") askHolder(true);
      return find(field !== undefined && field in MISSING ? [{ field, text: ended.message }] : []);
    }
    if (ended?.kind !== "done") return;
    for (const typed of [chosen, ...Object.values(fields)]) typed.forget();
    await navigate({ to: "/bills/accounts/$account", params: { account: ended.result.id }, replace: true });
  }

  function submit(): void {
    const needed = [
      ["accountNumber", fields.accountNumber.value],
      ...(asksHolder ? [["holderName", fields.holderName.value] as const] : []),
      ["alias", fields.alias.value],
    ] as const;
    const empty = needed.filter(([, text]) => text.trim() === "").map(([field]) => field);
    const found = [...(biller ? [] : ([BILLER_FIELD] as const)), ...empty];
    find(found.map((field) => ({ field, text: MISSING[field] })));
    if (found.length === 0) void bind();
  }

  return {
    ...{ fields, biller, asksHolder, choose: chosen.change, problems, problemOf, submit, isSending, failure },
    again: () => void bind(),
  };
}
