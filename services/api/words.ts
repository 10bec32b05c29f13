import { CONSENT_SCOPES, PERSONAL_SCOPES, SCOPES } from "../kernel/actor.ts";
import { API_WORDS, SCOPE_DESCRIPTIONS, SCOPE_OPENINGS } from "../kernel/enum-words.ts";
import type { EnumWords } from "../kernel/service.ts";
import type { Resolvers } from "./generated/types.ts";

/** @param enumWords Of all services. */
export const wordResolvers = (enumWords: EnumWords): Resolvers => ({
  Query: {
    enumTexts: (_, { names }) =>
      Object.entries(enumWords)
        .filter(([name]) => names?.includes(name) ?? true)
        .map(([name, words]) => ({
          name,
          values: Object.entries(words).map(([value, text]) => ({ value, text })),
        })),
    scopes: () =>
      SCOPES.map((scope) => ({
        ...{ scope, name: API_WORDS.Scope[scope], description: SCOPE_DESCRIPTIONS[scope] },
        opens: SCOPE_OPENINGS[scope],
        isPersonal: PERSONAL_SCOPES.includes(scope),
        isByConsent: CONSENT_SCOPES.includes(scope),
      })),
  },
});
