import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { ErrorSummary, Field } from "../../shared/ui/field.tsx";
import { type FoundProblem, useProblems } from "../../shared/ui/use-problems.ts";
import { CodeBlock } from "../parts/code-block.tsx";
import { type Call, type Called, callWithKey } from "./call-with-key.ts";

const TEXTS = {
  key: { zh: "密钥", en: "Key" },
  about: {
    zh: "密钥只留在这一页的内存里：不进地址，不保存，离开就没了。请用测试密钥；限定了网络的密钥在这里不能用。",
    en: "The key stays in this page's memory alone: it is in no address, is kept nowhere, and is gone when you leave. Take a test key; one that is bound to networks is refused here.",
  },
  missing: { zh: "请粘贴密钥", en: "Paste the key" },
  send: { zh: "发送", en: "Send" },
  sending: { zh: "正在发送…", en: "Sending…" },
  answer: { zh: "回复", en: "The answer" },
  offline: { zh: "没有连上服务器，请检查网络后重试。", en: "We could not reach the service. Try again." },
} satisfies Record<string, Text>;

/** A key as it is pasted into a page, and nowhere else. */
export type PastedKey = { readonly value: string; readonly change: (value: string) => void };

type TrialFormProps = {
  /** Begins the ids of its fields: of several on a page each has its own. */
  readonly id: string;
  readonly title: Text;
  /** Beside what holds for each key. */
  readonly about?: Text;
  readonly pasted: PastedKey;
  /** The values without which it cannot be sent, besides the key. */
  readonly missing: readonly FoundProblem[];
  readonly call: Call;
  /** The fields behind the key's. */
  readonly fields: (problemOf: (field: string) => string | undefined) => ReactNode;
};

/** A call with a key that is pasted here, and its answer as it came. */
export function TrialForm(props: TrialFormProps): ReactNode {
  const { id, title, about, pasted, missing, call, fields } = props;
  const { say, language } = useTexts();
  const [called, setCalled] = useState<Called>();
  const [isSending, setSending] = useState(false);
  const { problems, problemOf, find } = useProblems();
  const key = pasted.value.trim();
  const keyField = `${id}-key`;

  async function send(): Promise<void> {
    if (isSending) return;
    setSending(true);
    setCalled(await callWithKey(key, call, language));
    setSending(false);
  }

  return (
    <form
      className="part waiting"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const found = [...(key === "" ? [{ field: keyField, text: TEXTS.missing }] : []), ...missing];
        find(found);
        if (found.length === 0) void send();
      }}
    >
      <h2>{say(title)}</h2>
      {about && <p>{say(about)}</p>}
      <ErrorSummary problems={problems} />
      <Field id={keyField} label={say(TEXTS.key)} hint={say(TEXTS.about)} problem={problemOf(keyField)}>
        {(marks) => (
          <input
            {...marks}
            type="password"
            autoComplete="off"
            spellCheck={false}
            value={pasted.value}
            onChange={(event) => pasted.change(event.target.value)}
          />
        )}
      </Field>
      {fields(problemOf)}
      <div className="buttons">
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? TEXTS.sending : TEXTS.send)}
          <span className="out-of-sight">: {say(title)}</span>
        </button>
      </div>
      <div role="status" className="waiting">
        {called === "offline" && <p>{say(TEXTS.offline)}</p>}
        {called && called !== "offline" && (
          <>
            <p className="strong">
              {say(TEXTS.answer)} · HTTP {called.status}
            </p>
            <CodeBlock name={say(TEXTS.answer)} text={called.body} />
          </>
        )}
      </div>
    </form>
  );
}
