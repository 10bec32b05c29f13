import { type ReactNode, useEffect, useState } from "react";
import { graphql } from "../../shared/generated/gql.ts";
import { ask } from "../../shared/graphql/ask.ts";
import { troubleAt } from "../../shared/graphql/trouble.ts";
import type { NotDone } from "../../shared/graphql/use-act.ts";
import { useOwnAnswer } from "../../shared/graphql/use-answer.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { Answered } from "../../shared/ui/answered.tsx";
import { FailureNotice } from "../../shared/ui/failure-notice.tsx";
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
  save: { zh: "下载 PDF", en: "Download as PDF" },
  saving: { zh: "正在下载…", en: "Downloading…" },
  picture: {
    zh: "证照的显示件；其内容即本页“证照内容”。",
    en: "The page of the licence. What stands on it stands under “What it says”.",
  },
  gone: { zh: "没有这个证照，或者它不属于您。", en: "There is no such licence, or it is not yours." },
} satisfies Record<string, Text>;

const LANGUAGES = { zh: "ZH", en: "EN" } as const;

type SheetProps = { readonly id: string; readonly name: Text; readonly number: string };

/** The page of a licence for people, to be looked at and taken along. */
export function LicenceSheet({ id, name, number }: SheetProps): ReactNode {
  const { say } = useTexts();
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
        <SaveButton id={id} fileName={`${say(name)}-${number}.pdf`} />
      </div>
      {isShown && <Picture id={id} />}
    </section>
  );
}

/** As a picture, in which nothing runs and by which nothing is fetched. */
function Picture({ id }: { readonly id: string }): ReactNode {
  const { say, language } = useTexts();
  const asked = useOwnAnswer(SHEET, { id, language: LANGUAGES[language] });
  const node = asked.answer?.ok ? asked.answer.data.node : undefined;
  const address = useAddress(node && "svg" in node ? node.svg : undefined);
  return (
    <Answered asked={asked}>
      {({ node: found }, errors) => {
        const trouble = troubleAt(errors, ["node", "svg"]);
        if (trouble) return <TroubleNotice trouble={trouble} again={asked.again} isAsking={asked.isAsking} />;
        if (!(found && "svg" in found && found.svg)) return <p>{say(TEXTS.gone)}</p>;
        return address && <img className="licence-sheet" src={address} alt={say(TEXTS.picture)} />;
      }}
    </Answered>
  );
}

/** The address of a picture in this tab, for as long as it is shown. */
function useAddress(svg: string | null | undefined): string | undefined {
  const [address, setAddress] = useState<string>();
  useEffect(() => {
    if (!svg) return undefined;
    const made = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address;
}

function SaveButton({ id, fileName }: { readonly id: string; readonly fileName: string }): ReactNode {
  const { say, language } = useTexts();
  const [isSaving, setSaving] = useState(false);
  const [failure, setFailure] = useState<NotDone>();
  async function save(): Promise<void> {
    if (isSaving) return;
    setSaving(true);
    const answer = await ask(FILE, { id, language: LANGUAGES[language] });
    setSaving(false);
    const trouble = answer.ok ? troubleAt(answer.errors, ["node"]) : answer.trouble;
    if (trouble) return setFailure({ kind: "trouble", trouble });
    const node = answer.ok ? answer.data.node : undefined;
    if (!(node && "pdf" in node && node.pdf))
      return setFailure({ kind: "refused", message: say(TEXTS.gone) });
    setFailure(undefined);
    saveAs(fileName, node.pdf);
  }
  return (
    <>
      <button className="button" type="button" onClick={save} aria-disabled={isSaving}>
        {say(isSaving ? TEXTS.saving : TEXTS.save)}
      </button>
      <FailureNotice failure={failure} again={() => void save()} isSending={isSaving} />
    </>
  );
}

function saveAs(name: string, base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: "application/pdf" }));
  const link = document.createElement("a");
  Object.assign(link, { href: address, download: name });
  link.click();
  // A browser may begin to save it a moment later.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
