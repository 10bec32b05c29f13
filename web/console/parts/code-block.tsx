import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { CopyButton } from "../../shared/ui/copy-button.tsx";

const COPY: Text = { zh: "复制", en: "Copy" };

/** A text for programs, with a button that copies it. Where it is wider than the page, it is moved by itself. */
export function CodeBlock({ name, text }: { readonly name: string; readonly text: string }): ReactNode {
  const { say } = useTexts();
  return (
    <div className="code">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys (WCAG 2.1.1). */}
      <section className="code-text" tabIndex={0} aria-label={name}>
        <pre>
          <code>{text}</code>
        </pre>
      </section>
      <p className="buttons">
        <CopyButton text={text}>
          {say(COPY)}
          <span className="out-of-sight"> {name}</span>
        </CopyButton>
      </p>
    </div>
  );
}
