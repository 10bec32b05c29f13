import { type FormEvent, type ReactNode, useState } from "react";
import { day, time } from "../../shared/format/dates.ts";
import { yuan } from "../../shared/format/money.ts";
import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import { refusalAt, useAct } from "../../shared/graphql/use-act.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Facts } from "../../shared/ui/facts.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Notice } from "../../shared/ui/notice.tsx";
import type { Problem } from "../../shared/ui/problem.ts";

const FRAGMENT = graphql(`
  fragment ConfirmAtWindow on Application {
    id
    availableActions
    confirmation {
      until
      confirmedAt
      amount
      payoutAccounts {
        id
        maskedNumber
        bank
      }
    }
  }
`);

const SEND = graphql(`
  mutation DeskSendConfirmationCode($id: ID!, $attendance: ID!) {
    done: sendConfirmationCode(id: $id, attendance: $attendance) {
      __typename
      ... on SentCode {
        to
        until
      }
      ... on Refusal {
        message
      }
    }
  }
`);

const CONFIRM = graphql(`
  mutation DeskConfirmByCode($id: ID!, $code: String!, $attendance: ID!) {
    done: confirmByCode(id: $id, code: $code, attendance: $attendance) {
      __typename
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
  title: { zh: "请本人确认", en: "Their own word" },
  text: {
    zh: "请对方核对以下内容。短信验证码发到其本人已验证的手机，报出即为确认。",
    en: "Have them check this. A code goes to the telephone that they have proven; by telling it they confirm.",
  },
  amount: { zh: "将支付", en: "To be paid" },
  account: { zh: "收款账户", en: "To the account" },
  until: { zh: "最晚确认", en: "To be confirmed by" },
  send: { zh: "发送验证码", en: "Send the code" },
  resend: { zh: "重新发送验证码", en: "Send another code" },
  sending: { zh: "正在发送…", en: "Sending…" },
  code: { zh: "短信验证码", en: "The code from the text message" },
  missing: { zh: "请输入对方报出的验证码", en: "Type the code that they tell you" },
  confirm: { zh: "确认", en: "Confirm" },
  confirming: { zh: "正在确认…", en: "Confirming…" },
} satisfies Record<string, Text>;
const sentText = (to: string, until: string): Text => ({
  zh: `验证码已发送至 ${to}，${until} 前有效。`,
  en: `The code went to ${to}; it is good until ${until}.`,
});

type ConfirmProps = { readonly of: FragmentType<typeof FRAGMENT>; readonly attendance: string };

/** The case waits for the person's own word, which they give by a code from their telephone. */
export function ConfirmAtWindow({ of, attendance }: ConfirmProps): ReactNode {
  const { say, language } = useTexts();
  const { id, availableActions, confirmation } = readFragment(FRAGMENT, of);
  const sending = useAct(SEND, ({ to, until }) => setSent({ to, until }));
  const [sent, setSent] = useState<{ readonly to: string; readonly until: string }>();
  if (!confirmation || confirmation.confirmedAt || !availableActions.includes("CONFIRM")) return null;
  const { amount, payoutAccounts, until } = confirmation;
  const accounts = (payoutAccounts ?? []).map(({ bank, maskedNumber }) => `${bank ?? ""} ${maskedNumber}`);
  return (
    <section className="part" aria-labelledby="confirm">
      <h2 id="confirm">{say(TEXTS.title)}</h2>
      <p>{say(TEXTS.text)}</p>
      <Facts
        of={[
          [say(TEXTS.amount), amount && yuan(amount)],
          [say(TEXTS.account), accounts.join(", ")],
          [say(TEXTS.until), day(until, language)],
        ]}
      />
      <FailureNotice failure={sending.failure} again={sending.again} isSending={sending.isSending} />
      {sent && <Notice tone="good" title={say(sentText(sent.to, time(sent.until)))} isNews />}
      <p>
        <button
          className={sent ? "button button-plain" : "button"}
          type="button"
          aria-disabled={sending.isSending}
          onClick={() => void sending.send({ id, attendance })}
        >
          {say(sending.isSending ? TEXTS.sending : sent ? TEXTS.resend : TEXTS.send)}
        </button>
      </p>
      {sent && <CodeForm id={id} attendance={attendance} />}
    </section>
  );
}

function CodeForm({ id, attendance }: { readonly id: string; readonly attendance: string }): ReactNode {
  const { say } = useTexts();
  const [code, setCode] = useState("");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const { send, again, failure, isSending } = useAct(CONFIRM);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const typed = code.replaceAll(/\s/g, "");
    setProblems(typed === "" ? [{ field: "code", text: say(TEXTS.missing) }] : []);
    if (typed !== "") void send({ id, code: typed, attendance });
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={again} isSending={isSending} />
      <Field id="code" label={say(TEXTS.code)} problem={problems[0]?.text ?? refusalAt(failure, "code")}>
        {(marks) => (
          <input
            {...marks}
            inputMode="numeric"
            autoComplete="off"
            maxLength={12}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        )}
      </Field>
      <p>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.confirming : TEXTS.confirm)}
        </button>
      </p>
    </form>
  );
}
