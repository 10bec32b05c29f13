import { type FragmentType, readFragment } from "../../shared/generated/fragment-masking.ts";
import { graphql } from "../../shared/generated/gql.ts";
import type { Scope, ScopeWordsFragment } from "../../shared/generated/graphql.ts";

export const SCOPE_WORDS = graphql(`
  fragment ScopeWords on ScopeText {
    scope
    name {
      zh
      en
    }
    description {
      zh
      en
    }
  }
`);

/** The scopes in words, as the platform explains them to the person whose data they open. */
export function scopeWords(
  all: readonly FragmentType<typeof SCOPE_WORDS>[],
  scopes: readonly Scope[],
): readonly ScopeWordsFragment[] {
  return readFragment(SCOPE_WORDS, all).filter(({ scope }) => scopes.includes(scope));
}
