import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Text } from "../texts/text.ts";
import { useTexts } from "../texts/text.ts";

type AreYouSureProps = {
  /** On the button that begins it. */
  readonly ask: Text;
  /** The consequences, before anything is done. */
  readonly title: Text;
  readonly text: Text;
  readonly yes: Text;
  readonly doing: Text;
  readonly no: Text;
  readonly isDoing: boolean;
  readonly act: () => void;
};

/** An act that cannot be taken back is asked for twice; the question takes the focus, and gives it back. */
export function AreYouSure({ ask, title, text, yes, doing, no, isDoing, act }: AreYouSureProps): ReactNode {
  const { say } = useTexts();
  const [isAsked, setAsked] = useState(false);
  const question = useRef<HTMLParagraphElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const wasAsked = useRef(false);
  useEffect(() => {
    if (isAsked) question.current?.focus();
    else if (wasAsked.current) button.current?.focus();
    wasAsked.current = isAsked;
  }, [isAsked]);
  if (!isAsked)
    return (
      <button className="button button-plain" type="button" ref={button} onClick={() => setAsked(true)}>
        {say(ask)}
      </button>
    );
  return (
    <div className="notice notice-act">
      <p className="strong" tabIndex={-1} ref={question}>
        {say(title)}
      </p>
      <p>{say(text)}</p>
      <div className="stack">
        <button className="button" type="button" onClick={act} aria-disabled={isDoing}>
          {say(isDoing ? doing : yes)}
        </button>
        <button className="button button-plain" type="button" onClick={() => setAsked(false)}>
          {say(no)}
        </button>
      </div>
    </div>
  );
}
