import { type ReactNode, useRef, useState } from "react";
import { time } from "../../shared/format/dates.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { Told } from "../../shared/ui/told.tsx";
import { type TelephoneSteps, useTelephone } from "./use-telephone.ts";

const TEXTS = {
  add: { zh: "验证手机号码", en: "Prove a telephone" },
  change: { zh: "换一个号码", en: "Change to another number" },
  mobile: { zh: "新的手机号码", en: "The new number" },
  mobileHint: {
    zh: "11 位大陆手机号码。我们会发一条含验证码的短信。",
    en: "A mobile number of the mainland, 11 digits. A text with a code is sent to it.",
  },
  noMobile: { zh: "请填写手机号码", en: "Write the number" },
  send: { zh: "获取验证码", en: "Send the code" },
  sending: { zh: "正在发送…", en: "Sending…" },
  code: { zh: "短信里的验证码", en: "The code in the text" },
  codeHint: { zh: "请勿把验证码告诉任何人。", en: "Tell it to nobody." },
  noCode: { zh: "请填写验证码", en: "Write the code" },
  prove: { zh: "确认号码", en: "Prove the number" },
  another: { zh: "换号码或重新获取", en: "Another number, or another code" },
  done: { zh: "号码已验证。", en: "The number is proven to be yours." },
} satisfies Record<string, Text>;
const sentTo = (to: string, until: string): Text => ({
  zh: `验证码已发到 ${to}，${until} 前有效。`,
  en: `A code is on its way to ${to}. It is good until ${until}.`,
});
const [MOBILE, CODE] = ["mobile", "code"];

export function TelephoneForm({ hasOne }: { readonly hasOne: boolean }): ReactNode {
  const { say } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  const { beginAnew, ...rest } = useTelephone();
  const { typed, isProven } = rest;
  const steps = {
    ...rest,
    beginAnew: () => {
      beginAnew();
      // The button that was pressed is there no more.
      heading.current?.focus();
    },
  };
  return (
    <section className="part">
      <h2 tabIndex={-1} ref={heading}>
        {say(hasOne ? TEXTS.change : TEXTS.add)}
      </h2>
      {isProven && !typed.sent && <Told title={say(TEXTS.done)} />}
      {typed.sent ? <CodeStep of={steps} sent={typed.sent} /> : <NumberStep of={steps} />}
    </section>
  );
}

type StepProps = { readonly of: TelephoneSteps };

function NumberStep({ of: { typed, type, sendCode, isSending, unsent } }: StepProps): ReactNode {
  const { say } = useTexts();
  const [hasTried, setTried] = useState(false);
  const problem = hasTried && typed.mobile.trim() === "" ? say(TEXTS.noMobile) : undefined;
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (typed.mobile.trim() !== "") sendCode();
      }}
    >
      <ErrorSummary problems={problem ? [{ field: MOBILE, text: problem }] : []} />
      <FailureNotice failure={unsent} again={sendCode} isSending={isSending} />
      <Field id={MOBILE} label={say(TEXTS.mobile)} hint={say(TEXTS.mobileHint)} problem={problem}>
        {(marks) => (
          <input
            {...marks}
            type="tel"
            autoComplete="tel-national"
            maxLength={20}
            value={typed.mobile}
            onChange={(event) => type({ mobile: event.target.value })}
          />
        )}
      </Field>
      <button className="button" type="submit" aria-disabled={isSending}>
        {say(isSending ? TEXTS.sending : TEXTS.send)}
      </button>
    </form>
  );
}

type CodeProps = StepProps & { readonly sent: { readonly to: string; readonly until: string } };

function CodeStep({ of, sent }: CodeProps): ReactNode {
  const { say } = useTexts();
  const { typed, type, prove, beginAnew, isSending, unproven } = of;
  const [hasTried, setTried] = useState(false);
  const problem = hasTried && typed.code.trim() === "" ? say(TEXTS.noCode) : undefined;
  return (
    <form
      className="waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (typed.code.trim() !== "") prove();
      }}
    >
      <Told title={say(sentTo(sent.to, time(sent.until)))} />
      <ErrorSummary problems={problem ? [{ field: CODE, text: problem }] : []} />
      <FailureNotice failure={unproven} again={prove} isSending={isSending} />
      <Field id={CODE} label={say(TEXTS.code)} hint={say(TEXTS.codeHint)} problem={problem}>
        {(marks) => (
          <input
            {...marks}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={10}
            value={typed.code}
            onChange={(event) => type({ code: event.target.value })}
          />
        )}
      </Field>
      <div className="buttons">
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : TEXTS.prove)}
        </button>
        <button className="button button-plain" type="button" onClick={beginAnew}>
          {say(TEXTS.another)}
        </button>
      </div>
    </form>
  );
}
