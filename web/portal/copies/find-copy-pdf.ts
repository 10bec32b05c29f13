import { graphql } from "../../shared/generated/gql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import type { Language } from "../../shared/settings/settings.ts";
import { LANGUAGES, type Text } from "../../shared/texts/text.ts";
import type { FoundPdf } from "../../shared/ui/save-button.tsx";

const FILE = graphql(`
  query PortalLicenceCopyFile($id: ID!, $language: Language!) {
    node(id: $id) {
      ... on LicenceCopy {
        pdf(language: $language)
      }
    }
  }
`);

const GONE: Text = {
  zh: "这份加注件已失效，不再提供显示件。",
  en: "This copy holds no more, so there is no page of it.",
};
const COPY: Text = { zh: "加注件", en: "copy" };

/** Asks for the page of a copy as its holder, with verifier, purpose and last day across its ground. That is no use of it. */
export async function findCopyPdf(id: string, language: Language): Promise<FoundPdf> {
  const answer = await ask(FILE, { id, language: LANGUAGES[language] });
  const trouble = answer.ok ? troubleAt(answer.errors, ["node"]) : answer.trouble;
  if (trouble) return { kind: "trouble", trouble };
  const node = answer.ok ? answer.data.node : undefined;
  return node && "pdf" in node && node.pdf ? { pdf: node.pdf } : { kind: "refused", message: GONE[language] };
}

/** The name of a file that is made of a copy, without its ending. */
export const copyFileName = (type: Text, verifier: string, language: Language): string =>
  [type[language], COPY[language], verifier].join("-");
