import { Link, type LinkProps } from "@tanstack/react-router";
import { type ReactNode, useId } from "react";
import type { Trouble } from "../../shared/graphql/trouble.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";

/** Every part is told this of the one answer that draws the page. */
export type PartProps<Fragment> = {
  readonly citizen: Fragment;
  /** The trouble of one of the citizen's fields. */
  readonly troubleOf: (field: string) => Trouble | undefined;
  readonly again: () => void;
};

type Part = {
  readonly title: Text;
  readonly trouble: Trouble | undefined;
  readonly again: () => void;
  readonly all?: { readonly text: Text; readonly to: NonNullable<LinkProps["to"]> };
  readonly isWide?: boolean;
  readonly children: ReactNode;
};

const FAILED: Text = {
  zh: "这部分暂时无法显示，页面其他内容不受影响。",
  en: "This part cannot be shown right now. The rest of the page is not affected.",
};
const AGAIN: Text = { zh: "重新加载", en: "Load it again" };

/** A part of the front page. It fails by itself, says so, and can be asked for again. */
export function Part({ title, trouble, again, all, isWide = false, children }: Part): ReactNode {
  const { say } = useTexts();
  const id = useId();
  return (
    <section className={isWide ? "part part-wide" : "part"} aria-labelledby={id}>
      <div className="part-head">
        <h2 id={id}>{say(title)}</h2>
        {all && (
          <Link className="link-target" to={all.to}>
            {say(all.text)}
          </Link>
        )}
      </div>
      {trouble ? (
        <div className="stack" role="alert">
          <p>{say(FAILED)}</p>
          <button className="button button-plain" type="button" onClick={again}>
            {say(AGAIN)}
            <span className="out-of-sight">: {say(title)}</span>
          </button>
        </div>
      ) : (
        children
      )}
    </section>
  );
}

export function Nothing({ text }: { readonly text: Text }): ReactNode {
  const { say } = useTexts();
  return <p className="soft">{say(text)}</p>;
}
