import { type ReactNode, useEffect, useId, useRef } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

type ConfirmDialogProps = {
  readonly title: string;
  readonly act: string;
  readonly isSending: boolean;
  readonly onAct: () => void;
  readonly onClose: () => void;
  /** The words before it is done, and why it was not done. */
  readonly children: ReactNode;
};

const TEXTS = {
  cancel: { zh: "不，保持不变", en: "No, leave it as it is" },
  sending: { zh: "正在处理…", en: "One moment…" },
} satisfies Record<string, Text>;

/** Asks once more before what cannot be undone. The browser's own dialog keeps the focus in it and gives it back. */
export function ConfirmDialog(props: ConfirmDialogProps): ReactNode {
  const { title, act, isSending, onAct, onClose, children } = props;
  const { say } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const opened = dialog.current;
    opened?.showModal();
    return () => opened?.close();
  }, []);
  return (
    <dialog className="dialog" ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
      <div className="buttons">
        <button className="button button-plain" type="button" onClick={() => dialog.current?.close()}>
          {say(TEXTS.cancel)}
        </button>
        <button className="button button-bad" type="button" onClick={onAct} aria-disabled={isSending}>
          {isSending ? say(TEXTS.sending) : act}
        </button>
      </div>
    </dialog>
  );
}
