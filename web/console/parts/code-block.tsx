import { type ReactNode, useState } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const TEXTS = {
  copy: { zh: "复制", en: "Copy" },
  copied: { zh: "已复制", en: "Copied" },
  byHand: {
    zh: "浏览器不让复制，请选中后手动复制",
    en: "The browser does not let us copy it: select it and copy it by hand",
  },
} satisfies Record<string, Text>;

/** A text for programs, with a button that copies it. Where it is wider than the page, it is moved by itself. */
export function CodeBlock({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  const { say } = useTexts();
  const [told, setTold] = useState<Text>();
  const copy = (): void => {
    navigator.clipboard.writeText(text).then(
      () => setTold(TEXTS.copied),
      () => setTold(TEXTS.byHand),
    );
  };
  return (
    <div className="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys (WCAG 2.1.1). */}
      <section className="code-text" tabIndex={0} aria-label={name}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
      <p className="row">
        <span role="status">{told && say(told)}</span>
        <button className="button button-plain" type="button" onClick={copy}>
          {say(TEXTS.copy)}
          <span className="out-of-sight"> {name}</span>
        </button>
      </p>
    </div>
  );
}
