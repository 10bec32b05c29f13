import { useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import type { PortalUseLicenceCopyMutation } from "../../shared/generated/graphql.ts";
import { resultIn } from "../../shared/graphql/result-in.ts";
import type { Trouble } from "../../shared/graphql/trouble.ts";
import { useChange } from "../../shared/graphql/use-answer.ts";
import { LANGUAGES, useTexts } from "../../shared/texts/text.ts";

const USE = graphql(`
  mutation PortalUseLicenceCopy($code: String!, $language: Language!) {
    useLicenceCopy(code: $code) {
      __typename
      ... on UsedLicenceCopy {
        number
        ...UsedCopy
      }
      ... on Refusal {
        message
      }
      ... on LicenceCopyRefused {
        code
      }
      ... on TooManyGuesses {
        lockedUntil: until
      }
    }
  }
`);

type UseResult = NonNullable<PortalUseLicenceCopyMutation["useLicenceCopy"]>;

/** The end of a use, or the reason why nobody knows it. */
export type CameOfUse = UseResult | { readonly __typename: "Trouble"; readonly trouble: Trouble };

/** Uses a copy by its code. Its page comes in the language in which it was used: another one would be another use. */
export function useCopy() {
  const { language } = useTexts();
  const change = useChange(USE);
  const [came, setCame] = useState<CameOfUse>();
  async function use(code: string): Promise<void> {
    if (change.isSending) return;
    const answer = await change.send({ code, language: LANGUAGES[language] });
    const end = resultIn(answer, "useLicenceCopy");
    setCame(end.kind === "result" ? end.result : { __typename: "Trouble", trouble: end.trouble });
  }
  return { came, use, isSending: change.isSending, forget: () => setCame(undefined) };
}
