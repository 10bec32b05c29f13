import type { ReactNode } from "react";
import type { Scope } from "../../shared/generated/graphql.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Tag } from "../../shared/ui/tag.tsx";
import type { ScopeWords } from "./scope-words.ts";

type ScopeBoxesProps = {
  /** Of the whole: a problem leads to its first box. */
  readonly id: string;
  readonly legend: string;
  readonly hint: string;
  readonly offered: readonly ScopeWords[];
  readonly chosen: readonly Scope[];
  readonly choose: (scopes: readonly Scope[]) => void;
  readonly problem: string | undefined;
};

const CONSENT: Text = { zh: "还需本人同意", en: "Needs the person's consent too" };

const boxOf = (id: string, scope: Scope | undefined): string => `${id}-${scope}`;
/** The field to which a problem of the choice leads. */
export const firstBoxOf = (id: string, offered: readonly ScopeWords[]): string =>
  boxOf(id, offered[0]?.scope);

/** Scopes to be chosen among, each with what it opens. */
export function ScopeBoxes(props: ScopeBoxesProps): ReactNode {
  const { id, legend, hint, offered, chosen, choose, problem } = props;
  const { say } = useTexts();
  const [hintId, problemId] = [`${id}-hint`, `${id}-problem`];
  const areMixed = offered.some(({ isByConsent }) => !isByConsent);
  const turn = (scope: Scope): void =>
    choose(chosen.includes(scope) ? chosen.filter((each) => each !== scope) : [...chosen, scope]);
  return (
    <fieldset
      className={problem ? "field field-wrong" : "field"}
      aria-describedby={problem ? `${hintId} ${problemId}` : hintId}
    >
      <legend>{legend}</legend>
      <p className="soft small" id={hintId}>
        {hint}
      </p>
      {problem && (
        <p className="field-error" id={problemId}>
          {problem}
        </p>
      )}
      {offered.map(({ scope, name, opens, isPersonal }) => (
        <div key={scope} className="choice">
          <input
            id={boxOf(id, scope)}
            type="checkbox"
            checked={chosen.includes(scope)}
            onChange={() => turn(scope)}
          />
          <label htmlFor={boxOf(id, scope)}>
            <span className="stack-tight">
              <span>
                {say(name)} {isPersonal && areMixed && <Tag tone="plain">{say(CONSENT)}</Tag>}
              </span>
              <span className="soft small">{say(opens)}</span>
            </span>
          </label>
        </div>
      ))}
    </fieldset>
  );
}
