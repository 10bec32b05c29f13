import { CONSENT_SCOPES, PERSONAL_SCOPES, SCOPES } from "../kernel/actor.ts";
import { API_WORDS, SCOPE_DESCRIPTIONS, SCOPE_OPENINGS } from "../kernel/enum-words.ts";
import type { EnumWords } from "../kernel/service.ts";
import type { Resolvers } from "./generated/types.ts";

declare module "../kernel/parts.ts" {
  interface Parts {
    /** How people read the values of the enums of all services. */
    readonly enumWords: EnumWords;
  }
}

export const wordResolvers: Resolvers = {
  Query: {
    enumTexts: (_, { names }, { parts: { enumWords } }) =>
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
};
