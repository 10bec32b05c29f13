import type { ReactNode } from "react";
import type { PayDayKind, SettledKind } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { KeptFormFrame } from "../forms/kept-form.tsx";
import { type Asked, MONEY, TypedFields } from "../forms/typed-fields.tsx";
import { TYPED, type TypedField, useContract } from "./use-contract.ts";

const TEXTS = {
  title: { zh: "提出新合同", en: "Propose a contract" },
  about: {
    zh: "新合同自起始日起取代现行合同。提出时向银行核实收款账户是否属于该企业。",
    en: "It takes the place of the one in force from its first day on. A bank is asked whether the account is the enterprise's.",
  },
  payDayKind: { zh: "按哪种日子计", en: "Days are counted as" },
  send: { zh: "提出合同", en: "Propose it" },
  sending: { zh: "正在提交…", en: "Sending…" },
  sent: { zh: "已提出，待另一名资金人员同意", en: "It waits for another treasurer to agree" },
} satisfies Record<string, Text>;

const DAY_KINDS: Readonly<Record<PayDayKind, Text>> = {
  WORKING: { zh: "工作日（T+n）", en: "Working days (T+n)" },
  CALENDAR: { zh: "自然日（D+n）", en: "Calendar days (D+n)" },
};

const FIELDS: Readonly<Record<TypedField, Asked>> = {
  effectiveFrom: {
    label: { zh: "起始日", en: "First day" },
    hint: {
      zh: "自这一天起按此合同结算。第一份合同的起始日连同以前的应付款一起结算。",
      en: "Settled by it from this day on. With a first contract's day all that was owed before is settled as well.",
    },
    input: { type: "date" },
  },
  feePerMille: {
    label: { zh: "手续费（‰）", en: "Fee in thousandths (‰)" },
    hint: { zh: "每笔收款的千分比，例如 6", en: "Of each transfer that comes in, for example 6" },
    input: { inputMode: "decimal", maxLength: 8 },
  },
  feeFixed: {
    label: { zh: "每笔固定手续费（元）", en: "Fixed fee for each, in yuan" },
    hint: { zh: "没有填 0.00", en: "0.00 where there is none" },
    input: MONEY,
  },
  feeLeast: {
    label: { zh: "每笔手续费最低（元）", en: "Fee at least, in yuan" },
    hint: { zh: "没有下限填 0.00", en: "0.00 where there is no bound" },
    input: MONEY,
  },
  feeMost: {
    label: { zh: "每笔手续费最高（元）", en: "Fee at most, in yuan" },
    hint: { zh: "没有上限则留空", en: "Left empty where there is no bound" },
    input: MONEY,
  },
  feeAccount: {
    label: { zh: "手续费账户名", en: "Name of the fee's account" },
    hint: { zh: "平台收取手续费的账户，例如 settlement", en: "The platform's own, for example settlement" },
    input: { maxLength: 40 },
  },
  minimum: {
    label: { zh: "起付金额（元）", en: "Least that is paid out, in yuan" },
    hint: { zh: "不足则结转下期", en: "Less is carried forward" },
    input: MONEY,
  },
  payDays: {
    label: { zh: "结算日后第几天付款", en: "Paid so many days later" },
    hint: { zh: "例如 1", en: "For example 1" },
    input: { inputMode: "numeric", maxLength: 3 },
  },
  accountNumber: {
    label: { zh: "收款银行账号", en: "Number of the enterprise's bank account" },
    hint: { zh: "须为该企业的账户", en: "It has to be in the enterprise's name" },
    input: { inputMode: "numeric", maxLength: 40 },
  },
};

type ProposeProps = {
  readonly partner: string;
  readonly kind: SettledKind;
  readonly tell: (done: string) => void;
};

/** The first treasurer's word on how a partner is to be settled with. */
export function ProposeContract({ partner, kind, tell }: ProposeProps): ReactNode {
  const { say } = useTexts();
  const done = () => tell(say(TEXTS.sent));
  const form = useContract({ partner, kind, done });
  const { draft, write, problemOf } = form;
  const fields = {
    asked: FIELDS,
    draft,
    problemOf,
    write: (field: TypedField, text: string) => write({ [field]: text }),
  };
  return (
    <KeptFormFrame of={form} texts={TEXTS}>
      <TypedFields {...fields} fields={TYPED.filter((field) => field !== "accountNumber")} />
      <Choice
        id="payDayKind"
        label={say(TEXTS.payDayKind)}
        value={draft.payDayKind}
        options={[
          { value: "WORKING", text: say(DAY_KINDS.WORKING) },
          { value: "CALENDAR", text: say(DAY_KINDS.CALENDAR) },
        ]}
        choose={(value) => write({ payDayKind: value === "CALENDAR" ? "CALENDAR" : "WORKING" })}
      />
      <TypedFields {...fields} fields={["accountNumber"]} />
    </KeptFormFrame>
  );
}
