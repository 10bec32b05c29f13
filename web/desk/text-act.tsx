import { type FormEvent, type ReactNode, useState } from "react";
import type { AnyEnd, NotDone } from "../shared/graphql/use-act.ts";
import { useKept } from "../shared/sign-in/use-kept.ts";
import { type Text, useTexts } from "../shared/texts/text.ts";
import { FailureNotice } from "../shared/ui/failure-notice.tsx";
import { ErrorSummary, Field } from "../shared/ui/field.tsx";
import type { Problem } from "../shared/ui/problem.ts";

const EMPTY: Text = { zh: "请先写下内容", en: "Write it down first" };
const SENDING: Text = { zh: "正在提交…", en: "Sending…" };

/** One of the things that can be done with a text. */
export type TextDeed = {
  readonly name: Text;
  readonly send: (text: string) => Promise<AnyEnd | undefined>;
  readonly failure: NotDone | undefined;
  readonly isSending: boolean;
};

type TextActProps = {
  /** Of the field; the text is kept under it until it has arrived. */
  readonly id: string;
  readonly label: Text;
  readonly hint?: Text;
  /** The first one is what one does as a rule. */
  readonly deeds: readonly TextDeed[];
};

/** A text, and what is done with it: it stays until that was done, whatever becomes of the page and of the sign-in. */
export function TextAct({ id, label, hint, deeds }: TextActProps): ReactNode {
  const { say } = useTexts();
  const { value: text, change: setText, forget } = useKept(id, () => "");
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const isSending = deeds.some((deed) => deed.isSending);
  async function send(deed: TextDeed): Promise<void> {
    const isEmpty = text.trim() === "";
    setProblems(isEmpty ? [{ field: id, text: say(EMPTY) }] : []);
    if (isEmpty || isSending) return;
    if ((await deed.send(text))?.kind === "done") forget();
  }
  const [first, ...others] = deeds;
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (first) void send(first);
  }
  return (
    <form className="form" noValidate onSubmit={submit}>
      <ErrorSummary problems={problems} />
      {deeds.map((deed) => (
        <FailureNotice
          key={deed.name.en}
          failure={deed.failure}
          again={() => void send(deed)}
          isSending={deed.isSending}
        />
      ))}
      <Field id={id} label={say(label)} hint={hint && say(hint)} problem={problems[0]?.text}>
        {(marks) => (
          <textarea
            {...marks}
            rows={4}
            maxLength={4000}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <div className="button-row">
        {first && (
          <button className="button" type="submit" aria-disabled={isSending}>
            {say(first.isSending ? SENDING : first.name)}
          </button>
        )}
        {others.map((deed) => (
          <button
            key={deed.name.en}
            className="button button-plain"
            type="button"
            aria-disabled={isSending}
            onClick={() => void send(deed)}
          >
            {say(deed.isSending ? SENDING : deed.name)}
          </button>
        ))}
      </div>
    </form>
  );
}
