import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import { ActOutcome } from "../acts/act-outcome.tsx";
import { type Asked, TypedFields } from "../forms/typed-fields.tsx";
import { type DepositField, useDeposit } from "./use-deposit.ts";

const TEXTS = {
  title: { zh: "登记预存款", en: "Book a deposit" },
  about: {
    zh: "登记合作企业汇入平台银行账户、用于缴费的款项。同一银行流水只入账一次。",
    en: "Money that a partner has paid into the platform's bank account, to pay bills from. One bank transfer is booked once.",
  },
  send: { zh: "入账", en: "Book it" },
  sending: { zh: "正在入账…", en: "Booking…" },
  done: { zh: "已入账", en: "It is booked" },
} satisfies Record<string, Text>;

const TEXT: Asked["input"] = { maxLength: 100 };
const FIELDS: Readonly<Record<DepositField, Asked>> = {
  partner: {
    label: { zh: "合作企业编号", en: "The partner's id" },
    hint: { zh: "例如 ptn_0123456789abcdef", en: "For example ptn_0123456789abcdef" },
    input: TEXT,
  },
  amount: {
    label: { zh: "金额（元）", en: "Amount in yuan" },
    hint: { zh: "例如 10000.00", en: "For example 10000.00" },
    input: { ...TEXT, inputMode: "decimal" },
  },
  bankReference: {
    label: { zh: "银行流水号", en: "The bank's number of the transfer" },
    hint: { zh: "银行回单上的编号", en: "As it stands on the bank's advice" },
    input: TEXT,
  },
};
const ORDER: readonly DepositField[] = ["partner", "amount", "bankReference"];

/** `partner` is known where the deposit is begun from a partner's account. */
export function RecordDeposit({ partner = "" }: { readonly partner?: string }): ReactNode {
  const { say } = useTexts();
  const { draft, write, send, isSending, outcome, problems } = useDeposit(partner);
  return (
    <form
      className="part"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      <p className="soft">{say(TEXTS.about)}</p>
      <ErrorSummary problems={problems} />
      <ActOutcome of={outcome} done={say(TEXTS.done)} again={send} isSending={isSending} />
      <TypedFields
        fields={ORDER}
        asked={FIELDS}
        draft={draft}
        write={write}
        problemOf={(field) => problems.find((problem) => problem.field === field)?.text}
      />
      <div>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : TEXTS.send)}
        </button>
      </div>
    </form>
  );
}
