import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { Page } from "../../shared/ui/page.tsx";
import { SignedInOnly } from "../../shared/ui/signed-in-only.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { useProblems } from "../../shared/ui/use-problems.ts";
import { BackToCards } from "./back-to-card.tsx";

const BIND = graphql(`
  mutation PortalBindCard($number: String!, $code: String!) {
    bindTransitCard(number: $number, bindingCode: $code) {
      __typename
      ... on TransitCard {
        id
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "绑定实体交通卡", en: "Add a card that you were given" },
  text: {
    zh: "绑定后可以在这里查余额、看乘车记录、充值和挂失。一张卡只能绑定一个人。",
    en: "You can then see its balance and trips here, top it up, and freeze it when it is lost. A card is one person's.",
  },
  number: { zh: "卡号", en: "Card number" },
  numberHint: { zh: "卡面上的 19 位数字", en: "The 19 digits on the card" },
  code: { zh: "绑定码", en: "Code that came with it" },
  codeHint: {
    zh: "领卡时随卡给您的 8 位字母和数字",
    en: "The letters and digits that you were handed with the card",
  },
  noNumber: { zh: "请填写 19 位卡号", en: "Type the 19 digits of the card number" },
  noCode: { zh: "请填写绑定码", en: "Type the code that came with the card" },
  bind: { zh: "绑定", en: "Add the card" },
  binding: { zh: "正在核对…", en: "Checking…" },
} satisfies Record<string, Text>;

/** Spaces are how such numbers are printed, and no part of them. */
const plain = (text: string): string => text.replaceAll(/\s/g, "");

export function BindCardPage(): ReactNode {
  const { say } = useTexts();
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      <SignedInOnly>
        <Binding />
      </SignedInOnly>
      <p>
        <BackToCards />
      </p>
    </Page>
  );
}

function Binding(): ReactNode {
  const { say } = useTexts();
  const navigate = useNavigate();
  const number = useKept("bind-card:number", () => "");
  const code = useKept("bind-card:code", () => "");
  const { send, isSending, failure } = useAct(BIND);
  const { problems, problemOf, find } = useProblems();
  const bind = async (): Promise<void> => {
    const ended = await send({ number: plain(number.value), code: plain(code.value) });
    if (ended?.kind !== "done") return;
    number.forget();
    code.forget();
    await navigate({ to: "/cards/$card", params: { card: ended.result.id }, replace: true });
  };
  const submit = (): void => {
    const found = [
      ...(plain(number.value) === "" ? [{ field: "number", text: TEXTS.noNumber }] : []),
      ...(plain(code.value) === "" ? [{ field: "code", text: TEXTS.noCode }] : []),
    ];
    find(found);
    if (found.length === 0) void bind();
  };
  return (
    <form
      className="part waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={bind} isSending={isSending} />
      <p>{say(TEXTS.text)}</p>
      <TextField
        id="number"
        label={say(TEXTS.number)}
        hint={say(TEXTS.numberHint)}
        problem={problemOf("number")}
        inputMode="numeric"
        of={number}
      />
      <TextField
        id="code"
        label={say(TEXTS.code)}
        hint={say(TEXTS.codeHint)}
        problem={problemOf("code")}
        of={code}
      />
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.binding : TEXTS.bind)}
      </button>
    </form>
  );
}
