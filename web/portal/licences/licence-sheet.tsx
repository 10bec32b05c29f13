import { type ReactNode, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import type { Language } from "../../shared/settings/settings.ts";
import { LANGUAGES, type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { type FoundPdf, SaveButton } from "../../shared/ui/save-button.tsx";
import { SvgPicture } from "../../shared/ui/svg-picture.tsx";
import { TroubleNotice } from "../../shared/ui/trouble-notice.tsx";

const SHEET = graphql(`
  query PortalLicenceSheet($id: ID!, $language: Language!) {
    node(id: $id) {
      ... on ElectronicLicence {
        svg(language: $language)
      }
    }
  }
`);

const FILE = graphql(`
  query PortalLicenceFile($id: ID!, $language: Language!) {
    node(id: $id) {
      ... on ElectronicLicence {
        pdf(language: $language)
      }
    }
  }
`);

const TEXTS = {
  title: { zh: "显示件", en: "Its page" },
  about: {
    zh: "显示件供人阅读，上面有核验二维码。与经签名的证照数据不一致的，以该数据为准。敏感内容不在上面。",
    en: "The page is for people to read, with a code by which it is verified. Where it differs from the signed data of the licence, the signed data prevails. What is sensitive is not on it.",
  },
  show: { zh: "显示", en: "Show it" },
  hide: { zh: "收起", en: "Hide it" },
  picture: {
    zh: "证照的显示件；其内容即本页“证照内容”。",
    en: "The page of the licence. What stands on it stands under “What it says”.",
  },
  gone: { zh: "没有这个证照，或者它不属于您。", en: "There is no such licence, or it is not yours." },
} satisfies Record<string, Text>;

type SheetProps = { readonly id: string; readonly name: Text; readonly number: string };

/** The page of a licence for people, to be looked at and taken along. */
export function LicenceSheet({ id, name, number }: SheetProps): ReactNode {
  const { say, language } = useTexts();
  const [isShown, setShown] = useState(false);
  return (
    <section className="part">
      <h2>{say(TEXTS.title)}</h2>
      <p className="soft">{say(TEXTS.about)}</p>
      <div className="buttons">
        <button
          className="button button-plain"
          type="button"
          aria-expanded={isShown}
          onClick={() => setShown(!isShown)}
        >
          {say(isShown ? TEXTS.hide : TEXTS.show)}
        </button>
        <SaveButton
          fileName={`${say(name)}-${number}.pdf`}
          find={() => findPdf(id, language, say(TEXTS.gone))}
        />
      </div>
      {isShown && <Picture id={id} />}
    </section>
  );
}

function Picture({ id }: { readonly id: string }): ReactNode {
  const { say, language } = useTexts();
  const asked = useOwnAnswer(SHEET, { id, language: LANGUAGES[language] });
  return (
    <Answered asked={asked}>
      {({ node: found }, errors) => {
        const trouble = troubleAt(errors, ["node", "svg"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />;
        if (!(found && "svg" in found && found.svg)) return <p>{say(TEXTS.gone)}</p>;
        return <SvgPicture svg={found.svg} label={say(TEXTS.picture)} />;
      }}
    </Answered>
  );
}

/** Asks for the page as PDF, in the reader's language. */
async function findPdf(id: string, language: Language, gone: string): Promise<FoundPdf> {
  const answer = await ask(FILE, { id, language: LANGUAGES[language] });
  const trouble = answer.ok ? troubleAt(answer.errors, ["node"]) : answer.trouble;
  if (trouble) return { kind: "trouble", trouble };
  const node = answer.ok ? answer.data.node : undefined;
  return node && "pdf" in node && node.pdf ? { pdf: node.pdf } : { kind: "refused", message: gone };
}
