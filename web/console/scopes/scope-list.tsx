import type { ReactNode } from "react";
import { BETWEEN, useTexts } from "../../shared/texts/text.ts";
import type { ScopeWords } from "./scope-words.ts";

/** Scopes with what each opens; the code under which programs know it stands behind its name. */
export function ScopeList({ of }: { readonly of: readonly ScopeWords[] }): ReactNode {
  const { say } = useTexts();
  return (
    <ul className="rows">
      {of.map(({ scope, name, opens }) => (
        <li key={scope} className="stack-tight">
          <span>
            {say(name)} <code className="soft small">{scope}</code>
          </span>
          <span className="soft small">{say(opens)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Their names alone, in one line. */
export function ScopeNames({ of }: { readonly of: readonly ScopeWords[] }): ReactNode {
  const { say } = useTexts();
  return of.map(({ name }) => say(name)).join(say(BETWEEN));
}
