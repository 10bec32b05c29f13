import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import { type Text, useTexts } from "../texts/text.ts";

type ConfirmedButtonProps = {
  readonly label: string;
  /** Names the thing that it is done to, for readers who hear the button without what stands around it. */
  readonly about?: string;
  /** Says what follows, before it is done. */
  readonly question: string;
  /** More about it, and why it was not done. */
  readonly children?: ReactNode;
  /** On the button that does it, where "yes" and the label do not say it well. */
  readonly yes?: string;
  readonly no?: string;
  readonly isSending: boolean;
  readonly act: () => void;
};

const NO: Text = { zh: "不，保持不变", en: "No, leave it as it is" };
const SENDING: Text = { zh: "正在处理…", en: "One moment…" };
const yesTo = (label: string): Text => ({
  zh: `是的，${label}`,
  en: `Yes, ${label.charAt(0).toLowerCase()}${label.slice(1)}`,
});

/**
 * A button for what cannot be undone: it asks once more, in its place. The focus goes with the question, and comes back with
 * a "no" or the Escape key.
 */
export function ConfirmedButton(props: ConfirmedButtonProps): ReactNode {
  const { label, about, question, children, yes, no, isSending, act } = props;
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
          {about !== undefined && <span className="out-of-sight">: {about}</span>}
        </button>
      </div>
    );
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to a form, and this is none.
    <div
      className="notice notice-act"
      role="group"
      aria-labelledby={id}
      onKeyDown={({ key }) => key === "Escape" && setState("given-up")}
    >
      <p className="strong" id={id} tabIndex={-1} ref={asked}>
        {question}
      </p>
      {children}
      <div className="buttons">
        <button className="button" type="button" onClick={act} aria-disabled={isSending}>
          {isSending ? say(SENDING) : (yes ?? say(yesTo(label)))}
        </button>
        <button className="button button-plain" type="button" onClick={() => setState("given-up")}>
          {no ?? say(NO)}
        </button>
      </div>
    </div>
  );
}
