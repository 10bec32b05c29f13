import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
import { ErrorSummary } from "../../shared/ui/field.tsx";
import type { KeptForm } from "./use-kept-form.ts";

type FrameProps = {
  readonly of: Pick<KeptForm<unknown>, "send" | "isSending" | "failure" | "problems">;
  readonly texts: { readonly [name in "title" | "about" | "send" | "sending"]: Text };
  /** Its fields. */
  readonly children: ReactNode;
};

/** A form whose state `useKeptForm` holds: its trouble above its fields, and what sends it below them. */
export function KeptFormFrame({ of, texts, children }: FrameProps): ReactNode {
  const { say } = useTexts();
  const { send, isSending, failure, problems } = of;
  return (
    <form
      className="part form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <h2>{say(texts.title)}</h2>
      <p className="soft">{say(texts.about)}</p>
      <ErrorSummary problems={problems} />
      <FailureNotice failure={failure} again={send} isSending={isSending} />
      {children}
      <div>
        <button className="button" type="submit" aria-disabled={isSending}>
          {say(isSending ? texts.sending : texts.send)}
        </button>
      </div>
    </form>
  );
}
