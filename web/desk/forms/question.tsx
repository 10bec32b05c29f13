import { type ReactNode, useEffect, useId, useRef } from "react";
import type { Text } from "../../shared/texts/text.ts";
import { useTexts } from "../../shared/texts/text.ts";

type QuestionProps = {
  readonly title: Text;
  readonly about: Text;
  readonly no: Text;
  readonly yes: Text;
  /** By the button, the Escape key, or whatever else closes a dialog. */
  readonly onNo: () => void;
  readonly onYes: () => void;
};

/** A question in front of the page, asked as it comes up; the answer that changes nothing comes first. */
export function Question({ title, about, no, yes, onNo, onYes }: QuestionProps): ReactNode {
  const { say } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog className="question" aria-labelledby={id} ref={dialog} onClose={onNo}>
      <h2 id={id}>{say(title)}</h2>
      <p>{say(about)}</p>
      <div className="button-row">
        <button className="button" type="button" onClick={() => dialog.current?.close()}>
          {say(no)}
        </button>
        <button className="button button-plain" type="button" onClick={onYes}>
          {say(yes)}
        </button>
      </div>
    </dialog>
  );
}
