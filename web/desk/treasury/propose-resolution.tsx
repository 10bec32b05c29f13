import { type FormEvent, type ReactNode, useState } from "react";
import type { DeskDifferencePartsFragment, DifferenceOutcome } from "../../shared/generated/graphql.ts";
import { useAct } from "../../shared/graphql/use-act.ts";
import { useKept } from "../../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { type Problem, refusedField } from "../../shared/ui/problem.ts";
import { PROPOSE } from "./difference-operations.ts";
import { OUTCOMES } from "./difference-words.ts";

const TEXTS = {
  title: { zh: "提出处理办法", en: "Propose what is to become of it" },
  outcome: { zh: "办法", en: "Outcome" },
  choose: { zh: "请选择", en: "Choose one" },
  bill: { zh: "账单编号", en: "The bill's id" },
  billHint: { zh: "例如 bill_…，账单须待缴", en: "For example bill_…; it has to be due" },
  card: { zh: "交通卡卡号", en: "The number of the transit card" },
  cardHint: { zh: "19 位，余额上限照常适用", en: "19 digits; it holds no more than any card may" },
  account: { zh: "合作企业账户", en: "The partner's account" },
  accountHint: { zh: "例如 biller: 加合作企业编号", en: "For example biller: with the partner's id" },
  reason: { zh: "理由", en: "Reason" },
  reasonHint: { zh: "退款时付款人会看到。", en: "Of a refund the payer reads it." },
  send: { zh: "提交复核", en: "Hand it to another treasurer" },
  sending: { zh: "正在提交…", en: "Sending…" },
  sent: { zh: "已提交，待另一名资金人员复核", en: "It waits for another treasurer to confirm it" },
  noOutcome: { zh: "请选择办法", en: "Choose an outcome" },
  noReason: { zh: "请写明理由", en: "Write down why" },
} satisfies Record<string, Text>;

/** The place where an assignment goes; the other outcomes have none. */
const TARGETS: Readonly<Partial<Record<DifferenceOutcome, { readonly label: Text; readonly hint: Text }>>> = {
  ASSIGN_TO_BILL: { label: TEXTS.bill, hint: TEXTS.billHint },
  ASSIGN_TO_CARD: { label: TEXTS.card, hint: TEXTS.cardHint },
  ASSIGN_TO_ACCOUNT: { label: TEXTS.account, hint: TEXTS.accountHint },
};

type Draft = { readonly outcome: DifferenceOutcome | ""; readonly to: string; readonly reason: string };
const EMPTY = (): Draft => ({ outcome: "", to: "", reason: "" });
const CHOICES = Object.keys(OUTCOMES) as readonly DifferenceOutcome[];

const FIELDS: readonly string[] = ["outcome", "to", "reason"];
const fieldAt = (path: readonly string[]): string | undefined => path.find((step) => FIELDS.includes(step));

type ProposeProps = {
  readonly of: Pick<DeskDifferencePartsFragment, "id">;
  readonly tell: (done: string) => void;
};

/** The first treasurer's word. It stays typed until it has arrived. */
export function ProposeResolution({ of: { id }, tell }: ProposeProps): ReactNode {
  const { say } = useTexts();
  const { value: draft, change, forget } = useKept(`difference:${id}`, EMPTY);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { send, isSending, failure } = useAct(PROPOSE);
  const { outcome, to, reason } = draft;

  async function propose(): Promise<void> {
    const missing = [
      ...(outcome === "" ? [{ field: "outcome", text: say(TEXTS.noOutcome) }] : []),
      ...(reason.trim() === "" ? [{ field: "reason", text: say(TEXTS.noReason) }] : []),
    ];
    setProblems(missing);
    if (outcome === "" || missing.length > 0 || isSending) return;
    const ended = await send({ input: { difference: id, outcome, reason, to: to.trim() } });
    setProblems(refusedField(ended, fieldAt));
    if (ended?.kind !== "done") return;
    forget();
    tell(say(TEXTS.sent));
  }
  const problemOf = (field: string): string | undefined =>
    problems.find((problem) => problem.field === field)?.text;
  return (
    <form
      className="part form"
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void propose();
      }}
    >
      <h2>{say(TEXTS.title)}</h2>
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={() => void propose()} isSending={isSending} />
      <Choice
        id="outcome"
        label={say(TEXTS.outcome)}
        value={outcome}
        problem={problemOf("outcome")}
        options={[
          { value: "", text: say(TEXTS.choose) },
          ...CHOICES.map((value) => ({ value, text: say(OUTCOMES[value]) })),
        ]}
        choose={(value) => change({ ...draft, outcome: CHOICES.find((one) => one === value) ?? "" })}
      />
      <Target of={draft} problem={problemOf("to")} write={(text) => change({ ...draft, to: text })} />
      <Field id="reason" label={say(TEXTS.reason)} hint={say(TEXTS.reasonHint)} problem={problemOf("reason")}>
        {(marks) => (
          <textarea
            {...marks}
            rows={3}
            maxLength={200}
            value={reason}
            onChange={(event) => change({ ...draft, reason: event.target.value })}
          />
        )}
      </Field>
      <div>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : TEXTS.send)}
        </button>
      </div>
    </form>
  );
}

type TargetProps = {
  readonly of: Draft;
  readonly problem: string | undefined;
  readonly write: (text: string) => void;
};

/** Asks for that place. */
function Target({ of: { outcome, to }, problem, write }: TargetProps): ReactNode {
  const { say } = useTexts();
  const asked = outcome === "" ? undefined : TARGETS[outcome];
  if (!asked) return null;
  return (
    <Field id="to" label={say(asked.label)} hint={say(asked.hint)} problem={problem}>
      {(marks) => (
        <input
          {...marks}
          maxLength={100}
          autoComplete="off"
          value={to}
          onChange={(event) => write(event.target.value)}
        />
      )}
    </Field>
  );
}
