import type { ReactNode } from "react";
import { amountOf, yuan } from "../../shared/format/money.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Page } from "../../shared/ui/page.tsx";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { useTold } from "../../shared/ui/use-told.tsx";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, MONEY, TypedFields } from "../forms/typed-fields.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { BackToTreasury } from "./back-to-treasury.tsx";

const REFUND = graphql(`
  mutation DeskRefundPayment($input: RefundPaymentInput!, $key: ID!) {
    done: refundPayment(input: $input, idempotencyKey: $key) {
      __typename
      ... on Refund {
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

const TEXTS = {
  title: { zh: "退款", en: "Give a payment back" },
  about: {
    zh: "按原支付渠道退回全部或部分款项。付款人能看到退款理由。",
    en: "All of a payment, or a part of it, goes back the way it came. The payer reads the reason.",
  },
  send: { zh: "退款", en: "Give it back" },
  sending: { zh: "正在提交…", en: "Sending…" },
  noPayment: { zh: "请填写支付编号", en: "Write the payment's id" },
  noAmount: { zh: "请填写金额，例如 10.00", en: "Write an amount, for example 10.00" },
  noReason: { zh: "请填写理由", en: "Write the reason" },
} satisfies Record<string, Text>;
const doneText = (amount: string): Text => ({
  zh: `已提交退款 ${amount}，到账后付款人会收到通知。`,
  en: `${amount} is on its way back; the payer is told when it has arrived.`,
});

const FIELDS = ["payment", "amount", "bill", "reason"] as const;
type Typed = (typeof FIELDS)[number];
type Draft = Readonly<Record<Typed, string>>;
const EMPTY = (): Draft => ({ payment: "", amount: "", bill: "", reason: "" });

const ASKED: Readonly<Record<Typed, Asked>> = {
  payment: {
    label: { zh: "支付编号", en: "The payment's id" },
    hint: { zh: "例如 pay_0123456789abcdef", en: "For example pay_0123456789abcdef" },
    input: { maxLength: 100 },
  },
  amount: {
    label: { zh: "退款金额（元）", en: "Amount to give back, in yuan" },
    hint: { zh: "不超过尚未退回的金额", en: "No more than has not gone back yet" },
    input: MONEY,
  },
  bill: {
    label: { zh: "账单编号", en: "The bill's id" },
    hint: { zh: "一次支付多张账单的须填写", en: "Needed where the payment has paid several" },
    input: { maxLength: 100 },
  },
  reason: {
    label: { zh: "理由", en: "Reason" },
    hint: { zh: "付款人能看到", en: "The payer reads it" },
    input: { maxLength: 500 },
  },
};

function missingIn({ payment, amount, reason }: Draft): readonly FoundProblem[] {
  return [
    ...(payment.trim() === "" ? [{ field: "payment", text: TEXTS.noPayment }] : []),
    ...(amountOf(amount) === undefined ? [{ field: "amount", text: TEXTS.noAmount }] : []),
    ...(reason.trim() === "" ? [{ field: "reason", text: TEXTS.noReason }] : []),
  ];
}

/** A payment is given back, or a part of it, by a treasurer's word. */
export function RefundPage(): ReactNode {
  const { say } = useTexts();
  const { told, tell } = useTold();
  const form = useKeptForm({
    ...{ name: "refund", empty: EMPTY, fields: FIELDS, missingIn },
    document: REFUND,
    variablesOf: ({ payment, amount, bill, reason }: Draft, key) => ({
      key,
      input: {
        ...{ payment: payment.trim(), amount: amountOf(amount) ?? amount, reason: reason.trim() },
        ...(bill.trim() === "" ? {} : { bill: bill.trim() }),
      },
    }),
    done: () => tell(say(doneText(yuan(amountOf(form.draft.amount) ?? form.draft.amount)))),
  });
  const { draft, write, problemOf } = form;
  return (
    <Page title={say(TEXTS.title)} isNarrow>
      {told}
      <KeptFormFrame of={form} texts={TEXTS}>
        <TypedFields
          {...{ fields: FIELDS, asked: ASKED, draft, problemOf }}
          write={(field, text) => write({ [field]: text })}
        />
      </KeptFormFrame>
      <BackToTreasury />
    </Page>
  );
}
