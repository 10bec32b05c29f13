import type { ReactNode } from "react";
import { amountOf } from "../../shared/format/money.ts";
import type { SettlingChannel } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import type { FoundProblem } from "../../shared/ui/use-problems.ts";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, MONEY, TypedFields } from "../forms/typed-fields.tsx";
import { useKeptForm } from "../forms/use-kept-form.ts";
import { RECORD_CHANNEL_SETTLEMENT } from "./channel-settlement-operations.ts";

const TEXTS = {
  title: { zh: "登记渠道结算到账", en: "Book what a channel has paid" },
  about: {
    zh: "文件合计减去手续费须等于到账金额，否则不入账。渠道的每一天只入账一次。",
    en: "The files' total less the fee has to be what has arrived, or nothing is booked. Each day of a channel is booked once.",
  },
  send: { zh: "登记到账", en: "Book it as arrived" },
  sending: { zh: "正在登记…", en: "Booking…" },
  sent: { zh: "已登记。与账目的差额见下表", en: "It is booked; the table has how it differs from the books" },
  noDay: { zh: "请选择日期", en: "Choose a day" },
  noAmount: { zh: "请填写金额，例如 10.00", en: "Write an amount, for example 10.00" },
  noReference: { zh: "请填写银行流水号", en: "Write the bank's number of the transfer" },
} satisfies Record<string, Text>;

const FIELDS = ["from", "through", "gross", "fee", "amount", "bankReference"] as const;
type SettledField = (typeof FIELDS)[number];
type Draft = Readonly<Record<SettledField, string>>;
const EMPTY = (): Draft => ({ from: "", through: "", gross: "", fee: "", amount: "", bankReference: "" });

const ASKED: Readonly<Record<SettledField, Asked>> = {
  from: {
    label: { zh: "起始日", en: "First day" },
    hint: { zh: "渠道文件的第一天", en: "Of the channel's files" },
    input: { type: "date" },
  },
  through: {
    label: { zh: "截止日", en: "Last day" },
    hint: { zh: "含当天，最多 31 天", en: "Included; at most 31 days in all" },
    input: { type: "date" },
  },
  gross: {
    label: { zh: "文件合计（元）", en: "Total of the files, in yuan" },
    hint: { zh: "收款减去退款和拒付", en: "Charges less refunds and chargebacks" },
    input: MONEY,
  },
  fee: {
    label: { zh: "渠道手续费（元）", en: "Fee that the channel has kept, in yuan" },
    hint: { zh: "没有填 0.00", en: "0.00 where there is none" },
    input: MONEY,
  },
  amount: {
    label: { zh: "到账金额（元）", en: "What has arrived, in yuan" },
    hint: { zh: "银行流水上的金额", en: "As it stands in the bank's statement" },
    input: MONEY,
  },
  bankReference: {
    label: { zh: "银行流水号", en: "The bank's number of the transfer" },
    hint: { zh: "同一流水只入账一次", en: "By which it is booked once" },
    input: { maxLength: 100 },
  },
};

function missingIn(draft: Draft): readonly FoundProblem[] {
  const checks: readonly (readonly [SettledField, boolean, Text])[] = [
    ["from", draft.from !== "", TEXTS.noDay],
    ["through", draft.through !== "", TEXTS.noDay],
    ["gross", amountOf(draft.gross) !== undefined, TEXTS.noAmount],
    ["fee", amountOf(draft.fee) !== undefined, TEXTS.noAmount],
    ["amount", amountOf(draft.amount) !== undefined, TEXTS.noAmount],
    ["bankReference", draft.bankReference.trim() !== "", TEXTS.noReference],
  ];
  return checks.flatMap(([field, isRight, text]) => (isRight ? [] : [{ field, text }]));
}

const amount = (typed: string): string => amountOf(typed) ?? typed;
const inputOf = (draft: Draft) => ({
  ...{ from: draft.from, through: draft.through, bankReference: draft.bankReference.trim() },
  ...{ gross: amount(draft.gross), fee: amount(draft.fee), amount: amount(draft.amount) },
});

type RecordProps = { readonly channel: SettlingChannel; readonly tell: (done: string) => void };

/** A line of the bank's statement by which a channel has settled days. */
export function RecordChannelSettlement({ channel, tell }: RecordProps): ReactNode {
  const { say } = useTexts();
  const form = useKeptForm({
    ...{ name: `channel-settlement:${channel}`, empty: EMPTY, fields: FIELDS, missingIn },
    document: RECORD_CHANNEL_SETTLEMENT,
    variablesOf: (typed: Draft, key) => ({ key, input: { channel, ...inputOf(typed) } }),
    done: () => tell(say(TEXTS.sent)),
  });
  return (
    <KeptFormFrame of={form} texts={TEXTS}>
      <TypedFields
        fields={FIELDS}
        asked={ASKED}
        draft={form.draft}
        write={(field, text) => form.write({ [field]: text })}
        problemOf={form.problemOf}
      />
    </KeptFormFrame>
  );
}
