import type { ReactNode } from "react";
import { type Text, useTexts } from "../../shared/texts/text.ts";

const TEXTS = {
  title: { zh: "生效前要解决的问题", en: "To be resolved before it comes into force" },
  none: { zh: "没有妨碍生效的问题。", en: "Nothing keeps it from coming into force." },
} satisfies Record<string, Text>;

type ListedViolation = {
  readonly message: string;
  readonly path: readonly string[];
  /** Leads to its place. */
  readonly place: ReactNode;
};

type DraftViolationsProps = {
  readonly of: readonly ListedViolation[];
  /** Of those that keep nothing out of force: their heading. */
  readonly warnings?: Text;
};

/** All that keeps a draft out of force; or that is told of it all the same, if there is any. */
export function DraftViolations({ of, warnings }: DraftViolationsProps): ReactNode {
  const { say } = useTexts();
  if (warnings && of.length === 0) return null;
  return (
    <section className="part">
      <h2>{say(warnings ?? TEXTS.title)}</h2>
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
