import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const TEXTS = {
  title: { zh: "发布前要解决的问题", en: "To be resolved before it is published" },
  none: { zh: "没有妨碍发布的问题。", en: "Nothing keeps it from being published." },
} satisfies Record<string, Text>;

type ListedViolation = {
  readonly message: string;
  readonly path: readonly string[];
  /** Leads to its place. */
  readonly place: ReactNode;
};

/** All that keeps a draft from being published. */
export function DraftViolations({ of }: { readonly of: readonly ListedViolation[] }): ReactNode {
  const { say } = useTexts();
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      {of.length === 0 && <p>{say(TEXTS.none)}</p>}
      <ul className="rows">
        {of.map(({ message, path, place }) => (
          <li key={`${path.join("/")} ${message}`}>
            {message} <span className="soft small">{place}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
