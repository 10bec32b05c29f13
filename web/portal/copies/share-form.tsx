import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { day } from "../../shared/format/dates.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Choice } from "../../shared/ui/choice.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import { TextField } from "../../shared/ui/text-field.tsx";
import { FieldBoxes } from "../licences/field-boxes.tsx";
import { FIELDS, type ShareProps, useShare } from "./use-share.ts";
import { VerifierFields } from "./verifier-fields.tsx";

/** As the schema bounds the texts, and the uses of a copy. */
const TEXT_MAX = 60;
const USES_MAX = 20;
const TIMES = Array.from({ length: USES_MAX }, (_, i) => String(i + 1));

const TEXTS = {
  purpose: { zh: "做什么用（事由）", en: "What for" },
  purposeHint: {
    zh: "2 至 60 字，会写在加注件上，例如：租房签约",
    en: "2 to 60 characters; they stand on the copy. For example: signing a lease",
  },
  case: { zh: "对方的编号（可不填）", en: "Their reference (optional)" },
  caseHint: {
    zh: "合同号、受理号等，会写在加注件上。",
    en: "The number of a contract or a case; it stands on the copy.",
  },
  until: { zh: "最后一天", en: "Its last day" },
  uses: { zh: "能用几次", en: "How often it may be used" },
  usesHint: { zh: "对方每打开一次算一次。", en: "Each time they open it is a use." },
  send: { zh: "生成加注件", en: "Make the copy" },
  sending: { zh: "正在生成…", en: "One moment…" },
  lost: { zh: "这份加注件已经生成过", en: "This copy was made before" },
  lostText: {
    zh: "它的代码只在生成后的十分钟内显示，现在看不到了。请先撤销它，再重新生成。",
    en: "Its code was shown for ten minutes and is not any more. Revoke that copy, then make another.",
  },
  toLost: { zh: "查看那一份", en: "See that copy" },
} satisfies Record<string, Text>;
const FIELD_TEXTS = {
  legend: { zh: "给对方看哪些内容", en: "What it shows" },
  hint: {
    zh: "只勾选对方确实需要的。没有勾选的，对方看不到。",
    en: "Tick what they really need. They see nothing that is not ticked.",
  },
  always: { zh: "总会写明：", en: "It always says " },
  standing: {
    zh: "证照的名称、编号、状态、颁发机构和起止日期",
    en: "the kind of licence, its number, standing, issuer and dates",
  },
} satisfies Record<string, Text>;
const untilHint = (first: string, last: string): Text => ({
  zh: `可选 ${first}至${last}（含首尾）：最长 90 天，且不晚于证照的截止日。`,
  en: `From ${first} to ${last}: at most 90 days, and not after the licence's own last day.`,
});
const times = (count: string): Text => ({
  zh: `${count} 次`,
  en: count === "1" ? "Once" : `${count} times`,
});

/** All that a copy is to say, filled in by its holder. */
export function ShareForm(props: ShareProps): ReactNode {
  const { say } = useTexts();
  const form = useShare(props);
  const { wish, fill, submit, isSending, problems, problemOf, failure, lost } = form;
  const typed = (name: "purpose" | "case") => ({
    ...{ id: FIELDS[name], problem: problemOf(FIELDS[name]), maxLength: TEXT_MAX },
    of: { value: wish[name], change: (text: string) => fill({ [name]: text }) },
  });
  return (
    <form
      className="part form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <ErrorSummary problems={problems} />
      <VerifierFields wish={wish} fill={fill} problemOf={problemOf} />
      <TextField label={say(TEXTS.purpose)} hint={say(TEXTS.purposeHint)} {...typed("purpose")} />
      <TextField label={say(TEXTS.case)} hint={say(TEXTS.caseHint)} {...typed("case")} />
      <FieldBoxes
        id={FIELDS.fields}
        texts={FIELD_TEXTS}
        fields={props.fields}
        chosen={wish.fields}
        choose={(fields) => fill({ fields })}
        problem={problemOf(FIELDS.fields)}
      />
      <UntilField of={form} />
      <Choice
        id={FIELDS.uses}
        label={say(TEXTS.uses)}
        hint={say(TEXTS.usesHint)}
        problem={problemOf(FIELDS.uses)}
        value={String(wish.uses)}
        options={TIMES.map((count) => ({ value: count, text: say(times(count)) }))}
        choose={(count) => fill({ uses: Number(count) })}
      />
      <FailureNotice failure={failure} again={submit} isSending={isSending} />
      {lost && (
        <Notice tone="bad" title={say(TEXTS.lost)} isNews>
          <p>{say(TEXTS.lostText)}</p>
          <Link className="link-target" to="/licences/copies/$id" params={{ id: lost.copy }} search={{}}>
            {say(TEXTS.toLost)}
          </Link>
        </Notice>
      )}
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}

type UntilProps = {
  readonly of: Pick<ReturnType<typeof useShare>, "wish" | "days" | "fill" | "problemOf">;
};

function UntilField({ of: { wish, days, fill, problemOf } }: UntilProps): ReactNode {
  const { say, language } = useTexts();
  const hint = untilHint(day(days.first, language), day(days.last, language));
  return (
    <Field id={FIELDS.until} label={say(TEXTS.until)} hint={say(hint)} problem={problemOf(FIELDS.until)}>
      {(marks) => (
        <input
          {...marks}
          type="date"
          min={days.first}
          max={days.last}
          value={wish.until}
          onChange={(event) => fill({ until: event.target.value })}
        />
      )}
    </Field>
  );
}
