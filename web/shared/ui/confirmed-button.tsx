import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { type Text, useTexts } from "../texts/text.ts";

type ConfirmedButtonProps = {
  readonly label: string;
  /** Names the thing that it is done to, for readers who hear the button without what stands around it. */
  readonly about: string;
  /** Says what follows, before it is done. */
  readonly question: string;
  readonly isSending: boolean;
  readonly act: () => void;
};

const NO: Text = { zh: "不，保持不变", en: "No, leave it as it is" };
const SENDING: Text = { zh: "正在处理…", en: "One moment…" };
const yes = (label: string): Text => ({
  zh: `是的，${label}`,
  en: `Yes, ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
});

/** A button for what cannot be undone: it asks once more, in its place, and the focus goes with the question. */
export function ConfirmedButton({ label, about, question, isSending, act }: ConfirmedButtonProps): ReactNode {
  const { say } = useTexts();
  const [state, setState] = useState<"closed" | "asking" | "given-up">("closed");
  const asked = useRef<HTMLParagraphElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const id = useId();
  useEffect(() => {
    if (state === "asking") asked.current?.focus();
    if (state === "given-up") opener.current?.focus();
  }, [state]);
  if (state !== "asking") {
    return (
      <div className="buttons">
        <button className="button button-plain" type="button" ref={opener} onClick={() => setState("asking")}>
          {label}
          <span className="out-of-sight">: {about}</span>
        </button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, and this is none.
    <div className="notice notice-act" role="group" aria-labelledby={id}>
      <p id={id} tabIndex={-1} ref={asked}>
        {question}
      </p>
      <div className="buttons">
        <button className="button" type="button" onClick={act} aria-disabled={isSending}>
          {say(isSending ? SENDING : yes(label))}
        </button>
        <button className="button button-plain" type="button" onClick={() => setState("given-up")}>
          {say(NO)}
        </button>
      </div>
    </div>
  );
}
