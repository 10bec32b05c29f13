import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../texts/text.ts";

const TEXTS = {
  copied: { zh: "已复制", en: "Copied" },
  byHand: {
    zh: "浏览器不让复制，请选中后手动复制",
    en: "The browser does not let us copy it: select it and copy it by hand",
  },
} satisfies Record<string, Text>;

type CopyButtonProps = {
  readonly text: string;
  /** On the button. */
  readonly children: ReactNode;
};

/** Copies a text, and says beside it whether the browser let it. */
export function CopyButton({ text, children }: CopyButtonProps): ReactNode {
  const { say } = useTexts();
  const [told, setTold] = useState<Text>();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setTold(TEXTS.copied),
      () => setTold(TEXTS.byHand),
    );
  };
  return (
    <>
      <button className="button button-plain" type="button" onClick={copy}>
        {children}
      </button>
      <span role="status">{told && say(told)}</span>
    </>
  );
}
