import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { ConsoleScopeFragment, Scope } from "../../shared/generated/graphql.ts";

const FRAGMENT = graphql(`
  fragment ConsoleScope on ScopeText {
    scope
    isPersonal
    isByConsent
    name {
      zh
      en
    }
    opens {
      zh
      en
    }
  }
`);

/** A scope as people read it. */
export type ScopeWords = ConsoleScopeFragment;
type Masked = readonly FragmentType<typeof FRAGMENT>[] | null | undefined;

/** All scopes there are, in the platform's own words. */
export const allScopes = (all: Masked): readonly ScopeWords[] => readFragment(FRAGMENT, all ?? []);

/** Of these scopes alone, in the schema's order. */
export const wordsOf = (all: readonly ScopeWords[], scopes: readonly Scope[]): readonly ScopeWords[] =>
  all.filter(({ scope }) => scopes.includes(scope));

/** The scopes in a text that was kept. */
export const scopesIn = (all: readonly ScopeWords[], text: string): readonly Scope[] => {
  const names = text.split(",");
  return all.map(({ scope }) => scope).filter((scope) => names.includes(scope));
};
