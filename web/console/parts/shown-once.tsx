import { type ReactNode, useEffect, useRef, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { CodeBlock } from "./code-block.tsx";

type ShownOnceProps = {
  readonly title: string;
  readonly secret: string;
  /** Says where to put it. */
  readonly children: ReactNode;
  /** The reader has put it where it belongs: nobody sees it here any more. */
  readonly done: () => void;
};

const TEXTS = {
  once: {
    zh: "只在这里显示一次。离开这一页，谁也不能再看到它，平台也不能。",
    en: "It is shown here once. When you leave this page, nobody can see it again, not even the platform.",
  },
  done: { zh: "已保存好，不再显示", en: "I have put it away; hide it" },
} satisfies Record<string, Text>;

/** A secret as it was made: it lives in this part of the page, and goes with it. The focus comes to it. */
export function ShownOnce({ title, secret, children, done }: ShownOnceProps): ReactNode {
  const { say } = useTexts();
  const [isOpen, setOpen] = useState(true);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  if (!isOpen) return null;
  return (
    <section className="notice notice-good">
      <h2 tabIndex={-1} ref={heading}>
        {title}
      </h2>
      <p className="strong">{say(TEXTS.once)}</p>
      <CodeBlock name={title} text={secret} />
      {children}
      <button
        className="button button-plain"
        type="button"
        onClick={() => {
          setOpen(false);
          done();
        }}
      >
        {say(TEXTS.done)}
      </button>
    </section>
  );
}
