import { type ReactNode, useEffect, useRef } from "react";
import { day } from "../../shared/format/dates.ts";
import { type Text, useTexts } from "../../shared/texts/text.ts";
import { CopyButton } from "../../shared/ui/copy-button.tsx";
import { Facts } from "../../shared/ui/facts.tsx";
import { GroupedCode } from "../../shared/ui/grouped-code.tsx";
import { QrCode } from "../../shared/ui/qr-code.tsx";
import { SaveButton } from "../../shared/ui/save-button.tsx";
import { saveFile, textFile } from "../../shared/ui/save-file.ts";
import { copyAddress } from "./copy-address.ts";
import { copyFileName, findCopyPdf } from "./find-copy-pdf.ts";
import type { Shared } from "./use-share.ts";

const TEXTS = {
  title: { zh: "加注件已生成", en: "The copy is made" },
  once: {
    zh: "代码只在这里显示一次。离开这一页，谁也不能再看到它；丢了就撤销这份，再生成一份。",
    en: "Its code is shown here once. When you leave this page, nobody can see it again; if it is lost, revoke this copy and make another.",
  },
  for: { zh: "仅供", en: "For" },
  purpose: { zh: "用于", en: "For what" },
  until: { zh: "最后一天", en: "Its last day" },
  uses: { zh: "能用几次", en: "Uses" },
  code: { zh: "代码", en: "The code" },
  qr: { zh: "加注件的二维码", en: "QR code of the copy" },
  scan: {
    zh: "让对方扫码，或把链接、代码发给对方：打开后按一下才算使用。",
    en: "Have them scan it, or send them the link or the code. It counts as used once they press the button there.",
  },
  partner: {
    zh: "把代码交给合作单位，由其系统读取；在网页上打不开。",
    en: "Give the code to the partner, whose system reads it; no web page opens it.",
  },
  copyCode: { zh: "复制代码", en: "Copy the code" },
  copyLink: { zh: "复制链接", en: "Copy the link" },
  files: { zh: "也可以给文件", en: "Or give them a file" },
  filesText: {
    zh: "PDF 供人阅读，上面写明给谁、做什么用。对方没有网络而要机器核验的，给“核验数据”：撤销后，已留存的仍会被离线核验为有效，直到最后一天。",
    en: "The PDF is for people, with whose it is and for what across it. The data is for a verifier's machine that is offline: what they keep is believed until the last day, also once you revoke it.",
  },
  data: { zh: "下载核验数据", en: "Download the data" },
} satisfies Record<string, Text>;

type SharedCopyProps = { readonly of: Shared; readonly name: Text };

/** A copy as it was just shared: the focus comes to it, and its code goes with the page. */
export function SharedCopy({ of, name }: SharedCopyProps): ReactNode {
  const { say, language } = useTexts();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { id, verifier, purpose, until, uses } = of.copy;
  const file = copyFileName(name, verifier.name, language);
  return (
    <>
      <section className="part">
        <h2 tabIndex={-1} ref={heading}>
          {say(TEXTS.title)}
        </h2>
        <p className="strong">{say(TEXTS.once)}</p>
        <Facts
          of={[
            [say(TEXTS.for), verifier.name],
            [say(TEXTS.purpose), purpose],
            [say(TEXTS.until), day(until, language)],
            [say(TEXTS.uses), uses],
          ]}
        />
        <CodeToGive code={of.code} isForPartner={verifier.partner !== null} />
      </section>
      <section className="part">
        <h2>{say(TEXTS.files)}</h2>
        <p>{say(TEXTS.filesText)}</p>
        <div className="buttons">
          <SaveButton fileName={`${file}.pdf`} find={() => findCopyPdf(id, language)} />
          <button
            className="button button-plain"
            type="button"
            onClick={() => saveFile(textFile(of.presentation, "text/plain"), `${file}.sd-jwt.txt`)}
          >
            {say(TEXTS.data)}
          </button>
        </div>
      </section>
    </>
  );
}

type CodeProps = { readonly code: string; readonly isForPartner: boolean };

/** A partner's machine is given the code as it is; anybody else the address of the page that uses it. */
function CodeToGive({ code, isForPartner }: CodeProps): ReactNode {
  const { say } = useTexts();
  const address = copyAddress(code);
  return (
    <>
      <p>{say(isForPartner ? TEXTS.partner : TEXTS.scan)}</p>
      <QrCode text={isForPartner ? code : address} label={say(TEXTS.qr)} />
      <h3>{say(TEXTS.code)}</h3>
      <GroupedCode code={code} />
      <div className="buttons">
        <CopyButton text={code}>{say(TEXTS.copyCode)}</CopyButton>
        {!isForPartner && <CopyButton text={address}>{say(TEXTS.copyLink)}</CopyButton>}
      </div>
    </>
  );
}
